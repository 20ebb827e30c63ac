import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AttemptLimit } from '#app/domain/contests/contest.ts';
import { planMergeIn, type MergedAttempt } from '#app/domain/duplicates/plan-merge.ts';

const attempt = (id: string, startedAt: number, given: Partial<MergedAttempt> = {}): MergedAttempt => ({
  id,
  roundId: 'vong-1',
  isPractice: false,
  isOfKept: true,
  number: 1,
  startedAt,
  isFinished: true,
  isSetAside: false,
  ...given,
});
const plan = (attempts: MergedAttempt[], limits: AttemptLimit[] = [{ count: 1, per: 'round' }], isFrozen = false) =>
  planMergeIn({ contestId: 'thi', limits, isFrozen, attempts });

test('attempts become one row in the order in which they were started, and the earliest ones count', () => {
  expect(plan([attempt('sau', 20), attempt('truoc', 10, { isOfKept: false })])).toEqual({
    contestId: 'thi',
    moves: true,
    numbered: [
      { id: 'truoc', number: 1 },
      { id: 'sau', number: 2 },
    ],
    setAside: ['sau'],
  });
});

test('practice is numbered too and never set aside', () => {
  const done = plan([
    attempt('a', 1, { isPractice: true, roundId: 'thu' }),
    attempt('b', 2, { isPractice: true, roundId: 'thu', isOfKept: false }),
  ]);
  expect(done.numbered).toEqual([{ id: 'b', number: 2 }]);
  expect(done.setAside).toEqual([]);
});

test('where figures are frozen nothing moves, and only the account that began first counts', () => {
  const frozen = [attempt('a', 2), attempt('b', 1, { isOfKept: false }), attempt('c', 3, { isOfKept: false })];
  expect(plan(frozen, [], true)).toEqual({ contestId: 'thi', moves: false, numbered: [], setAside: ['a'] });
});

const anyAttempts = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 1, max: 999 }), fc.boolean(), fc.constantFrom('vong-1', 'vong-2')), {
    selector: ([startedAt]) => startedAt,
    maxLength: 12,
  })
  .map((rows) => {
    const last = new Map<string, number>();
    return rows
      .toSorted((a, b) => a[0] - b[0])
      .map(([startedAt, isOfKept, roundId]) => {
        const key = `${roundId} ${String(isOfKept)}`;
        const number = (last.get(key) ?? 0) + 1;
        last.set(key, number);
        return attempt(`luot-${startedAt}`, startedAt, { isOfKept, roundId, number });
      });
  });

test('afterwards numbers of each round are 1, 2, 3 … by start, and no round has more that count than the limit', () => {
  fc.assert(
    fc.property(anyAttempts, fc.integer({ min: 1, max: 3 }), (attempts, count) => {
      const { numbered, setAside } = plan(attempts, [{ count, per: 'round' }]);
      const numbers = new Map(attempts.map(({ id, number }) => [id, number]));
      for (const { id, number } of numbered) numbers.set(id, number);
      for (const roundId of ['vong-1', 'vong-2']) {
        const own = attempts.filter((each) => each.roundId === roundId).toSorted((a, b) => a.startedAt - b.startedAt);
        expect(own.map(({ id }) => numbers.get(id))).toEqual(own.map((_, index) => index + 1));
        const counting = own.filter(({ id }) => !setAside.includes(id));
        expect(counting).toEqual(own.slice(0, count));
      }
    }),
  );
});
