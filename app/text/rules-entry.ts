import { defineText } from './define-text.ts';

/** Words of the rules page: what the contest is, who may enter, when rounds are, and what the organizers may adjust. */
export const rulesEntryText = defineText(
  {
    contest: 'Cuộc thi',
    title: (title: string) => `Tên cuộc thi: ${title}.`,
    organizer: (name: string) => `Ban tổ chức: ${name}.`,
    audience: (who: string) => `Đối tượng: ${who}.`,
    clock:
      'Mọi giờ ghi trong thể lệ là giờ Việt Nam và tính theo đồng hồ của máy chủ, không theo đồng hồ trên máy của người dự thi.',
    source:
      'Thể lệ này được lập từ chính bản mô tả mà hệ thống dùng để tổ chức cuộc thi: điều ghi ở đây là điều hệ thống làm.',

    who: 'Ai được dự thi',
    age: (age: number) =>
      `Người dự thi phải đủ ${age} tuổi, tính theo năm sinh: lấy năm của ngày bắt đầu lượt thi trừ đi năm sinh.`,
    ageExample: (year: number, birthYear: number) =>
      `Dự thi trong năm ${year} thì phải sinh từ năm ${birthYear} trở về trước.`,
    noAge: 'Không giới hạn tuổi.',
    openToAll: 'Ai có tài khoản trên hệ thống cũng dự thi được, không phân biệt đơn vị.',
    invited: 'Chỉ người thuộc một trong các đơn vị, khối sau đây được dự thi:',
    invitedUnit: (name: string) => `${name} và các đơn vị trực thuộc`,
    invitedBlock: (name: string) => `Khối “${name}”`,
    organizersOut: 'Người có quyền tổ chức cuộc thi trên hệ thống và người có tên trong ban tổ chức không được dự thi.',
    organizersPractise: 'Những người này vẫn được luyện tập.',
    organizersIn: 'Thành viên ban tổ chức cũng được dự thi.',
    everyTime: 'Các điều kiện trên được xét mỗi lần bắt đầu một lượt thi.',
    code: 'Lần đầu vào thi phải nhập mã dự thi do ban tổ chức phát. Viết hoa hay viết thường đều được; nhập đúng một lần thì các lần sau không hỏi lại.',
    noCode: 'Không cần mã dự thi.',
    consent: 'Lần đầu vào thi, người dự thi phải đồng ý với nội dung sau:',
    categories:
      'Lần đầu vào thi, người dự thi được hỏi mình thuộc nhóm nào trong các nhóm sau. Không bắt buộc trả lời, không ảnh hưởng đến bài thi và kết quả; câu trả lời chỉ dùng trong số liệu tổng hợp, chỉ lưu khi người đó đồng ý và lúc nào cũng rút lại được:',
    unit: 'Kết quả được tính cho đơn vị ghi trong tài khoản lúc người dự thi bắt đầu lượt thi đầu tiên của cuộc thi.',

    rounds: 'Các vòng thi và thời gian',
    roundsCaption: 'Lịch các vòng thi',
    round: 'Vòng',
    opens: 'Mở lúc',
    lastStart: 'Bắt đầu làm bài trước',
    closes: 'Đóng lúc',
    time: 'Thời gian làm bài',
    endOfDay: (time: string, day: string) => `${time} (hết ngày ${day})`,
    halfOpen:
      'Vòng thi mở từ đúng giờ mở và đóng từ đúng giờ đóng. Bắt đầu đúng vào giờ mở là được; đúng vào giờ ghi ở cột “Bắt đầu làm bài trước” là không được nữa.',
    ofRounds: (rounds: string, sentence: string) => `${rounds}: ${sentence}`,
    personalCut: (time: string) =>
      `Mỗi lượt thi dài ${time}, tính riêng từ lúc người đó bắt đầu. Vòng đóng thì bài đang làm cũng hết giờ: ai bắt đầu khi còn ít hơn ${time} thì chỉ có phần thời gian còn lại.`,
    personalFull: (time: string) =>
      `Mỗi lượt thi dài ${time}, tính riêng từ lúc người đó bắt đầu. Ai bắt đầu kịp thì được làm đủ ${time}, kể cả khi vòng đã đóng.`,
    fixed: (time: string) =>
      `Thời gian làm bài là ${time}, tính chung cho mọi người từ giờ mở của vòng: ai vào muộn thì còn ít thời gian hơn, và không ai làm quá giờ đóng.`,
    entryFor: (time: string) =>
      `Chỉ bắt đầu được lượt thi trong ${time} đầu, kể từ giờ mở; sau đó người đang làm vẫn làm tiếp.`,
    adjusted: (round: string, plan: string) =>
      `${round}: ban tổ chức đã điều chỉnh giờ. Theo kế hoạch ban đầu, vòng đóng lúc ${plan}; bảng trên ghi giờ sau khi điều chỉnh.`,
    paused: (round: string, since: string) =>
      `${round} đang tạm dừng từ ${since}: giờ đóng còn lùi thêm cho đến khi ban tổ chức cho thi tiếp.`,

    incidents: 'Tạm dừng, gia hạn và thêm thời gian',
    pause:
      'Khi có sự cố, ban tổ chức có thể tạm dừng một vòng. Trong lúc tạm dừng, không ai bắt đầu được lượt mới, bài đang làm vẫn lưu được, và đồng hồ của mọi bài đứng lại: giờ hết bài, hạn bắt đầu và giờ đóng lùi thêm đúng bằng thời gian tạm dừng.',
    extension:
      'Gia hạn một vòng là lùi giờ đóng và hạn bắt đầu của vòng đó. Thời gian làm bài của mỗi lượt không dài hơn quy định.',
    extraTime:
      'Ban tổ chức có thể thêm thời gian làm bài cho một người, hoặc cho mọi người của một đơn vị. Thời gian thêm được cộng vào giờ hết bài, kể cả khi quá giờ đóng.',
    atOnce:
      'Điều chỉnh có hiệu lực ngay với bài đang làm. Mỗi điều chỉnh đều ghi lại lý do, người thực hiện và thời điểm, và có thể bị hủy; hủy không lấy lại thời gian đã trôi qua.',
    notAfterwards: 'Vòng đã chốt kết quả thì không điều chỉnh được nữa.',
  },
  {
    contest: 'The contest',
    title: (title: string) => `Contest: ${title}.`,
    organizer: (name: string) => `Organizer: ${name}.`,
    audience: (who: string) => `For: ${who}.`,
    clock: 'All times are those of Viet Nam, by the clock of the server and not by that of anybody’s device.',
    source:
      'These rules are made from the very description that the system runs the contest by: what stands here is what it does.',

    who: 'Who may enter',
    age: (age: number) =>
      `People must be ${age} years old, by the year of birth: the year of the day on which an attempt starts less the year of birth.`,
    ageExample: (year: number, birthYear: number) => `In ${year} that is people born in ${birthYear} or before.`,
    noAge: 'There is no age limit.',
    openToAll: 'Everybody with an account may enter, whatever the unit.',
    invited: 'Only people of one of these units or blocks may enter:',
    invitedUnit: (name: string) => `${name} and the units below it`,
    invitedBlock: (name: string) => `Block “${name}”`,
    organizersOut:
      'People who have the right to organize contests, and those named as members of the organizing board, may not enter.',
    organizersPractise: 'They may practise.',
    organizersIn: 'Members of the organizing board may enter too.',
    everyTime: 'These conditions are looked at whenever an attempt starts.',
    code: 'Whoever enters for the first time must give the access code that the organizers hand out. Capitals do not matter; once given, it is not asked for again.',
    noCode: 'No access code is needed.',
    consent: 'Whoever enters for the first time must agree to this:',
    categories:
      'Whoever enters for the first time is asked which of these groups they belong to. Nobody has to answer, and it changes nothing for the attempt and the result; answers are used in sums alone, kept with the person’s consent only, and can be withdrawn at any time:',
    unit: 'Results count for the unit of the account at the start of the person’s first attempt in the contest.',

    rounds: 'Rounds and times',
    roundsCaption: 'Times of the rounds',
    round: 'Round',
    opens: 'Opens',
    lastStart: 'Start before',
    closes: 'Closes',
    time: 'Time',
    endOfDay: (time: string, day: string) => `${time} (end of ${day})`,
    halfOpen:
      'A round is open from the very instant of its opening and closed from the very instant of its close. Starting at the opening is possible; starting at the time in the column “Start before” no longer is.',
    ofRounds: (rounds: string, sentence: string) => `${rounds}: ${sentence}`,
    personalCut: (time: string) =>
      `Each attempt lasts ${time} from the person’s own start. The close ends attempts under way: whoever starts with less than ${time} to go has what is left.`,
    personalFull: (time: string) =>
      `Each attempt lasts ${time} from the person’s own start. Whoever starts in time has the whole ${time}, even beyond the close.`,
    fixed: (time: string) =>
      `The time is ${time} for everybody from the opening of the round: whoever comes late has less, and nobody goes on after the close.`,
    entryFor: (time: string) =>
      `Attempts start only in the first ${time} after the opening; attempts under way go on after that.`,
    adjusted: (round: string, plan: string) =>
      `${round}: the organizers adjusted the times. It was planned to close at ${plan}; the table shows the times as adjusted.`,
    paused: (round: string, since: string) =>
      `${round} has been paused since ${since}: its close moves on until the organizers let it go on.`,

    incidents: 'Pauses, extensions and extra time',
    pause:
      'When something goes wrong the organizers may pause a round. Meanwhile nobody starts an attempt, answers are still saved, and the clock of every attempt stands still: deadlines, the end of entry and the close move on by just as long.',
    extension:
      'An extension moves the close and the end of entry of a round. No attempt lasts longer than the rules say.',
    extraTime:
      'The organizers may give extra time to a person or to everybody of a unit. It is added to the deadline, even beyond the close.',
    atOnce:
      'Adjustments hold at once, also for attempts under way. Each is kept with its reason, who made it and when, and may be undone; undoing takes back no time that has passed.',
    notAfterwards: 'Once the results of a round are final nothing in it can be adjusted.',
  },
);
