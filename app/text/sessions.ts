import { defineText } from './define-text.ts';

/** Words of the list of devices that are signed in. */
export const sessionsText = defineText(
  {
    title: 'Thiết bị đang đăng nhập',
    lead: 'Mỗi dòng là một trình duyệt đang đăng nhập vào tài khoản của bạn. Thấy thiết bị lạ thì đăng xuất nó rồi đổi mật khẩu.',
    device: (browser: string, system: string) =>
      browser && system ? `${browser} trên ${system}` : browser || system || 'Trình duyệt chưa rõ',
    thisOne: 'Thiết bị này',
    signedInAt: (at: string) => `Đăng nhập ${at}`,
    lastSeen: (at: string) => `dùng lần cuối ${at}`,
    endsAt: (at: string) => `tự đăng xuất ${at} nếu không dùng`,
    signOut: 'Đăng xuất',
    signOutNamed: (device: string, at: string) => `Đăng xuất ${device}, đăng nhập ${at}`,
    signOutOthers: 'Đăng xuất mọi thiết bị khác',
    onlyThis: 'Chỉ có thiết bị này đang đăng nhập.',
    one: 'Đã đăng xuất thiết bị đó. Bài đang làm dở trên đó vẫn giữ những câu đã lưu.',
    others: 'Đã đăng xuất mọi thiết bị khác.',
    changePassword: 'Đổi mật khẩu',
    rule: 'Người dự thi được giữ đăng nhập 30 ngày kể từ lần dùng cuối, lâu nhất 90 ngày. Người có nhiệm vụ quản trị: 30 phút, lâu nhất 12 giờ.',
  },
  {
    title: 'Devices that are signed in',
    lead: 'Each line is a browser that is signed in to your account. If you do not know one, sign it out and change your password.',
    device: (browser: string, system: string) =>
      browser && system ? `${browser} on ${system}` : browser || system || 'Unknown browser',
    thisOne: 'This device',
    signedInAt: (at: string) => `Signed in ${at}`,
    lastSeen: (at: string) => `last used ${at}`,
    endsAt: (at: string) => `signs out by itself ${at} unless used`,
    signOut: 'Sign out',
    signOutNamed: (device: string, at: string) => `Sign out ${device}, signed in ${at}`,
    signOutOthers: 'Sign out all other devices',
    onlyThis: 'Only this device is signed in.',
    one: 'That device is signed out. What was saved of an attempt on it is kept.',
    others: 'All other devices are signed out.',
    changePassword: 'Change the password',
    rule: 'Contestants stay signed in for 30 days after the last use, 90 days at most. People with duties: 30 minutes, 12 hours at most.',
  },
);
