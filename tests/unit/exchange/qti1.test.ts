import { describe, expect, test } from 'vitest';
import { readQti21 } from '#app/features/exchange/formats/qti21/read-qti21.server.ts';
import { hashOf, pngBytes } from '#tests/support/outgoing-items.ts';
import { codesOf, inShort, readFile } from '#tests/support/read-text-file.ts';
import { zipOf } from '#tests/support/zip-files.ts';

const interop = (...items: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<questestinterop xmlns="http://www.imsglobal.org/xsd/ims_qtiasiv1p2"><assessment ident="A" title="Đề"><section ident="root"><section ident="s" title="Phần 1">
${items.join('\n')}</section></section></assessment></questestinterop>`;

const text = (words: string, type = 'text/html'): string =>
  `<material><mattext texttype="${type}">${words}</mattext></material>`;

const item = (kind: string, presentation: string, rules: string, more = ''): string =>
  `<item ident="i1" title="Một"><itemmetadata><qtimetadata><qtimetadatafield><fieldlabel>question_type</fieldlabel><fieldentry>${kind}</fieldentry></qtimetadatafield></qtimetadata></itemmetadata><presentation>${presentation}</presentation><resprocessing><outcomes><decvar maxvalue="100" varname="SCORE"/></outcomes>${rules}</resprocessing>${more}</item>`;

const labels = (...words: readonly string[]): string =>
  `<render_choice>${words.map((word, at) => `<response_label ident="L${at}">${text(word, 'text/plain')}</response_label>`).join('')}</render_choice>`;

const rule = (conditions: string, score?: string, feedback = ''): string =>
  `<respcondition continue="No"><conditionvar>${conditions}</conditionvar>${score ? `<setvar action="Set" varname="SCORE">${score}</setvar>` : ''}${feedback ? `<displayfeedback feedbacktype="Response" linkrefid="${feedback}"/>` : ''}</respcondition>`;

const equal = (value: string, response = 'R'): string => `<varequal respident="${response}">${value}</varequal>`;
const lid = (cardinality: string, ...words: readonly string[]): string =>
  `<response_lid ident="R" rcardinality="${cardinality}">${labels(...words)}</response_lid>`;

async function read(...items: readonly string[]) {
  const file = await readFile(readQti21, interop(...items));
  expect(codesOf(file.notes).filter((code) => code !== 'warning qti-1-read')).toEqual([]);
  return file.items[0]!;
}

describe('QTI 1.2, as Canvas writes it', () => {
  test('a single choice with feedback', async () => {
    const feedback = (ident: string, words: string): string =>
      `<itemfeedback ident="${ident}"><flow_mat>${text(words)}</flow_mat></itemfeedback>`;
    const found = await read(
      item(
        'multiple_choice_question',
        text('&lt;p&gt;Năm &lt;b&gt;nào&lt;/b&gt;?&lt;/p&gt;') + lid('Single', '1930', '1941'),
        rule('<other/>', '', 'general_fb') + rule(equal('L0'), '', 'L0_fb') + rule(equal('L1'), '100', 'correct_fb'),
        feedback('general_fb', 'Chung') + feedback('L0_fb', 'Sai rồi') + feedback('correct_fb', 'Giỏi'),
      ),
    );
    expect(inShort(found)).toEqual({ kind: 'choice', prompt: 'Năm **nào**?', options: ['1930', '1941'], key: ['b'] });
    expect(found).toMatchObject({
      externalId: 'i1',
      place: { tags: ['Phần 1'] },
      body: { name: 'Một', rationale: 'Chung', shuffles: false },
    });
    expect(found.body.options[0]?.rationale).toBe('Sai rồi');
    expect(codesOf(found.notes)).toEqual(['loss combined-feedback-dropped']);
  });

  test('several answers: all right ones and none of the others', async () => {
    const wanted = `<and>${equal('L0')}${equal('L2')}<not>${equal('L1')}</not></and>`;
    const found = await read(
      item('multiple_answers_question', text('Chọn') + lid('Multiple', 'một', 'hai', 'ba'), rule(wanted, '100')),
    );
    expect(inShort(found)).toMatchObject({ kind: 'multipleChoice', options: ['một', 'hai', 'ba'], key: ['a', 'c'] });
  });

  test('points that vary by answer are shares', async () => {
    const found = await read(
      item(
        'multiple_choice_question',
        text('Chọn') + lid('Single', 'một', 'hai', 'ba'),
        rule(equal('L0'), '50') + rule(equal('L1'), '100'),
      ),
    );
    expect(inShort(found)).toMatchObject({ options: ['một | 0.5', 'hai', 'ba'], key: ['b'] });
  });

  test('true and false, where the right one is set last', async () => {
    const found = await read(
      item(
        'true_false_question',
        text('Đúng không?') + lid('Single', 'True', 'False'),
        rule(equal('L0'), '0') + rule(equal('L1'), '10'),
      ),
    );
    expect(inShort(found)).toMatchObject({ kind: 'trueFalse', key: ['b'] });
  });

  test('short answers', async () => {
    const field =
      '<response_str ident="R" rcardinality="Single"><render_fib><response_label ident="a"/></render_fib></response_str>';
    const found = await read(
      item('short_answer_question', text('Ở đâu?') + field, rule(equal('Pác Bó') + equal('Pac Bo'), '100')),
    );
    expect(inShort(found)).toMatchObject({ kind: 'textEntry', options: ['Pác Bó', 'Pac Bo'], key: ['a', 'b'] });
    expect(found.body.textRules).toBeUndefined();
  });

  test('a field between words is a gap', async () => {
    const field =
      '<response_str ident="R" rcardinality="Single"><render_fib><response_label ident="a"/></render_fib></response_str>';
    const found = await read(
      item(
        '',
        `<flow>${text('Bác về', 'text/plain')}${field}${text('năm 1941.', 'text/plain')}</flow>`,
        rule(equal('Pác Bó'), '1'),
      ),
    );
    expect(inShort(found)).toMatchObject({ kind: 'textEntry', prompt: 'Bác về _____ năm 1941.', options: ['Pác Bó'] });
  });

  test('numbers: exact with a margin, and a range', async () => {
    const field =
      '<response_str ident="R" rcardinality="Single"><render_fib fibtype="Decimal"><response_label ident="a"/></render_fib></response_str>';
    const bounds = (from: string, to: string): string =>
      `<vargte respident="R">${from}</vargte><varlte respident="R">${to}</varlte>`;
    const found = await read(
      item(
        'numerical_question',
        text('Bao nhiêu?') + field,
        rule(`<or>${equal('4')}<and>${bounds('3.5', '4.5')}</and></or>`, '100') + rule(bounds('10', '20'), '100'),
      ),
    );
    expect(inShort(found)).toMatchObject({ kind: 'numericEntry', options: ['4 | ±0.5', '15 | ±5'], key: ['a', 'b'] });
  });

  test('matching: responses are the left sides', async () => {
    const side = (ident: string, words: string): string =>
      `<response_lid ident="${ident}">${text(words, 'text/plain')}${labels('Các Mác', 'Lê-nin', 'Hồ')}</response_lid>`;
    const found = await read(
      item(
        'matching_question',
        text('Ghép') + side('r1', 'Núi') + side('r2', 'Suối'),
        rule(equal('L1', 'r2'), '50') + rule(equal('L0', 'r1'), '50'),
      ),
    );
    expect(found.body).toMatchObject({
      interaction: 'match',
      prompt: 'Ghép',
      options: [{ text: 'Núi' }, { text: 'Suối' }],
      targets: [{ text: 'Các Mác' }, { text: 'Lê-nin' }, { text: 'Hồ' }],
      key: ['a>a', 'b>b'],
    });
  });

  test('order', async () => {
    const found = await read(
      item('', text('Xếp') + lid('Ordered', 'hai', 'một'), rule(equal('L1') + equal('L0'), '100')),
    );
    expect(inShort(found)).toMatchObject({ kind: 'order', options: ['hai', 'một'], key: ['b', 'a'] });
  });

  test.each([
    ['essay_question', 'essay'],
    ['fill_in_multiple_blanks_question', 'fill_in_multiple_blanks'],
    ['calculated_question', 'calculated'],
    ['file_upload_question', 'file_upload'],
  ])('%s is named as not taken', async (kind, named) => {
    const { items, notes } = await readFile(readQti21, interop(item(kind, text('Hỏi') + lid('Single', 'a', 'b'), '')));
    expect(items).toEqual([]);
    expect(notes.at(-1)).toMatchObject({
      level: 'error',
      code: 'kind-not-supported',
      at: { question: 1 },
      values: { kind: named },
    });
  });

  test('images of a cartridge are found by its folder of files', async () => {
    const bytes = pngBytes('ảnh');
    const body = text(
      '&lt;img src="$IMS-CC-FILEBASE$/b%E1%BA%A3n%20%C4%91%E1%BB%93.png?canvas_download=1" alt="bản đồ"&gt;',
    );
    const { items, media } = await readFile(
      readQti21,
      await zipOf({
        'imsmanifest.xml':
          '<manifest><resources><resource identifier="a" type="imsqti_xmlv1p2/imscc_xmlv1p1/assessment"><file href="a/a.xml"/></resource></resources></manifest>',
        'a/a.xml': interop(
          item('true_false_question', body + lid('Single', 'True', 'False'), rule(equal('L0'), '100')),
        ),
        'web_resources/bản đồ.png': bytes,
      }),
    );
    expect(items[0]?.body.prompt).toBe(`![bản đồ](media:${hashOf(bytes)})`);
    expect([...media.keys()]).toEqual([hashOf(bytes)]);
  });
});
