import type { Instant } from '#app/domain/kernel/time.ts';

const clock = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  hour: '2-digit',
  minute: '2-digit',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
});

/**
 * Messages about getting back into an account. In Vietnamese: nobody has said yet in which language the person reads. No links:
 * people are not to get used to links in messages about passwords.
 */
export const recoveryMessages = {
  recoveryCode: (code: string) => ({
    subject: 'Mã lấy lại mật khẩu',
    text: `Mã lấy lại mật khẩu Tìm Hiểu của bạn: ${code}. Mã dùng một lần, trong 30 phút. Không đưa mã cho ai, kể cả người xưng là ban tổ chức. Nếu bạn không yêu cầu, hãy bỏ qua tin này: mật khẩu vẫn như cũ.`,
  }),
  verifyEmail: (code: string) => ({
    subject: 'Mã xác nhận thư điện tử',
    text: `Mã xác nhận thư điện tử cho tài khoản Tìm Hiểu: ${code}. Mã dùng một lần, trong 30 phút. Nếu bạn không có tài khoản Tìm Hiểu, hãy bỏ qua thư này: địa chỉ của bạn sẽ không được dùng.`,
  }),
  emailChanged: (at: Instant) => ({
    subject: 'Địa chỉ thư của tài khoản đã thay đổi',
    text: `Lúc ${clock.format(at)}, địa chỉ thư này thôi được dùng để lấy lại mật khẩu Tìm Hiểu. Nếu không phải bạn làm, hãy báo ngay cho ban tổ chức.`,
  }),
  passwordRecovered: (at: Instant, by: string | undefined) => ({
    subject: 'Mật khẩu đã được đặt lại',
    text: `Mật khẩu Tìm Hiểu của bạn đã được đặt lại lúc ${clock.format(at)}, bằng mã ${
      by === undefined ? 'gửi cho bạn' : `do ${by} cấp`
    }. Mọi thiết bị khác đã bị đăng xuất. Nếu không phải bạn làm, hãy báo ngay cho ban tổ chức.`,
  }),
};
