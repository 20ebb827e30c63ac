import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ContestRules, CountedAttempt, RankCriterion } from '#app/domain/contests/contest.ts';
import { MINUTE } from '#app/domain/kernel/time.ts';
import { seededRandom, shuffle } from '#app/domain/kernel/random.ts';
import { overallStanding, roundStanding, type Actuals, type FinishedAttempt } from '#app/domain/results/standing.ts';

type Rules = Pick<ContestRules, 'attempts' | 'ranking' | 'overall'>;

const PERSON = { birthYear: 1990, lot: undefined };
const NONE: Actuals = new Map();
const ROUNDS = ['vong-1', 'vong-2', 'vong-3'];

const rules = (
  given: { counted?: CountedAttempt; ranking?: RankCriterion[]; overall?: Rules['overall'] } = {},
): Rules => ({
  attempts: { limits: [], counted: given.counted ?? 'best' },
  ranking: given.ranking ?? ['score', 'duration'],
  overall: given.overall ?? 'none',
});

const attempt = (given: Partial<FinishedAttempt> & { number: number }): FinishedAttempt => ({
  id: `${given.roundId ?? 'vong-1'}-${given.number}`,
  roundId: 'vong-1',
  unitId: 'don-vi',
  score: 5,
  maxScore: 10,
  duration: MINUTE,
  submittedAt: given.number * 1_000,
  isValid: true,
  prediction: undefined,
  ...given,
});

describe('in one round', () => {
  const ATTEMPTS = [
    attempt({ number: 1, score: 6 }),
    attempt({ number: 2, score: 9, duration: 8 * MINUTE }),
    attempt({ number: 3, score: 9, duration: 7 * MINUTE }),
    attempt({ number: 4, score: 2 }),
  ];

  test.each([
    ['best', 3],
    ['first', 1],
    ['only', 1],
    ['last', 4],
  ] as const)('%s: attempt %i counts, and all valid ones are counted', (counted, number) => {
    const standing = roundStanding(ATTEMPTS.toReversed(), PERSON, rules({ counted }), NONE);
    expect(standing).toMatchObject({ attemptId: `vong-1-${number}`, attempts: 4, rounds: 1 });
  });

  test('of two equally good attempts the earlier one counts', () => {
    const equal = [attempt({ number: 2 }), attempt({ number: 1 })];
    expect(roundStanding(equal, PERSON, rules(), NONE)?.attemptId).toBe('vong-1-1');
  });

  test('an attempt that is not valid stands nowhere', () => {
    const invalid = attempt({ number: 5, score: 10, isValid: false });
    expect(roundStanding([...ATTEMPTS, invalid], PERSON, rules(), NONE)).toMatchObject({ score: 9, attempts: 4 });
    expect(roundStanding([invalid], PERSON, rules(), NONE)).toBeUndefined();
    expect(roundStanding([], PERSON, rules(), NONE)).toBeUndefined();
  });

  test('the best attempt is the best by the chain: once the number is known, a nearer prediction goes before time', () => {
    const ranking: RankCriterion[] = ['score', 'predictionDistance', 'submittedAt'];
    const own = [attempt({ number: 1, prediction: 90 }), attempt({ number: 2, prediction: 101 })];
    expect(roundStanding(own, PERSON, rules({ ranking }), NONE)).toMatchObject({
      attemptId: 'vong-1-1',
      predictionDistance: undefined,
    });
    expect(roundStanding(own, PERSON, rules({ ranking }), new Map([['vong-1', 100]]))).toMatchObject({
      attemptId: 'vong-1-2',
      prediction: 101,
      predictionDistance: 1,
    });
  });

  test('is all right only with every mark', () => {
    const right = (score: number) => roundStanding([attempt({ number: 1, score })], PERSON, rules(), NONE)?.isAllRight;
    expect([right(10), right(9.99999), right(0)]).toEqual([true, false, false]);
  });

  test('a lot that is not drawn yet ends the key', () => {
    const ranking: RankCriterion[] = ['score', 'lot', 'duration'];
    const keyOf = (lot: string | undefined) =>
      roundStanding([attempt({ number: 1 })], { birthYear: 1990, lot }, rules({ ranking }), NONE)?.rankKey.split('|');
    expect(keyOf(undefined)).toHaveLength(1);
    expect(keyOf('ab')).toEqual([expect.any(String), 'ab', expect.any(String)]);
  });
});

describe('over rounds', () => {
  const own = [
    attempt({ roundId: 'vong-2', number: 1, score: 10, duration: 3 * MINUTE, submittedAt: 50, prediction: 7 }),
    attempt({ roundId: 'vong-1', number: 1, score: 3.33333, duration: 5 * MINUTE, submittedAt: 10, prediction: 12 }),
    attempt({ roundId: 'vong-1', number: 2, score: 6.66667, duration: 4 * MINUTE, submittedAt: 20, prediction: 9 }),
  ];

  test('nothing where rounds stand alone, and nothing for somebody without an attempt', () => {
    expect(overallStanding(own, PERSON, rules(), NONE, ROUNDS)).toBeUndefined();
    expect(overallStanding([], PERSON, rules({ overall: 'sum' }), NONE, ROUNDS)).toBeUndefined();
  });

  test('sum: the counted attempts of the rounds added up', () => {
    expect(overallStanding(own, PERSON, rules({ overall: 'sum' }), NONE, ROUNDS)).toMatchObject({
      attemptId: 'vong-2-1',
      score: 16.66667,
      maxScore: 20,
      duration: 7 * MINUTE,
      submittedAt: 50,
      attempts: 3,
      rounds: 2,
      isAllRight: false,
      predictionDistance: undefined,
    });
  });

  test('sum: distances add up once every round has its number, and one without a prediction leaves no sum', () => {
    const ranking: RankCriterion[] = ['score', 'predictionDistance'];
    const actuals = new Map(ROUNDS.map((id) => [id, 10]));
    const sum = (attempts: readonly FinishedAttempt[], known: Actuals) =>
      overallStanding(attempts, PERSON, rules({ overall: 'sum', ranking }), known, ROUNDS);
    expect(sum(own, actuals)).toMatchObject({ predictionDistance: 1 + 3 });
    expect(sum(own, actuals)?.rankKey.split('|')).toHaveLength(2);
    expect(sum(own, new Map([['vong-1', 10]]))?.rankKey.split('|')).toHaveLength(1);
    const silent = attempt({ roundId: 'vong-3', number: 1 });
    expect(sum([...own, silent], actuals)?.predictionDistance).toBeUndefined();
  });

  test('sum: everything is right only where it is right in every round', () => {
    const right = ROUNDS.map((roundId) => attempt({ roundId, number: 1, score: 10 }));
    const isAllRight = (attempts: readonly FinishedAttempt[]) =>
      overallStanding(attempts, PERSON, rules({ overall: 'sum' }), NONE, ROUNDS)?.isAllRight;
    expect(isAllRight(right)).toBe(true);
    expect(isAllRight(right.slice(1))).toBe(false);
  });

  test('best: the best round stands for the person, with all of their attempts', () => {
    expect(overallStanding(own, PERSON, rules({ overall: 'best' }), NONE, ROUNDS)).toMatchObject({
      attemptId: 'vong-2-1',
      score: 10,
      maxScore: 10,
      attempts: 3,
      rounds: 1,
      isAllRight: true,
    });
  });

  test('no standing depends on the order in which attempts are given', () => {
    const some = fc.uniqueArray(
      fc.record({
        roundId: fc.constantFrom(...ROUNDS),
        number: fc.integer({ min: 1, max: 4 }),
        score: fc.constantFrom(0, 5, 10),
        duration: fc.constantFrom(MINUTE, 2 * MINUTE),
        isValid: fc.boolean(),
        prediction: fc.option(fc.nat(20), { nil: undefined }),
      }),
      { selector: ({ roundId, number }) => `${roundId} ${number}`, maxLength: 10 },
    );
    fc.assert(
      fc.property(
        some,
        fc.constantFrom<CountedAttempt>('best', 'first', 'last', 'only'),
        fc.constantFrom<Rules['overall']>('sum', 'best'),
        fc.string(),
        (given, counted, overall, seed) => {
          const attempts = given.map((each) => attempt(each));
          const ranking: RankCriterion[] = ['score', 'predictionDistance', 'duration', 'fewerAttempts'];
          const all = rules({ counted, overall, ranking });
          const actuals = new Map(ROUNDS.map((id) => [id, 10]));
          const standing = overallStanding(attempts, PERSON, all, actuals, ROUNDS);
          expect(overallStanding(shuffle(attempts, seededRandom(seed)), PERSON, all, actuals, ROUNDS)).toEqual(
            standing,
          );
        },
      ),
    );
  });
});
