// Word documents as clerks make them. They are written here by a library; what is tested is our reader.
import {
  AlignmentType,
  Document,
  LevelFormat,
  Packer,
  Paragraph,
  Tab,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import { describe, expect, test } from 'vitest';
import type { ParsedFile } from '#app/domain/exchange/parsed-file.ts';
import { readDocx } from '#app/features/exchange/formats/docx/read-docx.server.ts';
import { zipOf } from '#app/platform/zip.server.ts';

type Child = Paragraph | Table;
const p = (...children: (string | TextRun)[]): Paragraph =>
  new Paragraph({ children: children.map((child) => (typeof child === 'string' ? new TextRun(child) : child)) });
const bold = (text: string): TextRun => new TextRun({ text, bold: true });
const tableOf = (rows: readonly (readonly string[])[]): Table =>
  new Table({
    rows: rows.map((row) => new TableRow({ children: row.map((text) => new TableCell({ children: [p(text)] })) })),
  });

async function read(...children: Child[]): Promise<ParsedFile> {
  const lettered = {
    reference: 'letters',
    levels: [{ level: 0, format: LevelFormat.UPPER_LETTER, text: '%1.', alignment: AlignmentType.LEFT }],
  };
  const numbered = {
    reference: 'questions',
    levels: [{ level: 0, format: LevelFormat.DECIMAL, text: 'Câu %1.', alignment: AlignmentType.LEFT }],
  };
  const document = new Document({ numbering: { config: [lettered, numbered] }, sections: [{ children }] });
  const bytes = new Uint8Array(await Packer.toBuffer(document));
  const result = await readDocx({ name: 'a.docx', bytes }, () => undefined);
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
  return result.value;
}

const keysOf = ({ items }: ParsedFile): string[][] => items.map(({ body }) => [...body.key]);
const optionsOf = ({ items }: ParsedFile): string[][] => items.map(({ body }) => body.options.map(({ text }) => text));
const errorsOf = ({ items }: ParsedFile): string[] =>
  items.flatMap(({ notes }) => notes.filter(({ level }) => level === 'error').map(({ code }) => code));

describe('a document of a clerk', () => {
  test('with keys in bold, underlined, coloured, starred, or written below', async () => {
    const file = await read(
      p('ĐỀ CƯƠNG CÂU HỎI TÌM HIỂU'),
      p('Câu 1. Bác Hồ về nước ngày nào?'),
      p('A. 19/5/1941'),
      p(bold('B. 28/01/1941')),
      p('C. 2/9/1945'),
      p('Câu 2: Hang nào?'),
      p('A. Hang Rơi'),
      p(new TextRun({ text: 'B', underline: {} }), '. Hang Cốc Bó'),
      p('C. Hang Dơi'),
      p('Câu 3. Suối nào?'),
      p('A. Suối Giàng'),
      p('B. Suối Tiên'),
      p(new TextRun({ text: 'C. Suối Lê-nin', color: 'FF0000' })),
      p('Câu 4) Núi nào?'),
      p('*A. Núi Các Mác'),
      p('B. Núi Cấm'),
      p('5. Xã nào?'),
      p('a) Trường Hà'),
      p('b) Hồng Việt'),
      p('Đáp án: A'),
      p('Nguồn: Lịch sử Đảng bộ tỉnh'),
      p('Mức độ: TH'),
    );
    expect(errorsOf(file)).toEqual([]);
    expect(keysOf(file)).toEqual([['b'], ['b'], ['c'], ['a'], ['a']]);
    expect(optionsOf(file)[1]).toEqual(['Hang Rơi', 'Hang Cốc Bó', 'Hang Dơi']);
    expect(file.items[4]?.body.source.title).toBe('Lịch sử Đảng bộ tỉnh');
    expect(file.items[4]?.place.difficulty).toBe('medium');
  });

  test('with every letter in bold says nothing by it', async () => {
    const file = await read(p(bold('Câu 1. '), 'Hỏi?'), p(bold('A. '), 'x'), p(bold('B. '), 'y'), p(bold('C. '), 'z'));
    expect(errorsOf(file)).toEqual(['word-no-key']);
  });

  test('with options on one line, by tabs or spaces, and in a table', async () => {
    const tabbed = new Paragraph({
      children: [
        new TextRun('A. 53'),
        new TextRun({ children: [new Tab()] }),
        bold('B. 56'),
        new TextRun({ children: [new Tab()] }),
        new TextRun('C. 161'),
      ],
    });
    const file = await read(
      p('Câu 1. Bao nhiêu xã?'),
      tabbed,
      p('Câu 2. Năm nào?'),
      p('A. 1941   B. 1945   C. 1950   D. 1954'),
      p('Đáp án: A'),
      p('Câu 3. Ở đâu?'),
      tableOf([
        ['A. Hà Quảng', 'B. Thạch An'],
        ['C. Nguyên Bình', 'D. Hạ Lang'],
      ]),
      p('Chọn C'),
    );
    expect(errorsOf(file)).toEqual([]);
    expect(optionsOf(file)).toEqual([
      ['53', '56', '161'],
      ['1941', '1945', '1950', '1954'],
      ['Hà Quảng', 'Thạch An', 'Nguyên Bình', 'Hạ Lang'],
    ]);
    expect(keysOf(file)).toEqual([['b'], ['a'], ['c']]);
  });

  test('with automatic numbers and letters', async () => {
    const numbered = (text: string) => new Paragraph({ text, numbering: { reference: 'questions', level: 0 } });
    const lettered = (text: string, instance: number) =>
      new Paragraph({ text, numbering: { reference: 'letters', level: 0, instance } });
    const file = await read(
      numbered('Hỏi một?'),
      lettered('x', 1),
      lettered('y', 1),
      numbered('Hỏi hai?'),
      lettered('u', 2),
      lettered('v', 2),
      p('BẢNG ĐÁP ÁN'),
      tableOf([
        ['Câu', '1', '2'],
        ['Đáp án', 'B', 'A'],
      ]),
    );
    expect(file.items.map(({ body }) => body.prompt)).toEqual(['Hỏi một?', 'Hỏi hai?']);
    expect(optionsOf(file)).toEqual([
      ['x', 'y'],
      ['u', 'v'],
    ]);
    expect(keysOf(file)).toEqual([['b'], ['a']]);
  });

  test('with keys in lines at the end', async () => {
    const file = await read(
      p('Câu 1. Một?'),
      p('A. x'),
      p('B. y'),
      p('Câu 2. Hai?'),
      p('A. x'),
      p('B. y'),
      p('C. z'),
      p('ĐÁP ÁN'),
      p('1.B  2.A'),
    );
    expect(keysOf(file)).toEqual([['b'], ['a']]);
  });

  test('with a question of several lines, a list in it, and stress in it', async () => {
    const file = await read(
      p('Câu 1. Đọc hai ý sau và cho biết ý nào ', bold('KHÔNG'), ' đúng:'),
      p('1. Ý thứ nhất'),
      p('2. Ý thứ hai'),
      p('A. Ý 1'),
      p('*B. Ý 2'),
    );
    expect(file.items).toHaveLength(1);
    expect(file.items[0]?.body.prompt).toContain('**KHÔNG**');
    expect(file.items[0]?.body.prompt).toContain('Ý thứ hai');
    expect(keysOf(file)).toEqual([['b']]);
  });

  test('with statements, several keys, parts and topics', async () => {
    const file = await read(
      p('CHUYÊN ĐỀ 1: Quê hương cội nguồn'),
      p('Câu 1. Cao Bằng giáp Trung Quốc. (Đúng/Sai)'),
      p('Đáp án: Đúng'),
      p('PHẦN II. NHIỀU ĐÁP ÁN'),
      p('Câu 2. Những huyện nào?'),
      p('A. Hà Quảng'),
      p('B. Hạ Lang'),
      p('C. Hạ Long'),
      p('Đáp án: A, B'),
    );
    expect(file.items.map(({ body }) => body.interaction)).toEqual(['trueFalse', 'multipleChoice']);
    expect(file.items[0]?.body.prompt).toBe('Cao Bằng giáp Trung Quốc.');
    expect(file.items[0]?.place.topic).toBe('Quê hương cội nguồn');
    expect(keysOf(file)).toEqual([['a'], ['a', 'b']]);
  });

  test('with an essay names it', async () => {
    const file = await read(p('Câu 1. Hãy nêu cảm nghĩ của đồng chí.'), p('Câu 2. Hai?'), p('*A. x'), p('B. y'));
    expect(file.items.map(({ body }) => body.prompt)).toEqual(['Hai?']);
    expect(file.notes.filter(({ level }) => level === 'error')).toHaveLength(1);
  });
});

describe('a hostile document', () => {
  const part = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) });
  const refusalOf = async (...parts: ReturnType<typeof part>[]): Promise<string> => {
    const result = await readDocx({ name: 'a.docx', bytes: await zipOf(parts, 0) }, () => undefined);
    return result.ok ? 'read' : result.error.code;
  };
  const BODY = '<w:document xmlns:w="w"><w:body/></w:document>';

  test('with macros, a document type, or too deep a tree is refused', async () => {
    expect(await refusalOf(part('word/document.xml', BODY), part('word/vbaProject.bin', 'x'))).toBe('has-macros');
    expect(await refusalOf(part('word/document.xml', `<!DOCTYPE a [<!ENTITY b "c">]>${BODY}`))).toBe('has-doctype');
    const deep = '<w:p xmlns:w="w">'.repeat(500) + '</w:p>'.repeat(500);
    expect(await refusalOf(part('word/document.xml', deep))).not.toBe('read');
  });
});
