import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RankCriterion } from '#app/domain/contests/contest.ts';
import { seededRandom, shuffle } from '#app/domain/kernel/random.ts';
import { roundMark } from '#app/domain/kernel/numbers.ts';
import { knownChain, partingCriterion, rankKey, type RankFacts } from '#app/domain/results/rank-key.ts';
import { rankRows } from '#app/domain/results/rank.ts';

const CRITERIA: readonly RankCriterion[] = [
  'score',
  'predictionDistance',
  'duration',
  'submittedAt',
  'fewerAttempts',
  'older',
  'younger',
  'lot',
];

const lot = fc.constantFrom('0a', '1b', 'f0').map((text) => text.repeat(32));
const facts: fc.Arbitrary<RankFacts> = fc.record({
  score: fc.oneof(fc.integer({ min: -10, max: 40 }), fc.double({ min: -10, max: 1_000, noNaN: true }).map(roundMark)),
  predictionDistance: fc.option(fc.nat(100_000_000), { nil: undefined }),
  duration: fc.integer({ min: 0, max: 5_400_000 }),
  submittedAt: fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2040, 0, 1) }),
  attempts: fc.integer({ min: 1, max: 1_000 }),
  birthYear: fc.integer({ min: 1900, max: 2020 }),
  lot,
});
/** Facts that lie so close together that every criterion of a chain has to decide. */
const near: fc.Arbitrary<RankFacts> = fc.record({
  score: fc.constantFrom(7, 8),
  predictionDistance: fc.constantFrom(0, 1, undefined),
  duration: fc.integer({ min: 59_000, max: 61_999 }),
  submittedAt: fc.integer({ min: 1_800_000_000_000, max: 1_800_000_000_003 }),
  attempts: fc.constantFrom(9, 10),
  birthYear: fc.constantFrom(1999, 2000),
  lot,
});
const chains = fc.shuffledSubarray([...CRITERIA], { minLength: 0 });
const textOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What a person would compare by hand: the smaller comes first. */
const BY_HAND: Record<RankCriterion, (row: RankFacts) => number | string> = {
  score: (row) => -row.score,
  predictionDistance: (row) => row.predictionDistance ?? Infinity,
  duration: (row) => Math.floor(row.duration / 1_000),
  submittedAt: (row) => row.submittedAt,
  fewerAttempts: (row) => row.attempts,
  older: (row) => row.birthYear,
  younger: (row) => -row.birthYear,
  lot: (row) => row.lot ?? '',
};

function firstDifference(a: RankFacts, b: RankFacts, chain: readonly RankCriterion[]): RankCriterion | undefined {
  return chain.find((criterion) => BY_HAND[criterion](a) !== BY_HAND[criterion](b));
}

function plainly(a: RankFacts, b: RankFacts, chain: readonly RankCriterion[]): number {
  const by = firstDifference(a, b, chain);
  if (by === undefined) return 0;
  return BY_HAND[by](a) < BY_HAND[by](b) ? -1 : 1;
}

describe('rankKey', () => {
  test.each([
    ['facts of every kind', facts],
    ['facts that lie close together', near],
  ])('its order is the order of the chain, whatever the chain: %s', (_, each) => {
    fc.assert(
      fc.property(each, each, chains, (a, b, chain) => {
        expect(textOrder(rankKey(a, chain), rankKey(b, chain))).toBe(plainly(a, b, chain));
        expect(partingCriterion(rankKey(a, chain), rankKey(b, chain), chain)).toBe(firstDifference(a, b, chain));
      }),
      { numRuns: 3_000 },
    );
  });

  const row: RankFacts = {
    score: 10,
    predictionDistance: 5,
    duration: 60_000,
    submittedAt: 1_000,
    attempts: 2,
    birthYear: 1990,
    lot: 'aa',
  };

  test.each<[RankCriterion, Partial<RankFacts>]>([
    ['score', { score: 10.00001 }],
    ['predictionDistance', { predictionDistance: 4 }],
    ['duration', { duration: 59_999 }],
    ['submittedAt', { submittedAt: 999 }],
    ['fewerAttempts', { attempts: 1 }],
    ['older', { birthYear: 1989 }],
    ['younger', { birthYear: 1991 }],
    ['lot', { lot: 'a9' }],
  ])('by %s the better one comes first, and by that alone', (criterion, better) => {
    expect(rankKey({ ...row, ...better }, [criterion]) < rankKey(row, [criterion])).toBe(true);
    const others = CRITERIA.filter((each) => each !== criterion && !['older', 'younger'].includes(each));
    const rest = { ...row, ...better };
    if (criterion !== 'older' && criterion !== 'younger') expect(rankKey(rest, others)).toBe(rankKey(row, others));
  });

  test('scores below nothing come after nothing', () => {
    expect(rankKey({ ...row, score: -0.25 }, ['score']) > rankKey({ ...row, score: 0 }, ['score'])).toBe(true);
  });

  test('who predicted nothing comes after everybody who did', () => {
    const none = rankKey({ ...row, predictionDistance: undefined }, ['predictionDistance']);
    expect(none > rankKey({ ...row, predictionDistance: 100_000_000 }, ['predictionDistance'])).toBe(true);
  });

  test('the same second is a tie where only time counts', () => {
    expect(rankKey({ ...row, duration: 61_000 }, ['duration'])).toBe(
      rankKey({ ...row, duration: 61_999 }, ['duration']),
    );
  });
});

describe('the part of a chain that is known', () => {
  const chain: readonly RankCriterion[] = ['score', 'predictionDistance', 'duration', 'lot', 'older'];

  test.each([
    [false, false, 1, 'predictionDistance'],
    [false, true, 1, 'predictionDistance'],
    [true, false, 3, 'lot'],
    [true, true, 5, undefined],
  ] as const)('actual number %s, lot %s', (hasActual, hasLot, length, waitsFor) => {
    expect(knownChain(chain, { hasActual, hasLot })).toEqual({ chain: chain.slice(0, length), waitsFor });
  });
});

describe('rankRows', () => {
  const rows = fc.array(fc.record({ id: fc.uuid(), facts: near }), { maxLength: 30 });
  const ranked = (list: readonly { id: string; facts: RankFacts }[], chain: readonly RankCriterion[]) =>
    rankRows(
      list,
      (row) => rankKey(row.facts, chain),
      (row) => row.id,
    );

  test('1 2 2 4', () => {
    const list = ['c', 'b', 'a', 'b'].map((key, index) => ({ id: `${index}`, key }));
    const places = rankRows(
      list,
      (row) => row.key,
      (row) => row.id,
    );
    expect(places.map(({ row, rank }) => [row.id, rank])).toEqual([
      ['2', 1],
      ['1', 2],
      ['3', 2],
      ['0', 4],
    ]);
  });

  test('a rank is one more than the number of better rows', () => {
    fc.assert(
      fc.property(rows, chains, (list, chain) => {
        for (const { row, rank } of ranked(list, chain)) {
          expect(rank).toBe(1 + list.filter((other) => plainly(other.facts, row.facts, chain) < 0).length);
        }
      }),
    );
  });

  test('does not depend on the order of its input', () => {
    fc.assert(
      fc.property(rows, chains, fc.string(), (list, chain, seed) => {
        expect(ranked(shuffle(list, seededRandom(seed)), chain)).toEqual(ranked(list, chain));
      }),
    );
  });

  test('nobody gives an empty ranking', () => {
    expect(ranked([], ['score'])).toEqual([]);
  });
});
