import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { fitsSlot, type Slot } from '#app/domain/contests/form.ts';
import { movedOrder } from '#app/domain/items/moved-order.ts';
import { answerOf, isSameAnswer, responseOf } from '#app/features/attempts/answer.ts';
import { readSheetForm } from '#app/features/attempts/read-sheet-form.server.ts';
import { answerWords } from '#app/features/attempts/sheet-form.ts';

const base = { slot: 1, itemVersionId: 'v' };
const choice: Slot = { ...base, optionOrder: ['c', 'a', 'b'] };
const match: Slot = { ...base, optionOrder: ['b', 'a'], targetOrder: ['z', 'x', 'y'] };
const typed: Slot = { ...base, optionOrder: [] };

describe('an answer on a sheet', () => {
  it.each<[string, Slot, readonly number[] | string, readonly string[]]>([
    ['chosen', choice, [2, 3], ['a', 'b']],
    ['in an order', choice, [3, 1, 2], ['b', 'c', 'a']],
    ['matched', match, [2, 0], ['b>x']],
    ['matched twice', match, [1, 1], ['b>z', 'a>z']],
    ['typed', typed, 'Pác Bó', ['Pác Bó']],
    ['taken back', choice, [], []],
    ['matched and taken back', match, [], []],
    ['typed and taken back', typed, '', []],
  ])('that is %s is the response of the paper and back', (_name, slot, answer, response) => {
    expect(responseOf(slot, answer)).toEqual(response);
    expect(answerOf(slot, response)).toEqual(answer);
    expect(fitsSlot(slot, response)).toBe(true);
  });

  it('that the paper cannot have fits nowhere', () => {
    for (const [slot, answer] of [
      [choice, [4]],
      [choice, 'Pác Bó'],
      [match, [4]],
      [match, [1, 1, 1]],
      [typed, [1]],
      [typed, 'a'.repeat(201)],
    ] as const) {
      expect(fitsSlot(slot, responseOf(slot, answer)), JSON.stringify(answer)).toBe(false);
    }
  });

  it('is the same only with the same order and the same letters', () => {
    expect(isSameAnswer([1, 2], [1, 2])).toBe(true);
    expect(isSameAnswer([1, 2], [2, 1])).toBe(false);
    expect(isSameAnswer('a', 'a ')).toBe(false);
    expect(isSameAnswer('', [])).toBe(false);
  });

  it('is told in words', () => {
    const shown = { prompt: '', options: ['một', 'hai'], targets: ['x', 'y'] };
    expect(answerWords({ ...shown, interaction: 'choice' }, [2])).toEqual(['hai']);
    expect(answerWords({ ...shown, interaction: 'order' }, [2, 1])).toEqual(['1. hai', '2. một']);
    expect(answerWords({ ...shown, interaction: 'match' }, [0, 2])).toEqual(['hai – y']);
    expect(answerWords({ ...shown, interaction: 'textEntry' }, ' ')).toEqual([]);
    expect(answerWords({ ...shown, interaction: 'textEntry' }, 'Pác Bó')).toEqual(['Pác Bó']);
  });
});

describe('an order by positions', () => {
  test.each<[name: string, positions: (number | undefined)[], order: string]>([
    ['nobody touched', [undefined, undefined, undefined, undefined], 'abcd'],
    ['one moved up', [1, 2, 1, 4], 'cabd'],
    ['one moved down', [3, 2, 3, 4], 'bcad'],
    ['two changed places', [2, 1, 3, 4], 'bacd'],
    ['all turned round', [4, 3, 2, 1], 'dcba'],
    ['one chosen, the others not', [undefined, undefined, undefined, 1], 'dabc'],
  ])('%s', (_name, positions, order) => {
    expect(movedOrder(['a', 'b', 'c', 'd'], positions).join('')).toBe(order);
  });

  test('positions that are all different are what they say', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([1, 2, 3, 4, 5], { minLength: 5 }), (positions) => {
        const moved = movedOrder(['a', 'b', 'c', 'd', 'e'], positions);
        expect(moved.map((row) => positions['abcde'.indexOf(row)])).toEqual([1, 2, 3, 4, 5]);
      }),
    );
  });
});

describe('a sheet that is posted as a form', () => {
  const formOf = (...fields: readonly [string, string][]): FormData => {
    const data = new FormData();
    for (const [name, value] of fields) data.append(name, value);
    return data;
  };
  const read = (...fields: readonly [string, string][]) =>
    readSheetForm(formOf(...fields)).map(({ key: _, ...save }) => save);

  it('saves what was changed of each kind', () => {
    expect(read(['was1', '2'], ['q1', '3'])).toEqual([{ slot: 1, places: [3] }]);
    expect(read(['was2', ''], ['kind2', 'textEntry'], ['q2', ' Pác Bó '])).toEqual([{ slot: 2, text: ' Pác Bó ' }]);
    expect(read(['was3', '2,0'], ['kind3', 'match'], ['q3', '2'], ['q3', '1'])).toEqual([{ slot: 3, places: [2, 1] }]);
    expect(read(['was3', '2,0'], ['kind3', 'match'], ['q3', ''], ['q3', ''])).toEqual([{ slot: 3, places: [] }]);
    expect(read(['was4', ''], ['kind4', 'order'], ['rows4', '3,1,2'], ['q4', ''], ['q4', '1'], ['q4', ''])).toEqual([
      { slot: 4, places: [1, 3, 2] },
    ]);
  });

  it('saves nothing of what was not', () => {
    expect(read(['was1', '2'], ['q1', '2'])).toEqual([]);
    expect(read(['was2', 'Pác Bó'], ['kind2', 'textEntry'], ['q2', 'Pác Bó'])).toEqual([]);
    expect(read(['was3', '2,0'], ['kind3', 'match'], ['q3', '2'], ['q3', ''])).toEqual([]);
    expect(read(['was4', '3,1'], ['kind4', 'order'], ['rows4', '3,1'], ['q4', '1'], ['q4', '2'])).toEqual([]);
    expect(read(['was4', ''], ['kind4', 'order'], ['rows4', '3,1'], ['q4', ''], ['q4', ''])).toEqual([]);
  });
});
