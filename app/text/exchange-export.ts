import { defineText } from './define-text.ts';

/** The page on which questions are taken away. */
export const exportText = defineText(
  {
    title: 'Xuất câu hỏi ra tệp',
    lead: 'Tệp có cả đáp án. Hãy giữ như tài liệu mật cho đến khi thi xong.',
    count: 'Đếm lại theo định dạng này',
    items: (count: string) => `${count} câu hỏi được chọn`,
    noLoss: 'Định dạng này mang được mọi thứ của các câu đã chọn.',
    losses: 'Định dạng này không mang được:',
    loss: (count: string, sentence: string) => `${count} lần: ${sentence}`,
    download: 'Tải tệp',
    audit: 'Mỗi lần tải được ghi vào nhật ký: ai, lúc nào, bao nhiêu câu.',
    hints: {
      xlsx: 'Bảng để sửa rồi nhập lại.',
      docx: 'Văn bản để đọc, in và góp ý.',
      csv: 'Bảng chữ, mở được bằng mọi chương trình.',
      gift: 'Tệp chữ cho Moodle.',
      aiken: 'Tệp chữ đơn giản: chỉ câu chọn một.',
      moodle: 'Cho Moodle, có cả hình.',
      qti21: 'Gói cho Canvas, TAO và hệ thống khác, có cả hình.',
      qti3: 'Gói theo chuẩn QTI mới nhất, có cả hình.',
      yaml: 'Đầy đủ nhất: nhập lại được y nguyên, có cả hình.',
    },
  },
  {
    title: 'Export questions to a file',
    lead: 'The file holds the keys. Keep it secret until the contest is over.',
    count: 'Count again for this format',
    items: (count: string) => `${count} questions chosen`,
    noLoss: 'This format carries everything of the chosen questions.',
    losses: 'This format cannot carry:',
    loss: (count: string, sentence: string) => `${count} times: ${sentence}`,
    download: 'Download the file',
    audit: 'Every download is written down: who, when, how many questions.',
    hints: {
      xlsx: 'A table to be changed and imported again.',
      docx: 'A document to read, print and comment.',
      csv: 'A table of text for any program.',
      gift: 'A text file for Moodle.',
      aiken: 'A simple text file: choices of one only.',
      moodle: 'For Moodle, with images.',
      qti21: 'A package for Canvas, TAO and others, with images.',
      qti3: 'A package of the newest QTI, with images.',
      yaml: 'The fullest: comes in again just as it was, with images.',
    },
  },
);
