import { defineText } from './define-text.ts';

/** The page on which items are taken out as a file. */
export const exportText = defineText(
  {
    title: 'Xuất câu hỏi ra tệp',
    lead: (count: string) =>
      `${count} câu theo bộ lọc của danh sách. Chọn định dạng để xem những gì định dạng đó không mang được, rồi tải về.`,
    format: 'Định dạng',
    noLosses: 'Định dạng này mang được mọi thứ của những câu này.',
    losses: 'Định dạng này không mang được:',
    times: (count: string) => `${count} câu`,
    secret: 'Tệp có đáp án. Lần tải nào cũng được ghi vào nhật ký.',
    download: 'Tải tệp',
  },
  {
    title: 'Export questions',
    lead: (count: string) =>
      `${count} questions by the filters of the list. Choose a format to see what it cannot carry, then download.`,
    format: 'Format',
    noLosses: 'This format carries everything of these questions.',
    losses: 'This format cannot carry:',
    times: (count: string) => `${count} times`,
    secret: 'The file holds keys. Each download is recorded.',
    download: 'Download',
  },
);
