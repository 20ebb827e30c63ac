import { expect, test } from 'vitest';
import { isFitting, typedResponse } from '#app/domain/items/response.ts';
import { anItemBody } from '#tests/support/item-body.ts';

const several = anItemBody({ interaction: 'multipleChoice', key: ['a', 'b'] });
const order = anItemBody({ interaction: 'order', key: ['d', 'c', 'b', 'a'] });
const match = anItemBody({ interaction: 'match', targets: [{ id: 'x', text: '1' }], key: ['a>x'] });
const text = anItemBody({ interaction: 'textEntry' });

test.each([
  ['one option', anItemBody(), ['a'], true],
  ['two where one is right', anItemBody(), ['a', 'b'], false],
  ['an option that there is not', anItemBody(), ['z'], false],
  ['several', several, ['c', 'a'], true],
  ['one twice', several, ['a', 'a'], false],
  ['a whole order', order, ['a', 'b', 'c', 'd'], true],
  ['a part of an order', order, ['a', 'b'], false],
  ['an order with one twice', order, ['a', 'a', 'b', 'c'], false],
  ['no order', order, [], true],
  ['pairs, a target twice', match, ['a>x', 'b>x'], true],
  ['a left side twice', match, ['a>x', 'a>x'], false],
  ['a target that there is not', match, ['a>y'], false],
  ['no pair', match, ['a'], false],
  ['a text', text, ['Pác Bó'], true],
  ['two texts', text, ['Pác', 'Bó'], false],
  ['200 characters', text, ['ế'.repeat(200)], true],
  ['200 characters, decomposed', text, ['ế'.repeat(200).normalize('NFD')], true],
  ['201 characters', text, ['a'.repeat(201)], false],
  ['space', text, ['  '], false],
  ['nothing typed', text, [], true],
])('%s', (_name, body, response, expected) => {
  expect(isFitting(body, response)).toBe(expected);
});

test('a typed text is kept in NFC and as it was typed, but for space at the ends', () => {
  expect(typedResponse('  Pác  Bó '.normalize('NFD'))).toEqual(['Pác  Bó']);
  expect(typedResponse(' \n ')).toEqual([]);
});
