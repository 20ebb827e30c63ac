import { defineText } from './define-text.ts';

/** Words of the pages of signals, for organizers and auditors. */
export const signalsText = defineText(
  {
    title: 'Dấu hiệu cần xem xét',
    pageTitle: (contest: string) => `Dấu hiệu cần xem xét: ${contest}`,
    lead: 'Máy tìm những lượt thi khác thường và đưa ra số liệu. Dấu hiệu không phải là bằng chứng vi phạm: không lượt nào bị loại tự động, con người xem xét, hỏi lại người dự thi rồi quyết định.',
    looked: (round: string, count: string, at: string) => `${round}: đã xem ${count} lượt thi, lần gần nhất ${at}.`,
    notLooked: (round: string) =>
      `${round}: chưa xem. Máy tự xem khi vòng có từ 200 lượt thi xong, và một lần nữa sau khi vòng kết thúc.`,
    filter: 'Lọc',
    state: 'Trạng thái',
    kind: 'Loại',
    round: 'Vòng',
    unit: 'Đơn vị',
    any: 'Tất cả',
    all: 'Tất cả',
    apply: 'Lọc',
    clear: 'Bỏ lọc',
    filteredUnit: (name: string) => `Chỉ xem dấu hiệu của đơn vị ${name} và các đơn vị bên trong.`,
    states: { open: 'Mới', asked: 'Đang hỏi', dismissed: 'Bỏ qua', upheld: 'Có căn cứ' },
    kinds: {
      speed: 'Nhanh bất thường',
      sameAnswers: 'Trả lời giống nhau',
      jump: 'Đúng nhiều hẳn lên',
      manyAccounts: 'Nhiều tài khoản một máy',
      distantNetworks: 'Hai mạng xa nhau',
    },
    empty: 'Chưa có dấu hiệu nào. Khi máy tìm thấy điều khác thường, dấu hiệu sẽ hiện ở đây, mạnh nhất đứng đầu.',
    emptyFilter: 'Không có dấu hiệu nào khớp với phần lọc. Hãy bỏ bớt điều kiện.',
    caption: (count: string) => `${count} dấu hiệu, mạnh nhất đứng đầu`,
    what: 'Dấu hiệu',
    strength: 'Độ mạnh',
    foundAt: 'Tìm thấy',
    weak: 'yếu',
    middle: 'vừa',
    strong: 'mạnh',
    strengthOf: (word: string, percent: string) => `${word} (${percent})`,
    deadline: (at: string) => `Hạn trả lời ${at}`,
    speedLine: (seconds: string, share: string, needed: string) =>
      `Làm xong trong ${seconds} giây, đạt ${share} số điểm; đọc hết đề cần ít nhất ${needed} giây`,
    sameLine: (size: string, wrong: string, common: string) =>
      `${size} lượt thi; hai lượt giống nhau nhất có ${wrong} câu sai y hệt trong ${common} câu chung`,
    jumpLine: { round: 'Cả vòng thi', unit: 'Một đơn vị', item: 'Một câu hỏi' },
    jumpFrom: (at: string) => `từ ${at}`,
    accountsLine: (accounts: string, units: string, overlaps: string) =>
      `${accounts} tài khoản của ${units} đơn vị trên một máy; ${overlaps} lượt chồng giờ nhau`,
    networksLine: (networks: string, devices: string) =>
      `Một lượt thi qua lại giữa ${networks} mạng xa nhau, ${devices} máy`,
    thresholds: 'Máy tìm bằng cách nào',
    thresholdsLead:
      'Các ngưỡng được công bố để ai cũng kiểm tra được. Người thi thật trong các vòng mô phỏng 5.000 người không tạo ra dấu hiệu nào về tốc độ, trả lời giống nhau và đúng nhiều hẳn lên.',
    rules: {
      speed: (rate: string, share: string, part: string) =>
        `Nhanh bất thường: đạt từ ${share} số điểm trong chưa đến ${part} thời gian ngắn nhất để đọc đề (${rate} tiếng mỗi giây, gần gấp đôi tốc độ nói, cộng nửa giây chọn mỗi câu), và cả vòng chỉ có rất ít người nhanh như vậy.`,
      sameAnswers: (wrong: string) =>
        `Trả lời giống nhau: hai lượt thi cùng đơn vị, nộp cách nhau không quá một giờ, trùng từ ${wrong} câu sai trở lên và trùng nhiều hơn mức ngẫu nhiên cho phép, đã tính đến trình độ hai người, độ khó từng câu và số cặp được so.`,
      jump: (rise: string, fall: string) =>
        `Đúng nhiều hẳn lên: từ một thời điểm, tỷ lệ đúng tăng ít nhất ${rise} trong khi thời gian giảm ít nhất ${fall}, và giữ như vậy về sau.`,
      manyAccounts: (count: string) =>
        `Nhiều tài khoản một máy: từ ${count} tài khoản thi trên cùng một máy trong một vòng. Phòng máy của trường là bình thường nên dấu hiệu này yếu khi các lượt nối tiếp nhau trong một đơn vị.`,
      distantNetworks:
        'Hai mạng xa nhau: một lượt thi nhận câu trả lời xen kẽ từ hai nhà mạng hoặc hai vùng mạng khác nhau.',
    },
    link: 'Dấu hiệu cần xem xét',
    linkNote: 'Những lượt thi khác thường để ban tổ chức xem xét.',
  },
  {
    title: 'Signals',
    pageTitle: (contest: string) => `Signals: ${contest}`,
    lead: 'The machine looks for unusual attempts and gives figures. A signal is no proof: no attempt is disqualified by itself; people look into it, ask the contestant, and decide.',
    looked: (round: string, count: string, at: string) => `${round}: ${count} attempts were looked at, last ${at}.`,
    notLooked: (round: string) =>
      `${round}: not looked at yet. It is looked at from 200 finished attempts on, and once more when the round is over.`,
    filter: 'Filter',
    state: 'State',
    kind: 'Kind',
    round: 'Round',
    unit: 'Unit',
    any: 'Any',
    all: 'All',
    apply: 'Filter',
    clear: 'Clear filters',
    filteredUnit: (name: string) => `Only signals of ${name} and the units within.`,
    states: { open: 'New', asked: 'Asked', dismissed: 'Dismissed', upheld: 'Upheld' },
    kinds: {
      speed: 'Unusual speed',
      sameAnswers: 'Equal answers',
      jump: 'Sudden rise',
      manyAccounts: 'Many accounts, one device',
      distantNetworks: 'Two distant networks',
    },
    empty: 'No signal yet. What is unusual will stand here, the strongest first.',
    emptyFilter: 'No signal fits the filters. Take some away.',
    caption: (count: string) => `${count} signals, the strongest first`,
    what: 'Signal',
    strength: 'Strength',
    foundAt: 'Found',
    weak: 'weak',
    middle: 'middling',
    strong: 'strong',
    strengthOf: (word: string, percent: string) => `${word} (${percent})`,
    deadline: (at: string) => `Answer until ${at}`,
    speedLine: (seconds: string, share: string, needed: string) =>
      `Done in ${seconds} seconds with ${share} of the marks; reading the paper takes ${needed} seconds at least`,
    sameLine: (size: string, wrong: string, common: string) =>
      `${size} attempts; the two most alike share ${wrong} equal wrong answers in ${common} common questions`,
    jumpLine: { round: 'The whole round', unit: 'One unit', item: 'One question' },
    jumpFrom: (at: string) => `from ${at}`,
    accountsLine: (accounts: string, units: string, overlaps: string) =>
      `${accounts} accounts of ${units} units on one device; ${overlaps} attempts overlap`,
    networksLine: (networks: string, devices: string) =>
      `One attempt went to and fro between ${networks} distant networks, ${devices} devices`,
    thresholds: 'How they are found',
    thresholdsLead:
      'Thresholds are open, so that anybody can check them. Honest people in simulated rounds of 5,000 gave no signal of speed, equal answers or sudden rise.',
    rules: {
      speed: (rate: string, share: string, part: string) =>
        `Unusual speed: ${share} of the marks or more in under ${part} of the shortest time to read the paper (${rate} syllables a second, nearly twice the speed of speech, and half a second to choose), where hardly anybody in the round was as fast.`,
      sameAnswers: (wrong: string) =>
        `Equal answers: two attempts of a unit that ended within an hour, with ${wrong} equal wrong answers or more, agree more than chance allows, with the ability of both, the difficulty of each question and the number of pairs taken into account.`,
      jump: (rise: string, fall: string) =>
        `Sudden rise: from a moment on right answers rise by ${rise} or more while the time falls by ${fall} or more, and it stays so.`,
      manyAccounts: (count: string) =>
        `Many accounts, one device: ${count} accounts or more on one device in one round. School computer rooms are normal, so it stays weak where attempts of one unit follow one another.`,
      distantNetworks:
        'Two distant networks: one attempt got answers by turns from two providers or two regions of a network.',
    },
    link: 'Signals',
    linkNote: 'Unusual attempts for the organizers to look into.',
  },
);
