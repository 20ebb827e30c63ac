import { defineText } from './define-text.ts';

/** Words of what is done with a signal, by those who decide and by those who are asked. */
export const signalActsText = defineText(
  {
    hearing: 'Hỏi và quyết định',
    conflictOwn: 'Dấu hiệu này nói về chính bạn. Bạn xem được nhưng không quyết định được; hãy để người khác làm.',
    conflictUnit:
      'Có người cùng đơn vị với bạn. Bạn vẫn quyết định được, nhưng nên để người khác làm để tránh nghi ngờ thiên vị.',
    onlySee: 'Bạn xem được dấu hiệu này nhưng không có quyền quyết định.',
    notAsked: 'Chưa hỏi ai. Người dự thi chưa biết về dấu hiệu này.',
    ask: 'Mời giải trình',
    askHint:
      'Mỗi người liên quan thấy một thông báo trung tính trong tài khoản, không nêu người khác, và có 3 ngày để trả lời.',
    asked: (at: string, until: string) => `Đã mời giải trình ${at}. Hạn trả lời ${until}.`,
    heard: (count: string, all: string) => `${count} trong ${all} người đã trả lời.`,
    statements: 'Ý kiến của người dự thi',
    noStatement: 'Chưa có ai trả lời.',
    dismiss: 'Bỏ qua dấu hiệu',
    dismissHint: 'Có lời giải thích hợp lý, hoặc số liệu nói quá ít. Kết quả thi giữ nguyên.',
    uphold: 'Kết luận có căn cứ',
    upholdHint:
      'Chưa có gì bị loại: việc này tạo đề nghị không tính các lượt đã chọn, và một người khác phải đồng ý thì mới có hiệu lực.',
    upholdNobody: 'Dấu hiệu này không nói về người nào, nên kết luận không động đến lượt thi nào.',
    upholdLater: (until: string) =>
      `Chỉ kết luận được sau khi những người liên quan đã trả lời, hoặc sau hạn ${until}.`,
    upholdAsk: 'Muốn kết luận có căn cứ, hãy mời giải trình trước.',
    which: 'Những lượt thi đề nghị không tính',
    reason: 'Lý do',
    reasonHint: 'Người dự thi đọc được lý do này. Ít nhất 5 ký tự, nhiều nhất 500.',
    decided: {
      dismissed: (at: string, by: string) => `Đã bỏ qua ${at}, người quyết định: ${by}.`,
      upheld: (at: string, by: string) => `Đã kết luận có căn cứ ${at}, người quyết định: ${by}.`,
    },
    proposals: 'Các đề nghị đang chờ người thứ hai',
    done: {
      asked: 'Đã mời giải trình. Người liên quan thấy thông báo trong tài khoản của mình.',
      dismissed: 'Đã bỏ qua dấu hiệu. Kết quả thi giữ nguyên.',
      upheld: 'Đã ghi kết luận. Đề nghị không tính lượt thi đang chờ người thứ hai.',
    },
    unknownPerson: 'tài khoản không còn',
    ownTitle: 'Ban tổ chức muốn nghe bạn',
    ownLead: (contest: string, round: string) =>
      `Khi xem lại bài thi của ${contest}, ${round}, ban tổ chức thấy có điểm cần hỏi thêm về một lượt thi của bạn.`,
    ownCalm:
      'Đây không phải là lời buộc tội. Chưa có gì thay đổi với kết quả của bạn, và nhiều trường hợp có lời giải thích bình thường.',
    ownAbout: {
      speed: 'Điểm cần hỏi: lượt thi xong rất nhanh so với độ dài của đề.',
      sameAnswers: 'Điểm cần hỏi: nhiều câu trả lời giống với một số bài thi khác.',
      jump: 'Điểm cần hỏi: kết quả của vòng thi thay đổi đột ngột.',
      manyAccounts: 'Điểm cần hỏi: máy bạn dùng cũng được dùng cho nhiều tài khoản dự thi khác.',
      distantNetworks: 'Điểm cần hỏi: câu trả lời đến từ hai mạng khác nhau xen kẽ trong một lượt thi.',
    },
    ownUntil: (until: string) => `Bạn có thể trả lời đến ${until}. Không trả lời cũng không bị coi là nhận lỗi.`,
    ownLate: (until: string) => `Hạn trả lời là ${until} và đã qua, nhưng bạn vẫn gửi được khi chưa có quyết định.`,
    ownText: 'Điều bạn muốn nói',
    ownTextHint:
      'Ví dụ: bạn ôn thế nào, thi ở đâu, dùng máy của ai. Nhiều nhất 2.000 ký tự. Gửi rồi thì không sửa được.',
    send: 'Gửi ban tổ chức',
    ownSent: 'Những gì bạn đã gửi',
    sent: 'Đã gửi. Ban tổ chức sẽ đọc trước khi quyết định.',
    ownDismissed: (at: string) => `Ban tổ chức đã xem xét xong ${at}. Kết quả thi của bạn giữ nguyên.`,
    ownUpheld: (at: string) =>
      `Ban tổ chức kết luận ${at} rằng dấu hiệu có căn cứ, và có thể đề nghị không tính lượt thi của bạn; việc đó cần người thứ hai đồng ý. Nếu lượt thi không được tính, trang kết quả của bạn sẽ ghi rõ.`,
    ownReason: 'Lý do',
    ownResult: 'Xem kết quả lượt thi',
    ownRights: 'Ai xem thông tin này và giữ bao lâu',
    notice: 'Ban tổ chức muốn hỏi thêm về một lượt thi của bạn.',
    noticeUntil: (until: string) => `Bạn có thể trả lời đến ${until}.`,
    noticeOpen: 'Xem và trả lời',
    noticeDone: 'Ban tổ chức đã xem xét xong việc hỏi thêm về lượt thi của bạn.',
    noticeSee: 'Xem quyết định',
  },
  {
    hearing: 'Ask and decide',
    conflictOwn: 'This signal is about you. You may see it and not decide; leave it to somebody else.',
    conflictUnit:
      'It is about somebody of your own unit. You may decide, and it is better if somebody else does, so that nobody suspects favour.',
    onlySee: 'You may see this signal and have no right to decide.',
    notAsked: 'Nobody was asked. The contestant does not know of this signal.',
    ask: 'Ask for a statement',
    askHint: 'Each person sees a neutral notice in the account, which names nobody else, and has 3 days to answer.',
    asked: (at: string, until: string) => `Asked ${at}. Answers until ${until}.`,
    heard: (count: string, all: string) => `${count} of ${all} people have answered.`,
    statements: 'What contestants say',
    noStatement: 'Nobody has answered.',
    dismiss: 'Dismiss the signal',
    dismissHint: 'There is a good explanation, or the figures say too little. Results stay as they are.',
    uphold: 'Uphold the signal',
    upholdHint:
      'Nothing is taken away yet: this proposes that the chosen attempts do not count, and a second person has to agree.',
    upholdNobody: 'This signal is about no person, so upholding it touches no attempt.',
    upholdLater: (until: string) => `It can be upheld once those whom it is about have answered, or after ${until}.`,
    upholdAsk: 'To uphold it, ask for a statement first.',
    which: 'Attempts that shall not count',
    reason: 'Reason',
    reasonHint: 'The contestant reads it. At least 5 characters, at most 500.',
    decided: {
      dismissed: (at: string, by: string) => `Dismissed ${at} by ${by}.`,
      upheld: (at: string, by: string) => `Upheld ${at} by ${by}.`,
    },
    proposals: 'Proposals that wait for a second person',
    done: {
      asked: 'Asked. Those whom it is about see a notice in their account.',
      dismissed: 'Dismissed. Results stay as they are.',
      upheld: 'Upheld. The proposals wait for a second person.',
    },
    unknownPerson: 'an account that is gone',
    ownTitle: 'The organizers want to hear you',
    ownLead: (contest: string, round: string) =>
      `Looking through ${contest}, ${round}, the organizers have a question about an attempt of yours.`,
    ownCalm:
      'This is no accusation. Nothing about your result has changed, and many cases have an ordinary explanation.',
    ownAbout: {
      speed: 'What they ask about: the attempt was over very soon for the length of the paper.',
      sameAnswers: 'What they ask about: many answers are equal to those of some other attempts.',
      jump: 'What they ask about: results of the round changed suddenly.',
      manyAccounts: 'What they ask about: the device that you used was used for many other accounts.',
      distantNetworks: 'What they ask about: answers came by turns from two networks in one attempt.',
    },
    ownUntil: (until: string) => `You may answer until ${until}. Not answering is no admission.`,
    ownLate: (until: string) =>
      `The time to answer ended ${until}, and you may still send something while nothing is decided.`,
    ownText: 'What you want to say',
    ownTextHint:
      'For example how you prepared, where you sat, whose device it was. At most 2,000 characters. It cannot be changed once sent.',
    send: 'Send to the organizers',
    ownSent: 'What you have sent',
    sent: 'Sent. The organizers read it before they decide.',
    ownDismissed: (at: string) => `The organizers were done with this ${at}. Your result stays as it is.`,
    ownUpheld: (at: string) =>
      `The organizers found ${at} that this is right, and may propose that your attempt does not count; a second person has to agree. If it does not count, your result page says so.`,
    ownReason: 'Reason',
    ownResult: 'See the result of the attempt',
    ownRights: 'Who sees this and how long it is kept',
    notice: 'The organizers have a question about an attempt of yours.',
    noticeUntil: (until: string) => `You may answer until ${until}.`,
    noticeOpen: 'See and answer',
    noticeDone: 'The organizers are done with their question about your attempt.',
    noticeSee: 'See the decision',
  },
);
