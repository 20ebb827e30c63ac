import { describe, expect, test } from 'vitest';
import type { RankCriterion } from '#app/domain/contests/contest.ts';
import { explainPlace, type RankedRow } from '#app/domain/results/explain-place.ts';
import { knownChain, rankKey, type RankFacts } from '#app/domain/results/rank-key.ts';

const CHAIN: readonly RankCriterion[] = ['score', 'predictionDistance', 'duration', 'younger', 'lot'];
const SETTLED = { hasActual: true, hasLot: true };

function row(rank: number, given: Partial<RankFacts> & { prediction?: number } = {}, settled = SETTLED): RankedRow {
  const { prediction = 300, ...rest } = given;
  const facts: RankFacts = {
    score: 20,
    predictionDistance: 12,
    duration: 271_000,
    submittedAt: 1_000,
    attempts: 1,
    birthYear: 2001,
    lot: `0${rank}`,
    ...rest,
  };
  return { ...facts, rank, prediction, rankKey: rankKey(facts, knownChain(CHAIN, settled).chain) };
}

const explain = (
  given: Partial<Parameters<typeof explainPlace>[0]> & { row: RankedRow },
  settled: typeof SETTLED = SETTLED,
) =>
  explainPlace({
    above: undefined,
    below: undefined,
    known: knownChain(CHAIN, settled),
    isOwn: false,
    hasActual: settled.hasActual,
    ...given,
  });

describe('a row says for itself', () => {
  test('what every criterion of the chain sees, in the order of the rules', () => {
    expect(explain({ row: row(1), isOwn: true })).toEqual({
      reasons: [
        { criterion: 'score', value: 20 },
        { criterion: 'predictionDistance', value: 12 },
        { criterion: 'duration', value: 271_000 },
        { criterion: 'younger', value: 2001 },
        { criterion: 'lot', value: undefined },
      ],
      prediction: 300,
      waitsFor: undefined,
      above: undefined,
      below: undefined,
    });
  });

  test('nothing beyond what is known yet, and what it waits for', () => {
    const settled = { hasActual: false, hasLot: false };
    const { reasons, waitsFor } = explain({ row: row(1, {}, settled) }, settled);
    expect(reasons).toEqual([{ criterion: 'score', value: 20 }]);
    expect(waitsFor).toBe('predictionDistance');
  });

  test('to others neither the year of birth, nor the prediction before the number is published', () => {
    const settled = { hasActual: false, hasLot: false };
    expect(explain({ row: row(1) }).reasons.find(({ criterion }) => criterion === 'younger')?.value).toBeUndefined();
    expect(explain({ row: row(1) }).prediction).toBe(300);
    expect(explain({ row: row(1, {}, settled) }, settled).prediction).toBeUndefined();
    expect(explain({ row: row(1, {}, settled), isOwn: true }, settled).prediction).toBe(300);
  });
});

describe('against its neighbours', () => {
  test.each<[string, Partial<RankFacts>, RankCriterion, number | undefined]>([
    ['score', { score: 19 }, 'score', 19],
    ['prediction', { predictionDistance: 40 }, 'predictionDistance', 40],
    ['no prediction', { predictionDistance: undefined }, 'predictionDistance', undefined],
    ['time', { duration: 300_000 }, 'duration', 300_000],
    ['year of birth, which is not told', { birthYear: 1990 }, 'younger', undefined],
    ['lot', { lot: '99' }, 'lot', undefined],
  ])('parted by %s', (_, other, by, value) => {
    const [better, worse] = [row(4), row(9, other)];
    expect(explain({ row: better, below: worse }).below).toEqual({ kind: 'parted', rank: 9, by, other: value });
    const seen = explain({ row: worse, above: better, isOwn: true }).above;
    expect(seen).toMatchObject({ kind: 'parted', rank: 4, by });
  });

  test('in less than a second there is no difference: a tie, said as a tie', () => {
    const settled = { hasActual: true, hasLot: false };
    const [a, b] = [row(4, { duration: 271_000 }, settled), row(4, { duration: 271_999 }, settled)];
    expect(explain({ row: b, above: a }, settled).above).toEqual({ kind: 'tie' });
  });

  test('of one that the board does not show nothing is told', () => {
    expect(explain({ row: row(4), above: 'untold' })).toMatchObject({ above: { kind: 'untold' }, below: undefined });
  });
});
