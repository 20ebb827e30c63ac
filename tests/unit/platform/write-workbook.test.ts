import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { readTables } from '#app/platform/tables/read-tables.server.ts';
import {
  columnLetter,
  firstRowOf,
  writeWorkbook,
  type WrittenSheet,
} from '#app/platform/tables/write-workbook.server.ts';

const AT = Date.UTC(2026, 0, 5, 1);
const SHEET: WrittenSheet = {
  name: 'Đơn vị: [1]',
  above: ['Kết quả tham gia', 'Số liệu mẫu'],
  columns: [
    { head: 'Đơn vị', width: 40, kind: 'text' },
    { head: 'Số người', width: 12, kind: 'count' },
    { head: 'Tỷ lệ', width: 12, kind: 'percent' },
  ],
  rows: [
    ['=HYPERLINK("http://a.b","x")', 10, { formula: 'B4/20', result: 0.5 }],
    ['+84', 5, null],
  ],
  totals: ['Tổng', { formula: 'SUM(B4:B5)', result: 15 }, null],
};

test('texts stay texts, numbers numbers, and formulas bring their results', async () => {
  const bytes = await writeWorkbook([SHEET, SHEET], AT);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes.buffer as ArrayBuffer);
  expect(book.worksheets.map(({ name }) => name)).toEqual(['Đơn vị   1', 'Đơn vị   1 2']);
  const page = book.worksheets[0] as ExcelJS.Worksheet;
  expect(firstRowOf(SHEET)).toBe(4 + 1);
  expect(page.getCell('A5').value).toBe('=HYPERLINK("http://a.b","x")');
  expect(page.getCell('A5').type).toBe(ExcelJS.ValueType.String);
  expect(page.getCell('B5').value).toBe(10);
  expect(page.getCell('C5').value).toMatchObject({ formula: 'B4/20', result: 0.5 });
  expect(page.getCell('B7').value).toMatchObject({ formula: 'SUM(B4:B5)', result: 15 });
  expect(columnLetter(27)).toBe('AB');
});

test('it is read back, and the same tables give the same bytes', async () => {
  const [once, again] = await Promise.all([writeWorkbook([SHEET], AT), writeWorkbook([SHEET], AT)]);
  expect(Buffer.from(once).equals(Buffer.from(again))).toBe(true);
  const read = await readTables({ name: 'a.xlsx', bytes: once });
  expect(read.ok && read.value[0]?.rows.at(-1)).toEqual({ number: 7, cells: ['Tổng', '15'] });
});
