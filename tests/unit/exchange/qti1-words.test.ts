import { describe, expect, test } from 'vitest';
import { readQti21 } from '#app/features/exchange/formats/qti21/read-qti21.server.ts';
import { hashOf, pngBytes } from '#tests/support/outgoing-items.ts';
import { codesOf, inShort, readFile } from '#tests/support/read-text-file.ts';

const interop = (items: string, before = ''): string =>
  `<questestinterop><assessment ident="A" title="Đề"><section ident="s">${before}${items}</section></assessment></questestinterop>`;
const field = (label: string, entry: string): string =>
  `<itemmetadata><qtimetadata><qtimetadatafield><fieldlabel>${label}</fieldlabel><fieldentry>${entry}</fieldentry></qtimetadatafield></qtimetadata></itemmetadata>`;
const text = (words: string, attributes = ''): string =>
  `<material><mattext${attributes}>${words}</mattext></material>`;
const item = (presentation: string, rules: string, more = '', ident = 'i1'): string =>
  `<item ident="${ident}" title="Một">${more}<presentation>${presentation}</presentation><resprocessing>${rules}</resprocessing></item>`;
const lid = (cardinality: string, ...words: readonly string[]): string =>
  `<response_lid ident="R" rcardinality="${cardinality}"><render_choice>${words
    .map((word, at) => `<response_label ident="L${at}">${text(word)}</response_label>`)
    .join('')}</render_choice></response_lid>`;
const fib = (type: string): string =>
  `<response_str ident="R" rcardinality="Single"><render_fib fibtype="${type}"><response_label ident="a"/></render_fib></response_str>`;
const equal = (value: string, attributes = ''): string => `<varequal respident="R"${attributes}>${value}</varequal>`;
const rule = (conditions: string, score: string, action = 'Set', feedback = ''): string =>
  `<respcondition><conditionvar>${conditions}</conditionvar><setvar varname="SCORE" action="${action}">${score}</setvar>${feedback ? `<displayfeedback feedbacktype="Response" linkrefid="${feedback}"/>` : ''}</respcondition>`;

async function read(xml: string, before = '') {
  const { items, notes } = await readFile(readQti21, interop(xml, before));
  return { item: items[0]!, items, codes: codesOf([...notes, ...(items[0]?.notes ?? [])]).slice(1) };
}

describe('marks', () => {
  test('what is subtracted takes away', async () => {
    const { item: found } = await read(
      item(
        text('Chọn') + lid('Single', 'a', 'b', 'c'),
        rule(equal('L0'), '2') + rule(equal('L1'), '2', 'Subtract') + rule(equal('L2'), '1', 'Add'),
      ),
    );
    expect(inShort(found)).toMatchObject({ options: ['a', 'b | -1', 'c | 0.5'], key: ['a'] });
  });

  test.each([
    ['marks that are multiplied', rule(equal('L0'), '2', 'Multiply')],
    ['one of several that is enough', rule(`<or>${equal('L0')}${equal('L1')}</or>`, '1') + rule(equal('L2'), '-1')],
    ['a set of answers', rule('<varsubset respident="R">L0,L1</varsubset>', '1')],
    ['all but one', rule(`<not>${equal('L0')}</not>`, '1')],
  ])('%s: refused', async (_name, rules) => {
    const { codes } = await read(item(text('Chọn') + lid('Multiple', 'a', 'b', 'c'), rules));
    expect(codes).toContain('error own-scoring');
  });

  test('marks beside the rule that wants all at once are named as lost', async () => {
    const whole = rule(`<and>${equal('L0')}${equal('L1')}<not>${equal('L2')}</not></and>`, '2');
    const { item: found, codes } = await read(
      item(text('Chọn') + lid('Multiple', 'a', 'b', 'c'), whole + rule(equal('L0'), '1')),
    );
    expect(inShort(found)).toMatchObject({ options: ['a', 'b', 'c'], key: ['a', 'b'] });
    expect(codes).toEqual(['loss weights-dropped']);
  });

  test('a star stands for itself; case that counts in some answers is named', async () => {
    const { item: found, codes } = await read(
      item(
        text('Điền') + fib('String'),
        rule(equal('2*3', ' case="Yes"'), '1') + rule(equal('Sáu', ' case="No"'), '1'),
      ),
    );
    expect(inShort(found)).toMatchObject({ options: [String.raw`2\*3`, 'Sáu'], key: ['a', 'b'] });
    expect(found.body.textRules).toEqual({ ignoresCase: false, ignoresMarks: false });
    expect(codes).toEqual(['warning case-mixed']);
  });

  test('exclusive bounds, and one bound alone', async () => {
    const within = rule('<vargt respident="R">4</vargt><varlt respident="R">8</varlt>', '1');
    const whole = await read(item(text('Điền') + fib('Integer'), within));
    expect(inShort(whole.item)).toMatchObject({ options: ['6 | ±1'] });
    expect(whole.codes).toEqual([]);
    const real = await read(item(text('Điền') + fib('Decimal'), within));
    expect(inShort(real.item)).toMatchObject({ options: ['6 | ±2'] });
    expect(real.codes).toEqual(['loss bound-exclusive']);
    const open = await read(item(text('Điền') + fib('Decimal'), rule('<vargte respident="R">4</vargte>', '1')));
    expect(open.codes).toContain('error range-open');
  });
});

describe('words', () => {
  const choice = (prompt: string, more = ''): string =>
    item(prompt + lid('Single', 'a', 'b'), rule(equal('L0'), '1'), more);

  test('text that calls itself plain is plain', async () => {
    const { item: found } = await read(choice(text('Nếu a&lt;b và c&gt;d thì x&lt;y?', ' texttype="text/plain"')));
    expect(found.body.prompt).toBe('Nếu a<b và c>d thì x<y?');
  });

  test('elements within a text are markup', async () => {
    const { item: found } = await read(
      choice(text('<p>Chào <b>bạn</b></p><ul><li>một</li></ul>', ' texttype="text/xhtml"')),
    );
    expect(found.body.prompt).toBe('Chào **bạn**\n\n- một');
  });

  test('an image within the file', async () => {
    const bytes = pngBytes('ảnh');
    const image = `<material><matimage embedded="base64" imagtype="image/png" label="suối">${Buffer.from(bytes).toString('base64')}</matimage></material>`;
    const { item: found } = await read(choice(text('Xem') + image));
    expect(found.body.prompt).toBe(`Xem\n\n![suối](media:${hashOf(bytes)})`);
  });

  test('texts and full marks of Blackboard', async () => {
    const formatted =
      '<flow><material><mat_extension><mat_formattedtext type="HTML">&lt;p&gt;Năm &lt;b&gt;nào&lt;/b&gt;?&lt;/p&gt;</mat_formattedtext></mat_extension></material></flow>';
    const { item: found, codes } = await read(
      item(
        formatted + lid('Single', 'true', 'false'),
        rule(equal('L0'), 'SCORE.max').replace('varname', 'variablename') + rule('<other/>', '0.0'),
        '<itemmetadata><bbmd_questiontype>True/False</bbmd_questiontype></itemmetadata>',
      ),
    );
    expect(inShort(found)).toEqual({
      kind: 'trueFalse',
      prompt: 'Năm **nào**?',
      options: ['true', 'false'],
      key: ['a'],
    });
    expect(codes).toEqual([]);
  });

  test('a passage that several items share stands before each', async () => {
    const passage = item(text('Đoạn trích.'), '', field('question_type', 'text_only_question'), 'p1');
    const { items } = await read(passage + choice(text('Hỏi'), field('parent_stimulus_item_ident', 'p1')));
    expect(items[0]?.body.prompt).toBe('Đoạn trích.\n\nHỏi');
    const { codes } = await read(choice(text('Hỏi'), field('parent_stimulus_item_ident', 'p2')));
    expect(codes).toEqual(['loss stimulus-missing']);
  });

  test('texts for a whole section or for who marks are named as lost', async () => {
    const { codes } = await read(
      choice(text('Hỏi')).replace('<presentation>', `<rubric>${text('Cho điểm')}</rubric><presentation>`),
      `<presentation_material><flow_mat>${text('Đọc đoạn sau')}</flow_mat></presentation_material>`,
    );
    expect(codes).toEqual(['loss section-text-dropped', 'loss rubric-dropped']);
  });
});

describe('feedback', () => {
  const feedback = (ident: string, words: string): string =>
    `<itemfeedback ident="${ident}"><flow_mat>${text(words)}</flow_mat></itemfeedback>`;

  test('of a rule that scores belongs to its answer', async () => {
    const { item: found, codes } = await read(
      item(
        text('Chọn') + lid('Single', 'a', 'b'),
        rule(equal('L0'), '1', 'Set', 'f0') + rule(equal('L1'), '0', 'Set', 'f1'),
        feedback('f0', 'Phải') + feedback('f1', 'Chưa phải'),
      ),
    );
    expect(found.body.options.map(({ rationale }) => rationale)).toEqual(['Phải', 'Chưa phải']);
    expect(codes).toEqual([]);
  });

  test('of numbers, and hints, are named as lost; a solution explains', async () => {
    const hint = `<itemfeedback ident="h"><hint><hintmaterial>${text('gợi ý')}</hintmaterial></hint></itemfeedback>`;
    const { item: found, codes } = await read(
      item(
        text('Điền') + fib('Decimal'),
        rule(equal('4'), '1', 'Set', 'f0'),
        feedback('f0', 'Phải') + feedback('solution', 'Vì 2 + 2') + hint,
      ),
    );
    expect(found.body.rationale).toBe('Vì 2 + 2');
    expect(codes).toEqual(['loss feedback-dropped', 'loss hints-dropped']);
  });

  test('Blackboard pairs, whose words stand elsewhere, are refused', async () => {
    const side = (ident: string): string =>
      `<response_lid ident="${ident}"><render_choice><response_label ident="x"/><response_label ident="y"/></render_choice></response_lid>`;
    const right = (ident: string): string => rule(`<varequal respident="${ident}">x</varequal>`, '1');
    const { codes } = await read(item(text('Ghép') + side('r1') + side('r2'), right('r1') + right('r2')));
    expect(codes).toContain('error kind-not-supported');
  });
});
