// Workbooks as clerks make them. They are written here by a library; what is tested is our reader.
import { describe, expect, test } from 'vitest';
import type { Worksheet } from 'exceljs';
import type { ParsedFile } from '#app/domain/exchange/parsed-file.ts';
import { readXlsx } from '#app/features/exchange/formats/xlsx/read-xlsx.server.ts';
import { zipOf } from '#app/platform/zip.server.ts';

const { default: ExcelJs } = await import('exceljs');

async function workbook(fill: (sheet: Worksheet) => void): Promise<Uint8Array> {
  const book = new ExcelJs.Workbook();
  fill(book.addWorksheet('Sheet1'));
  return new Uint8Array(await book.xlsx.writeBuffer());
}

async function read(bytes: Uint8Array): Promise<ParsedFile> {
  const result = await readXlsx({ name: 'a.xlsx', bytes }, () => undefined);
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
  return result.value;
}

const keysOf = ({ items }: ParsedFile): string[][] => items.map(({ body }) => [...body.key]);
const errorsOf = ({ items }: ParsedFile): string[] =>
  items.flatMap(({ notes }) => notes.filter(({ level }) => level === 'error').map(({ code }) => code));

describe('a workbook of a clerk', () => {
  test('with a letterhead, other words for the heads, an index column and blank rows', async () => {
    const file = await read(
      await workbook((sheet) => {
        sheet.addRow(['UBND TỈNH CAO BẰNG']);
        sheet.addRow(['NGÂN HÀNG CÂU HỎI']);
        sheet.addRow([]);
        sheet.addRow(['STT', 'NOI DUNG CAU HOI', 'P/A 1', 'P/A 2', 'P/A 3', 'P/A 4', 'Đ/A', 'Mức độ', 'Nguồn']);
        sheet.addRow([
          1,
          'Bác Hồ về nước ngày nào?',
          '28/01/1941',
          '19/5/1941',
          '2/9/1945',
          '3/2/1930',
          'A',
          'NB',
          'Lịch sử',
        ]);
        sheet.addRow([]);
        sheet.addRow([2, 'Năm thành lập tỉnh?', 1499, 1945, 1886, 1950, 1, 'TH']);
        sheet.addRow(['', 'Ghi chú: đề chưa duyệt']);
      }),
    );
    expect(errorsOf(file)).toEqual([]);
    expect(file.items.map(({ body }) => body.prompt)).toEqual(['Bác Hồ về nước ngày nào?', 'Năm thành lập tỉnh?']);
    expect(keysOf(file)).toEqual([['a'], ['a']]);
    expect(file.items[1]?.body.options.map(({ text }) => text)).toEqual(['1499', '1945', '1886', '1950']);
    expect(file.items.map(({ place }) => place.difficulty)).toEqual(['easy', 'medium']);
    expect(file.items[0]?.at).toEqual({ sheet: 'Sheet1', row: 5 });
  });

  test.each([
    ['B', ['b']],
    ['b.', ['b']],
    ['Đáp án B', ['b']],
    ['Hà Quảng', ['b']],
    ['2', ['b']],
    ['A, C', ['a', 'c']],
    ['AC', ['a', 'c']],
    ['A và C', ['a', 'c']],
    ['a;c', ['a', 'c']],
  ])('with the key written as %j', async (key, expected) => {
    const file = await read(
      await workbook((sheet) => {
        sheet.addRow(['Câu hỏi', 'A', 'B', 'C', 'D', 'Đáp án']);
        sheet.addRow(['Pác Bó ở đâu?', 'Nguyên Bình', 'Hà Quảng', 'Trùng Khánh', 'Thạch An', key]);
      }),
    );
    expect(errorsOf(file)).toEqual([]);
    expect(keysOf(file)).toEqual([expected]);
  });

  test('with the key shown by bold, colour or a star only', async () => {
    const file = await read(
      await workbook((sheet) => {
        sheet.addRow(['Câu hỏi', 'Phương án A', 'Phương án B', 'Phương án C']);
        sheet.addRow(['Câu một?', 'x', 'y', 'z']).getCell(3).font = { bold: true };
        sheet.addRow(['Câu hai?', 'x', 'y', 'z']).getCell(4).font = { color: { argb: 'FFFF0000' } };
        sheet.addRow(['Câu ba?', '*x', 'y', 'z']);
        sheet.addRow(['Câu bốn?', 'x', 'y', 'z']);
      }),
    );
    expect(keysOf(file)).toEqual([['b'], ['c'], ['a'], []]);
    expect(errorsOf(file)).toEqual(['no-key']);
  });

  test('with all options in one cell, the right one in bold', async () => {
    const file = await read(
      await workbook((sheet) => {
        sheet.addRow(['Câu hỏi', 'Đáp án']);
        sheet.addRow([
          {
            richText: [
              { text: 'Suối nào ở Pác Bó?\nA. Suối Giàng\n' },
              { text: 'B. Suối Lê-nin', font: { bold: true } },
              { text: '\nC. Suối Tiên' },
            ],
          },
        ]);
      }),
    );
    expect(file.items[0]?.body.prompt).toBe('Suối nào ở Pác Bó?');
    expect(file.items[0]?.body.options.map(({ text }) => text)).toEqual(['Suối Giàng', 'Suối Lê-nin', 'Suối Tiên']);
    expect(keysOf(file)).toEqual([['b']]);
  });

  test('with one option a row below the question', async () => {
    const file = await read(
      await workbook((sheet) => {
        sheet.addRow(['Câu hỏi', 'Phương án 1', 'Đáp án']);
        sheet.addRow(['Câu một?', 'A. x', 'C']);
        sheet.addRow([null, 'B. y']);
        sheet.addRow([null, 'C. z']);
        sheet.addRow(['Câu hai?', 'A. u', 'A']);
        sheet.addRow([null, 'B. v']);
      }),
    );
    expect(file.items.map(({ body }) => body.options.map(({ text }) => text))).toEqual([
      ['x', 'y', 'z'],
      ['u', 'v'],
    ]);
    expect(keysOf(file)).toEqual([['c'], ['a']]);
  });

  test('with dates as cells, composed and decomposed letters, and hard spaces', async () => {
    const file = await read(
      await workbook((sheet) => {
        sheet.addRow(['Câu hỏi', 'A', 'B', 'Đáp án']);
        const row = sheet.addRow([
          'Ngày\u00a0thành lập?'.normalize('NFD'),
          new Date(Date.UTC(1941, 4, 19)),
          '3/2/1930',
          'A',
        ]);
        row.getCell(2).numFmt = 'dd/mm/yyyy';
      }),
    );
    expect(file.items[0]?.body.prompt).toBe('Ngày thành lập?');
    expect(file.items[0]?.body.options[0]?.text).toBe('19/05/1941');
  });

  test('with statements that are true or false', async () => {
    const file = await read(
      await workbook((sheet) => {
        sheet.addRow(['Câu hỏi', 'Dạng câu', 'Đáp án']);
        sheet.addRow(['Cao Bằng có biên giới với Trung Quốc.', 'Đúng/Sai', 'Đ']);
        sheet.addRow(['Cao Bằng giáp biển.', '', 'Sai']);
      }),
    );
    expect(file.items.map(({ body }) => body.interaction)).toEqual(['trueFalse', 'trueFalse']);
    expect(keysOf(file)).toEqual([['a'], ['b']]);
  });

  test('in a font from before Unicode is named, with its place', async () => {
    const file = await read(
      await workbook((sheet) => {
        sheet.addRow(['Câu hỏi', 'A', 'B', 'Đáp án']);
        sheet.addRow(['C©u hái?', 'x', 'y', 'A']).getCell(1).font = { name: '.VnTime' };
      }),
    );
    expect(file.items[0]?.notes).toMatchObject([{ level: 'error', code: 'legacy-font', at: { row: 2, column: 'A' } }]);
  });

  test('with sheets that hold no questions names them', async () => {
    const file = await read(await workbook((sheet) => sheet.addRow(['Danh sách ban giám khảo'])));
    expect(file.items).toEqual([]);
    expect(file.notes).toMatchObject([{ code: 'sheet-without-heads', at: { sheet: 'Sheet1' } }]);
  });
});

describe('a hostile workbook', () => {
  const part = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) });
  const SHELL = [
    part(
      'xl/_rels/workbook.xml.rels',
      '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
    ),
    part('xl/workbook.xml', '<workbook xmlns:r="r"><sheets><sheet name="S" r:id="r1"/></sheets></workbook>'),
  ];
  const refusalOf = async (bytes: Uint8Array): Promise<string> => {
    const result = await readXlsx({ name: 'a.xlsx', bytes }, () => undefined);
    return result.ok ? 'read' : result.error.code;
  };

  test('with macros is refused', async () => {
    expect(await refusalOf(await zipOf([...SHELL, part('xl/vbaProject.bin', 'x')], 0))).toBe('has-macros');
  });

  test('with a document type is refused before its entities are looked at', async () => {
    const sheet = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><worksheet>&a;</worksheet>';
    expect(await refusalOf(await zipOf([...SHELL, part('xl/worksheets/sheet1.xml', sheet)], 0))).toBe('has-doctype');
  });

  test('with more rows than a bank has questions is refused', async () => {
    const rows = '<row><c t="str"><v>x</v></c></row>'.repeat(20_200);
    const sheet = `<worksheet><sheetData>${rows}</sheetData></worksheet>`;
    expect(await refusalOf(await zipOf([...SHELL, part('xl/worksheets/sheet1.xml', sheet)], 0))).toBe('too-many-items');
  });

  test('of a hundred megabytes of one letter is refused without being unpacked', async () => {
    const sheet = { name: 'xl/worksheets/sheet1.xml', bytes: new Uint8Array(60 * 1024 * 1024).fill(0x20) };
    expect(await refusalOf(await zipOf([...SHELL, sheet], 0))).toBe('archive-too-large');
  });

  test('with broken XML says where', async () => {
    const result = await readXlsx(
      {
        name: 'a.xlsx',
        bytes: await zipOf([...SHELL, part('xl/worksheets/sheet1.xml', '<worksheet><row></worksheet>')], 0),
      },
      () => undefined,
    );
    expect(result).toMatchObject({
      ok: false,
      error: { code: 'broken-xml', at: { file: 'xl/worksheets/sheet1.xml' } },
    });
  });
});
