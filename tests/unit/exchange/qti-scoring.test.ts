import { describe, expect, test } from 'vitest';
import type { OutgoingItem } from '#app/domain/exchange/parsed-file.ts';
import { readQti21 } from '#app/features/exchange/formats/qti21/read-qti21.server.ts';
import { writeQti21 } from '#app/features/exchange/formats/qti21/write-qti21.server.ts';
import {
  ANSWER,
  choices,
  condition,
  CORRECT,
  declared,
  earns,
  FIELD,
  MAP,
  mapping,
  MATCH,
  qtiItem,
  rules,
  value,
} from '#tests/support/qti-items.ts';
import { codesOf, inShort, readFile, readOne } from '#tests/support/read-text-file.ts';
import { repacked } from '#tests/support/zip-files.ts';

const read = (xml: string) => readOne(readQti21, xml);
const codesWithoutItem = async (xml: string) => {
  const { items, notes } = await readFile(readQti21, xml);
  expect(items).toEqual([]);
  return codesOf(notes);
};

const word = (declaration: string, processing = MATCH): string => qtiItem(declaration, FIELD, processing);
const single = (processing: string, correct: readonly string[] = ['C0']): string =>
  qtiItem(declared('single', 'identifier', correct), choices('a1', 'b1', 'c1'), processing);
const number = (processing: string, correct: readonly string[] = ['10'], baseType = 'float', map = ''): string =>
  qtiItem(declared('single', baseType, correct, map), FIELD, processing);
const is = (id: string): string => `<match>${ANSWER}${value(id, 'identifier')}</match>`;
const isText = (text: string, attributes = 'caseSensitive="true"'): string =>
  `<stringMatch ${attributes}>${ANSWER}${value(text, 'string')}</stringMatch>`;
const near = (tolerance: string, expected = CORRECT): string =>
  `<equal toleranceMode="absolute" tolerance="${tolerance}">${ANSWER}${expected}</equal>`;
const bound = (name: string, text: string): string => `<${name}>${ANSWER}${value(text)}</${name}>`;

describe('a star in an accepted text', () => {
  test('stands for itself when it is read, and is written back as it was', async () => {
    const found = await read(word(declared('single', 'string', ['2*3'])));
    expect(found.body.options).toMatchObject([{ text: String.raw`2\*3` }]);
    const item: OutgoingItem = { ...found, id: 'x' };
    const { bytes, losses } = await writeQti21([item], new Map());
    expect(losses).toEqual([]);
    const bare = await repacked(bytes, (text) => {
      expect(text).not.toContain(String.raw`>2\*3<`);
      return text.replaceAll(/<timhieu[\s\S]*?<\/timhieu>/gu, '');
    });
    expect((await readOne(readQti21, bare)).body.options).toEqual(found.body.options);
  });

  test('that stands for anything is named as lost in QTI', async () => {
    const found = await read(word(declared('single', 'string', ['Pác'])));
    const body = { ...found.body, options: [{ id: 'a', text: 'Pác*' }] };
    const { losses } = await writeQti21([{ ...found, body, id: 'x' }], new Map());
    expect(codesOf(losses)).toEqual(['loss wildcard-dropped']);
  });
});

describe('single choices by rules', () => {
  test('the rules name the key where the file has no correct response', async () => {
    const found = await read(single(rules(condition([is('C1'), earns(1)])), []));
    expect(inShort(found)).toMatchObject({ kind: 'choice', options: ['a1', 'b1', 'c1'], key: ['b'] });
  });

  test('a second rule gives partial credit', async () => {
    const found = await read(
      single(rules(condition([`<match>${ANSWER}${CORRECT}</match>`, earns(2)], [is('C1'), earns(1)]))),
    );
    expect(inShort(found)).toMatchObject({ options: ['a1', 'b1 | 0.5', 'c1'], key: ['a'] });
  });

  test('sums, the most that can be earned, and rules that only say something', async () => {
    const sum = `<sum><variable identifier="SCORE"/><variable identifier="MAXSCORE"/></sum>`;
    const found = await read(
      single(
        rules(
          condition(
            [`<isNull>${ANSWER}</isNull>`, earns(value('empty', 'identifier'), 'F')],
            [`<match>${ANSWER}${CORRECT}</match>`, earns(sum)],
          ),
          condition([is('C2'), earns(value('C2', 'identifier'), 'F')]),
          condition([`<gt><variable identifier="SCORE"/><variable identifier="MAXSCORE"/></gt>`, earns(1)]),
        ),
      ),
    );
    expect(inShort(found)).toMatchObject({ options: ['a1', 'b1', 'c1'], key: ['a'] });
    expect(found.notes).toEqual([]);
  });

  test.each([
    ['another than the correct one', condition([is('C2'), earns(1)])],
    ['all but the correct one', condition([`<not><match>${ANSWER}${CORRECT}</match></not>`, earns(1)])],
  ])('rules that reward %s contradict the key', async (_name, rule) => {
    expect(await codesWithoutItem(single(rules(rule)))).toEqual(['error key-contradicts']);
  });

  test('rules that cannot be told are refused, also where they may end the processing', async () => {
    const odd = `<customOperator>${ANSWER}</customOperator>`;
    const plain = condition([`<match>${ANSWER}${CORRECT}</match>`, earns(1)]);
    expect(await codesWithoutItem(single(rules(condition([odd, earns(1)]))))).toEqual(['error own-scoring']);
    expect(await codesWithoutItem(single(rules(condition([odd, '<exitResponse/>']), earns('<null/>'))))).toEqual([
      'error own-scoring',
    ]);
    expect((await read(single(rules(condition([odd, earns(1, 'F')]), plain)))).body.key).toEqual(['a']);
  });

  test('a mark that stands in a table', async () => {
    const table =
      '<outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"><interpolationTable defaultValue="0"><interpolationTableEntry sourceValue="1" targetValue="5"/></interpolationTable></outcomeDeclaration>';
    const xml = single(
      rules(
        condition([is('C1'), earns(1, 'RAW')]),
        '<lookupOutcomeValue identifier="SCORE"><variable identifier="RAW"/></lookupOutcomeValue>',
      ),
      [],
    );
    expect((await read(xml.replace(/<outcomeDeclaration[^>]*>/u, table))).body.key).toEqual(['b']);
  });

  test('of several full marks the correct response is the key; one that earns less contradicts', async () => {
    const xml = (marks: Readonly<Record<string, number>>): string =>
      qtiItem(declared('single', 'identifier', ['C1'], mapping(marks)), choices('a1', 'b1', 'c1'), MAP);
    const found = await read(xml({ C0: 1, C1: 1 }));
    expect(inShort(found)).toMatchObject({ options: ['a1 | 1', 'b1', 'c1'], key: ['b'] });
    expect(codesOf(found.notes)).toEqual(['warning several-full-credit-named']);
    expect(await codesWithoutItem(xml({ C0: 1, C1: 0.5 }))).toEqual(['error key-contradicts']);
  });

  test('a template that only its address names', async () => {
    const xml = single('<responseProcessing template="M1" templateLocation="../rp/map_response.xml"/>').replace(
      '</correctResponse>',
      `</correctResponse>${mapping({ C0: 1, C1: 0.5 })}`,
    );
    expect(inShort(await read(xml))).toMatchObject({ options: ['a1', 'b1 | 0.5', 'c1'] });
  });

  test('templates of Common Cartridge; one that nobody knows is named', async () => {
    const xml = (template: string): string =>
      qtiItem(
        declared('single', 'identifier', ['C0'], mapping({ C0: 1, C1: 0.5 })),
        choices('a1', 'b1', 'c1'),
        `<responseProcessing template="http://example.org/${template}"/>`,
      );
    expect(inShort(await read(xml('CC2_map_response.xml')))).toMatchObject({ options: ['a1', 'b1 | 0.5', 'c1'] });
    expect(inShort(await read(xml('CC2_match')))).toMatchObject({ options: ['a1', 'b1', 'c1'] });
    expect(codesOf((await read(xml('lạ.xml'))).notes)).toEqual(['warning template-unknown']);
  });
});

describe('several answers by rules', () => {
  const several = (processing: string, correct: readonly string[], map = ''): string =>
    qtiItem(declared('multiple', 'identifier', correct, map), choices('a1', 'b1', 'c1', 'd1'), processing);
  const holds = (id: string): string => `<member>${value(id, 'identifier')}${ANSWER}</member>`;
  const adds = (more: number): string => earns(`<sum><variable identifier="SCORE"/>${value(more)}</sum>`);

  test('what each choice adds or takes', async () => {
    const found = await read(
      several(
        rules(condition([holds('C0'), adds(1)]), condition([holds('C1'), adds(1)]), condition([holds('C2'), adds(-1)])),
        [],
      ),
    );
    expect(inShort(found)).toMatchObject({
      kind: 'multipleChoice',
      options: ['a1 | 0.5', 'b1 | 0.5', 'c1 | -0.5', 'd1 | 0'],
      key: ['a', 'b'],
    });
  });

  test('all or nothing keeps no weights; marks that are no sum are named as lost', async () => {
    const whole = [`<match>${ANSWER}${CORRECT}</match>`, earns(2)] as const;
    const found = await read(several(rules(condition(whole)), ['C0', 'C1']));
    expect(inShort(found)).toMatchObject({ options: ['a1', 'b1', 'c1', 'd1'], key: ['a', 'b'] });
    const half = await read(several(rules(condition(whole, [holds('C0'), earns(1)])), ['C0', 'C1']));
    expect(inShort(half)).toMatchObject({ options: ['a1', 'b1', 'c1', 'd1'], key: ['a', 'b'] });
    expect(codesOf(half.notes)).toEqual(['loss weights-dropped']);
  });

  test('several best answers, or another than the correct one, are refused', async () => {
    const any = condition([`<or>${holds('C0')}${holds('C1')}</or>`, earns(1)]);
    expect(await codesWithoutItem(several(rules(any), ['C0', 'C1']))).toEqual(['error own-scoring']);
    const other = condition([`<match>${ANSWER}<multiple>${value('C2', 'identifier')}</multiple></match>`, earns(1)]);
    expect(await codesWithoutItem(several(rules(other), ['C0', 'C1']))).toEqual(['error key-contradicts']);
  });

  test('a mapping does not make a wrong choice right', async () => {
    const map = mapping({ C0: 1, C1: 1, C2: 0.5 }, ' upperBound="2"');
    const found = await read(several(MAP, ['C0', 'C1'], map));
    expect(inShort(found)).toMatchObject({ options: ['a1 | 0.5', 'b1 | 0.5', 'c1 | 0', 'd1 | 0'], key: ['a', 'b'] });
    expect(codesOf(found.notes)).toEqual(['loss wrong-earns-dropped']);
  });
});

describe('typed texts by rules', () => {
  test('either of two, in whatever case', async () => {
    const either = `<or>${isText('York', 'caseSensitive="false"')}${isText('City of York', 'caseSensitive="0"')}</or>`;
    const found = await read(word(declared('single', 'string', ['York']), rules(condition([either, earns(1)]))));
    expect(inShort(found)).toMatchObject({ options: ['York', 'City of York'], key: ['a', 'b'] });
    expect(found.body.textRules).toBeUndefined();
  });

  test('a part of the answer is enough', async () => {
    const part = isText('York', 'caseSensitive="true" substring="true"');
    const found = await read(word(declared('single', 'string', ['York']), rules(condition([part, earns(1)]))));
    expect(inShort(found)).toMatchObject({ options: ['*York*'], key: ['a'] });
  });

  test.each([
    ['a pattern', `<patternMatch pattern="colou?r">${ANSWER}</patternMatch>`],
    ['all but one', `<not>${isText('York')}</not>`],
    [
      'any part of the expected',
      `<stringMatch caseSensitive="true" substring="true">${CORRECT}${ANSWER}</stringMatch>`,
    ],
  ])('%s is refused', async (_name, test_) => {
    const xml = word(declared('single', 'string', ['color']), rules(condition([test_, earns(1)])));
    expect(await codesWithoutItem(xml)).toEqual(['error own-scoring']);
  });

  test('a typed text that is compared as a number is refused', async () => {
    const typed = (test_: string): string =>
      word(declared('single', 'string', ['5']), rules(condition([test_, earns(1)])));
    expect(await codesWithoutItem(typed(near('5 5')))).toEqual(['error own-scoring']);
    expect(await codesWithoutItem(typed(bound('gte', '5')))).toEqual(['error own-scoring']);
  });

  test('case that an entry does not say is that of its mapping; in QTI 3 it is passed over', async () => {
    const map = (attributes = ''): string =>
      `<mapping defaultValue="0"${attributes}><mapEntry mapKey="York" mappedValue="1"/></mapping>`;
    const heeds = { ignoresCase: false, ignoresMarks: false };
    const rulesOf = async (xml: string) => (await read(xml)).body.textRules;
    const second = (attributes = ''): string => word(declared('single', 'string', ['York'], map(attributes)), MAP);
    expect(await rulesOf(second())).toEqual(heeds);
    expect(await rulesOf(second(' caseSensitive="false"'))).toBeUndefined();
    const third = (entry = ''): string =>
      `<qti-assessment-item identifier="x" title="X"><qti-response-declaration identifier="R" cardinality="single" base-type="string"><qti-mapping default-value="0"><qti-map-entry map-key="York" mapped-value="1"${entry}/></qti-mapping></qti-response-declaration><qti-item-body><p>Ở <qti-text-entry-interaction response-identifier="R"/>.</p></qti-item-body><qti-response-processing template="https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/map_response.xml"/></qti-assessment-item>`;
    expect(await rulesOf(third())).toBeUndefined();
    expect(await rulesOf(third(' case-sensitive="true"'))).toEqual(heeds);
  });

  test('a correct response outside the mapping earns nothing', async () => {
    const found = await read(word(declared('single', 'string', ['Paris'], mapping({ Lyon: 1 })), MAP));
    expect(inShort(found)).toMatchObject({ options: ['Lyon'], key: ['a'] });
    expect(codesOf(found.notes)).toEqual(['warning correct-earns-less']);
  });

  test('case that counts in some answers only is named', async () => {
    const map =
      '<mapping defaultValue="0"><mapEntry mapKey="Paris" mappedValue="1" caseSensitive="false"/><mapEntry mapKey="PARIS FR" mappedValue="0.5" caseSensitive="true"/></mapping>';
    const found = await read(word(declared('single', 'string', ['Paris'], map), MAP));
    expect(inShort(found)).toMatchObject({ options: ['Paris', 'PARIS FR | 0.5'], key: ['a'] });
    expect(codesOf(found.notes)).toEqual(['warning case-mixed']);
    const none = map.replaceAll(/"(?:true|false)"/gu, '"0"');
    expect((await read(word(declared('single', 'string', ['Paris'], none), MAP))).body.textRules).toBeUndefined();
  });
});

describe('numbers by rules', () => {
  test('a rule that only says something earns nothing; a wider one earns its share', async () => {
    const exact = `<equal toleranceMode="exact">${ANSWER}${CORRECT}</equal>`;
    const says = condition([exact, earns(1)], [near('2 2'), earns(value('close', 'identifier'), 'F')]);
    expect(inShort(await read(number(rules(says))))).toMatchObject({ options: ['10'], key: ['a'] });
    const share = condition([exact, earns(2)], [near('2 2'), earns(1)]);
    expect(inShort(await read(number(rules(share))))).toMatchObject({ options: ['10', '10 | 0.5 | ±2'], key: ['a'] });
  });

  test('exclusive bounds move by one for whole numbers, and are named for others', async () => {
    const within = rules(condition([`<and>${bound('gt', '4')}${bound('lt', '6')}</and>`, earns(1)]));
    const whole = await read(number(within, ['5'], 'integer'));
    expect(inShort(whole)).toMatchObject({ options: ['5'], key: ['a'] });
    expect(whole.notes).toEqual([]);
    const real = await read(number(within, ['5']));
    expect(inShort(real)).toMatchObject({ options: ['5 | ±1'] });
    expect(codesOf(real.notes)).toEqual(['loss bound-exclusive']);
  });

  test('several ranges, and bounds that stand before the answer', async () => {
    const turned = `<and><lte>${value(1)}${ANSWER}</lte><gte>${value(2)}${ANSWER}</gte></and>`;
    const other = `<and>${bound('gte', '5')}${bound('lte', '6')}</and>`;
    const found = await read(number(rules(condition([`<or>${turned}${other}</or>`, earns(1)])), ['1.5']));
    expect(inShort(found)).toMatchObject({ options: ['1.5 | ±0.5', '5.5 | ±0.5'], key: ['a', 'b'] });
  });

  test.each([
    ['one bound alone', bound('gte', '5'), 'range-open'],
    ['all but a range', `<not>${near('1 1', value(9))}</not>`, 'range-open'],
    ['bounds that exclude each other', `<or>${bound('gte', '6')}${bound('lte', '4')}</or>`, 'range-open'],
    [
      'rounding to a number of digits that stands elsewhere',
      `<equalRounded roundingMode="decimalPlaces" figures="N">${ANSWER}${CORRECT}</equalRounded>`,
      'own-scoring',
    ],
    ['reckoning', `<lt><subtract>${ANSWER}${value(5)}</subtract>${value(1)}</lt>`, 'own-scoring'],
    ['a tolerance elsewhere', near('T'), 'own-scoring'],
  ])('%s is refused', async (_name, test_, code) => {
    expect(await codesWithoutItem(number(rules(condition([test_, earns(1)]))))).toEqual([`error ${code}`]);
  });

  test.each([
    ['decimalPlaces', '2', '3.14', '3.14 | ±0.005'],
    ['significantFigures', '3', '1234', '1230 | ±5'],
    ['significantFigures', '2', '100', '102.25 | ±2.75'],
    ['decimalPlaces', '0', '-7', '-7 | ±0.5'],
  ])('rounded to %s %s, %s is a range whose open end is named', async (mode, figures, correct, option) => {
    const rounded = `<equalRounded roundingMode="${mode}" figures="${figures}">${ANSWER}${CORRECT}</equalRounded>`;
    const found = await read(number(rules(condition([rounded, earns(1)])), [correct]));
    expect(inShort(found)).toMatchObject({ options: [option], key: ['a'] });
    expect(codesOf(found.notes)).toEqual(['loss bound-exclusive']);
  });

  test('with match_correct the mapping does not count', async () => {
    const map = mapping({ '10': 1, '11': 0.5 });
    expect(inShort(await read(number(MATCH, ['10'], 'integer', map)))).toMatchObject({ options: ['10'] });
    expect(inShort(await read(number(MAP, ['10'], 'integer', map)))).toMatchObject({ options: ['10', '11 | 0.5'] });
  });
});

describe('orders and pairs by rules', () => {
  const order =
    '<orderInteraction responseIdentifier="R"><prompt>Xếp</prompt><simpleChoice identifier="A">hai</simpleChoice><simpleChoice identifier="B">một</simpleChoice></orderInteraction>';
  const ordered = (rule: string): string =>
    qtiItem(declared('ordered', 'identifier', ['B', 'A']), order, rules(condition([rule, earns(1)])));

  test('an order is taken where its correct response alone earns', async () => {
    expect((await read(ordered(`<match>${ANSWER}${CORRECT}</match>`))).body.key).toEqual(['b', 'a']);
    expect(await codesWithoutItem(ordered(`<not><match>${ANSWER}${CORRECT}</match></not>`))).toEqual([
      'error key-contradicts',
    ]);
    expect(await codesWithoutItem(ordered(`<customOperator>${ANSWER}</customOperator>`))).toEqual([
      'error own-scoring',
    ]);
  });
});

describe('pairs by a mapping', () => {
  const set = (...ids: readonly string[]): string =>
    `<simpleMatchSet>${ids.map((id) => `<simpleAssociableChoice identifier="${id}" matchMax="1">chữ ${id}</simpleAssociableChoice>`).join('')}</simpleMatchSet>`;
  const pairs = (marks: Readonly<Record<string, number>>, correct: readonly string[] = ['A X', 'B Y']): string =>
    qtiItem(
      declared('multiple', 'directedPair', correct, mapping(marks)),
      `<matchInteraction responseIdentifier="R"><prompt>Ghép</prompt>${set('A', 'B')}${set('X', 'Y')}</matchInteraction>`,
      MAP,
    );

  test('a correct pair that earns nothing contradicts; another that earns is named', async () => {
    expect(await codesWithoutItem(pairs({ 'A X': 1, 'B X': 1 }))).toEqual([
      'loss wrong-earns-dropped',
      'error key-contradicts',
    ]);
    const found = await read(pairs({ 'A X': 1, 'B Y': 1, 'B X': 1 }));
    expect(found.body.key).toEqual(['a>a', 'b>b']);
    expect(codesOf(found.notes)).toEqual(['loss wrong-earns-dropped']);
  });

  test('a pair with something that is not there, and no pair at all', async () => {
    expect(await codesWithoutItem(pairs({}, ['A X', 'B Z']).replace(MAP, MATCH))).toEqual(['error key-not-there']);
    expect(await codesWithoutItem(pairs({}, []).replace(MAP, MATCH))).toEqual(['error no-full-credit']);
  });
});

test('an empty correct value is none, and rules that give no marks contradict the key', async () => {
  const found = await read(number(rules(condition([near('1', value(4)), earns(1)])), ['']));
  expect(inShort(found)).toMatchObject({ options: ['4 | ±1'] });
  expect(await codesWithoutItem(single(rules(earns(0))))).toEqual(['error key-contradicts']);
});

test('an item of endless rules is refused in time', async () => {
  const many = Array.from({ length: 3000 }, (_, at) => condition([isText(`t${at % 900}`), earns(at)]));
  expect(await codesWithoutItem(word(declared('single', 'string', ['t1']), rules(...many)))).toEqual([
    'error own-scoring',
  ]);
});
