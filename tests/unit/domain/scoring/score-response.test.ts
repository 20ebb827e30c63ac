import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pairOf, type ItemBody } from '#app/domain/items/item.ts';
import { scoreResponse } from '#app/domain/scoring/score-response.ts';
import { anItemBody } from '#tests/support/item-body.ts';

const choice = anItemBody();
const several = anItemBody({ interaction: 'multipleChoice', key: ['a', 'c'] });

test.each([
  ['right', choice, ['a'], 1, 1],
  ['wrong', choice, ['b'], 0, 0],
  ['blank', choice, [], 0, 0],
  ['not seen', choice, undefined, 0, 0],
  ['both keys, in any order', several, ['c', 'a'], 1, 1],
  ['one of two keys', several, ['a'], 0, 0.5],
  ['one key and one wrong option', several, ['a', 'b'], 0, 0],
  ['both keys and one wrong option', several, ['a', 'c', 'd'], 0, 0.5],
  ['everything chosen', several, ['a', 'b', 'c', 'd'], 0, 0],
  ['only wrong options', several, ['b', 'd'], 0, 0],
])('%s', (_name, body, response, allOrNothing, proportional) => {
  expect(scoreResponse(body, response, 'none')).toBe(allOrNothing);
  expect(scoreResponse(body, response, 'proportional')).toBe(proportional);
});

test('a fraction lies in 0..1, is 1 for the key alone, and never hangs on the order of the response', () => {
  const ids = ['a', 'b', 'c', 'd'];
  fc.assert(
    fc.property(
      fc.subarray(ids, { minLength: 2 }),
      fc.subarray(ids),
      fc.constantFrom('none' as const, 'proportional' as const),
      (key, response, partial) => {
        const body = anItemBody({ interaction: 'multipleChoice', key });
        const fraction = scoreResponse(body, response, partial);
        expect(fraction).toBeGreaterThanOrEqual(0);
        expect(fraction).toBeLessThanOrEqual(1);
        expect(scoreResponse(body, response.toReversed(), partial)).toBe(fraction);
        expect(fraction === 1).toBe(response.length === key.length && response.every((id) => key.includes(id)));
      },
    ),
  );
});

const options = (...texts: readonly (string | [text: string, fraction: number, tolerance?: string])[]) =>
  texts.map((given, index) => {
    const [text, fraction, tolerance] = typeof given === 'string' ? [given] : given;
    return { id: 'abcdef'.charAt(index), text, fraction, tolerance };
  });

const order = anItemBody({ interaction: 'order', key: ['c', 'a', 'b', 'd'] });
const match = anItemBody({
  interaction: 'match',
  options: options('1930', '1941', '1944', '1950'),
  targets: ['x', 'y', 'z', 'w', 'v'].map((id) => ({ id, text: id })),
  key: [pairOf('a', 'x'), pairOf('b', 'y'), pairOf('c', 'z'), pairOf('d', 'x')],
});
const text = anItemBody({
  interaction: 'textEntry',
  options: options('Pác Bó', ['*Bó', 0.5], ['Cao Bằng', 0.25], ['Hà Nội', -1]),
  key: ['a'],
});
const number = anItemBody({
  interaction: 'numericEntry',
  options: options('6700.39', ['6700', 0.5, '10'], ['6700', 0.25, '1000']),
  key: ['a'],
  unit: 'km²',
});
const weighted = anItemBody({
  interaction: 'multipleChoice',
  options: options(['a', 0.33333], ['b', 0.33333], ['c', 0.33333], ['d', -0.5]),
  key: ['a', 'b', 'c'],
});
const weightedChoice = anItemBody({
  options: options(['a', 1], ['b', 0.5], ['c', -0.5], 'd'),
  key: ['a'],
});

describe.each<[name: string, body: ItemBody, rows: [response: string[], allOrNothing: number, proportional: number][]]>(
  [
    [
      'order',
      order,
      [
        [['c', 'a', 'b', 'd'], 1, 1],
        [['a', 'c', 'b', 'd'], 0, 0.5],
        [['d', 'c', 'a', 'b'], 0, 0],
        [['c'], 0, 0.25],
        [[], 0, 0],
      ],
    ],
    [
      'match',
      match,
      [
        [['d>x', 'c>z', 'b>y', 'a>x'], 1, 1],
        [['a>x', 'b>z', 'c>y', 'd>x'], 0, 0.5],
        [['a>x'], 0, 0.25],
        [['a>v', 'b>v', 'c>v', 'd>v'], 0, 0],
        [['a>x', 'a>x'], 0, 0.25],
      ],
    ],
    [
      'textEntry',
      text,
      [
        [['pác  bó'], 1, 1],
        [['Cốc Bó'], 0, 0.5],
        [['cao bằng'], 0, 0.25],
        [['Hà Nội'], 0, 0],
        [['Lạng Sơn'], 0, 0],
      ],
    ],
    [
      'numericEntry',
      number,
      [
        [['6.700,39'], 1, 1],
        [['6700.39 km2'], 1, 1],
        [['6710'], 0, 0.5],
        [['7700'], 0, 0.25],
        [['7700,01'], 0, 0],
        [['6700.39 ha'], 0, 0],
      ],
    ],
    [
      'multipleChoice with weights',
      weighted,
      [
        [['a', 'b', 'c'], 1, 1],
        [['a', 'b'], 0, 0.66666],
        [['a', 'b', 'c', 'd'], 0, 0.49999],
        [['a', 'd'], 0, 0],
        [['d'], 0, 0],
      ],
    ],
    [
      'choice with weights',
      weightedChoice,
      [
        [['a'], 1, 1],
        [['b'], 0, 0.5],
        [['c'], 0, 0],
        [['d'], 0, 0],
      ],
    ],
  ],
)('%s', (_name, body, rows) => {
  test.each(rows)('%j', (response, allOrNothing, proportional) => {
    expect(scoreResponse(body, response, 'none')).toBe(allOrNothing);
    expect(scoreResponse(body, response, 'proportional')).toBeCloseTo(proportional, 9);
  });
});

test('whatever is answered, a fraction lies in 0..1, all or nothing is 0 or 1, and never above the share', () => {
  const answer = fc.oneof(
    fc.subarray(['a', 'b', 'c', 'd']).chain((ids) => fc.shuffledSubarray(ids)),
    fc.array(fc.constantFrom('a>x', 'b>y', 'c>z', 'd>x', 'a>w', 'zz>q'), { maxLength: 5 }),
    fc.array(fc.oneof(fc.string(), fc.constantFrom('Pác Bó', '6700', '1e999', '-1')), { maxLength: 1 }),
  );
  fc.assert(
    fc.property(fc.constantFrom(order, match, text, number, weighted, weightedChoice), answer, (body, response) => {
      const whole = scoreResponse(body, response, 'none');
      const share = scoreResponse(body, response, 'proportional');
      expect([0, 1]).toContain(whole);
      expect(share).toBeGreaterThanOrEqual(whole);
      expect(share).toBeLessThanOrEqual(1);
    }),
  );
});

test('a negative weight only reduces: choosing it as well never earns more', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 2, maxLength: 6 }),
      fc.subarray(['a', 'b', 'c', 'd', 'e', 'f']),
      (weights, chosen) => {
        const body = anItemBody({
          interaction: 'multipleChoice',
          options: options(...weights.map((weight): [string, number] => ['x', weight])),
          key: weights.flatMap((weight, index) => (weight > 0 ? ['abcdef'.charAt(index)] : [])),
        });
        const bad = body.options.filter(({ fraction = 0 }) => fraction < 0).map(({ id }) => id);
        const without = chosen.filter((id) => !bad.includes(id));
        const fraction = scoreResponse(body, [...new Set([...chosen, ...bad])], 'proportional');
        expect(fraction).toBeLessThanOrEqual(scoreResponse(body, without, 'proportional') + 1e-6);
      },
    ),
  );
});
