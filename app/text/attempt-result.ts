import { defineText } from './define-text.ts';

/** Words of the result of an attempt and its review. why apart from the sheet's: a phone that answers does not load them. */
export const attemptResultText = defineText(
  {
    resultTitle: 'Kết quả bài thi',
    resultSubmitted: 'Đã nhận bài của bạn.',
    resultExpired: 'Đã hết giờ, máy chủ đã tự nộp bài của bạn.',
    score: 'Điểm',
    scoreOf: (score: string, max: string) => `${score}/${max}`,
    duration: 'Thời gian làm bài',
    answeredQuestions: 'Câu đã trả lời',
    submittedAt: 'Nộp lúc',
    receipt: 'Mã biên nhận',
    receiptHint: 'Giữ mã này nếu cần hỏi ban tổ chức về bài thi.',
    personCode: 'Mã trong kết quả công bố',
    personCodeHint: 'Kết quả công bố ghi mã này thay cho tên, để bạn tìm được hàng của mình.',
    predicted: 'Dự đoán',
    practiceNote: 'Đây là lượt luyện tập: không xếp hạng, không tính vào kết quả cuộc thi.',
    notValid:
      'Theo thể lệ, lượt thi phải trả lời đủ mọi câu, kể cả câu dự đoán nếu có, mới được tính. Lượt này còn thiếu nên không được tính và không xếp hạng.',
    setAside: 'Lượt thi này không được tính.',
    setAsideCause: {
      signal: 'Ban tổ chức đã xem xét lượt này và kết luận không tính; lượt không xếp hạng và không vào số liệu.',
      merge:
        'Bạn từng có hai tài khoản, nay đã gộp làm một; các lượt vượt quá số lượt của thể lệ không được tính, lượt làm sớm nhất được giữ.',
      other: 'Hai người của ban tổ chức đã quyết định không tính lượt này; lượt không xếp hạng và không vào số liệu.',
    },
    setAsideReason: (reason: string) => `Lý do: ${reason}`,
    setAsideHeard:
      'Bài làm và điểm vẫn được giữ nguyên. Nếu thấy chưa đúng, hãy gửi ý kiến cho ban tổ chức kèm mã bài thi bên dưới; khi được chấp nhận, lượt thi được tính lại đúng như cũ.',
    lateCounted: (count: number) =>
      `${count} lần trả lời bạn chọn trước giờ kết thúc đến máy chủ sau đó và vẫn được tính.`,
    notCounted: 'Lượt này không phải lượt được tính theo thể lệ. Thứ hạng dưới đây theo lượt được tính của bạn.',
    keysNever: 'Theo thể lệ, cuộc thi này không công bố đáp án trên hệ thống.',
    keysLater: (time: string) => `Đáp án và giải thích mở sau khi vòng thi đóng, lúc ${time}.`,
    leaderboard: 'Xem bảng cá nhân',
    unitBoard: 'Xem bảng đơn vị',
    myUnit: 'Đơn vị của tôi',
    reviewTitle: 'Đáp án và giải thích',
    right: 'Đúng',
    wrong: 'Chưa đúng',
    partly: 'Đúng một phần',
    why: 'Giải thích',
    source: 'Nguồn',
  },
  {
    resultTitle: 'Result',
    resultSubmitted: 'Your attempt was received.',
    resultExpired: 'Time was over; the server submitted your attempt.',
    score: 'Score',
    scoreOf: (score: string, max: string) => `${score}/${max}`,
    duration: 'Time used',
    answeredQuestions: 'Answered',
    submittedAt: 'Submitted',
    receipt: 'Receipt',
    receiptHint: 'Keep this code in case you need to ask the organizers.',
    personCode: 'Code in the published results',
    personCodeHint: 'Published results have this code in place of your name, so that you find your row.',
    predicted: 'Prediction',
    practiceNote: 'This was practice: it is not ranked and does not count in the contest.',
    notValid:
      'By the rules an attempt counts only with every question answered, the prediction too where there is one. This one is not complete, so it does not count and is not ranked.',
    setAside: 'This attempt does not count.',
    setAsideCause: {
      signal: 'The organizers looked into it and decided so; it is not ranked and in no figure.',
      merge:
        'You had two accounts that were made one: attempts beyond the limit of the rules do not count, the earliest ones do.',
      other: 'Two of the organizers decided so; it is not ranked and in no figure.',
    },
    setAsideReason: (reason: string) => `Reason: ${reason}`,
    setAsideHeard:
      'Your answers and your score are kept. If you think that this is wrong, write to the organizers with the receipt below; if they agree, the attempt counts again just as before.',
    lateCounted: (count: number) =>
      `${count === 1 ? '1 answer that you chose in time arrived later and counts' : `${count} answers that you chose in time arrived later and count`}.`,
    notCounted: 'By the rules this is not the attempt that counts. The place below is that of the one that does.',
    keysNever: 'By the rules, right answers of this contest are not published here.',
    keysLater: (time: string) => `Right answers and explanations open after the close, at ${time}.`,
    leaderboard: 'See the board of persons',
    unitBoard: 'See the board of units',
    myUnit: 'My unit',
    reviewTitle: 'Right answers and explanations',
    right: 'Right',
    wrong: 'Not right',
    partly: 'Partly right',
    why: 'Why',
    source: 'Source',
  },
);
