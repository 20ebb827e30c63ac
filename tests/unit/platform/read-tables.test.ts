import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import { readTables } from '#app/platform/tables/read-tables.server.ts';
import { tableRefusalSentence } from '#app/text/table-refusals.ts';

const text = (content: string): Uint8Array => new TextEncoder().encode(content);

async function workbook(fill: (book: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  fill(book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

describe('readTables', () => {
  test('sheets of a workbook come as texts, with the numbers of their rows', async () => {
    const bytes = await workbook((book) => {
      const sheet = book.addWorksheet('Danh sách');
      sheet.getCell('A1').value = 'DANH SÁCH CÁN BỘ';
      sheet.getCell('A3').value = 'STT';
      sheet.getCell('C3').value = 'Ngày sinh';
      sheet.getCell('A4').value = 1;
      sheet.getCell('B4').value = ' Nông  Thị\u00a0Mai ';
      sheet.getCell('C4').value = new Date(Date.UTC(1980, 4, 9));
      sheet.getCell('C4').numFmt = 'dd/mm/yyyy';
      sheet.getCell('D4').value = { formula: '1+1', result: 2 };
      book.addWorksheet('Ẩn', { state: 'hidden' }).getCell('A1').value = 'không thấy';
      book.addWorksheet('Trống');
    });
    const read = await readTables({ name: 'a.xlsx', bytes });
    expect(read).toEqual({
      ok: true,
      value: [
        {
          name: 'Danh sách',
          rows: [
            { number: 1, cells: ['DANH SÁCH CÁN BỘ'] },
            { number: 3, cells: ['STT', '', 'Ngày sinh'] },
            { number: 4, cells: ['1', 'Nông Thị Mai', '09/05/1980', '2'] },
          ],
        },
      ],
    });
  });

  test('a CSV file is read with its own sign, and composed', async () => {
    const read = await readTables({ name: 'a.csv', bytes: text('Mã;Tên đơn vị\n\n;"Xa\u0303 Hà;Quảng"\n') });
    expect(read).toEqual({
      ok: true,
      value: [
        {
          name: '',
          rows: [
            { number: 1, cells: ['Mã', 'Tên đơn vị'] },
            { number: 3, cells: ['', 'Xã Hà;Quảng'] },
          ],
        },
      ],
    });
  });

  test.each([
    ['an empty file', new Uint8Array(), 'file-empty', 'trống'],
    ['an old workbook', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0), 'unknown-format', '.xls'],
    ['a PDF', text('%PDF-1.7 …'), 'unknown-format', 'PDF'],
    ['bytes', Uint8Array.of(1, 0, 2, 0, 3, 0, 0, 0), 'unknown-format', '.xlsx'],
    ['half a workbook', Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0), 'broken-archive', 'hỏng'],
  ])('%s is refused', async (_, bytes, code, word) => {
    const read = await readTables({ name: 'a', bytes });
    expect(read).toMatchObject({ ok: false, error: { code } });
    if (!read.ok) expect(tableRefusalSentence(read.error, 'vi')).toContain(word);
  });
});
