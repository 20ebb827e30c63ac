import type { StaffRefusalCode } from '#app/domain/kernel/refusal.ts';
import { contestantRefusalText } from './contestant-refusals.ts';
import { defineText } from './define-text.ts';
import { rulingRefusals } from './ruling-refusals.ts';
import { signalRefusals } from './signal-refusals.ts';

const vi: Record<StaffRefusalCode, string> = {
  ...rulingRefusals.vi,
  ...signalRefusals.vi,
  'round-settled':
    'Kết quả của vòng thi này đã chốt, nên không thay đổi giờ được nữa. Mọi bài đã nộp và kết quả vẫn giữ nguyên.',
  'practice-round': 'Vòng thi thử không xếp hạng nên không cộng giờ hay tạm dừng. Nếu cần, hãy gia hạn vòng thi thử.',
  'minutes-out-of-bounds':
    'Số phút chưa hợp lệ, nên chưa có gì thay đổi. Cộng giờ từ 1 phút đến 24 giờ; gia hạn từ 1 phút đến 24 ngày.',
  'reason-missing': 'Hãy ghi lý do: ít nhất 5 ký tự, nhiều nhất 500. Chưa có gì thay đổi.',
  'notice-missing': 'Hãy viết thông báo: ít nhất 5 ký tự, nhiều nhất 1.000. Chưa có thông báo nào được gửi.',
  'already-paused': 'Vòng thi này đang tạm dừng rồi. Hãy bấm “Tiếp tục” khi muốn cho chạy lại.',
  'not-paused': 'Vòng thi này không tạm dừng, nên không có gì để tiếp tục.',
  'pause-lasts': 'Lần tạm dừng này chưa kết thúc. Hãy bấm “Tiếp tục” trước, rồi hủy nếu cần.',
  'already-undone': 'Thao tác này đã được hủy trước đó. Hãy xem nhật ký điều hành.',
  'unknown-person':
    'Chưa tìm thấy người này. Hãy kiểm tra tên đăng nhập, hoặc chọn đơn vị rồi ghi đúng họ và tên đã đăng ký.',
  'member-has-entered':
    'Người này đã dự thi cuộc thi này, nên chưa được thêm. Nếu vẫn thêm, bài đã nộp giữ nguyên kết quả và thứ hạng; người này không bắt đầu được lượt mới.',
  'beyond-own-charge':
    'Việc này vượt quá phần bạn phụ trách, nên chưa có gì thay đổi. Hãy chọn đơn vị (và khối) nằm trong phần của bạn, hoặc báo cấp trên.',
  'last-own-charge':
    'Đây là nhiệm vụ phụ trách cuối cùng của chính bạn, nên chưa rút. Hãy nhờ người phụ trách khác hoặc cấp trên rút giúp.',
  'block-not-here':
    'Đơn vị đã chọn không có đơn vị nào thuộc khối này, nên chưa giao nhiệm vụ. Hãy chọn khối khác hoặc giao cả đơn vị.',
  'wrong-code':
    'Mã chưa đúng, đã hết hạn hoặc đã dùng, nên mật khẩu chưa thay đổi. Hãy kiểm tra tên đăng nhập và mã; nếu vẫn không được, hãy xin mã mới.',
  'email-form': 'Địa chỉ thư chưa đúng dạng, nên chưa được nhận. Ví dụ đúng: ten@example.vn.',
  'email-taken': 'Địa chỉ thư này đang dùng cho một tài khoản khác, nên chưa được nhận. Hãy dùng địa chỉ khác.',
  'provider-failed':
    'Cổng định danh chưa xác nhận được bạn, nên chưa có gì thay đổi. Hãy thử lại từ đầu, hoặc đăng nhập bằng mật khẩu.',
  'provider-taken':
    'Tài khoản ở cổng định danh này đã liên kết với một tài khoản khác, nên chưa liên kết lại. Hãy đăng nhập vào tài khoản kia và hủy liên kết trước.',
  'own-account':
    'Đây là tài khoản của chính bạn, nên chưa có gì thay đổi. Hãy dùng trang Tài khoản của bạn, hoặc nhờ một người khác có quyền.',
  'person-has-roles':
    'Người này đang có nhiệm vụ vượt quá phần bạn phụ trách, nên chưa cấp mã. Hãy nhờ quản trị viên cấp mã cho người này.',
  'account-off': 'Tài khoản này đang tắt, nên chưa có gì thay đổi. Hãy nhờ quản trị viên bật lại trước.',
  'beyond-own-reach':
    'Việc này vượt quá phạm vi quyền của bạn, nên chưa có gì thay đổi. Hãy chọn đơn vị trong phần của bạn, hoặc báo quản trị viên cấp trên.',
  'last-administrator':
    'Đây là quyền quản trị cuối cùng, nên chưa rút: nếu rút thì không còn ai quản trị được. Hãy giao quyền quản trị cho người khác trước.',
  'nothing-there':
    'Điều này không còn ở đó, có thể người khác vừa thay đổi. Chưa có gì thay đổi thêm; hãy xem lại trang.',
  'message-not-failed': 'Tin này không ở trạng thái lỗi, nên không gửi lại. Hãy xem trạng thái mới trong danh sách.',
  'no-key-given': 'Chưa có đáp án mới nào. Hãy chọn hoặc ghi ít nhất một đáp án. Chưa có gì thay đổi.',
  'key-does-not-fit':
    'Đáp án mới không khớp với câu hỏi: chỉ dùng phương án có trong câu, đủ thứ tự hoặc đủ cặp, hoặc số viết đúng dạng. Chưa có gì thay đổi.',
  'nothing-to-correct': 'Câu này đang được chấm đúng như vậy rồi, nên không có gì để sửa.',
  'regrading-under-way':
    'Hệ thống đang chấm lại theo lần sửa trước của cuộc thi này. Hãy đợi xong rồi sửa tiếp. Chưa có gì thay đổi.',
  'correction-changed':
    'Có người vừa sửa đáp án trong cuộc thi này sau khi bạn xem trước. Hãy xem trước lại. Chưa có gì thay đổi.',
  'no-file': 'Chưa có tệp nào. Hãy chọn một tệp, hoặc dán nội dung tệp vào ô.',
  'draft-changed':
    'Có người khác vừa sửa bản nháp này, nên việc của bạn chưa được thực hiện. Hãy xem nội dung mới rồi làm lại.',
  'draft-exists':
    'Đã có một bản nháp đang sửa cuộc thi này. Hãy mở bản nháp đó; nếu không cần nữa thì bỏ đi rồi nhập lại.',
  'draft-has-faults': 'Bản nháp còn chỗ chưa đúng hoặc còn thiếu, nên chưa công bố được. Hãy sửa các chỗ nêu tên.',
  'changes-locked':
    'Có thay đổi sẽ làm sai lệch kết quả đã có, nên chưa thay đổi nào được công bố. Hãy xem từng chỗ và cách làm khác.',
  'warnings-unseen': 'Có điều cần bạn xem lại trước khi công bố. Hãy đọc rồi đánh dấu là đã xem.',
  'nothing-to-do':
    'Không có câu hỏi nào làm được việc này, nên chưa có gì thay đổi. Hãy xem lý do của từng câu rồi chọn lại.',
  'too-many-imports':
    'Bạn còn nhiều lần nhập chưa xong, nên tệp này chưa được nhận. Hãy nhập hoặc bỏ những lần đó rồi tải lên lại.',
  'import-not-ready': 'Lần nhập này không còn ở bước đó. Chưa có gì thay đổi; hãy xem lại tình hình trên trang.',
  'import-has-errors': 'Tệp còn câu có lỗi nên chưa nhập câu nào. Hãy sửa tệp, hoặc đồng ý bỏ lại những câu có lỗi.',
  'import-has-nothing': 'Không có câu nào để nhập: ngân hàng đã có những câu đọc được. Chưa có gì thay đổi.',
  'too-many-items':
    'Số câu đã chọn nhiều hơn mức làm được trong một lần, nên chưa có gì thay đổi. Hãy lọc bớt rồi làm nhiều lần.',
  'bank-changed':
    'Ngân hàng vừa có thay đổi sau khi bạn xem trước, nên chưa làm gì. Hãy xem lại danh sách dưới đây rồi bấm lại.',
  'changed-since':
    'Có câu đã được sửa sau việc này, nên chưa hoàn tác gì. Hãy xem tên các câu đó; bạn có thể hoàn tác phần còn lại.',
  'item-not-in-that-state':
    'Câu hỏi không còn ở bước này, có thể người khác vừa xử lý. Chưa có gì thay đổi. Hãy xem trạng thái mới trên trang.',
  'item-needs-its-writer':
    'Chỉ người đã viết câu hỏi mới rút về được. Chưa có gì thay đổi; bạn có thể trả lại câu hỏi với lý do.',
  'item-needs-a-second-person':
    'Bạn đã viết câu hỏi này nên không tự thẩm định hay duyệt được. Câu hỏi vẫn chờ; hãy nhờ một người khác duyệt.',
  'item-has-faults':
    'Câu hỏi còn lỗi nên chưa gửi hay duyệt được. Nội dung đã lưu vẫn còn; hãy sửa các lỗi nêu tên rồi làm lại.',
  'item-changed':
    'Có người khác vừa sửa câu hỏi này, nên việc của bạn chưa được thực hiện. Cả hai bản viết đều còn; hãy xem rồi làm lại.',
  'comment-missing': 'Hãy viết góp ý, nhiều nhất 2.000 ký tự. Chưa có góp ý nào được gửi.',
  'image-too-large':
    'Hình lớn quá 8 MB hoặc quá 40 triệu điểm ảnh, nên chưa được nhận. Hãy thu nhỏ hình rồi gửi lại; câu hỏi vẫn còn nguyên.',
  'image-is-svg':
    'Hình SVG có thể chứa mã lệnh nên không được nhận. Hãy lưu hình thành PNG rồi gửi lại; câu hỏi vẫn còn nguyên.',
  'no-image':
    'Tệp này không phải hình PNG, JPEG, WebP hay GIF, hoặc đã hỏng. Hãy chọn tệp khác; câu hỏi vẫn còn nguyên.',
  'alt-missing': 'Hãy viết lời mô tả cho hình, để người không nhìn thấy hình vẫn làm được bài. Hình chưa được thêm.',
  'headcount-missing':
    'Chưa có con số nào khác với số đang dùng, nên chưa gửi gì. Hãy ghi ít nhất một con số mới rồi gửi lại.',
  'headcount-decided':
    'Không có đề nghị nào được xử lý: chưa chọn dòng nào, hoặc các dòng đó đã có người xử lý. Hãy xem lại danh sách.',
  'headcount-own':
    'Các dòng đã chọn do chính bạn đề nghị, nên cần một người khác ở cấp trên duyệt. Đề nghị vẫn đang chờ; chưa có gì thay đổi.',
  'not-settled':
    'Kết quả chưa chốt nên chưa niêm phong được. Chưa có gì thay đổi; hãy quay lại sau khi các vòng đã mở đều được chốt.',
  'target-withdrawn': 'Chỉ tiêu này đã được rút trước đó. Chưa có gì thay đổi; hãy xem danh sách mới trên trang.',
};

const en: Record<StaffRefusalCode, string> = {
  ...rulingRefusals.en,
  ...signalRefusals.en,
  'round-settled':
    'The results of this round are final, so its time cannot change. Attempts and results stay as they are.',
  'practice-round': 'Practice is not ranked, so it has no extra time and no pauses. You may extend it.',
  'minutes-out-of-bounds':
    'The number of minutes is not right, so nothing was changed. Extra time is 1 minute to 24 hours, an extension 1 minute to 24 days.',
  'reason-missing': 'Give a reason of 5 to 500 characters. Nothing was changed.',
  'notice-missing': 'Write a notice of 5 to 1,000 characters. Nothing was sent.',
  'already-paused': 'This round is paused already. Press “Resume” to let it go on.',
  'not-paused': 'This round is not paused, so there is nothing to resume.',
  'pause-lasts': 'This pause still lasts. Resume first, then undo it if you must.',
  'already-undone': 'This was undone before. See the history.',
  'unknown-person': 'Nobody was found. Check the sign-in name, or choose the unit and give the exact full name.',
  'member-has-entered':
    'This person has entered the contest, so nothing was changed. If you add them all the same, submitted attempts keep result and rank; no new attempt can start.',
  'beyond-own-charge':
    'This reaches beyond what you are in charge of, so nothing was changed. Choose a unit (and a block) of yours, or ask above.',
  'last-own-charge':
    'This is the last charge that you have yourself, so it was not taken. Ask somebody else in charge, or above.',
  'block-not-here':
    'The unit has nothing of this block, so nothing was given. Choose another block, or the whole unit.',
  'wrong-code':
    'The code is wrong, over or used, so the password was not changed. Check the sign-in name and the code, or ask for a new one.',
  'email-form': 'This is no e-mail address, so it was not taken. An example: name@example.vn.',
  'email-taken': 'This address belongs to another account, so it was not taken. Use another one.',
  'provider-failed':
    'The identity provider did not confirm who you are, so nothing was changed. Begin again, or sign in with your password.',
  'provider-taken':
    'This account of the provider is linked to another account here, so it was not linked. Unlink it there first.',
  'own-account':
    'This is your own account, so nothing was changed. Use the page of your account, or ask somebody else.',
  'person-has-roles':
    'This person has a duty beyond what you are in charge of, so no code was given. Ask an administrator to give it.',
  'account-off': 'This account is switched off, so nothing was changed. Ask an administrator to switch it on first.',
  'beyond-own-reach':
    'This reaches beyond your own rights, so nothing was changed. Choose a unit of your part, or ask an administrator above.',
  'last-administrator':
    'This is the last role of an administrator, so it was not taken: nobody could administer any more. Give it to somebody else first.',
  'nothing-there': 'This is not there any more; somebody else may have changed it. Look at the page again.',
  'message-not-failed': 'This message has not failed, so it was not sent again. See its new state in the list.',
  'no-key-given': 'There is no new key yet. Choose or write at least one answer. Nothing was changed.',
  'key-does-not-fit':
    'The new key does not fit the question: use its options only, a whole order or all pairs, or a number in the right form. Nothing was changed.',
  'nothing-to-correct': 'This question is graded that way already, so there is nothing to correct.',
  'regrading-under-way':
    'Attempts are still being graded again for the last correction of this contest. Wait until it is done. Nothing was changed.',
  'correction-changed':
    'Somebody corrected a key of this contest after you looked. Preview it again. Nothing was changed.',
  'no-file': 'There is no file. Choose one, or paste its text into the field.',
  'draft-changed': 'Somebody else has just changed this draft, so this was not done. See what is new and do it again.',
  'draft-exists': 'There is a draft that changes this contest already. Open it, or discard it and import again.',
  'draft-has-faults': 'The draft has faults or gaps, so it was not published. Mend the places that are named.',
  'changes-locked':
    'Some changes would alter results that exist, so nothing was published. See each of them and what to do instead.',
  'warnings-unseen': 'Something should be looked at before publishing. Read it and tick that you have seen it.',
  'nothing-to-do':
    'None of the questions can have this done, so nothing was changed. See the reason of each and choose again.',
  'too-many-imports':
    'You have several imports that are not finished. Apply or drop them, then upload this file again.',
  'import-not-ready': 'This import is at another step by now. Nothing changed; look at the page again.',
  'import-has-errors':
    'Some questions of the file have errors, so none was imported. Mend the file, or agree to leave them out.',
  'import-has-nothing': 'There is nothing to import: the bank has what could be read. Nothing changed.',
  'too-many-items':
    'More questions are chosen than can be done at once, so nothing was changed. Narrow the list and do it in parts.',
  'bank-changed':
    'The bank has changed since you saw the preview, so nothing was done. Look at the list below and press again.',
  'changed-since':
    'Some questions were changed after this act, so nothing was undone. See which; you can undo the rest.',
  'item-not-in-that-state':
    'The question is no longer at this step; somebody else may have dealt with it. Nothing was changed. See its new state on the page.',
  'item-needs-its-writer':
    'Only who wrote the question can take it back. Nothing changed; you may return it with a reason.',
  'item-needs-a-second-person':
    'You wrote this question, so you cannot review or approve it yourself. It goes on waiting; ask somebody else.',
  'item-has-faults':
    'The question still has errors, so it was not sent or approved. What you saved is kept; correct what is named and try again.',
  'item-changed':
    'Somebody else has just changed this question, so your act was not done. Both texts are kept; look and do it again.',
  'comment-missing': 'Write a comment, at most 2,000 characters. Nothing was sent.',
  'image-too-large':
    'The image is larger than 8 MB or 40 megapixels, so it was not taken. Make it smaller and send it again; the question is kept.',
  'image-is-svg':
    'SVG images can hold program code, so they are not taken. Save it as PNG and send it again; the question is kept.',
  'no-image': 'This file is no PNG, JPEG, WebP or GIF image, or it is broken. Choose another; the question is kept.',
  'alt-missing':
    'Describe the image in words, so that those who cannot see it can answer too. The image was not added.',
  'headcount-missing': 'No figure differs from what is in use, so nothing was sent. Give at least one new figure.',
  'headcount-decided':
    'No proposal was decided: none was ticked, or somebody has decided them already. Look at the list again.',
  'headcount-own':
    'You proposed these figures yourself, so somebody else above must approve them. They still wait; nothing was changed.',
  'not-settled':
    'The results are not settled, so they cannot be sealed yet. Nothing was changed; come back when every round that opened is settled.',
  'target-withdrawn': 'This target was withdrawn before. Nothing was changed; see the list as it is now.',
};

/**
 * Why something was refused, what was kept, what to do: every reason. For the server and for pages of people with a duty; what
 * travels to contestants takes contestantRefusalText, which is half as large.
 */
export const refusalText = defineText({ ...contestantRefusalText.vi, ...vi }, { ...contestantRefusalText.en, ...en });
