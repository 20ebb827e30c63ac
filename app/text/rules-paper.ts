import { defineText } from './define-text.ts';

/** Words of the rules page: the paper, marks, attempts, and how answers are saved. */
export const rulesPaperText = defineText(
  {
    paper: 'Đề thi',
    paperCaption: (rounds: string, questions: string, marks: string) =>
      `${rounds}: ${questions} câu, tối đa ${marks} điểm`,
    section: 'Phần',
    drawnFrom: 'Câu hỏi lấy từ',
    questions: 'Số câu',
    marksEach: 'Điểm mỗi câu đúng',
    wholeBank: 'toàn bộ ngân hàng câu hỏi',
    topic: (name: string) => `chuyên đề “${name}”`,
    lesson: (name: string) => `bài “${name}”`,
    difficulty: { easy: 'câu dễ', medium: 'câu trung bình', hard: 'câu khó' },
    tag: (tag: string) => `thẻ “${tag}”`,
    interaction: {
      choice: 'câu một đáp án',
      multipleChoice: 'câu nhiều đáp án',
      trueFalse: 'câu đúng sai',
      order: 'câu sắp xếp',
      match: 'câu ghép đôi',
      textEntry: 'câu điền từ',
      numericEntry: 'câu điền số',
    },
    drawn:
      'Mỗi lượt thi có một đề riêng, do hệ thống rút ngẫu nhiên từ các câu hỏi đã duyệt theo cơ cấu trên; không câu nào lặp lại trong một đề. Thứ tự câu hỏi trong mỗi phần và thứ tự phương án được xáo trộn; câu đúng sai giữ nguyên thứ tự phương án; câu sắp xếp không bao giờ hiện sẵn thứ tự đúng.',
    seed: 'Mã rút đề của từng lượt và danh sách câu hỏi dùng để rút được lưu lại: rút lại bằng mã đó luôn ra đúng đề đó.',
    practiceApart: 'Câu hỏi luyện tập không bao giờ có trong đề thi.',
    allOptions: 'Mỗi câu hiện tất cả các phương án.',
    optionsShown: (shown: number) =>
      `Mỗi câu hiện ${shown} phương án; câu có ít hơn thì hiện tất cả. Mọi phương án đúng đều hiện, các phương án sai được chọn ngẫu nhiên cho đủ ${shown}. Câu có từ ${shown} phương án đúng trở lên hiện thêm một phương án sai.`,

    marks: 'Tính điểm',
    right: (marks: string) => `Câu trả lời đúng được ${marks} điểm.`,
    rightUnless: (marks: string) =>
      `Câu trả lời đúng được ${marks} điểm, trừ những câu mà bảng cơ cấu đề ghi số điểm khác.`,
    wrongFree: 'Câu trả lời sai được 0 điểm, không bị trừ.',
    wrongCosts: (marks: string) => `Câu trả lời sai bị trừ ${marks} điểm.`,
    blankFree: 'Câu bỏ trống được 0 điểm, không bị trừ.',
    blankCosts: (marks: string) => `Câu bỏ trống bị trừ ${marks} điểm.`,
    mayBeNegative: 'Tổng điểm có thể nhỏ hơn 0.',
    partialNone:
      'Câu có nhiều đáp án đúng chỉ được điểm khi chọn đủ và không chọn thừa; câu sắp xếp khi đúng cả thứ tự; câu ghép đôi khi đúng mọi cặp; câu điền từ, điền số khi khớp một đáp án đúng. Còn lại tính là câu sai.',
    partialProportional:
      'Câu có nhiều đáp án đúng được tính điểm từng phần: lấy số phương án đúng đã chọn trừ số phương án sai đã chọn, chia cho số đáp án đúng của câu, rồi nhân với điểm của câu. Câu sắp xếp tính theo tỷ lệ mục đứng đúng vị trí, câu ghép đôi theo tỷ lệ cặp đúng. Câu có ghi trọng số cho từng phương án thì cộng các trọng số, không dưới 0 và không quá 1. Kết quả bằng 0 hoặc nhỏ hơn thì tính là câu sai.',
    rounding: 'Điểm từng câu và tổng điểm được làm tròn đến năm chữ số sau dấu phẩy.',
    mustAnswerAll:
      'Phải trả lời hết các câu. Lượt thi còn câu bỏ trống là không hợp lệ: không được xếp hạng và không tính vào điểm của đơn vị, nhưng vẫn dùng mất một lượt.',
    mustAnswerAllPredicts:
      'Phải trả lời hết các câu, kể cả câu dự đoán. Lượt thi còn câu bỏ trống là không hợp lệ: không được xếp hạng, không tính vào điểm của đơn vị và không được đếm vào con số thực tế của câu dự đoán, nhưng vẫn dùng mất một lượt.',
    mayLeaveBlank: 'Không bắt buộc trả lời hết các câu: lượt thi có câu bỏ trống vẫn hợp lệ.',

    attempts: 'Số lượt thi và lượt được tính',
    limit: {
      round: (count: number) => `Mỗi vòng: nhiều nhất ${count} lượt.`,
      day: (count: number) =>
        `Mỗi ngày: nhiều nhất ${count} lượt, cộng tất cả các vòng. Ngày tính từ 00:00 đến hết 24:00 giờ Việt Nam, theo lúc bắt đầu lượt thi.`,
      week: (count: number) =>
        `Mỗi tuần: nhiều nhất ${count} lượt, cộng tất cả các vòng. Tuần tính từ 00:00 thứ Hai đến hết Chủ nhật giờ Việt Nam, theo lúc bắt đầu lượt thi.`,
      contest: (count: number) => `Cả cuộc thi: nhiều nhất ${count} lượt.`,
    },
    noLimit: 'Không giới hạn số lượt thi.',
    allLimits: 'Các giới hạn trên áp dụng cùng lúc.',
    startedCounts: 'Lượt đã bắt đầu là đã dùng, dù có nộp bài hay không.',
    oneAtATime:
      'Trong một vòng, mỗi người mỗi lúc chỉ có một lượt đang làm: bấm bắt đầu lần nữa, hoặc vào từ máy khác, là làm tiếp lượt đó.',
    counted: {
      only: 'Kết quả của một người trong một vòng là kết quả của lượt thi duy nhất trong vòng đó.',
      best: 'Kết quả của một người trong một vòng là kết quả của lượt tốt nhất, theo đúng các tiêu chí xếp hạng; hai lượt bằng nhau thì lấy lượt trước.',
      first: 'Kết quả của một người trong một vòng là kết quả của lượt đầu tiên.',
      last: 'Kết quả của một người trong một vòng là kết quả của lượt cuối cùng.',
    },
    validOnly: 'Chỉ xét những lượt hợp lệ đã kết thúc.',

    saving: 'Làm bài, lưu bài và mất mạng',
    saved:
      'Mỗi câu trả lời được gửi lên máy chủ ngay khi chọn. Màn hình chỉ báo “Đã lưu” khi máy chủ đã ghi chắc chắn. Câu chưa gửi được thì máy giữ lại và tự gửi khi có mạng, kể cả sau khi tải lại trang.',
    clockRuns: 'Mất mạng, tải lại trang hay đổi máy không làm đồng hồ dừng.',
    noGrace:
      'Chỉ câu trả lời đến máy chủ trước lúc hết giờ mới được tính. Câu đến sau không được tính, dù đã chọn trước đó.',
    grace: (time: string) =>
      `Câu trả lời chọn trước lúc hết giờ mà đến máy chủ chưa quá ${time} sau lúc hết giờ thì vẫn được tính. Câu chọn sau lúc hết giờ, hoặc đến muộn hơn, không được tính.`,
    offlineAtEnd: (time: string) =>
      `Nếu mất mạng đúng lúc hết giờ, máy vẫn giữ các câu đã chọn. Có mạng lại trong vòng ${time} thì máy tự gửi và các câu đó được tính; quá thời hạn đó, bài kết thúc với những câu máy chủ đã lưu.`,
    offlineAtEndLost:
      'Nếu mất mạng đúng lúc hết giờ, bài kết thúc với những câu máy chủ đã lưu; câu chưa gửi được thì không tính.',
    age: 'Máy của người dự thi chỉ báo câu trả lời đã chọn cách đó bao lâu. Máy chủ không nhận lúc chọn sớm hơn lúc bắt đầu lượt thi hay muộn hơn lúc nhận, nên chỉnh đồng hồ trên máy không thêm được giờ.',
    submit:
      'Nộp bài là kết thúc lượt thi: sau đó không sửa và không gửi thêm câu nào được nữa. Không bấm nộp thì hệ thống kết thúc bài với những câu đã lưu, và giờ nộp là đúng lúc hết giờ, kể cả khi máy chủ có lúc ngừng.',
    devices:
      'Mở bài trên hai máy hoặc hai cửa sổ thì nơi mở sau là nơi đang làm, nơi kia báo điều đó. Với mỗi câu, lựa chọn sau cùng theo giờ chọn được tính, dù đến máy chủ trước hay sau; mọi lựa chọn đều được ghi lại.',
  },
  {
    paper: 'The paper',
    paperCaption: (rounds: string, questions: string, marks: string) =>
      `${rounds}: ${questions} questions, ${marks} marks at most`,
    section: 'Part',
    drawnFrom: 'Drawn from',
    questions: 'Questions',
    marksEach: 'Marks for each right answer',
    wholeBank: 'the whole bank',
    topic: (name: string) => `topic “${name}”`,
    lesson: (name: string) => `lesson “${name}”`,
    difficulty: { easy: 'easy ones', medium: 'medium ones', hard: 'hard ones' },
    tag: (tag: string) => `tag “${tag}”`,
    interaction: {
      choice: 'one right answer',
      multipleChoice: 'several right answers',
      trueFalse: 'true or false',
      order: 'put in order',
      match: 'match',
      textEntry: 'typed text',
      numericEntry: 'typed number',
    },
    drawn:
      'Each attempt has a paper of its own, drawn at random from the approved questions as the table says; no question comes twice in a paper. Questions are shuffled within each part, and so are options; true or false keeps its order; an order is never shown as it should be.',
    seed: 'The seed of each paper and the list that it was drawn from are kept: drawing again from the seed gives the same paper.',
    practiceApart: 'Practice questions are never in a contest paper.',
    allOptions: 'All options of a question are shown.',
    optionsShown: (shown: number) =>
      `${shown} options of a question are shown, or all where there are fewer: all right ones, and wrong ones chosen at random up to ${shown}. A question with ${shown} right options or more shows one wrong one besides.`,

    marks: 'Marks',
    right: (marks: string) => `A right answer earns ${marks}.`,
    rightUnless: (marks: string) => `A right answer earns ${marks}, unless the table of the paper says otherwise.`,
    wrongFree: 'A wrong answer earns 0 and costs nothing.',
    wrongCosts: (marks: string) => `A wrong answer costs ${marks}.`,
    blankFree: 'A blank answer earns 0 and costs nothing.',
    blankCosts: (marks: string) => `A blank answer costs ${marks}.`,
    mayBeNegative: 'The sum may be less than 0.',
    partialNone:
      'Where several options are right, only all of them and no other earn marks; an order must be right as a whole, a match in every pair, a typed answer must be one of the right ones. Anything else is a wrong answer.',
    partialProportional:
      'Where several options are right, the answer earns a share: right options chosen less wrong options chosen, divided by the number of right options, times the marks of the question. An order earns the share of lines in their right place, a match the share of right pairs. Where options have weights, these are added up, not below 0 and not above 1. Where the result is 0 or less, it is a wrong answer.',
    rounding: 'Marks and their sum are rounded to five decimals.',
    mustAnswerAll:
      'All questions must be answered. An attempt with a blank answer is not valid: it is not ranked and adds nothing to the scores of units, but it is used up.',
    mustAnswerAllPredicts:
      'All questions must be answered, the prediction too. An attempt with a blank one is not valid: it is not ranked, adds nothing to the scores of units and is not counted for the actual number, but it is used up.',
    mayLeaveBlank: 'Questions may be left blank: such an attempt is valid.',

    attempts: 'Attempts, and which one counts',
    limit: {
      round: (count: number) => `At most ${count} in each round.`,
      day: (count: number) =>
        `At most ${count} a day over all rounds. A day runs from 00:00 to 24:00 in Viet Nam, by the start of the attempt.`,
      week: (count: number) =>
        `At most ${count} a week over all rounds. A week runs from Monday 00:00 to the end of Sunday in Viet Nam, by the start of the attempt.`,
      contest: (count: number) => `At most ${count} in the whole contest.`,
    },
    noLimit: 'There is no limit on attempts.',
    allLimits: 'All of these hold at once.',
    startedCounts: 'An attempt that was started is used, submitted or not.',
    oneAtATime:
      'A person has one running attempt in a round at a time: starting again, or from another device, goes on with it.',
    counted: {
      only: 'A person’s result in a round is that of the only attempt in it.',
      best: 'A person’s result in a round is that of the best attempt by the ranking; of two equal ones the earlier.',
      first: 'A person’s result in a round is that of the first attempt.',
      last: 'A person’s result in a round is that of the last attempt.',
    },
    validOnly: 'Only valid, finished attempts are looked at.',

    saving: 'Answering, saving, and a lost line',
    saved:
      'Each answer goes to the server when it is chosen. The screen says “saved” only when the server has it for good. What could not be sent is kept on the device and sent when the line is back, also after a reload.',
    clockRuns: 'A lost line, a reload or another device does not stop the clock.',
    noGrace:
      'Only answers that reach the server before the deadline count. Later ones do not, even if chosen before it.',
    grace: (time: string) =>
      `An answer chosen before the deadline still counts if it reaches the server less than ${time} after it. What is chosen after the deadline or comes later does not count.`,
    offlineAtEnd: (time: string) =>
      `If the line is lost at the deadline, the device keeps what was chosen. If the line is back within ${time}, it is sent and counts; after that the attempt ends with what the server has.`,
    offlineAtEndLost:
      'If the line is lost at the deadline, the attempt ends with what the server has; what could not be sent does not count.',
    age: 'The device only says how long ago an answer was chosen. The server takes no instant before the start of the attempt or after the arrival, so setting the device’s clock gains no time.',
    submit:
      'Submitting ends the attempt: nothing can be changed or sent after it. Without it the system ends the attempt with what is saved, and the instant of submission is the deadline, even if the server was down then.',
    devices:
      'On two devices or in two windows the one opened last leads, and the other says so. For each question the choice made last counts, whichever arrives first; all choices are kept.',
  },
);
