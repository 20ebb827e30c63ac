import { defineText } from './define-text.ts';

/** How item analysis is computed: definitions in words; the formulas stand on the page as they are. */
export const analysisMethodText = defineText(
  {
    title: 'Cách tính phân tích câu hỏi',
    lead: 'Mọi con số theo đúng định nghĩa của báo cáo thống kê bài thi trong Moodle, để so được với nơi khác. x là điểm của câu, T là tổng điểm bài, n là số lượt.',
    facility: 'Độ khó',
    facilityIs:
      'Điểm trung bình của câu chia điểm tối đa của câu, trên các lượt có câu đó. Bỏ trống tính là 0 điểm hoặc điểm mà thể lệ định.',
    sd: 'Độ lệch chuẩn, phương sai',
    sdIs: 'Chia cho n − 1.',
    discrimination: 'Độ phân biệt',
    discriminationIs:
      'Tương quan Pearson giữa điểm câu và tổng các câu còn lại của chính bài ấy, nhân 100. Với câu chấm đúng – sai, đây là hệ số tương quan điểm nhị phân đã hiệu chỉnh (item-rest point-biserial) nhân 100. Với câu rút ngẫu nhiên, Moodle lấy tổng cả bài; số ấy hiện riêng là “so với cả bài”.',
    efficiency: 'Hiệu quả phân biệt',
    efficiencyIs:
      'Hiệp phương sai chia hiệp phương sai lớn nhất có thể: sắp cả hai dãy điểm từ thấp đến cao rồi ghép theo thứ tự.',
    weights: 'Trọng số',
    weightsIs:
      'Định trước: điểm tối đa của câu trên điểm tối đa của đề. Thực: căn của hiệp phương sai với tổng điểm, chia tổng các căn ấy của một đề; câu có hiệp phương sai âm không có trọng số thực. Khi đề rút ngẫu nhiên, mỗi câu vào tổng theo tỷ lệ đề có nó.',
    groups: 'Nhóm điểm',
    groupsIs:
      '27 % cao nhất và thấp nhất (Kelley, 1939), hoặc ba phần bằng nhau. Người cùng điểm không bị tách; ranh giới là mức điểm gần tỷ lệ nhất.',
    distractors: 'Phương án nhiễu',
    distractorsIs: 'Có tác dụng khi ít nhất 5 % số lượt chọn (Tarrant, Ware, Mohammed, 2009).',
    guess: 'Đoán mò',
    guessIs:
      'Điểm kỳ vọng khi chọn bừa: trung bình điểm các phương án; ghép cặp: 1 chia số vế; sắp thứ tự: 1 chia số mục; câu điền: 0; nhiều đáp án: không xác định.',
    time: 'Thời gian',
    timeIs:
      'Tổng thời gian từ lần lưu trước đến mỗi lần lưu của câu, lấy trung vị và tứ phân vị. Máy chủ chỉ biết lúc lưu, không biết người thi đang nhìn câu nào.',
    alpha: 'Alpha Cronbach, sai số',
    alphaIs:
      'p là số phần của đề: các câu nếu mọi người cùng một đề, các vị trí nếu đề rút ngẫu nhiên. Tỷ lệ sai số và sai số đo tính từ alpha.',
    shape: 'Độ lệch, độ nhọn',
    shapeIs: 'Theo thống kê k, như Moodle và bảng tính; phân phối chuẩn có cả hai bằng 0.',
    few: 'Bao nhiêu lượt thì đủ',
    fewIs:
      'Dưới 30 lượt không đưa lời khuyên. Lời khuyên phân biệt âm và thấp hơn đoán mò chỉ đưa khi chênh lệch vượt sai số ngẫu nhiên một phía 5 %.',
    sources: 'Nguồn',
    sourcesIs:
      'Moodle, Quiz statistics calculations (docs.moodle.org/dev) và mã nguồn question/classes/statistics; Kelley (1939), Journal of Educational Psychology 30; Cronbach (1951), Psychometrika 16; Tarrant và cộng sự (2009), BMC Medical Education 9; Hunter và Schmidt (2004).',
  },
  {
    title: 'How item analysis is computed',
    lead: 'Every figure follows the definitions of Moodle’s quiz statistics. x is the mark of the question, T the total of the paper, n the number of attempts.',
    facility: 'Facility',
    facilityIs:
      'The mean mark of the question over its full mark, over attempts that had it. A blank counts as the rules say, mostly 0.',
    sd: 'Standard deviation, variance',
    sdIs: 'With n − 1.',
    discrimination: 'Discrimination index',
    discriminationIs:
      'The Pearson correlation of the mark with the total of the other questions of the paper, times 100. For questions marked right or wrong it is the corrected item-rest point-biserial times 100. For questions drawn at random Moodle takes the whole total; that is shown beside it.',
    efficiency: 'Discriminative efficiency',
    efficiencyIs: 'The covariance over the largest it could be: both lists of marks sorted and paired in order.',
    weights: 'Weights',
    weightsIs:
      'Intended: the full mark over that of the paper. Effective: the root of the covariance with the total over the sum of these roots over a paper; none where it is negative. Where papers are drawn each question is in the sum as often as it is on a paper.',
    groups: 'Score groups',
    groupsIs:
      'The highest and lowest 27 % (Kelley 1939), or thirds. People with the same total are never parted; the bound is the total nearest to the share.',
    distractors: 'Distractors',
    distractorsIs: 'Functioning when at least 5 % of attempts choose it (Tarrant, Ware, Mohammed 2009).',
    guess: 'Random guess',
    guessIs:
      'What blind choice earns: the mean of the options; match: 1 over the targets; order: 1 over the items; typed: 0; several keys: unknown.',
    time: 'Time',
    timeIs:
      'All time from the save before to each save of the question; median and quartiles. The server knows saves, not what somebody looks at.',
    alpha: 'Cronbach’s alpha, errors',
    alphaIs:
      'p is the number of parts: the questions where all have the same paper, the places where papers are drawn. Error ratio and standard error follow from alpha.',
    shape: 'Skewness, kurtosis',
    shapeIs: 'From k-statistics, as Moodle and spreadsheets have them; a normal distribution has 0 in both.',
    few: 'How many attempts are enough',
    fewIs:
      'Below 30 attempts no advice is given. Negative discrimination and less than guessing are named only beyond one-sided 5 % chance.',
    sources: 'Sources',
    sourcesIs:
      'Moodle, Quiz statistics calculations (docs.moodle.org/dev) and question/classes/statistics; Kelley (1939), Journal of Educational Psychology 30; Cronbach (1951), Psychometrika 16; Tarrant et al. (2009), BMC Medical Education 9; Hunter and Schmidt (2004).',
  },
);
