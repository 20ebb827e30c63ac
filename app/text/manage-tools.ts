import { defineText } from './define-text.ts';

/** Tools beside the contests on the organizers' first page, and pages of the own account. */
export const manageToolsText = defineText(
  {
    tools: 'Công cụ của ban tổ chức',
    newContest: 'Tạo cuộc thi',
    items: 'Ngân hàng câu hỏi',
    units: 'Cây đơn vị',
    people: 'Tài khoản và vai trò',
    duplicates: 'Người có nhiều tài khoản',
    proposals: 'Việc chờ người thứ hai',
    dataRequests: 'Yêu cầu về dữ liệu cá nhân',
    messages: 'Tin gửi đi',
    audit: 'Nhật ký hoạt động',
  },
  {
    tools: 'Tools of the organizers',
    newContest: 'New contest',
    items: 'Question bank',
    units: 'Units',
    people: 'Accounts and roles',
    duplicates: 'People with several accounts',
    proposals: 'Waiting for a second person',
    dataRequests: 'Requests about personal data',
    messages: 'Outgoing messages',
    audit: 'Audit log',
  },
);

/** Pages of the own account. */
export const accountPagesText = defineText(
  {
    pages: 'Bảo mật và dữ liệu của tôi',
    sessions: 'Thiết bị đang đăng nhập',
    sessionsAbout: 'Xem và đăng xuất từng thiết bị',
    secondFactor: 'Xác thực hai bước',
    secondFactorAbout: 'Ứng dụng mã xác thực, khóa truy cập, mã dự phòng',
    email: 'Thư điện tử để lấy lại mật khẩu',
    emailAbout: 'Không bắt buộc',
    data: 'Dữ liệu của tôi',
    dataAbout: 'Xem, sửa, tải về, xóa; ai đã xem; điều đã đồng ý',
  },
  {
    pages: 'Security and my data',
    sessions: 'Devices that are signed in',
    sessionsAbout: 'See them and sign out of any',
    secondFactor: 'Two-step sign-in',
    secondFactorAbout: 'Authenticator app, passkeys, spare codes',
    email: 'E-mail for recovery',
    emailAbout: 'Optional',
    data: 'My data',
    dataAbout: 'See, correct, download, erase; who has looked; what I agreed to',
  },
);
