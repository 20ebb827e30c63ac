// What stands in the cells of a clerk's workbook beside plain words, and how its rows hang together.
import type { Worksheet } from 'exceljs';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import type { ParsedFile } from '#app/domain/exchange/parsed-file.ts';
import { readXlsx } from '#app/features/exchange/formats/xlsx/read-xlsx.server.ts';

const { default: ExcelJs } = await import('exceljs');
type Book = InstanceType<typeof ExcelJs.Workbook>;

async function read(fill: (sheet: Worksheet, book: Book) => void): Promise<ParsedFile> {
  const book = new ExcelJs.Workbook();
  fill(book.addWorksheet('Sheet1'), book);
  const bytes = new Uint8Array(await book.xlsx.writeBuffer());
  const result = await readXlsx({ name: 'a.xlsx', bytes }, () => undefined);
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
  return result.value;
}

const HEADS = ['Câu hỏi', 'A', 'B', 'C', 'Đáp án'];
const optionsOf = ({ items }: ParsedFile): string[][] => items.map(({ body }) => body.options.map(({ text }) => text));
const codesOf = ({ items }: ParsedFile): string[][] => items.map(({ notes }) => notes.map(({ code }) => code));

describe('rows', () => {
  test('with options and a key of their own are a question without words, not more of the one above', async () => {
    const file = await read((sheet) => {
      sheet.addRow(HEADS);
      sheet.addRow(['Một?', 'a1', 'b1', 'c1', 'A']);
      sheet.addRow([null, 'a2', 'b2', 'c2', 'B']);
    });
    expect(optionsOf(file)).toEqual([
      ['a1', 'b1', 'c1'],
      ['a2', 'b2', 'c2'],
    ]);
    expect(codesOf(file)).toEqual([[], ['no-prompt']]);
  });

  test('that repeat the heads are passed over', async () => {
    const file = await read((sheet) => {
      sheet.addRow(HEADS);
      sheet.addRow(['Một?', 'x', 'y', 'z', 'A']);
      sheet.addRow(HEADS);
      sheet.addRow(['Hai?', 'x', 'y', 'z', 'B']);
    });
    expect(file.items.map(({ body }) => body.prompt)).toEqual(['Một?', 'Hai?']);
  });

  test('share a topic whose cells are merged, and nothing that is the question itself', async () => {
    const file = await read((sheet) => {
      sheet.addRow(['Chuyên đề', ...HEADS]);
      sheet.addRow(['Cội nguồn', 'Một?', 'x', 'y', 'z', 'A']);
      sheet.addRow([null, 'Hai?', 'x', 'y', 'z', 'B']);
      sheet.addRow([null, 'Ba?', 'x', 'y', 'z', 'B']);
      sheet.mergeCells('A2:A3');
    });
    expect(file.items.map(({ place }) => place.topic)).toEqual(['Cội nguồn', 'Cội nguồn', '']);
  });
});

describe('sheets without heads', () => {
  const keysOf = ({ items }: ParsedFile) => items.map(({ body }) => body.key);

  test('are understood by what stands in their columns, and that is said', async () => {
    const file = await read((sheet) => {
      sheet.addRow([1, 'Một?', 'a1', 'b1', 'c1', 'B']);
      sheet.addRow([2, 'Hai?', 'a2', 'b2', 'c2', 'C']);
    });
    expect(optionsOf(file)).toEqual([
      ['a1', 'b1', 'c1'],
      ['a2', 'b2', 'c2'],
    ]);
    expect(keysOf(file)).toEqual([['b'], ['c']]);
    expect(file.notes).toMatchObject([
      { code: 'heads-guessed', values: { prompt: 'B', options: 'C, D, E', key: 'F' }, at: { sheet: 'Sheet1' } },
    ]);
  });

  test('are not guessed at beside a table of questions', async () => {
    const file = await read((sheet, book) => {
      sheet.addRow(HEADS);
      sheet.addRow(['Một?', 'a1', 'b1', 'c1', 'A']);
      const people = book.addWorksheet('Danh sách');
      for (const name of ['Bế Văn Đàn', 'La Văn Cầu']) people.addRow([1, name, 'Đoàn viên', 'Xã Trường Hà', 'A']);
    });
    expect(file.items).toHaveLength(1);
    expect(file.notes).toMatchObject([{ code: 'sheet-without-heads', at: { sheet: 'Danh sách' } }]);
  });

  test('that hold questions line by line are read as a document is, by their rows', async () => {
    const file = await read((sheet) => {
      for (const line of ['Câu 1: Một?', 'A. a1', 'B. b1', 'Đáp án: B', 'Câu 2: Hai?', 'A. a2']) sheet.addRow([line]);
      sheet.addRow(['B. b2']).font = { bold: true };
      sheet.addRow(['Câu 3: Nêu cảm nghĩ.']);
    });
    expect(keysOf(file)).toEqual([['b'], ['b']]);
    expect(file.items.map(({ at }) => at)).toEqual([
      { sheet: 'Sheet1', row: 1, question: 1 },
      { sheet: 'Sheet1', row: 5, question: 2 },
    ]);
    expect(file.notes).toMatchObject([{ code: 'word-essay', at: { sheet: 'Sheet1', row: 8 } }]);
  });
});

describe('rows of one option each', () => {
  test('have a cross beside the right one, in the first row too', async () => {
    const file = await read((sheet) => {
      sheet.addRow(['TT', 'Câu hỏi', 'Phương án', 'Đáp án đúng']);
      sheet.addRow([1, 'Một?', 'A. a1', null]);
      sheet.addRow([null, null, 'B. b1', 'x']);
      sheet.addRow([2, 'Hai?', 'a2', 'X']);
      sheet.addRow([null, null, 'b2', null]);
    });
    expect(optionsOf(file)).toEqual([
      ['a1', 'b1'],
      ['a2', 'b2'],
    ]);
    expect(file.items.map(({ body }) => body.key)).toEqual([['b'], ['a']]);
    expect(file.notes).toEqual([]);
  });
});

describe('columns', () => {
  test.each(['Phương án', 'Các phương án', 'Lựa chọn', 'Các đáp án'])('%s holds all options', async (head) => {
    const file = await read((sheet) => {
      sheet.addRow(['Câu hỏi', head, 'Đáp án']);
      sheet.addRow(['Một?', 'A. x\nB. y\nC. z', 'B']);
    });
    expect(optionsOf(file)).toEqual([['x', 'y', 'z']]);
    expect(file.items[0]?.body.key).toEqual(['b']);
  });

  test('whose head says nothing to us are named', async () => {
    const file = await read((sheet) => {
      sheet.addRow([...HEADS, 'Phòng ban']);
      sheet.addRow(['Một?', 'x', 'y', 'z', 'A', 'Văn phòng']);
    });
    expect(file.notes).toMatchObject([{ code: 'column-unknown', at: { column: 'F' }, values: { head: 'Phòng ban' } }]);
  });
});

describe('cells', () => {
  test('show percentages as percentages, and formulas as what they gave', async () => {
    const file = await read((sheet) => {
      sheet.addRow(HEADS);
      const row = sheet.addRow(['Bao nhiêu?', 0.5, 0.125, { formula: '1+1', result: 2 }, 'A']);
      row.getCell(2).numFmt = '0%';
      row.getCell(3).numFmt = '0.0%';
    });
    expect(optionsOf(file)).toEqual([['50%', '12,5%', '2']]);
  });

  test('whose formula failed are an error with its place', async () => {
    const file = await read((sheet) => {
      sheet.addRow(HEADS);
      sheet.addRow(['Bao nhiêu?', 'x', { error: '#REF!' }, 'z', 'A']);
    });
    expect(file.items[0]?.notes).toMatchObject([
      { level: 'error', code: 'cell-fault', at: { row: 2, column: 'C' }, values: { fault: '#REF!' } },
    ]);
  });

  test.each(['Caâu hoûi naøo ñuùng?', 'C©u hái nµo ®óng?'])(
    'in old letters are named, whatever their font: %s',
    async (text) => {
      const file = await read((sheet) => {
        sheet.addRow(HEADS);
        sheet.addRow([text, 'x', 'y', 'z', 'A']);
      });
      expect(codesOf(file)).toEqual([['legacy-text']]);
    },
  );

  test.each([
    'El Niño là gì?',
    'Café và rượu Bordeaux?',
    'Nhà hoá học Röntgen?',
    'What is a naïve reader?',
    'Diện tích 5 µm²?',
  ])('in other languages are not taken for old letters: %s', async (text) => {
    const file = await read((sheet) => {
      sheet.addRow(HEADS);
      sheet.addRow([text, 'x', 'y', 'z', 'A']);
    });
    expect(codesOf(file)).toEqual([[]]);
  });

  test('with weights need no key', async () => {
    const file = await read((sheet) => {
      sheet.addRow(HEADS);
      sheet.addRow(['Một?', '{100%} x', '{50%} y', 'z']);
    });
    expect(codesOf(file)).toEqual([[]]);
    expect(file.items[0]?.body).toMatchObject({ key: ['a'], options: [{}, { fraction: 0.5 }, {}] });
  });
});

test('a picture that is pasted into the row of a question is its picture', async () => {
  const png = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#0a5' } })
    .png()
    .toBuffer();
  const file = await read((sheet, book) => {
    sheet.addRow(HEADS);
    sheet.addRow(['Một?', 'x', 'y', 'z', 'A']);
    sheet.addRow(['Hình nào?', 'x', 'y', 'z', 'B']);
    const image = book.addImage({ buffer: png as never, extension: 'png' });
    sheet.addImage(image, { tl: { col: 5, row: 2 }, ext: { width: 8, height: 8 } });
  });
  expect(file.media.size).toBe(1);
  const [id] = [...file.media.keys()];
  expect(file.items.map(({ body }) => body.prompt)).toEqual(['Một?', `Hình nào?\n\n![](media:${id})`]);
  expect(file.notes).toEqual([]);
});
