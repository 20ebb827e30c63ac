import { expect, test } from 'vitest';
import { countedAttempt } from '#app/domain/results/counted-attempt.ts';

const attempts = [
  { number: 2, rankKey: 'b' },
  { number: 3, rankKey: 'a' },
  { number: 4, rankKey: 'a' },
  { number: 1, rankKey: 'c' },
];

test.each([
  ['first' as const, 1],
  ['last' as const, 4],
  ['best' as const, 3],
])('%s', (policy, number) => {
  expect(countedAttempt(attempts, policy)?.number).toBe(number);
  expect(countedAttempt(attempts.toReversed(), policy)?.number).toBe(number);
  expect(countedAttempt([], policy)).toBeUndefined();
});
