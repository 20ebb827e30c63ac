import { defineText } from './define-text.ts';

/** Words around files and lists with names, which are given for a reason. */
export const fileReasonText = defineText(
  {
    reason: 'Lý do',
    hint: 'Ít nhất 5 ký tự. Lý do, tên bạn và thời gian được ghi lại; người có tên trong danh sách xem được.',
    take: 'Tải tệp có họ tên',
    show: 'Mở danh sách đầy đủ',
  },
  {
    reason: 'Reason',
    hint: 'At least 5 characters. The reason, your name and the time are recorded; people on the list can see them.',
    take: 'Download the file with names',
    show: 'Open the whole list',
  },
);
