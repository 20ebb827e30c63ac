import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TieBreak } from '#app/domain/contests/contest.ts';
import { seededRandom, shuffle } from '#app/domain/kernel/random.ts';
import { roundMark } from '#app/domain/kernel/numbers.ts';
import { rankKey, type RankFacts } from '#app/domain/results/rank-key.ts';
import { rankRows } from '#app/domain/results/rank.ts';

const facts: fc.Arbitrary<RankFacts> = fc.record({
  score: fc.oneof(fc.integer({ min: -10, max: 40 }), fc.double({ min: -10, max: 1_000, noNaN: true }).map(roundMark)),
  duration: fc.integer({ min: 0, max: 5_400_000 }),
  submittedAt: fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2040, 0, 1) }),
});
const chains: fc.Arbitrary<TieBreak[]> = fc.constantFrom(
  [],
  ['duration'],
  ['submittedAt'],
  ['duration', 'submittedAt'],
  ['submittedAt', 'duration'],
);
const textOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The rule as a person would say it: higher score, then each tie-break, the smaller the better. */
function plainly(a: RankFacts, b: RankFacts, chain: readonly TieBreak[]): number {
  if (a.score !== b.score) return a.score > b.score ? -1 : 1;
  for (const tieBreak of chain) {
    const [x, y] =
      tieBreak === 'duration'
        ? [Math.floor(a.duration / 1_000), Math.floor(b.duration / 1_000)]
        : [a.submittedAt, b.submittedAt];
    if (x !== y) return x < y ? -1 : 1;
  }
  return 0;
}

describe('rankKey', () => {
  test('its order is the order of the rule', () => {
    fc.assert(
      fc.property(facts, facts, chains, (a, b, chain) => {
        expect(textOrder(rankKey(a, chain), rankKey(b, chain))).toBe(plainly(a, b, chain));
      }),
      { numRuns: 2_000 },
    );
  });

  test('also where scores are equal and times lie close together', () => {
    const near = fc.record({
      score: fc.constantFrom(7, 8),
      duration: fc.integer({ min: 59_000, max: 61_999 }),
      submittedAt: fc.integer({ min: 1_800_000_000_000, max: 1_800_000_000_003 }),
    });
    fc.assert(
      fc.property(near, near, chains, (a, b, chain) => {
        expect(textOrder(rankKey(a, chain), rankKey(b, chain))).toBe(plainly(a, b, chain));
      }),
      { numRuns: 2_000 },
    );
  });

  test('all keys of a chain are equally long', () => {
    fc.assert(
      fc.property(facts, facts, chains, (a, b, chain) => {
        expect(rankKey(a, chain)).toHaveLength(rankKey(b, chain).length);
      }),
    );
  });

  test('the same second is a tie where only time counts', () => {
    const row = { score: 10, submittedAt: 5 };
    expect(rankKey({ ...row, duration: 61_000 }, ['duration'])).toBe(
      rankKey({ ...row, duration: 61_999 }, ['duration']),
    );
  });
});

describe('rankRows', () => {
  const rows = fc.array(fc.record({ id: fc.uuid(), key: fc.constantFrom('a', 'b', 'c', 'd') }), { maxLength: 30 });
  const ranked = (list: readonly { id: string; key: string }[]) =>
    rankRows(
      list,
      (row) => row.key,
      (row) => row.id,
    );

  test('1 2 2 4', () => {
    const list = ['c', 'b', 'a', 'b'].map((key, index) => ({ id: `${index}`, key }));
    expect(ranked(list).map(({ row, rank }) => [row.id, rank])).toEqual([
      ['2', 1],
      ['1', 2],
      ['3', 2],
      ['0', 4],
    ]);
  });

  test('a rank is one more than the number of better rows', () => {
    fc.assert(
      fc.property(rows, (list) => {
        for (const { row, rank } of ranked(list))
          expect(rank).toBe(1 + list.filter((other) => other.key < row.key).length);
      }),
    );
  });

  test('does not depend on the order of its input', () => {
    fc.assert(
      fc.property(rows, fc.string(), (list, seed) => {
        expect(ranked(shuffle(list, seededRandom(seed)))).toEqual(ranked(list));
      }),
    );
  });

  test('nobody gives an empty ranking', () => {
    expect(ranked([])).toEqual([]);
  });
});
