import { defineText } from './define-text.ts';

/**
 * What people agree to, word by word. Changing a sentence of `wordings` needs a new version in app/domain/privacy/consents.ts:
 * what somebody agreed to is kept by version and by hash.
 */
export const consentsText = defineText(
  {
    wordings: {
      contest:
        'Tôi đồng ý để ban tổ chức dùng họ tên, năm sinh, tên đăng nhập, đơn vị và kết quả làm bài của tôi để tổ chức cuộc thi và thống kê theo đơn vị.',
      'contest:guardian':
        'Tôi là cha, mẹ hoặc người giám hộ của người dưới 16 tuổi này. Tôi đồng ý để ban tổ chức dùng họ tên, năm sinh, tên đăng nhập, đơn vị và kết quả làm bài của em để tổ chức cuộc thi và thống kê theo đơn vị. Tên của em không bao giờ hiện đầy đủ trên bảng công khai.',
      boardName: 'Tôi đồng ý ghi đầy đủ họ tên của tôi trên bảng xếp hạng công khai.',
      email:
        'Tôi đồng ý để ban tổ chức giữ địa chỉ thư điện tử của tôi và chỉ dùng để lấy lại mật khẩu, báo tin về tài khoản.',
      traces:
        'Khi bạn làm bài, hệ thống giữ mã băm của thiết bị và của mạng trong 90 ngày để phát hiện gian lận. Từ mã này không đọc ngược ra được thiết bị hay địa chỉ mạng.',
    },
    names: {
      contest: 'Dự thi và thống kê theo đơn vị',
      'contest:guardian': 'Đồng ý của cha, mẹ hoặc người giám hộ',
      boardName: 'Họ tên đầy đủ trên bảng xếp hạng',
      email: 'Thư điện tử',
      traces: 'Dấu vết thiết bị và mạng khi làm bài',
    },
    title: 'Điều đã đồng ý',
    lead: 'Mỗi việc hỏi riêng. Việc không bắt buộc thì không đồng ý vẫn dự thi như mọi người, và rút lại lúc nào cũng được.',
    needed: 'Cần có để dự thi',
    optional: 'Không bắt buộc',
    notice: 'Thông báo',
    given: (at: string, version: string) => `Đã đồng ý lúc ${at} (bản ${version}).`,
    withdrawn: (at: string) => `Đã rút lại lúc ${at}.`,
    notGiven: 'Chưa đồng ý.',
    oldWording:
      'Nội dung đã thay đổi từ khi bạn đồng ý. Hãy đọc lại; điều bạn đã đồng ý trước đây vẫn được giữ nguyên.',
    agree: 'Đồng ý',
    agreeAndGoOn: 'Đồng ý và tiếp tục',
    later: 'Để sau, tiếp tục',
    withdraw: 'Rút lại',
    withdrawContest:
      'Rút lại thì bạn không bắt đầu lượt thi mới được. Bài đang làm vẫn làm tiếp; kết quả đã công bố không thay đổi.',
    withdrawGuardian: 'Rút lại thì em không bắt đầu lượt thi mới được cho đến khi có người giám hộ đồng ý lại.',
    withdrawEmail: 'Rút lại thì địa chỉ thư bị xóa ngay.',
    giveEmail: 'Thêm địa chỉ thư',
    categories: 'Đối tượng dự thi',
    categoriesLead: 'Chỉ dùng cho số liệu tổng hợp; không ai xem được bạn đã chọn gì.',
    categoriesChange: (contest: string) => `Xem, đổi hoặc rút lại: ${contest}`,
    categoriesNone: 'Bạn chưa cho biết đối tượng dự thi ở cuộc thi nào.',
    saved: { given: 'Đã lưu sự đồng ý.', withdrawn: 'Đã rút lại.' },
    guardian: {
      title: 'Người dưới 16 tuổi',
      lead: 'Pháp luật yêu cầu cha, mẹ hoặc người giám hộ đồng ý. Hãy nhờ người lớn điền phần này.',
      blocked:
        'Chưa bắt đầu lượt thi mới được: cần cha, mẹ hoặc người giám hộ đồng ý ở dưới đây. Bài đang làm vẫn làm tiếp.',
      name: 'Họ và tên cha, mẹ hoặc người giám hộ',
      nameHint: 'Được niêm phong; chỉ em và người giám hộ xem lại được ở trang này.',
      relation: 'Quan hệ với em',
      relations: { father: 'Cha', mother: 'Mẹ', guardian: 'Người giám hộ' },
      choose: 'Chọn',
      by: (name: string, relation: string) => `Người đồng ý: ${name} (${relation})`,
      faults: {
        guardianNameMissing: 'Hãy ghi họ và tên cha, mẹ hoặc người giám hộ.',
        guardianRelationMissing: 'Hãy chọn quan hệ với em: cha, mẹ hoặc người giám hộ.',
        guardianConsentMissing: 'Người dưới 16 tuổi cần cha, mẹ hoặc người giám hộ đánh dấu đồng ý.',
      },
    },
    minorName: 'Người dưới 16 tuổi luôn được ghi tên viết tắt trên bảng công khai.',
    blocked: {
      withdrawn:
        'Bạn đã rút lại sự đồng ý nên chưa bắt đầu lượt thi mới được. Muốn thi tiếp, hãy đồng ý lại ở dưới đây.',
    },
  },
  {
    wordings: {
      contest:
        'I agree that the organizers use my name, year of birth, sign-in name, unit and results to run the contest and to make statistics by unit.',
      'contest:guardian':
        'I am the parent or guardian of this person under 16. I agree that the organizers use the name, year of birth, sign-in name, unit and results to run the contest and to make statistics by unit. The full name never stands on public boards.',
      boardName: 'I agree that my full name stands on public boards.',
      email:
        'I agree that the organizers keep my e-mail address, and use it only to recover my password and to tell me about my account.',
      traces:
        'While you work on an attempt, hashes of the device and of the network are kept for 90 days to find cheating. Nobody can read the device or the network address back from them.',
    },
    names: {
      contest: 'Taking part, and statistics by unit',
      'contest:guardian': 'Consent of a parent or guardian',
      boardName: 'Full name on boards',
      email: 'E-mail',
      traces: 'Traces of device and network during attempts',
    },
    title: 'What was agreed to',
    lead: 'Each purpose is asked apart. Who does not agree to an optional one takes part like everybody, and any can be withdrawn at any time.',
    needed: 'Needed to take part',
    optional: 'Optional',
    notice: 'Notice',
    given: (at: string, version: string) => `Agreed at ${at} (version ${version}).`,
    withdrawn: (at: string) => `Withdrawn at ${at}.`,
    notGiven: 'Not agreed.',
    oldWording:
      'The wording has changed since you agreed. Please read it again; what you agreed to before still holds.',
    agree: 'I agree',
    agreeAndGoOn: 'Agree and go on',
    later: 'Later, go on',
    withdraw: 'Withdraw',
    withdrawContest:
      'After withdrawing you cannot start new attempts. One that runs goes on; published results do not change.',
    withdrawGuardian: 'After withdrawing, no new attempts can be started until a guardian agrees again.',
    withdrawEmail: 'The address is deleted at once.',
    giveEmail: 'Add an address',
    categories: 'Who you are',
    categoriesLead: 'Used in sums only; nobody sees what you chose.',
    categoriesChange: (contest: string) => `See, change or withdraw: ${contest}`,
    categoriesNone: 'You have not said who you are in any contest.',
    saved: { given: 'Your consent is saved.', withdrawn: 'Withdrawn.' },
    guardian: {
      title: 'People under 16',
      lead: 'The law asks for the consent of a parent or guardian. Please let a grown-up fill this in.',
      blocked:
        'No new attempt can be started yet: a parent or guardian has to agree below. An attempt that runs goes on.',
      name: 'Full name of the parent or guardian',
      nameHint: 'Kept sealed; only you can see it, on this page.',
      relation: 'Relation to the child',
      relations: { father: 'Father', mother: 'Mother', guardian: 'Guardian' },
      choose: 'Choose',
      by: (name: string, relation: string) => `Agreed by: ${name} (${relation})`,
      faults: {
        guardianNameMissing: 'Give the full name of the parent or guardian.',
        guardianRelationMissing: 'Choose the relation: father, mother or guardian.',
        guardianConsentMissing: 'For people under 16 a parent or guardian has to tick the agreement.',
      },
    },
    minorName: 'People under 16 always stand on public boards with a shortened name.',
    blocked: {
      withdrawn: 'You have withdrawn your consent, so no new attempt can be started. To go on, agree again below.',
    },
  },
);
