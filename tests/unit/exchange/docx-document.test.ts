import { AlignmentType, Document, ImageRun, LevelFormat, Packer, Paragraph, TextRun } from 'docx';
import { expect, test } from 'vitest';
import { findFormat } from '#app/features/exchange/formats/registry.server.ts';
import { readDocx } from '#app/features/exchange/formats/docx/read-docx.server.ts';
import { codesOf, inShort, readFile, readOne, refusalOf } from '#tests/support/read-text-file.ts';
import { p, ps, run, wordFile, zipped } from '#tests/support/word-file.ts';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const one = async (body: string, parts?: Record<string, string | Uint8Array>) =>
  readOne(readDocx, await wordFile(body, parts));
const END = ps('A. Một', 'B. Hai', 'Đáp án: B');

test('numbers and letters that Word sets itself, highlight and pictures, as the docx library writes them', async () => {
  const levels = [
    { level: 0, format: LevelFormat.DECIMAL, text: 'Câu %1.', alignment: AlignmentType.START },
    { level: 1, format: LevelFormat.UPPER_LETTER, text: '%2.', alignment: AlignmentType.START },
  ];
  const line = (level: number, ...children: (TextRun | ImageRun)[]) =>
    new Paragraph({ children, numbering: { reference: 'q', level } });
  const question = (text: string, right: number) => [
    line(0, new TextRun(text)),
    ...['Một', 'Hai', 'Ba'].map((option, at) =>
      line(1, new TextRun(at === right ? { text: option, highlight: 'yellow' } : { text: option })),
    ),
  ];
  const image = new ImageRun({
    type: 'png',
    data: PNG,
    transformation: { width: 9, height: 9 },
    altText: { name: 'x', title: 'x', description: 'Cột mốc 108' },
  });
  const document = new Document({
    numbering: { config: [{ reference: 'q', levels }] },
    sections: [
      {
        children: [
          ...question('Hỏi một?', 1),
          ...question('Hỏi hai?', 2),
          line(0, new TextRun('Hình? '), image),
          ...question('', 0).slice(1),
        ],
      },
    ],
  });
  const { items, media, notes } = await readFile(readDocx, new Uint8Array(await Packer.toBuffer(document)));
  expect(notes).toEqual([]);
  expect(items.map(({ body }) => [body.prompt.slice(0, 8), body.options.length, ...body.key])).toEqual([
    ['Hỏi một?', 3, 'b'],
    ['Hỏi hai?', 3, 'c'],
    ['Hình? ![', 3, 'a'],
  ]);
  const [id = ''] = media.keys();
  expect(items[2]?.body.prompt).toBe(`Hình? ![Cột mốc 108](media:${id})`);
  expect(Buffer.from(media.get(id)?.bytes ?? [])).toEqual(PNG);
});

test('tracked changes, fields, hidden text, text boxes', async () => {
  const prompt =
    '<w:p><w:r><w:t>Câu 1. Năm </w:t></w:r><w:del><w:r><w:delText>1940</w:delText></w:r></w:del>' +
    '<w:ins><w:r><w:t>1941</w:t></w:r></w:ins><w:r><w:fldChar w:fldCharType="begin"/></w:r>' +
    '<w:r><w:instrText>PAGE</w:instrText><w:t>code</w:t></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>' +
    '<w:r><w:t> ở đâu?</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>' +
    `${run('ẩn', '<w:vanish/>')}</w:p>`;
  const box = `<w:p><w:r><w:pict><w:txbxContent>${END}</w:txbxContent></w:pict></w:r></w:p>`;
  expect(inShort(await one(prompt + box))).toMatchObject({
    prompt: 'Năm 1941 ở đâu?',
    options: ['Một', 'Hai'],
    key: ['b'],
  });
});

test('emphasis of some words stays, that of a whole line does not; signs of Markdown are words', async () => {
  const text =
    run('Câu 1. Chọn từ ') +
    run('không', '<w:b/>') +
    run(' đúng, mũ m') +
    run('2', '<w:vertAlign w:val="superscript"/>');
  const item = await one(p(text) + p(run('Tất cả đậm', '<w:b/>')) + p('# 5 * 3 <b>') + END);
  expect(item.body.prompt).toBe('Chọn từ **không** đúng, mũ m^(2)\n\nTất cả đậm\n\n\\# 5 \\* 3 \\<b>');
});

test('letters of TCVN3 are read, those of VNI are refused with advice; decomposed letters are composed', async () => {
  const font = (name: string) => `<w:rFonts w:ascii="${name}" w:hAnsi="${name}"/>`;
  const read = await one(p(run('C©u 1. B¸c Hå vÒ n­íc ë ®©u?', font('.VnTime'))) + END);
  expect(read.body.prompt).toBe('Bác Hồ về nước ở đâu?');
  const vni = await one(p(run('Câu 1. Baùc veà ñaâu?', font('VNI-Times'))) + END);
  expect(codesOf(vni.notes)).toEqual(['error word-legacy-font']);
  const composed = await one(p('Câu 1. Ở đâu?'.normalize('NFD')) + END);
  expect(composed.body.prompt).toBe('Ở đâu?');
});

test('a style may carry the mark', async () => {
  const styles =
    '<w:styles xmlns:w="w"><w:style w:type="character" w:styleId="Right"><w:rPr><w:u w:val="single"/></w:rPr></w:style></w:styles>';
  const item = await one(ps('Câu 1. Hỏi?', 'A. Một') + p(run('B. Hai', '<w:rStyle w:val="Right"/>')) + ps('C. Ba'), {
    'word/styles.xml': styles,
  });
  expect(item.body.key).toEqual(['b']);
});

test('hostile files are refused as a whole', async () => {
  const code = async (bytes: Uint8Array) => (await refusalOf(readDocx, bytes)).code;
  const good = ps('Câu 1. Hỏi?') + END;
  expect(await code(await wordFile(good, { 'word/vbaProject.bin': 'x' }))).toBe('has-macros');
  const macro = '<Types><Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>';
  expect(await code(await wordFile(good, { '[Content_Types].xml': macro }))).toBe('has-macros');
  const xxe = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document><w:body>&x;</w:body></w:document>';
  expect(await code(await zipped({ 'word/document.xml': xxe }))).toBe('has-doctype');
  expect(await code(await wordFile(good, { 'word/numbering.xml': '<!DOCTYPE x><x/>' }))).toBe('has-doctype');
  expect(await code(await wordFile(good, { 'word/media/bomb.png': new Uint8Array(8_000_000) }))).toBe(
    'archive-too-large',
  );
  expect(await code(await wordFile('<w:tbl><w:tr><w:tc>'.repeat(90) + '</w:tc></w:tr></w:tbl>'.repeat(90)))).toBe(
    'broken-xml',
  );
  expect(await code(await wordFile('<w:p>'))).toBe('broken-xml');
  expect(await code(await zipped({ 'a.txt': 'x' }))).toBe('broken-file');
  expect(await code(new Uint8Array(51 * 1024 * 1024))).toBe('file-too-large');
  const ole = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(512)]);
  expect(await code(ole)).toBe('unknown-format');
  expect(await code(Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')]))).toBe('archive-encrypted');
  const climbing = Buffer.from(await wordFile(good, { 'word/aaaaaaaaaa': 'x' })).toString('latin1');
  expect(await code(Buffer.from(climbing.replaceAll('word/aaaaaaaaaa', '../../aaaaaaaaa'), 'latin1'))).toBe(
    'archive-path-outside',
  );
});

test('pictures outside of the file, missing ones and drawings that are none are named', async () => {
  const rels =
    '<Relationships><Relationship Id="r1" Type="x/image" Target="http://x.example/a.png" TargetMode="External"/>' +
    '<Relationship Id="r2" Type="x/image" Target="media/a.emf"/></Relationships>';
  const blip = (id: string) => `<w:p><w:r><w:drawing><a:blip r:embed="${id}"/></w:drawing></w:r></w:p>`;
  const file = await readFile(
    readDocx,
    await wordFile(ps('Câu 1. Hỏi?') + blip('r1') + blip('r2') + blip('r3') + END, {
      'word/_rels/document.xml.rels': rels,
      'word/media/a.emf': 'emf',
    }),
  );
  expect(codesOf(file.notes)).toEqual(['loss image-outside', 'loss image-unreadable', 'loss image-missing']);
  expect(file.items).toHaveLength(1);
});

test('a Word file is told by what it holds, and one without questions is named', async () => {
  const bytes = await wordFile(ps('Kính gửi các trường.'));
  expect(await findFormat({ name: 'x.zip', bytes })).toEqual({ ok: true, value: 'docx' });
  expect(codesOf((await readFile(readDocx, bytes)).notes)).toEqual(['error word-no-questions']);
});
