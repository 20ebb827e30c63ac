import type { ContestantRefusalCode } from '#app/domain/kernel/refusal.ts';
import { defineText } from './define-text.ts';

const vi: Record<ContestantRefusalCode, string> = {
  'signed-out': 'Phiên đăng nhập đã hết. Hãy đăng nhập lại; những gì đã lưu vẫn còn nguyên.',
  'second-factor-needed':
    'Quyền quản trị của bạn chỉ dùng được sau khi xác thực hai bước. Chưa có gì thay đổi; hãy xác thực rồi làm lại.',
  'step-up-needed':
    'Việc này cần xác nhận lại chính bạn và lần xác nhận trước đã quá 10 phút. Chưa có gì thay đổi; hãy xác nhận lại rồi làm tiếp.',
  forbidden: 'Tài khoản của bạn không có quyền làm việc này. Chưa có gì thay đổi.',
  'not-found': 'Không tìm thấy nội dung này.',
  'account-merged':
    'Tài khoản này đã được gộp vào tài khoản kia của bạn. Bài thi và kết quả vẫn còn đủ ở đó: hãy đăng nhập bằng tên đăng nhập kia; nếu không nhớ, hãy hỏi người phụ trách đơn vị.',
  'wrong-credentials': 'Tên đăng nhập hoặc mật khẩu chưa đúng. Hãy kiểm tra lại rồi thử lần nữa.',
  'too-many-tries':
    'Đã thử quá nhiều lần nên lần này chưa được xét. Hãy đợi vài phút, lâu nhất là 15 phút, rồi thử lại.',
  busy: 'Hệ thống đang có rất nhiều người vào cùng lúc nên chưa xét được yêu cầu này. Chưa có gì thay đổi; hãy thử lại sau 15 giây.',
  'task-needed':
    'Đang có rất nhiều người đăng ký nên máy của bạn cần làm xong một phép tính nhỏ. Những gì đã điền vẫn còn, trừ mật khẩu; hãy ghi lại mật khẩu, đợi dòng “Đã xong” rồi bấm đăng ký.',
  'too-many-accounts':
    'Máy hoặc mạng này đã đăng ký quá nhiều trong một giờ nên tài khoản chưa được tạo. Hãy thử lại sau một giờ, hoặc dùng mạng di động của bạn.',
  'name-taken':
    'Số điện thoại hoặc tên đăng nhập này đã có người dùng. Nếu là bạn, hãy đăng nhập; nếu không, hãy chọn tên khác.',
  'unknown-unit': 'Chưa chọn được đơn vị. Hãy gõ một phần tên đơn vị rồi chọn trong danh sách.',
  'not-open-yet': 'Vòng thi chưa mở. Hãy quay lại đúng giờ mở ghi trong thể lệ.',
  'round-closed': 'Vòng thi đã đóng nên không bắt đầu được lượt thi mới. Hãy xem bảng kết quả.',
  'no-attempts-left': 'Bạn đã dùng hết số lượt thi của vòng này. Kết quả đã nộp vẫn được giữ.',
  'pool-too-small':
    'Ngân hàng chưa đủ câu hỏi để ra đề, nên lượt thi chưa bắt đầu và chưa bị tính. Hãy báo ban tổ chức.',
  'entry-over': 'Đã hết giờ vào thi của vòng này nên không bắt đầu được lượt mới. Người đang làm bài vẫn làm tiếp.',
  'round-paused': 'Vòng thi đang tạm dừng, chưa bắt đầu được lượt mới. Hãy đợi ban tổ chức mở lại.',
  'too-young': 'Bạn chưa đủ tuổi dự thi theo thể lệ, nên lượt thi chưa bắt đầu. Nếu năm sinh ghi sai, hãy báo đơn vị.',
  'unit-not-invited': 'Đơn vị của bạn không thuộc đối tượng dự thi của cuộc thi này. Hãy xem thể lệ.',
  'organizing-member': 'Thành viên ban tổ chức không được dự thi theo thể lệ. Bạn vẫn thi thử được.',
  'wrong-access-code': 'Mã dự thi chưa đúng, nên lượt thi chưa bắt đầu. Hãy xem lại mã mà ban tổ chức gửi.',
  'consent-missing': 'Hãy đánh dấu đồng ý với cam kết dự thi rồi bắt đầu.',
  'guardian-consent-needed':
    'Người dưới 16 tuổi cần cha, mẹ hoặc người giám hộ đồng ý trước khi dự thi, nên lượt thi chưa bắt đầu. Hãy mở trang “Điều đã đồng ý” cùng người lớn.',
  'consent-withdrawn':
    'Bạn đã rút lại sự đồng ý cho dùng dữ liệu, nên lượt thi chưa bắt đầu. Kết quả trước đây vẫn được giữ; muốn thi tiếp, hãy đồng ý lại ở trang “Điều đã đồng ý”.',
  'no-prediction-asked': 'Vòng thi này không có câu hỏi dự đoán. Hãy tải lại trang làm bài.',
  'already-finished': 'Bài thi này đã nộp, nên không nhận thêm câu trả lời. Hãy xem kết quả.',
  'too-late': 'Đã hết giờ làm bài, nên câu trả lời này không được nhận. Những câu đã lưu trước đó vẫn được chấm.',
  'no-such-slot': 'Bài thi của bạn không có câu này. Hãy tải lại trang làm bài.',
  'no-such-option': 'Câu này không có phương án đó. Hãy tải lại trang làm bài rồi chọn lại.',
  'key-reused': 'Máy chủ nhận hai câu trả lời khác nhau cho cùng một lần chọn. Hãy tải lại trang rồi chọn lại.',
  'too-many-changes':
    'Bài thi này đã đổi câu trả lời quá nhiều lần nên không nhận thêm. Những câu đã lưu vẫn được chấm; hãy nộp bài.',
  'not-over-yet': 'Bài thi chưa hết giờ.',
  'signal-decided':
    'Việc này đã có quyết định nên không nhận thêm nội dung. Những gì đã gửi vẫn được giữ; hãy tải lại trang để xem quyết định.',
  'statement-missing': 'Hãy viết nội dung rồi gửi. Chưa có gì được gửi đi.',
  'statement-too-long': 'Nội dung dài quá 2.000 ký tự nên chưa được gửi. Hãy rút gọn rồi gửi lại.',
  'too-many-statements':
    'Bạn đã gửi 5 lần về việc này nên không gửi thêm được. Những gì đã gửi vẫn được giữ và được đọc.',
  invalid: 'Dữ liệu gửi lên không đúng, nên chưa có gì thay đổi. Hãy quay lại trang trước và thử lại.',
};

const en: Record<ContestantRefusalCode, string> = {
  'signed-out': 'Your session has ended. Sign in again; what was saved is still there.',
  'second-factor-needed':
    'Your duties can be used only after the second step of signing in. Nothing has changed; take that step and try again.',
  'step-up-needed':
    'This asks you to confirm again that it is you, and the last time was over 10 minutes ago. Nothing has changed; confirm and go on.',
  forbidden: 'Your account has no right to do this. Nothing was changed.',
  'not-found': 'This was not found.',
  'account-merged':
    'This account was merged into your other one, where your attempts and results are. Sign in with the other name; if you have forgotten it, ask who is in charge of your unit.',
  'wrong-credentials': 'The sign-in name or the password is not right. Check them and try again.',
  'too-many-tries': 'Too many tries, so this one was not looked at. Wait a few minutes, 15 at the most, and try again.',
  busy: 'Very many people are coming in at once, so this was not looked at yet. Nothing has changed; try again in 15 seconds.',
  'task-needed':
    'Very many people are registering, so your device has to finish a small task first. What you filled in is kept, but for the password; enter it again, wait for “Done”, and register.',
  'too-many-accounts':
    'This device or network has registered too often within an hour, so no account was made. Try again in an hour, or use your mobile network.',
  'name-taken': 'This phone number or user name is in use. If it is yours, sign in; if not, choose another.',
  'unknown-unit': 'No unit is chosen. Type a part of its name and choose it from the list.',
  'not-open-yet': 'The round has not opened. Come back at the time that the rules give.',
  'round-closed': 'The round has closed, so no new attempt can start. See the results.',
  'no-attempts-left': 'You have used all attempts of this round. The submitted result is kept.',
  'pool-too-small':
    'The bank has too few questions for a paper, so the attempt did not start and does not count. Tell the organizers.',
  'entry-over': 'Entry to this round is over, so no new attempt can start. Attempts under way go on.',
  'round-paused': 'The round is paused, so no new attempt can start. Wait until the organizers go on.',
  'too-young':
    'The rules ask for a higher age, so the attempt did not start. If your year of birth is wrong, tell your unit.',
  'unit-not-invited': 'Your unit is not invited to this contest. See the rules.',
  'organizing-member': 'Members of the organizing board may not enter. Practice is open to you.',
  'wrong-access-code': 'The access code is not right, so the attempt did not start. Check the code that you were sent.',
  'consent-missing': 'Tick that you agree, then start.',
  'guardian-consent-needed':
    'People under 16 need the consent of a parent or guardian first, so the attempt has not started. Open the page “What was agreed to” with a grown-up.',
  'consent-withdrawn':
    'You have withdrawn your consent to the use of your data, so the attempt has not started. Earlier results are kept; to go on, agree again on the page “What was agreed to”.',
  'no-prediction-asked': 'This round has no prediction question. Reload the page.',
  'already-finished': 'This attempt is submitted and takes no more answers. See the result.',
  'too-late': 'Time is over, so this answer was not taken. What was saved before will be marked.',
  'no-such-slot': 'Your paper has no such question. Reload the page.',
  'no-such-option': 'This question has no such option. Reload the page and choose again.',
  'key-reused': 'The server got two different answers for one choice. Reload the page and choose again.',
  'too-many-changes': 'This attempt has changed too often and takes no more. What was saved will be marked; submit it.',
  'not-over-yet': 'The attempt is not over yet.',
  'signal-decided':
    'This has been decided, so nothing more is taken. What you sent is kept; reload the page to see the decision.',
  'statement-missing': 'Write something, then send it. Nothing was sent.',
  'statement-too-long': 'This is longer than 2,000 characters, so it was not sent. Shorten it and send it again.',
  'too-many-statements':
    'You have sent five answers about this, so no more can be sent. What you sent is kept and read.',
  invalid: 'The data sent is not right, so nothing was changed. Go back and try again.',
};

/** Why something was refused, what was kept, what to do: what a contestant can meet. */
export const contestantRefusalText = defineText(vi, en);
