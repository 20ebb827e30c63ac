import { expect, test } from 'vitest';
import { TEXT_RULES } from '#app/domain/items/item.ts';
import { numbersOutOfOrder, textsOutOfOrder } from '#app/features/exchange/formats/shared/answer-order.ts';

const raw = (text: string, fraction: number, tolerance?: string) => ({ text, fraction, tolerance });

test.each([
  ['the star of the second covers the first', [raw('Pác Bó', 0.5), raw('*Bó', 1)], ['Pác Bó', '*Bó']],
  ['the star of the first covers the second', [raw('*', 0.5), raw('Pác Bó', 1)], ['*', 'Pác Bó']],
  ['the same words in other letters', [raw('a', 0.25), raw('c', 0), raw('A', 0.5)], ['a', 'A']],
  ['the first earns more', [raw('*Bó', 1), raw('Pác Bó', 0.5)], undefined],
  ['both earn the same', [raw('*Bó', 1), raw('Pác Bó', 1)], undefined],
  ['they accept nothing in common', [raw('Bó', 0.5), raw('Pác Bó', 1)], undefined],
])('texts: %s', (_what, raws, found) => {
  expect(textsOutOfOrder(raws, TEXT_RULES)).toEqual(found && { text: found[0], other: found[1] });
});

test('where case counts, a text in other letters is another text', () => {
  expect(textsOutOfOrder([raw('a', 0.5), raw('A', 1)], { ignoresCase: false, ignoresMarks: false })).toBeUndefined();
});

test.each([
  ['the wide one first', [raw('3', 0.5, '1'), raw('3', 1)], ['3', '3']],
  ['the narrow one first', [raw('3.1', 0.5), raw('3', 1, '0.1')], ['3.1', '3']],
  ['ranges that meet', [raw('3', 0.5, '0.75'), raw('4', 1, '0.25')], ['3', '4']],
  ['ranges that do not meet', [raw('3', 0.5, '0.74'), raw('4', 1, '0.25')], undefined],
  ['the first earns more', [raw('3', 1), raw('3', 0.5, '1')], undefined],
  ['no numbers', [raw('ba', 0.5), raw('bốn', 1)], undefined],
])('numbers: %s', (_what, raws, found) => {
  expect(numbersOutOfOrder(raws)).toEqual(found && { text: found[0], other: found[1] });
});

test('a file with a hundred thousand answers takes no time', () => {
  const many = Array.from({ length: 100_000 }, (_, at) => raw(`câu ${at}`, at / 100_000));
  const started = performance.now();
  expect(textsOutOfOrder(many, TEXT_RULES)).toBeUndefined();
  expect(performance.now() - started).toBeLessThan(5_000);
});
