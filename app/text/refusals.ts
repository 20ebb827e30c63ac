import type { RefusalCode } from '#app/domain/kernel/refusal.ts';
import { defineText } from './define-text.ts';

const vi: Record<RefusalCode, string> = {
  'signed-out': 'Phiên đăng nhập đã hết. Hãy đăng nhập lại; những gì đã lưu vẫn còn nguyên.',
  forbidden: 'Tài khoản của bạn không có quyền làm việc này. Chưa có gì thay đổi.',
  'not-found': 'Không tìm thấy nội dung này.',
  'wrong-credentials': 'Tên đăng nhập hoặc mật khẩu chưa đúng. Hãy kiểm tra lại rồi thử lần nữa.',
  'too-many-tries': 'Đã thử quá nhiều lần. Hãy đợi 15 phút rồi thử lại.',
  'name-taken':
    'Số điện thoại hoặc tên đăng nhập này đã có người dùng. Nếu là bạn, hãy đăng nhập; nếu không, hãy chọn tên khác.',
  'unknown-unit': 'Chưa chọn được đơn vị. Hãy gõ một phần tên đơn vị rồi chọn trong danh sách.',
  'not-open-yet': 'Vòng thi chưa mở. Hãy quay lại đúng giờ mở ghi trong thể lệ.',
  'round-closed': 'Vòng thi đã đóng nên không bắt đầu được lượt thi mới. Hãy xem bảng kết quả.',
  'no-attempts-left': 'Bạn đã dùng hết số lượt thi của vòng này. Kết quả đã nộp vẫn được giữ.',
  'pool-too-small':
    'Ngân hàng chưa đủ câu hỏi để ra đề, nên lượt thi chưa bắt đầu và chưa bị tính. Hãy báo ban tổ chức.',
  'already-finished': 'Bài thi này đã nộp, nên không nhận thêm câu trả lời. Hãy xem kết quả.',
  'too-late': 'Đã hết giờ làm bài, nên câu trả lời này không được nhận. Những câu đã lưu trước đó vẫn được chấm.',
  'no-such-slot': 'Bài thi của bạn không có câu này. Hãy tải lại trang làm bài.',
  'no-such-option': 'Câu này không có phương án đó. Hãy tải lại trang làm bài rồi chọn lại.',
  'key-reused': 'Máy chủ nhận hai câu trả lời khác nhau cho cùng một lần chọn. Hãy tải lại trang rồi chọn lại.',
  'too-many-changes':
    'Bài thi này đã đổi câu trả lời quá nhiều lần nên không nhận thêm. Những câu đã lưu vẫn được chấm; hãy nộp bài.',
  'not-over-yet': 'Bài thi chưa hết giờ.',
  invalid: 'Dữ liệu gửi lên không đúng, nên chưa có gì thay đổi. Hãy quay lại trang trước và thử lại.',
};

const en: Record<RefusalCode, string> = {
  'signed-out': 'Your session has ended. Sign in again; what was saved is still there.',
  forbidden: 'Your account has no right to do this. Nothing was changed.',
  'not-found': 'This was not found.',
  'wrong-credentials': 'The sign-in name or the password is not right. Check them and try again.',
  'too-many-tries': 'Too many tries. Wait 15 minutes and try again.',
  'name-taken': 'This phone number or user name is in use. If it is yours, sign in; if not, choose another.',
  'unknown-unit': 'No unit is chosen. Type a part of its name and choose it from the list.',
  'not-open-yet': 'The round has not opened. Come back at the time that the rules give.',
  'round-closed': 'The round has closed, so no new attempt can start. See the results.',
  'no-attempts-left': 'You have used all attempts of this round. The submitted result is kept.',
  'pool-too-small':
    'The bank has too few questions for a paper, so the attempt did not start and does not count. Tell the organizers.',
  'already-finished': 'This attempt is submitted and takes no more answers. See the result.',
  'too-late': 'Time is over, so this answer was not taken. What was saved before will be marked.',
  'no-such-slot': 'Your paper has no such question. Reload the page.',
  'no-such-option': 'This question has no such option. Reload the page and choose again.',
  'key-reused': 'The server got two different answers for one choice. Reload the page and choose again.',
  'too-many-changes': 'This attempt has changed too often and takes no more. What was saved will be marked; submit it.',
  'not-over-yet': 'The attempt is not over yet.',
  invalid: 'The data sent is not right, so nothing was changed. Go back and try again.',
};

/** One sentence for each refusal: what happened, what was kept, what to do. */
export const refusalText = defineText(vi, en);
