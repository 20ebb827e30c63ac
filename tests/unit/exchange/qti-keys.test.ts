import { describe, expect, test } from 'vitest';
import { readQti21 } from '#app/features/exchange/formats/qti21/read-qti21.server.ts';
import {
  ANSWER,
  choices,
  condition,
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

const read = (xml: string) => readOne(readQti21, xml);
const notesWithoutItem = async (xml: string) => {
  const { items, notes } = await readFile(readQti21, xml);
  expect(items).toEqual([]);
  return notes;
};
const id = (name: string): string => value(name, 'identifier');
const more = earns(`<sum><variable identifier="SCORE"/>${value(1)}</sum>`);

const orderOf = (names: string): string =>
  `<orderInteraction responseIdentifier="R"><prompt>Xếp</prompt>${Array.from(names, (name) => `<simpleChoice identifier="${name}">chữ ${name}</simpleChoice>`).join('')}</orderInteraction>`;
const order = (processing: string, correct: readonly string[] = [], names = 'ABC', map = ''): string =>
  qtiItem(declared('ordered', 'identifier', correct, map), orderOf(names), processing);
const set = (...ids: readonly string[]): string =>
  `<simpleMatchSet>${ids.map((name) => `<simpleAssociableChoice identifier="${name}" matchMax="1">chữ ${name}</simpleAssociableChoice>`).join('')}</simpleMatchSet>`;
const pairs = (processing: string, correct: readonly string[] = [], map = ''): string =>
  qtiItem(
    declared('multiple', 'directedPair', correct, map),
    `<matchInteraction responseIdentifier="R"><prompt>Ghép</prompt>${set('A', 'B')}${set('X', 'Y')}</matchInteraction>`,
    processing,
  );

describe('an order that only the rules name', () => {
  const written = (names: string): string =>
    `<match>${ANSWER}<ordered>${Array.from(names, id).join('')}</ordered></match>`;
  const at = (place: number, name: string): string => `<match><index n="${place}">${ANSWER}</index>${id(name)}</match>`;

  test.each([
    ['written out', condition([written('BAC'), earns(1)])],
    ['place by place', condition([`<and>${at(1, 'B')}${at(2, 'A')}${at(3, 'C')}</and>`, earns(1)])],
    [
      'with a share for each place',
      [at(1, 'B'), at(2, 'A'), at(3, 'C')].map((rule) => condition([rule, more])).join(''),
    ],
  ])('%s is the key', async (_name, rule) => {
    const found = await read(order(rules(rule)));
    expect(found.body.key).toEqual(['b', 'a', 'c']);
    expect(found.notes).toEqual([]);
  });

  test('of many things is the key as well', async () => {
    const found = await read(order(rules(condition([written('HGFEDCBA'), earns(1)])), [], 'ABCDEFGH'));
    expect(found.body.key).toEqual(['h', 'g', 'f', 'e', 'd', 'c', 'b', 'a']);
  });

  test('is refused where several orders earn as much', async () => {
    const either = `<or>${written('BAC')}${written('ABC')}</or>`;
    expect(codesOf(await notesWithoutItem(order(rules(condition([either, earns(1)])))))).toEqual(['error own-scoring']);
  });
});

describe('pairs that only the rules name', () => {
  const pair = (name: string): string => value(name, 'directedPair');
  const whole = (...names: readonly string[]): string =>
    `<match>${ANSWER}<multiple>${names.map(pair).join('')}</multiple></match>`;
  const holds = (name: string): string => `<member>${pair(name)}${ANSWER}</member>`;

  test.each([
    ['written out', condition([whole('A Y', 'B X'), earns(1)])],
    ['one by one', condition([holds('A Y'), more]) + condition([holds('B X'), more])],
  ])('%s are the key', async (_name, rule) => {
    expect((await read(pairs(rules(rule)))).body.key).toEqual(['a>b', 'b>a']);
  });

  test('are refused where other pairs earn as much', async () => {
    const either = `<or>${whole('A X', 'B Y')}${whole('A Y', 'B X')}</or>`;
    expect(codesOf(await notesWithoutItem(pairs(rules(condition([either, earns(1)])))))).toEqual(['error own-scoring']);
  });
});

describe('a key that names what is not there', () => {
  const chosen = (cardinality: string, correct: readonly string[], processing = MATCH, map = ''): string =>
    qtiItem(declared(cardinality, 'identifier', correct, map), choices('a1', 'b1', 'c1'), processing);

  test.each([
    ['one of several choices', chosen('multiple', ['C0', 'Z'])],
    ['the only choice', chosen('single', ['Z'])],
    ['one that the mapping alone names', chosen('multiple', [], MAP, mapping({ C0: 1, Z: 1 }))],
    ['one of an order', order(MATCH, ['B', 'A', 'C', 'Z'])],
    ['one side of a pair', pairs(MATCH, ['A X', 'B Y', 'A Z'])],
  ])('%s is refused by its name', async (_name, xml) => {
    expect(await notesWithoutItem(xml)).toMatchObject([
      { level: 'error', code: 'key-not-there', values: { name: 'Z' } },
    ]);
  });
});

describe('marks of a mapping that the bank has no place for', () => {
  const right = { 'A X': 1, 'B Y': 1 };
  const text = (map: string): string => qtiItem(declared('single', 'string', ['x'], map), FIELD, MAP);
  const several = (map: string): string =>
    qtiItem(declared('multiple', 'identifier', ['C0', 'C1'], map), choices('a1', 'b1', 'c1'), MAP);
  const takes = (map: string): string => map.replace('defaultValue="0"', 'defaultValue="-1"');

  test.each([
    ['a wrong pair takes', pairs(MAP, ['A X', 'B Y'], mapping({ ...right, 'A Y': -1 })), 'loss weights-dropped'],
    ['any other pair takes', pairs(MAP, ['A X', 'B Y'], takes(mapping(right))), 'loss weights-dropped'],
    [
      'places of an order do not count',
      order(MAP, ['B', 'A', 'C'], 'ABC', mapping({ A: 1, B: 1, C: 1 })),
      'loss weights-dropped',
    ],
    ['any other text takes', text(takes(mapping({ x: 2 }))), 'loss weights-dropped'],
    ['every answer earns', several(mapping({ C0: 1, C1: 1 }, ' lowerBound="1"')), 'loss lower-bound-dropped'],
  ])('%s: it is named', async (_name, xml, code) => {
    expect(codesOf((await read(xml)).notes)).toEqual([code]);
  });

  test('nothing is named where nothing is lost', async () => {
    expect((await read(pairs(MAP, ['A X', 'B Y'], mapping(right)))).notes).toEqual([]);
    expect((await read(text(takes(mapping({ x: 2 }, ' lowerBound="0"'))))).notes).toEqual([]);
  });
});

test('a mapping that nothing asks for is named where it says more than the key, or stands for the key', async () => {
  const single = (correct: readonly string[], processing: string): string =>
    qtiItem(
      declared('single', 'identifier', correct, mapping({ C0: 1, C1: 0.5 })),
      choices('a1', 'b1', 'c1'),
      processing,
    );
  const unprocessed = await read(single(['C0'], ''));
  expect(inShort(unprocessed)).toMatchObject({ options: ['a1', 'b1', 'c1'], key: ['a'] });
  expect(codesOf(unprocessed.notes)).toEqual(['loss weights-dropped']);
  const keyless = await read(single([], MATCH));
  expect(inShort(keyless)).toMatchObject({ options: ['a1', 'b1 | 0.5', 'c1'], key: ['a'] });
  expect(codesOf(keyless.notes)).toEqual(['warning key-from-mapping']);
});
