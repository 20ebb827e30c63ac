import { defineText } from './define-text.ts';

/** What became of a file of questions. */
export const outcomeText = defineText(
  {
    refusedTitle: 'Không đọc được tệp này',
    refusedAt: (place: string) => `Chỗ có lỗi: ${place}.`,
    another: 'Chọn tệp khác',
    droppedLead: 'Lần nhập này đã được bỏ hoặc để quá 24 giờ, nên tệp đã xóa. Chưa có câu nào vào ngân hàng.',
    appliedTitle: 'Đã nhập xong',
    appliedLead: (created: string, changed: string) =>
      `${created} câu mới, ${changed} câu có bản nháp mới. Tất cả vào cùng một lần.`,
    appliedSubmitted: (count: string) => `${count} câu đã trình thẩm định.`,
    appliedLeft: (count: string) => `${count} câu để lại.`,
    seeItems: 'Xem các câu trong ngân hàng',
    undo: 'Hoàn tác lần nhập',
    undone: 'Lần nhập này đã được hoàn tác.',
  },
  {
    refusedTitle: 'This file could not be read',
    refusedAt: (place: string) => `Where the fault is: ${place}.`,
    another: 'Choose another file',
    droppedLead:
      'This import was dropped or left for more than 24 hours, so the file is deleted. Nothing entered the bank.',
    appliedTitle: 'Imported',
    appliedLead: (created: string, changed: string) =>
      `${created} new questions, ${changed} with a new draft. All of them in one act.`,
    appliedSubmitted: (count: string) => `${count} were submitted for review.`,
    appliedLeft: (count: string) => `${count} were left out.`,
    seeItems: 'See them in the bank',
    undo: 'Undo this import',
    undone: 'This import was undone.',
  },
);
