import { describe, expect, test } from 'vitest';
import { readQti21 } from '#app/features/exchange/formats/qti21/read-qti21.server.ts';
import { readQti3 } from '#app/features/exchange/formats/qti3/read-qti3.server.ts';
import { hashOf, pngBytes } from '#tests/support/outgoing-items.ts';
import { codesOf, inShort, readFile, readOne, refusalOf } from '#tests/support/read-text-file.ts';
import { zipOf } from '#tests/support/zip-files.ts';

const MATCH = '<responseProcessing template="http://www.imsglobal.org/question/qti_v2p1/rptemplates/match_correct"/>';
const MAP = '<responseProcessing template="http://www.imsglobal.org/question/qti_v2p2/rptemplates/map_response.xml"/>';

const item = (declaration: string, body: string, rest = MATCH, attributes = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="mot" title="Một" adaptive="false" timeDependent="false"${attributes}>
${declaration}<outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"/>
<itemBody>${body}</itemBody>${rest}</assessmentItem>`;

const declared = (cardinality: string, baseType: string, values: readonly string[], mapping = ''): string =>
  `<responseDeclaration identifier="R" cardinality="${cardinality}" baseType="${baseType}"><correctResponse>${values
    .map((value) => `<value>${value}</value>`)
    .join('')}</correctResponse>${mapping}</responseDeclaration>`;

const choices = (attributes: string, ...texts: readonly string[]): string =>
  `<choiceInteraction responseIdentifier="R" ${attributes}><prompt>Chọn gì?</prompt>${texts
    .map((text, at) => `<simpleChoice identifier="C${at}">${text}</simpleChoice>`)
    .join('')}</choiceInteraction>`;

const read = (xml: string) => readOne(readQti21, xml);

describe('kinds of interactions', () => {
  test('a single choice, with words before and behind it', async () => {
    const found = await read(
      item(
        declared('single', 'identifier', ['C1']),
        `<p>Đọc kỹ.</p>${choices('shuffle="true" maxChoices="1"', 'Hà Nội', '<b>Pác</b> Bó', 'Huế')}<p>Hết.</p>`,
      ),
    );
    expect(inShort(found)).toEqual({
      kind: 'choice',
      prompt: 'Đọc kỹ.\n\nChọn gì?\n\nHết.',
      options: ['Hà Nội', '**Pác** Bó', 'Huế'],
      key: ['b'],
    });
    expect(found).toMatchObject({ externalId: 'mot', body: { name: 'Một' } });
    expect(found.body.shuffles).toBeUndefined();
  });

  test('shuffling is off where QTI does not say; what keeps its place is named', async () => {
    expect(
      (await read(item(declared('single', 'identifier', ['C1']), choices('maxChoices="1"', 'a1', 'b1', 'c1')))).body
        .shuffles,
    ).toBe(false);
    const fixed = choices('shuffle="true"', 'a1', 'b1', 'c1').replace(
      'identifier="C2"',
      'identifier="C2" fixed="true"',
    );
    const found = await read(item(declared('single', 'identifier', ['C1']), fixed));
    expect(codesOf(found.notes)).toEqual(['loss fixed-dropped']);
  });

  test('several answers: with match_correct the key alone counts, with map_response the mapping does', async () => {
    const mapping =
      '<mapping lowerBound="0" upperBound="2" defaultValue="-2"><mapEntry mapKey="C0" mappedValue="1"/><mapEntry mapKey="C1" mappedValue="1"/><mapEntry mapKey="C2" mappedValue="-1"/></mapping>';
    const xml = (rest: string) =>
      item(
        declared('multiple', 'identifier', ['C0', 'C1'], mapping),
        choices('maxChoices="0"', 'H', 'O', 'Cl', 'C'),
        rest,
      );
    expect(inShort(await read(xml(MATCH)))).toMatchObject({
      kind: 'multipleChoice',
      options: ['H', 'O', 'Cl', 'C'],
      key: ['a', 'b'],
    });
    expect(inShort(await read(xml(MAP)))).toMatchObject({
      options: ['H | 0.5', 'O | 0.5', 'Cl | -0.5', 'C | -1'],
      key: ['a', 'b'],
    });
  });

  test('a mapping of a single choice gives partial credit', async () => {
    const mapping =
      '<mapping defaultValue="0"><mapEntry mapKey="C0" mappedValue="2"/><mapEntry mapKey="C1" mappedValue="1"/></mapping>';
    const found = await read(
      item(declared('single', 'identifier', ['C0'], mapping), choices('maxChoices="1"', 'a1', 'b1', 'c1'), MAP),
    );
    expect(inShort(found)).toMatchObject({ kind: 'choice', options: ['a1', 'b1 | 0.5', 'c1'], key: ['a'] });
  });

  test('two choices that say true and false', async () => {
    const found = await read(
      item(declared('single', 'identifier', ['C1']), choices('maxChoices="1"', 'True', 'False')),
    );
    expect(inShort(found)).toMatchObject({ kind: 'trueFalse', options: ['True', 'False'], key: ['b'] });
  });

  test('feedback of options, within them and beside them, and of the whole', async () => {
    const modal = (identifier: string, text: string): string =>
      `<modalFeedback outcomeIdentifier="F" identifier="${identifier}" showHide="show"><p>${text}</p></modalFeedback>`;
    const found = await read(
      item(
        declared('single', 'identifier', ['C0']),
        choices(
          'maxChoices="1"',
          'a1 <feedbackInline outcomeIdentifier="F" identifier="C0" showHide="show">phải</feedbackInline>',
          'b1',
          'c1',
        ),
        `${MATCH}${modal('C1', 'không phải')}${modal('solution', 'Vì thế')}${modal('lạ', 'mất')}`,
      ),
    );
    expect(found.body.options).toMatchObject([
      { text: 'a1', rationale: 'phải' },
      { text: 'b1', rationale: 'không phải' },
      { text: 'c1' },
    ]);
    expect(found.body.rationale).toBe('Vì thế');
    expect(codesOf(found.notes)).toEqual(['loss feedback-dropped']);
  });

  test('order', async () => {
    const order =
      '<orderInteraction responseIdentifier="R" shuffle="true"><prompt>Xếp</prompt><simpleChoice identifier="A">hai</simpleChoice><simpleChoice identifier="B">một</simpleChoice></orderInteraction>';
    expect(inShort(await read(item(declared('ordered', 'identifier', ['B', 'A']), order)))).toEqual({
      kind: 'order',
      prompt: 'Xếp',
      options: ['hai', 'một'],
      key: ['b', 'a'],
    });
    expect(codesOf((await read(item(declared('ordered', 'identifier', ['B']), order))).notes)).toEqual([
      'error order-not-whole',
    ]);
  });

  const matchSets = (left: readonly string[], right: readonly string[]): string =>
    `<matchInteraction responseIdentifier="R" shuffle="true">${[left, right]
      .map(
        (set) =>
          `<simpleMatchSet>${set.map((id) => `<simpleAssociableChoice identifier="${id}" matchMax="4">chữ ${id}</simpleAssociableChoice>`).join('')}</simpleMatchSet>`,
      )
      .join('')}</matchInteraction>`;

  test('match: each left side once; a target may be shared or left over', async () => {
    const found = await read(
      item(
        declared('multiple', 'directedPair', ['A X', 'B X', 'C Y']),
        `<p>Ghép</p>${matchSets(['A', 'B', 'C'], ['X', 'Y', 'Z'])}`,
      ),
    );
    expect(found.body).toMatchObject({
      interaction: 'match',
      options: [{ text: 'chữ A' }, { text: 'chữ B' }, { text: 'chữ C' }],
      targets: [{ text: 'chữ X' }, { text: 'chữ Y' }, { text: 'chữ Z' }],
      key: ['a>a', 'b>a', 'c>b'],
    });
  });

  test('match the other way round, and match that is no pairing', async () => {
    const swapped = await read(
      item(declared('multiple', 'directedPair', ['A X', 'A Y']), `<p>Ghép</p>${matchSets(['A', 'B'], ['X', 'Y'])}`),
    );
    expect(swapped.body).toMatchObject({ options: [{ text: 'chữ X' }, { text: 'chữ Y' }], key: ['a>a', 'b>a'] });
    const { items, notes } = await readFile(
      readQti21,
      item(
        declared('multiple', 'directedPair', ['A X', 'A Y', 'B Y']),
        `<p>Ghép</p>${matchSets(['A', 'B', 'C'], ['X', 'Y'])}`,
      ),
    );
    expect(items).toEqual([]);
    expect(codesOf(notes)).toEqual(['error match-not-one-to-one']);
  });

  test('associate: pairs of one set, the rest are targets of none', async () => {
    const all = ['A', 'B', 'C', 'D', 'E']
      .map((id) => `<simpleAssociableChoice identifier="${id}" matchMax="1">chữ ${id}</simpleAssociableChoice>`)
      .join('');
    const found = await read(
      item(
        declared('multiple', 'pair', ['A D', 'C B']),
        `<associateInteraction responseIdentifier="R" shuffle="true" maxAssociations="2"><prompt>Nối</prompt>${all}</associateInteraction>`,
      ),
    );
    expect(found.body).toMatchObject({
      options: [{ text: 'chữ A' }, { text: 'chữ C' }],
      targets: [{ text: 'chữ B' }, { text: 'chữ D' }, { text: 'chữ E' }],
      key: ['a>b', 'b>a'],
    });
  });

  test('pairs that earn differently are named, as the bank counts them alike', async () => {
    const mapping =
      '<mapping defaultValue="0"><mapEntry mapKey="A X" mappedValue="2"/><mapEntry mapKey="B Y" mappedValue="1"/></mapping>';
    const found = await read(
      item(
        declared('multiple', 'directedPair', ['A X', 'B Y'], mapping),
        `<p>Ghép</p>${matchSets(['A', 'B'], ['X', 'Y'])}`,
        MAP,
      ),
    );
    expect(codesOf(found.notes)).toEqual(['loss weights-dropped']);
  });

  test('text entry: the mapping, and whether case counts', async () => {
    const mapping = (more = '') =>
      `<mapping defaultValue="0"><mapEntry mapKey="York" mappedValue="1"/><mapEntry mapKey="york" mappedValue="0.5"${more}/></mapping>`;
    const body =
      '<blockquote><p>mặt trời của <textEntryInteraction responseIdentifier="R" expectedLength="15"/>;<br/>hết</p></blockquote>';
    const found = await read(item(declared('single', 'string', ['York'], mapping()), body, MAP));
    expect(inShort(found)).toMatchObject({
      kind: 'textEntry',
      prompt: '> mặt trời của _____;\n> hết',
      options: ['York', 'york | 0.5'],
      key: ['a'],
    });
    expect(found.body.textRules).toEqual({ ignoresCase: false, ignoresMarks: false });
    const free = mapping(' caseSensitive="false"').replace('"1"/>', '"1" caseSensitive="false"/>');
    expect((await read(item(declared('single', 'string', ['York'], free), body, MAP))).body.textRules).toBeUndefined();
  });

  const rule = (test_: string): string =>
    `<responseProcessing><responseCondition><responseIf>${test_}<setOutcomeValue identifier="SCORE"><baseValue baseType="float">1</baseValue></setOutcomeValue></responseIf></responseCondition></responseProcessing>`;
  const variable = '<variable identifier="R"/>';

  test.each([
    ['exact', `<equal toleranceMode="exact">${variable}<correct identifier="R"/></equal>`, ['4']],
    [
      'one tolerance',
      `<equal toleranceMode="absolute" tolerance="0.5">${variable}<correct identifier="R"/></equal>`,
      ['4 | ±0.5'],
    ],
    [
      'two tolerances',
      `<equal toleranceMode="absolute" tolerance="1 2">${variable}<correct identifier="R"/></equal>`,
      ['4.5 | ±1.5'],
    ],
    [
      'percents',
      `<equal toleranceMode="relative" tolerance="10 10">${variable}<correct identifier="R"/></equal>`,
      ['4 | ±0.4'],
    ],
    [
      'bounds',
      `<and><gte>${variable}<baseValue baseType="float">3</baseValue></gte><lte>${variable}<baseValue baseType="float">6</baseValue></lte></and>`,
      ['4.5 | ±1.5'],
    ],
    ['match', `<match>${variable}<correct identifier="R"/></match>`, ['4']],
  ])('numbers: %s', async (_name, test_, options) => {
    const body = '<p>Bao nhiêu?</p><p><textEntryInteraction responseIdentifier="R"/> km</p>';
    const found = await read(item(declared('single', 'float', ['4']), body, rule(test_)));
    expect(inShort(found)).toEqual({ kind: 'numericEntry', prompt: 'Bao nhiêu?', options, key: ['a'] });
    expect(found.body.unit).toBe('km');
  });

  test('one inline choice is a choice with a gap', async () => {
    const inline =
      '<p>Bác về <inlineChoiceInteraction responseIdentifier="R" shuffle="false"><inlineChoice identifier="A">Huế</inlineChoice><inlineChoice identifier="B">Pác Bó</inlineChoice></inlineChoiceInteraction> năm 1941.</p>';
    expect(inShort(await read(item(declared('single', 'identifier', ['B']), inline)))).toEqual({
      kind: 'choice',
      prompt: 'Bác về _____ năm 1941.',
      options: ['Huế', 'Pác Bó'],
      key: ['b'],
    });
  });

  test.each([
    ['kind-essay', '<extendedTextInteraction responseIdentifier="R"/>'],
    ['kind-gaps', '<gapMatchInteraction responseIdentifier="R"><p><gap identifier="G"/></p></gapMatchInteraction>'],
    ['kind-graphic', '<selectPointInteraction responseIdentifier="R"/>'],
    ['kind-several-fields', `${choices('', 'a1', 'b1')}${choices('', 'a1', 'b1')}`],
  ])('%s is named as not taken', async (code, body) => {
    const { items, notes } = await readFile(readQti21, item(declared('single', 'identifier', []), body));
    expect(items).toEqual([]);
    expect(notes).toMatchObject([{ level: 'error', code, values: { name: 'Một' } }]);
  });
});

describe('QTI 3 and prefixes', () => {
  const qti3 = `<?xml version="1.0"?>
<qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="ba" title="Ba" time-dependent="false">
<qti-response-declaration identifier="RESPONSE" cardinality="multiple" base-type="identifier"><qti-correct-response><qti-value>A</qti-value><qti-value>B</qti-value></qti-correct-response>
<qti-mapping default-value="0" upper-bound="2"><qti-map-entry map-key="A" mapped-value="1"/><qti-map-entry map-key="B" mapped-value="1"/></qti-mapping></qti-response-declaration>
<qti-item-body><qti-rubric-block view="candidate" use="instructions"><qti-content-body><p>Đọc kỹ.</p></qti-content-body></qti-rubric-block>
<qti-choice-interaction response-identifier="RESPONSE" shuffle="true" max-choices="2"><qti-prompt>Chọn?</qti-prompt>
<qti-simple-choice identifier="A">một</qti-simple-choice><qti-simple-choice identifier="B">hai</qti-simple-choice><qti-simple-choice identifier="C">ba</qti-simple-choice></qti-choice-interaction></qti-item-body>
<qti-response-processing template="https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/map_response.xml"/></qti-assessment-item>`;

  test('names of QTI 3', async () => {
    const found = await readOne(readQti3, qti3);
    expect(inShort(found)).toEqual({
      kind: 'multipleChoice',
      prompt: 'Đọc kỹ.\n\nChọn?',
      options: ['một | 0.5', 'hai | 0.5', 'ba | 0'],
      key: ['a', 'b'],
    });
  });

  test('a prefix before every name', async () => {
    const xml = item(declared('single', 'identifier', ['C0']), choices('maxChoices="1"', 'a1', 'b1'))
      .replaceAll(/<(\/?)([a-zA-Z])/gu, '<$1q:$2')
      .replace('xmlns=', 'xmlns:q=');
    expect(inShort(await read(xml))).toMatchObject({ options: ['a1', 'b1'], key: ['a'] });
  });

  test('an image in the address itself', async () => {
    const bytes = new Uint8Array([...pngBytes('x'), ...new Uint8Array(100_000)]);
    const image = `<img src="data:image/png;base64,${Buffer.from(bytes).toString('base64')}" alt="bản đồ"/>`;
    const xml = item(declared('single', 'identifier', ['C0']), `<p>${image}</p>${choices('', 'a1', 'b1')}`);
    const { items, media } = await readFile(readQti21, xml);
    expect(items[0]?.body.prompt).toBe(`![bản đồ](media:${hashOf(bytes)})\n\nChọn gì?`);
    expect([...media.keys()]).toEqual([hashOf(bytes)]);
  });

  test('MathML stays as text, and says so', async () => {
    const maths =
      '<m:math xmlns:m="http://www.w3.org/1998/Math/MathML"><m:mi>x</m:mi><m:mo>=</m:mo><m:mn>2</m:mn></m:math>';
    const found = await read(
      item(declared('single', 'identifier', ['C0']), `<p>Cho ${maths}.</p>${choices('', 'a1', 'b1')}`),
    );
    expect(found.body.prompt).toBe('Cho x=2.\n\nChọn gì?');
    expect(codesOf(found.notes)).toEqual(['loss maths-as-text']);
  });
});

describe('packages', () => {
  const bytes = pngBytes('ảnh');
  const manifest = (resources: string): string =>
    `<manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" identifier="M"><organizations/><resources>${resources}</resources></manifest>`;
  const resource = (href: string, more = '', type = 'imsqti_item_xmlv2p1'): string =>
    `<resource identifier="${href}" type="${type}" href="${href}">${more}<file href="${href}"/></resource>`;
  const one = (identifier: string, prompt: string): string =>
    item(declared('single', 'identifier', ['C0']), `${prompt}${choices('maxChoices="1"', 'a1', 'b1')}`).replace(
      '"mot"',
      `"${identifier}"`,
    );

  test('items in the order of the manifest, images by their paths, sections as tags, key words and difficulty', async () => {
    const lom =
      '<metadata><lom xmlns="http://ltsc.ieee.org/xsd/LOM"><general><keyword><string>lịch sử</string></keyword></general><educational><difficulty><value>difficult</value></difficulty></educational></lom></metadata>';
    const test_ =
      '<assessmentTest xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="t" title="Đề"><testPart identifier="p"><assessmentSection identifier="s" title="Phần 1"><assessmentItemRef identifier="i" href="cau/m%E1%BB%99t.xml"/></assessmentSection></testPart></assessmentTest>';
    const { items, notes, media } = await readFile(
      readQti21,
      await zipOf({
        'goi/imsmanifest.xml': manifest(
          resource('de.xml', '', 'imsqti_test_xmlv2p1') +
            resource('cau/m%E1%BB%99t.xml', lom) +
            resource('cau/hai.xml') +
            resource('cau/thiếu.xml'),
        ),
        'goi/de.xml': test_,
        'goi/cau/hai.xml': one('hai', '<p>Hai</p>'),
        'goi/cau/một.xml': one('mot', '<p><img src="../hinh/%E1%BA%A3nh.png" alt="ảnh"/></p>'),
        'goi/hinh/ảnh.png': bytes,
      }),
    );
    expect(
      items.map(({ externalId, place, at }) => [externalId, place.tags, place.difficulty, at.file, at.question]),
    ).toEqual([
      ['mot', ['lịch sử', 'Phần 1'], 'hard', 'goi/cau/một.xml', 1],
      ['hai', [], undefined, 'goi/cau/hai.xml', 2],
    ]);
    expect(items[0]?.body.prompt).toBe(`![ảnh](media:${hashOf(bytes)})\n\nChọn gì?`);
    expect([...media.keys()]).toEqual([hashOf(bytes)]);
    expect(codesOf(notes)).toEqual(['error file-missing']);
  });

  test('without a manifest every item of the package is read; other files are passed over', async () => {
    const { items, notes } = await readFile(
      readQti21,
      await zipOf({ 'a/một.xml': one('mot', ''), 'b.xml': '<khác/>', 'c.txt': 'x', '__MACOSX/._một.xml': 'x' }),
    );
    expect(items.map(({ externalId }) => externalId)).toEqual(['mot']);
    expect(notes).toEqual([]);
  });

  test('one broken item is reported, the others are read', async () => {
    const { items, notes } = await readFile(
      readQti21,
      await zipOf({
        'imsmanifest.xml': manifest(resource('a.xml') + resource('b.xml')),
        'a.xml': '<assessmentItem>',
        'b.xml': one('hai', ''),
      }),
    );
    expect(items).toHaveLength(1);
    expect(notes).toEqual([{ level: 'error', code: 'file-broken', at: { file: 'a.xml' }, values: { name: 'a.xml' } }]);
  });

  test('a passage that the item refers to stands before its question', async () => {
    const stimulus =
      '<assessmentStimulus xmlns="http://www.imsglobal.org/xsd/imsqti_v2p2" identifier="s" title="Đoạn"><stimulusBody><p>Đoạn trích.</p></stimulusBody></assessmentStimulus>';
    const withRef = one('mot', '').replace(
      '<itemBody>',
      '<assessmentStimulusRef identifier="s" href="doan/s.xml"/><itemBody>',
    );
    const { items } = await readFile(
      readQti21,
      await zipOf({ 'imsmanifest.xml': manifest(resource('a.xml')), 'a.xml': withRef, 'doan/s.xml': stimulus }),
    );
    expect(items[0]?.body.prompt).toBe('Đoạn trích.\n\nChọn gì?');
  });

  test.each([
    ['an address of the manifest', { 'imsmanifest.xml': manifest(resource('../../etc/passwd')) }],
    ['an absolute path', { 'imsmanifest.xml': manifest(resource('/etc/passwd')) }],
  ])('%s that leads out of the package refuses it', async (_name, files) => {
    expect((await refusalOf(readQti21, await zipOf(files as Record<string, string>))).code).toBe(
      'archive-path-outside',
    );
  });

  test('entities refuse the file that declares them, in a package only that one', async () => {
    const evil = `<!DOCTYPE assessmentItem [<!ENTITY x SYSTEM "file:///etc/passwd">]>${one('mot', '').replace(/<\?xml.*?\?>/u, '')}`;
    expect((await refusalOf(readQti21, evil)).code).toBe('has-doctype');
    const { items, notes } = await readFile(
      readQti21,
      await zipOf({
        'imsmanifest.xml': manifest(resource('a.xml') + resource('b.xml')),
        'a.xml': evil,
        'b.xml': one('hai', ''),
      }),
    );
    expect(items.map(({ externalId }) => externalId)).toEqual(['hai']);
    expect(notes).toMatchObject([{ level: 'error', code: 'file-has-entities', values: { name: 'a.xml' } }]);
  });

  test('a package without questions is not of this format', async () => {
    expect((await refusalOf(readQti21, await zipOf({ 'a.xml': '<khác/>' }))).code).toBe('not-that-format');
    expect((await refusalOf(readQti21, '<manifest/>')).code).toBe('not-that-format');
  });
});
