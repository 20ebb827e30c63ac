import fc from 'fast-check';
import { expect, test } from 'vitest';
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
