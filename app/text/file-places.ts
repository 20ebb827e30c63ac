import { defineText } from './define-text.ts';

/** Where in a file something stands. */
export const filePlaceText = defineText(
  {
    file: (name: string) => `tệp ${name}`,
    sheet: (name: string) => `trang tính ${name}`,
    row: (row: string) => `dòng ${row}`,
    column: (column: string) => `cột ${column}`,
    line: (line: string) => `dòng ${line}`,
    question: (question: string) => `câu thứ ${question}`,
  },
  {
    file: (name: string) => `file ${name}`,
    sheet: (name: string) => `sheet ${name}`,
    row: (row: string) => `row ${row}`,
    column: (column: string) => `column ${column}`,
    line: (line: string) => `line ${line}`,
    question: (question: string) => `question ${question}`,
  },
);
