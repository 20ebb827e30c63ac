import { defineText } from './define-text.ts';

type Words = Readonly<Record<string, string>>;

const classesVi: Words = {
  basic: 'cơ bản',
  sensitive: 'nhạy cảm hoặc được bảo vệ như vậy',
  pseudonym: 'mã, không đọc ra người',
};

const classesEn: Words = {
  basic: 'basic',
  sensitive: 'sensitive, or treated so',
  pseudonym: 'pseudonym',
};

const purposesVi: Words = {
  contest: 'tổ chức cuộc thi, xếp hạng, thống kê theo đơn vị',
  signIn: 'đăng nhập',
  boardName: 'ghi tên trên bảng xếp hạng',
  categories: 'số liệu tổng hợp theo đối tượng',
  learning: 'giúp học tiếp',
  security: 'giữ an toàn tài khoản',
  fairness: 'giữ công bằng, xử lý bất thường',
  messages: 'gửi tin',
  proof: 'chứng minh, giải quyết khiếu nại',
  unitList: 'đơn vị nhắc người của mình',
};

const purposesEn: Words = {
  contest: 'running the contest, ranking, statistics by unit',
  signIn: 'signing in',
  boardName: 'the name on boards',
  categories: 'sums by who people are',
  learning: 'going on learning',
  security: 'safety of accounts',
  fairness: 'fairness',
  messages: 'sending messages',
  proof: 'proof, objections',
  unitList: 'reminders by the own unit',
};

const sourcesVi: Words = {
  register: 'hỏi khi đăng ký',
  account: 'bạn tự khai ở trang Tài khoản',
  contest: 'hỏi khi vào cuộc thi',
  use: 'phát sinh khi dùng',
  unit: 'đơn vị cung cấp',
  organizers: 'ban tổ chức ghi',
};

const sourcesEn: Words = {
  register: 'asked when registering',
  account: 'given on the account page',
  contest: 'asked on entry',
  use: 'arises in use',
  unit: 'given by the unit',
  organizers: 'written by organizers',
};

const viewersVi: Words = {
  self: 'chính bạn',
  unitManager: 'đầu mối đơn vị',
  organizers: 'ban tổ chức',
  auditors: 'người kiểm tra',
  security: 'người giữ an toàn',
  everybodyMasked: 'mọi người, tên viết tắt',
  sumsOnly: 'chỉ trong số tổng hợp',
  nobody: 'không ai khác',
};

const viewersEn: Words = {
  self: 'yourself',
  unitManager: 'contact of the unit',
  organizers: 'organizers',
  auditors: 'auditors',
  security: 'security staff',
  everybodyMasked: 'everybody, name shortened',
  sumsOnly: 'in sums only',
  nobody: 'nobody else',
};

const periodsVi: Words = {
  account: 'đến khi xóa tài khoản; 24 tháng không dùng thì tự xóa',
  session: 'xóa khi hết phiên',
  code: '24 giờ sau khi hết hạn',
  challenge: 'vài phút',
  limit: 'đến khi hết thời gian chờ',
  trace: '90 ngày',
  message: '30 ngày',
  look: '24 tháng',
  results: 'theo hồ sơ cuộc thi; xóa tài khoản thì chỉ còn mã, không còn tên',
  request: '24 tháng sau khi xong',
  audit: '5 năm',
  roster: 'đến khi đơn vị thay hoặc bỏ danh sách',
};

const periodsEn: Words = {
  account: 'until the account is erased; erased after 24 months without use',
  session: 'until the session ends',
  code: '24 hours after expiry',
  challenge: 'some minutes',
  limit: 'until the waiting time ends',
  trace: '90 days',
  message: '30 days',
  look: '24 months',
  results: 'with the records of the contest; without the name once the account is erased',
  request: '24 months after its end',
  audit: '5 years',
  roster: 'until the unit replaces or drops its list',
};

const erasingVi: Words = {
  delete: 'xóa',
  officialResult: 'giữ dưới mã, vì kết quả đã công bố dựa vào đó',
  proofOfConsent: 'giữ để chứng minh đã đồng ý và rút lại; tên người giám hộ bị xóa',
  accountability: 'giữ dưới mã để giải trình',
  tombstone: 'giữ mã để xóa lại khi khôi phục bản sao cũ',
  unitsOwnList: 'bỏ liên kết với tài khoản; danh sách là của đơn vị',
};

const erasingEn: Words = {
  delete: 'deleted',
  officialResult: 'kept under a code, as published results rest on it',
  proofOfConsent: 'kept as proof of consent; the guardian’s name is deleted',
  accountability: 'kept under a code, for accountability',
  tombstone: 'kept, so that a restored copy is erased again',
  unitsOwnList: 'unlinked; the list is the unit’s own',
};

/** Words of the register of personal data. */
export const dataRegisterText = defineText(
  {
    classes: classesVi,
    purposes: purposesVi,
    sources: sourcesVi,
    viewers: viewersVi,
    periods: periodsVi,
    erasing: erasingVi,
  },
  {
    classes: classesEn,
    purposes: purposesEn,
    sources: sourcesEn,
    viewers: viewersEn,
    periods: periodsEn,
    erasing: erasingEn,
  },
);
