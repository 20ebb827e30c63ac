import { defineText } from './define-text.ts';

/** Words of the rules page: boards, keys, units, practice, and how results are checked. */
export const rulesResultsText = defineText(
  {
    page: 'Thể lệ',
    pageOf: (title: string) => `Thể lệ ${title}`,
    about: (title: string) => `Thể lệ đầy đủ của ${title}: đối tượng, thời gian, đề thi, cách tính điểm và xếp hạng.`,
    article: (number: number, title: string) => `Điều ${number}. ${title}`,
    contents: 'Các điều',
    print: 'Muốn in, hãy dùng lệnh in của trình duyệt: trang in ra là khổ A4, không có phần đầu và chân trang.',
    asOf: (time: string) => `Thể lệ tại thời điểm ${time}.`,

    boards: 'Bảng kết quả',
    ownScore: 'Điểm của mình hiện ngay sau khi nộp bài.',
    visibility: {
      live: 'Bảng kết quả cá nhân của một vòng hiện ngay trong lúc vòng đó diễn ra, là kết quả tạm thời.',
      'after-close':
        'Bảng kết quả cá nhân của một vòng hiện từ giờ đóng của vòng. Trước đó mỗi người chỉ thấy hàng của mình.',
      'own-row': 'Bảng kết quả cá nhân không công khai: mỗi người chỉ thấy hàng của mình.',
    },
    frozen: (time: string) =>
      `Bảng kết quả cá nhân của một vòng hiện trong lúc vòng đó diễn ra, nhưng dừng cập nhật ${time} trước giờ đóng. Bài nộp sau lúc dừng vẫn được tính và hiện từ giờ đóng. Bảng dừng lúc:`,
    names: 'Tên người dự thi trên bảng được viết tắt, trừ khi người đó đồng ý hiện đầy đủ.',
    final:
      'Kết quả của một vòng là cuối cùng sau khi vòng đã đóng, không còn bài nào đang làm và đã hết hạn nhận câu trả lời đến chậm. Hệ thống chốt kết quả sớm nhất lúc:',
    listed: (round: string, time: string) => `${round}: ${time}`,

    keys: 'Đáp án',
    keysFrom: {
      'after-round':
        'Đáp án và giải thích của một vòng mở khi vòng đã đóng, không còn bài nào đang làm và đã hết hạn nhận câu trả lời đến chậm; sớm nhất lúc:',
      never: 'Đáp án của các vòng thi không công bố.',
    },
    keysAfterContest: (time: string) =>
      `Đáp án và giải thích của mọi vòng mở khi vòng thi cuối cùng đã đóng, không còn bài nào đang làm và đã hết hạn nhận câu trả lời đến chậm; sớm nhất lúc ${time}.`,
    ownPaper: 'Mỗi người xem đáp án của đề mình đã làm.',

    corrections: 'Câu hỏi có sai sót',
    correctionKinds: 'Khi một câu hỏi có sai sót, Ban Tổ chức chọn một trong các cách sau và chấm lại cho mọi bài:',
    correctedKey: 'Sửa đáp án: bài được chấm theo đáp án mới; có thể có nhiều đáp án cùng được trọn điểm.',
    correctedAllRight: 'Cho trọn điểm: ai có câu đó trong đề đều được trọn điểm của câu, kể cả người bỏ trống.',
    correctedVoid: 'Bỏ câu: câu đó không tính điểm, điểm tối đa của đề bớt đi số điểm của câu.',
    correctedScale:
      'Khi xếp hạng, điểm của đề có câu bị bỏ được quy về cùng thang với đề đủ câu: điểm nhân với điểm tối đa của đề đủ câu rồi chia cho điểm tối đa còn lại, làm tròn đến năm chữ số thập phân.',
    correctedAll:
      'Mọi bài có câu đó được chấm lại như nhau, cả bài đã nộp và bài nộp sau. Thời gian làm bài và việc một lượt có được tính hay không giữ nguyên. Bảng kết quả theo điểm mới.',
    correctedFrozen: 'Kết quả đã chốt cũng được chấm lại khi có sai sót; thứ hạng thay đổi theo điểm mới.',
    correctedPrediction:
      'Con số thực tế đã công bố để so với câu dự đoán không thay đổi khi chấm lại sau lúc chốt; dự đoán vẫn so với con số đã công bố.',
    correctedTold:
      'Mỗi lần sửa được thông báo cho mọi người trong cuộc thi cùng lý do. Ai có điểm thay đổi thấy điểm cũ, điểm mới và lý do ở trang kết quả của mình.',

    units: 'Đơn vị và khối',
    criteria: 'Đơn vị được xếp hạng theo từng tiêu chí sau, mỗi tiêu chí một bảng:',
    criterion: {
      people: 'Số người dự thi: số người đã bắt đầu ít nhất một lượt thi.',
      rate: 'Tỷ lệ dự thi: số người dự thi chia cho quân số của đơn vị.',
      meanScore: 'Điểm trung bình: trung bình cộng điểm của các lượt được tính, mỗi người một lượt.',
      allRight: 'Số người đúng tất cả: số người có lượt được tính đúng tất cả các câu.',
    },
    unitOrder:
      'Số lớn hơn xếp trên; bằng nhau thì đồng hạng: 1, 2, 2, 4. Số của một đơn vị gồm cả các đơn vị trực thuộc.',
    headcount: (people: string, criteria: string) =>
      `Đơn vị có quân số dưới ${people} người không xếp hạng theo ${criteria}.`,
    headcountOf: { rate: 'tỷ lệ dự thi', meanScore: 'điểm trung bình' },
    and: ' và ',
    scoresWith: {
      live: 'Điểm trung bình và số người đúng tất cả hiện ngay trong lúc vòng thi diễn ra.',
      frozen: 'Điểm trung bình và số người đúng tất cả dừng cập nhật cùng lúc với bảng cá nhân.',
      'after-close': 'Điểm trung bình và số người đúng tất cả hiện từ giờ đóng của vòng.',
      'own-row': 'Điểm trung bình và số người đúng tất cả hiện từ giờ đóng của vòng.',
    },
    treeBlocks:
      'Cuộc thi không đặt khối riêng: các đơn vị ngay dưới cấp cao nhất được xếp hạng trong khối của sơ đồ đơn vị.',
    blocks: 'Cuộc thi có các khối sau; các đơn vị trong một khối xếp hạng với nhau:',
    block: (name: string, units: string) => `Khối “${name}”: ${units}`,
    blockOf: 'Một đơn vị thuộc khối đầu tiên ghi tên nó hoặc ghi tên đơn vị cấp trên của nó.',
    loneHead: 'Khối chỉ ghi một đơn vị thì xếp hạng các đơn vị trực thuộc ngay dưới đơn vị đó.',
    blockBoard: 'Các khối cũng được xếp hạng với nhau, theo tổng của mọi đơn vị trong khối.',

    practice: 'Luyện tập',
    practiceCaption: 'Lịch các vòng luyện tập',
    practiceApart:
      'Vòng luyện tập không tính vào kết quả, xếp hạng, số người dự thi hay số lượt thi, và không có câu dự đoán. Được luyện tập bao nhiêu lượt cũng được.',
    practiceDraws: 'Đề luyện tập chỉ lấy từ câu hỏi luyện tập. Đáp án và giải thích hiện ngay sau mỗi lượt.',
    practiceEntry: 'Điều kiện về tuổi, đơn vị, mã dự thi và nội dung phải đồng ý cũng áp dụng khi luyện tập.',

    checking: 'Kiểm tra lại kết quả',
    steps:
      'Mọi lựa chọn, lúc bắt đầu và lúc nộp của từng lượt được ghi thành các bước chỉ thêm, không sửa. Điểm, lượt được tính và thứ hạng đều tính lại được từ các bước đó, ra đúng kết quả đã công bố.',
    exported:
      'Dữ liệu kết quả xuất ra có đủ mọi con số mà thứ hạng dựa vào. Người có dữ liệu đó tính lại được thứ hạng bằng chương trình kiểm tra độc lập đi kèm hệ thống, không cần truy cập hệ thống.',
    deterministic:
      'Cùng dữ liệu thì luôn ra cùng thứ hạng, không phụ thuộc thứ tự nộp bài đến máy chủ hay máy nào tính.',
  },
  {
    page: 'Rules',
    pageOf: (title: string) => `Rules of ${title}`,
    about: (title: string) => `The complete rules of ${title}: who, when, the paper, marks and ranking.`,
    article: (number: number, title: string) => `Article ${number}. ${title}`,
    contents: 'Articles',
    print: 'Print with your browser: the print is A4, without the head and foot of the page.',
    asOf: (time: string) => `Rules as of ${time}.`,

    boards: 'Boards',
    ownScore: 'Everybody sees the own score right after submitting.',
    visibility: {
      live: 'The board of persons of a round is shown while it runs, as provisional results.',
      'after-close': 'The board of persons of a round is shown from its close on. Before, people see only the own row.',
      'own-row': 'The board of persons is not public: people see only the own row.',
    },
    frozen: (time: string) =>
      `The board of persons of a round is shown while it runs, but stops ${time} before the close. Later submissions count all the same and are shown from the close on. It stops at:`,
    names: 'Names are shortened unless the person agrees otherwise.',
    final:
      'The result of a round is final once it has closed, no attempt runs and no late answer can arrive; at the earliest at:',
    listed: (round: string, time: string) => `${round}: ${time}`,

    keys: 'Right answers',
    keysFrom: {
      'after-round':
        'Right answers and explanations of a round open once it has closed, no attempt runs and no late answer can arrive; at the earliest at:',
      never: 'Right answers of contest rounds are not published.',
    },
    keysAfterContest: (time: string) =>
      `Right answers and explanations of all rounds open once the last round has closed, no attempt runs and no late answer can arrive; at the earliest at ${time}.`,
    ownPaper: 'Everybody sees those of the own paper.',

    corrections: 'Faulty questions',
    correctionKinds:
      'When a question turns out to be faulty, the organizers choose one of these and grade all attempts again:',
    correctedKey: 'A corrected key: attempts are graded by the new key; several answers may earn the full mark.',
    correctedAllRight: 'Full marks: everybody who had the question gets its full mark, also who left it blank.',
    correctedVoid: 'A dropped question: it counts for nothing, and the paper can earn as much less.',
    correctedScale:
      'For ranking, scores of papers with a dropped question are scaled to whole papers: the score times what a whole paper can earn, divided by what is left, rounded to five decimals.',
    correctedAll:
      'All attempts with the question are graded alike, submitted ones and later ones. Time used, and whether an attempt counts, stay as they are. Boards follow the new scores.',
    correctedFrozen: 'Final results are graded again too when a fault is found; ranks follow the new scores.',
    correctedPrediction:
      'The actual number that was published for the prediction does not change when attempts are graded again after it was frozen; predictions are still compared with the published number.',
    correctedTold:
      'Everybody in the contest is told of each correction, with the reason. Whose score changes sees both scores and the reason on the page of the result.',

    units: 'Units and blocks',
    criteria: 'Units are ranked by each of these, on a board of its own:',
    criterion: {
      people: 'People: those who have started at least one attempt.',
      rate: 'Rate: people divided by the headcount of the unit.',
      meanScore: 'Mean score: of the counted attempts, one for each person.',
      allRight: 'All right: people whose counted attempt has everything right.',
    },
    unitOrder:
      'Higher is better; equal ones share a rank: 1, 2, 2, 4. The figures of a unit include the units below it.',
    headcount: (people: string, criteria: string) =>
      `Units with a headcount under ${people} are not ranked by ${criteria}.`,
    headcountOf: { rate: 'rate', meanScore: 'mean score' },
    and: ' and ',
    scoresWith: {
      live: 'Mean scores and numbers all right are shown while the round runs.',
      frozen: 'Mean scores and numbers all right stop with the board of persons.',
      'after-close': 'Mean scores and numbers all right are shown from the close on.',
      'own-row': 'Mean scores and numbers all right are shown from the close on.',
    },
    treeBlocks:
      'The contest has no blocks of its own: units directly below the top are ranked within the blocks of the unit tree.',
    blocks: 'The contest has these blocks; units of a block are ranked among themselves:',
    block: (name: string, units: string) => `Block “${name}”: ${units}`,
    blockOf: 'A unit belongs to the first block that names it or a unit above it.',
    loneHead: 'A block that names one unit alone ranks the units directly below it.',
    blockBoard: 'Blocks are ranked too, by the sums over all their units.',

    practice: 'Practice',
    practiceCaption: 'Times of practice',
    practiceApart:
      'Practice counts nowhere: neither in results and ranks nor in the numbers of people and attempts, and it asks for no prediction. There may be any number of attempts.',
    practiceDraws:
      'Practice papers have practice questions only. Right answers and explanations are shown after each attempt.',
    practiceEntry: 'The conditions of age, unit, access code and agreement hold for practice too.',

    checking: 'Checking the results',
    steps:
      'All choices, the start and the submission of each attempt are kept as steps that are appended and never changed. Scores, counted attempts and ranks can be computed again from them and come out the same.',
    exported:
      'The exported data have every figure that ranks rest on. Whoever has them can compute the ranking again with the stand-alone program that comes with the system, without access to it.',
    deterministic: 'The same data always give the same ranking, whatever the order of arrival and whoever computes it.',
  },
);
