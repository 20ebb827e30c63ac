import { defineText } from './define-text.ts';

/** Words of confirmations of having taken part: for who shows one, and for who checks one. */
export const confirmationsText = defineText(
  {
    title: 'Xác nhận tham gia',
    document: 'Xác nhận đã tham gia',
    confirms: 'Xác nhận',
    ofUnit: 'Đơn vị',
    took: 'đã tham gia cuộc thi',
    since: 'Tham gia từ',
    code: 'Mã xác nhận',
    qr: (address: string) => `Mã QR dẫn đến ${address}`,
    howTo:
      'Đưa màn hình này cho người kiểm tra quét mã QR, hoặc đọc mã xác nhận cho họ. Không cần chụp màn hình kết quả để nộp.',
    whatItTells:
      'Trang kiểm tra chỉ cho biết đơn vị, cuộc thi và ngày tham gia; không cho biết họ tên, điểm hay tài khoản của bạn.',
    checkAt: (address: string) => `Kiểm tra mã tại ${address}`,
    print: 'Để in, dùng lệnh In của trình duyệt.',
    notYetTitle: 'Chưa có xác nhận',
    notYet:
      'Bạn chưa bắt đầu lượt thi nào được tính trong cuộc thi này, nên chưa có xác nhận. Luyện tập không được tính. Sau khi bắt đầu làm bài thi, hãy mở lại trang này.',
    toContest: 'Đến trang cuộc thi',
    back: 'Về trang cuộc thi',

    checkTitle: 'Kiểm tra xác nhận tham gia',
    checkLead: 'Gõ mã ghi dưới mã QR trên xác nhận. Viết hoa hay viết thường, có dấu cách hay gạch nối đều được.',
    checkButton: 'Kiểm tra mã',
    codeHint: 'Ví dụ: 7K3MX-9P0RT-4HJ2C',
    codeFault: (typed: number) =>
      `Mã xác nhận có 15 chữ và số; mã vừa gõ đọc được ${typed}, hoặc có chữ không dùng trong mã. Hãy đối chiếu từng nhóm rồi gõ lại.`,
    valid: 'Mã hợp lệ',
    someone: (unit: string) => `Một người của ${unit}`,
    tookPartIn: 'đã tham gia',
    on: (day: string) => `ngày ${day}`,
    nothingElse: 'Trang này không cho biết họ tên, điểm hay tài khoản của người đó.',
    unknownTitle: 'Không có mã này',
    unknown: 'Không có xác nhận nào mang mã này. Hãy đối chiếu lại từng nhóm chữ và số, rồi gõ lại mã.',
    compareTitle: 'Đúng là người này?',
    compareLead:
      'Gõ họ tên người đưa mã cho bạn. Hệ thống chỉ trả lời trùng khớp hay không khớp; tên bạn gõ không được lưu lại.',
    fullName: 'Họ và tên',
    birthYear: 'Năm sinh',
    compare: 'Đối chiếu',
    same: 'Trùng khớp: mã này là của người có tên như bạn đã gõ.',
    other:
      'Không khớp. Hãy kiểm tra cách viết họ tên, năm sinh rồi thử lại; nếu vẫn không khớp thì mã không phải của người này.',
    another: 'Kiểm tra mã khác',
    faults: {
      fullNameMissing: 'Hãy gõ họ và tên.',
      fullNameLong: 'Họ và tên dài nhất là 80 ký tự.',
      birthYearForm: 'Năm sinh gồm bốn chữ số, ví dụ 1990, hoặc để trống.',
      unknownField: 'Biểu mẫu gửi lên có trường lạ nên không được nhận. Hãy tải lại trang rồi gõ lại.',
    },
  },
  {
    title: 'Confirmation',
    document: 'Confirmation of taking part',
    confirms: 'This confirms that',
    ofUnit: 'Unit',
    took: 'took part in the contest',
    since: 'Taking part since',
    code: 'Code',
    qr: (address: string) => `QR code of ${address}`,
    howTo:
      'Let whoever checks scan the QR code from your screen, or read the code to them. Nobody needs a screenshot of your result.',
    whatItTells:
      'The page that checks it tells the unit, the contest and the day only; not your name, score or account.',
    checkAt: (address: string) => `Check the code at ${address}`,
    print: 'To print it, use the Print command of your browser.',
    notYetTitle: 'No confirmation yet',
    notYet:
      'You have started no attempt that counts in this contest, so there is no confirmation. Practice does not count. Open this page again once you have started.',
    toContest: 'To the contest',
    back: 'Back to the contest',

    checkTitle: 'Check a confirmation',
    checkLead: 'Type the code below the QR code. Capitals, spaces and dashes do not matter.',
    checkButton: 'Check the code',
    codeHint: 'For example: 7K3MX-9P0RT-4HJ2C',
    codeFault: (typed: number) =>
      `A code has 15 letters and digits; yours was read as ${typed}, or has letters that no code has. Compare it group by group and type it again.`,
    valid: 'The code is valid',
    someone: (unit: string) => `Somebody of ${unit}`,
    tookPartIn: 'took part in',
    on: (day: string) => `on ${day}`,
    nothingElse: 'This page tells nothing of the person’s name, score or account.',
    unknownTitle: 'No such code',
    unknown: 'There is no confirmation with this code. Compare it group by group and type it again.',
    compareTitle: 'Is it this person?',
    compareLead: 'Type the name of whoever gave you the code. The answer is yes or no; the name you type is not kept.',
    fullName: 'Full name',
    birthYear: 'Year of birth',
    compare: 'Compare',
    same: 'It matches: the code belongs to somebody of that name.',
    other: 'It does not match. Check the spelling and the year and try again; else the code is not this person’s.',
    another: 'Check another code',
    faults: {
      fullNameMissing: 'Type the full name.',
      fullNameLong: 'A full name has at most 80 characters.',
      birthYearForm: 'A year of birth has four digits, for example 1990, or stays empty.',
      unknownField: 'The form has a field that is not ours, so it was not taken. Reload the page and type it again.',
    },
  },
);
