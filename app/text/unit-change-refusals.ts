import type { ChangeRefusal } from '../domain/units/change-command.ts';
import { defineText } from './define-text.ts';

type Sentences = Readonly<Record<ChangeRefusal['code'], (names: string, count: string) => string>>;

const vi: Sentences = {
  'no-such-unit': () => 'Không có đơn vị này. Chưa có gì thay đổi; hãy tìm và chọn lại.',
  'no-such-parent': () => 'Không có đơn vị cấp trên này. Chưa có gì thay đổi; hãy tìm và chọn lại.',
  'not-valid-then': (names) =>
    `Vào ngày đó chưa có hoặc không còn đơn vị ${names}. Chưa có gì thay đổi; hãy chọn ngày khác hoặc đơn vị khác.`,
  'ends-before-it-began': (names) =>
    `Đơn vị ${names} sẽ kết thúc trước hoặc đúng ngày nó bắt đầu. Chưa có gì thay đổi; hãy chọn ngày muộn hơn.`,
  'parent-not-valid': (names) =>
    `Đơn vị cấp trên không còn hoặc chưa có trong toàn bộ thời gian đó: ${names}. Chưa có gì thay đổi; hãy chọn đơn vị cấp trên khác hoặc ngày khác.`,
  loop: (names) =>
    `Đơn vị ${names} sẽ nằm dưới chính nó. Chưa có gì thay đổi; hãy chọn đơn vị cấp trên ở ngoài nhánh của nó.`,
  'double-name': (names) =>
    `Dưới cùng một đơn vị cấp trên đã có đơn vị tên ${names}. Chưa có gì thay đổi; hãy đặt tên khác hoặc sáp nhập hai đơn vị.`,
  'double-code': (names) =>
    `Mã của Tổng cục Thống kê này đang dùng cho đơn vị khác: ${names}. Chưa có gì thay đổi; hãy kiểm tra lại mã.`,
  'below-left': (names, count) =>
    `Còn ${count} đơn vị cấp dưới chưa có nơi về: ${names}. Chưa có gì thay đổi; hãy chọn đơn vị nhận các đơn vị cấp dưới.`,
  'people-left': (names, count) =>
    `Còn ${count} người thuộc đơn vị ${names}, nên chưa thể kết thúc. Chưa có gì thay đổi; hãy dùng “Sáp nhập” để chọn đơn vị tiếp nhận họ.`,
  'too-few-units': () => 'Cần ít nhất hai đơn vị. Chưa có gì thay đổi; hãy chọn thêm đơn vị.',
  'too-many-units': (_, count) =>
    `Mỗi lần nhiều nhất ${count} đơn vị. Chưa có gì thay đổi; hãy làm nhiều lần hoặc nhập từ tệp.`,
  'nothing-changes': () => 'Không có gì khác so với hiện nay, nên không có gì để ghi.',
  'name-missing': () => 'Hãy ghi tên đơn vị. Chưa có gì thay đổi.',
  'reason-missing': () => 'Hãy ghi lý do hoặc căn cứ, từ 5 đến 500 ký tự. Chưa có gì thay đổi.',
  'day-out-of-bounds': () =>
    'Hãy ghi ngày có hiệu lực dạng ngày/tháng/năm, từ năm 1945 đến mười năm tới. Chưa có gì thay đổi.',
  'top-stays': (names) =>
    `${names} là đơn vị cao nhất của cây: không chuyển, không sáp nhập, không chia tách và không kết thúc được. Chưa có gì thay đổi.`,
  'changed-since': (names) =>
    `Cây đơn vị đã thay đổi sau đó${names === '' ? '' : ` (${names})`}, nên không làm việc này. Mọi dữ liệu được giữ nguyên; hãy xem lại rồi làm lại.`,
  'has-been-used': (names, count) =>
    `Đơn vị mới ${names} đã được sử dụng (${count} mục: người đăng ký, lượt thi, quân số, chỉ tiêu…), nên không hủy được. Mọi dữ liệu được giữ nguyên; hãy tạo một thay đổi mới.`,
  'already-undone': () => 'Thay đổi này đã được hủy trước đó. Không có gì thay đổi thêm.',
  'not-found': () => 'Không có thay đổi này.',
  forbidden: () => 'Bạn không có quyền thay đổi cây đơn vị. Chưa có gì thay đổi.',
  'not-ready': () => 'Tệp này đã hết hạn chờ (một giờ) hoặc đã được nhập. Cây đơn vị giữ nguyên; hãy chọn lại tệp.',
  'has-faults': (_, count) =>
    `Còn ${count} dòng có lỗi hoặc chưa được trả lời. Chưa có gì thay đổi; hãy sửa tệp hoặc trả lời từng dòng.`,
  invalid: () => 'Biểu mẫu không đầy đủ. Chưa có gì thay đổi; hãy điền lại.',
};

const en: Sentences = {
  'no-such-unit': () => 'There is no such unit. Nothing was changed; find and choose it again.',
  'no-such-parent': () => 'There is no such unit above. Nothing was changed; find and choose it again.',
  'not-valid-then': (names) =>
    `On that day ${names} was not there. Nothing was changed; choose another day or another unit.`,
  'ends-before-it-began': (names) => `${names} would end before it began. Nothing was changed; choose a later day.`,
  'parent-not-valid': (names) =>
    `The unit above is not there all that time: ${names}. Nothing was changed; choose another one or another day.`,
  loop: (names) => `${names} would stand below itself. Nothing was changed; choose a unit outside of its branch.`,
  'double-name': (names) =>
    `The unit above has one called ${names} already. Nothing was changed; choose another name, or merge the two.`,
  'double-code': (names) => `Another unit has this code: ${names}. Nothing was changed; look at the code again.`,
  'below-left': (names, count) =>
    `${count} units below have nowhere to go: ${names}. Nothing was changed; choose the unit that takes them.`,
  'people-left': (names, count) =>
    `${count} people belong to ${names}, so it cannot end. Nothing was changed; merge it to say where they go.`,
  'too-few-units': () => 'At least two units are needed. Nothing was changed; choose more.',
  'too-many-units': (_, count) =>
    `At most ${count} units at a time. Nothing was changed; do it in parts, or import a file.`,
  'nothing-changes': () => 'Nothing would be different, so there is nothing to store.',
  'name-missing': () => 'Give the name of the unit. Nothing was changed.',
  'reason-missing': () => 'Give a reason or the decision it rests on, 5 to 500 characters. Nothing was changed.',
  'day-out-of-bounds': () => 'Give the day as day/month/year, from 1945 to ten years from now. Nothing was changed.',
  'top-stays': (names) =>
    `${names} is the top of the tree: it is not moved, merged, split or ended. Nothing was changed.`,
  'changed-since': (names) =>
    `The tree has changed since${names === '' ? '' : ` (${names})`}, so this was not done. All data is kept; look again and repeat it.`,
  'has-been-used': (names, count) =>
    `The new unit ${names} is in use (${count} entries: people, attempts, headcounts, targets…), so it cannot be undone. All data is kept; make a new change.`,
  'already-undone': () => 'This change was undone before. Nothing more was changed.',
  'not-found': () => 'There is no such change.',
  forbidden: () => 'You may not change the tree of units. Nothing was changed.',
  'not-ready': () => 'This file has expired (after an hour) or was imported. The tree is as it was; choose it again.',
  'has-faults': (_, count) =>
    `${count} rows have faults or wait for an answer. Nothing was changed; correct the file or answer each row.`,
  invalid: () => 'The form is not complete. Nothing was changed; fill it in again.',
};

/** Why a change of the tree was refused, what was kept, what to do. */
export const unitChangeRefusalText = defineText(vi, en);
