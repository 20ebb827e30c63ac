import type { ContestRules } from '../contests/contest.ts';
import type { Duration, Instant } from '../kernel/time.ts';
import { roundMark } from '../kernel/numbers.ts';
import { countedAttempt } from './counted-attempt.ts';
import { knownChain, rankKey, type RankFacts } from './rank-key.ts';

/** A finished attempt of a contest round, as standings see it. */
export interface FinishedAttempt {
  readonly id: string;
  readonly roundId: string;
  readonly number: number;
  readonly unitId: string;
  readonly score: number;
  readonly maxScore: number;
  readonly duration: Duration;
  readonly submittedAt: Instant;
  /** Attempts that are not valid stand nowhere and are counted nowhere. */
  readonly isValid: boolean;
  readonly prediction: number | undefined;
}

/** Whom the attempts are of. */
export interface Person {
  readonly birthYear: number;
  /** The person's lot in this scope; undefined before its seed is published. */
  readonly lot: string | undefined;
}

/** The actual numbers by the id of the round whose attempts predict them; a round is missing while its number is not frozen. */
export type Actuals = ReadonlyMap<string, number>;

/** What stands for a person in a scope, with the text that ranks it. */
export interface Standing {
  /** The attempt that counts; over rounds, the one of the best or of the last round. */
  readonly attemptId: string;
  readonly unitId: string;
  readonly score: number;
  readonly maxScore: number;
  readonly duration: Duration;
  readonly submittedAt: Instant;
  /** Valid attempts of the person in the scope. */
  readonly attempts: number;
  /** Rounds that the row sums up. */
  readonly rounds: number;
  readonly prediction: number | undefined;
  readonly predictionDistance: number | undefined;
  readonly isAllRight: boolean;
  readonly rankKey: string;
}

type Rules = Pick<ContestRules, 'attempts' | 'ranking' | 'overall'>;

/** Whether everything was right: no attempt can earn more than maxScore, and only all right answers earn it. */
const isAllRight = ({ score, maxScore }: Pick<FinishedAttempt, 'score' | 'maxScore'>): boolean => score >= maxScore;

function distanceOf({ roundId, prediction }: FinishedAttempt, actuals: Actuals): number | undefined {
  const actual = actuals.get(roundId);
  return actual === undefined || prediction === undefined ? undefined : Math.abs(prediction - actual);
}

const keyed = (standing: Omit<Standing, 'rankKey'>, person: Person, rules: Rules, hasActual: boolean): Standing => {
  const facts: RankFacts = { ...standing, ...person };
  const { chain } = knownChain(rules.ranking, { hasActual, hasLot: person.lot !== undefined });
  return { ...standing, rankKey: rankKey(facts, chain) };
};

/**
 * What stands for a person in one round: the counted one of the valid attempts; undefined for somebody without any.
 * `best` is the best by the same chain that ranks people.
 */
export function roundStanding(
  attempts: readonly FinishedAttempt[],
  person: Person,
  rules: Rules,
  actuals: Actuals,
): Standing | undefined {
  const valid = attempts.filter((attempt) => attempt.isValid);
  const standings = valid.map((attempt) => {
    const { id, number, unitId, score, maxScore, duration, submittedAt, prediction } = attempt;
    const standing = {
      attemptId: id,
      unitId,
      score,
      maxScore,
      duration,
      submittedAt,
      attempts: valid.length,
      rounds: 1,
      prediction,
      predictionDistance: distanceOf(attempt, actuals),
      isAllRight: isAllRight(attempt),
    };
    return { number, ...keyed(standing, person, rules, actuals.has(attempt.roundId)) };
  });
  const counted = countedAttempt(standings, rules.attempts.counted);
  if (!counted) return undefined;
  const { number: _, ...standing } = counted;
  return standing;
}

/**
 * What stands for a person over all contest rounds: the sum of the rounds, or the best of them; undefined for somebody
 * without a valid attempt, and where the rounds stand alone. In a sum marks, times and distances are added up, the instant is
 * that of the last submission, and a round without a prediction leaves the sum of distances without a value. Everything is
 * right in a sum where it is right in every round of the contest.
 * @param roundIds the contest rounds, in their order
 */
export function overallStanding(
  attempts: readonly FinishedAttempt[],
  person: Person,
  rules: Rules,
  actuals: Actuals,
  roundIds: readonly string[],
): Standing | undefined {
  if (rules.overall === 'none') return undefined;
  const taken = roundIds.flatMap((roundId) => {
    const own = attempts.filter((attempt) => attempt.roundId === roundId);
    return roundStanding(own, person, rules, actuals) ?? [];
  });
  const hasActual = roundIds.every((roundId) => actuals.has(roundId));
  const all = taken.reduce((sum, { attempts: count }) => sum + count, 0);
  if (rules.overall === 'best') {
    const ranked = taken.map((each) => keyed({ ...each, attempts: all, rounds: 1 }, person, rules, hasActual));
    // why toSorted is enough: it is stable, so of two equal rounds the earlier one counts.
    return ranked.toSorted((a, b) => (a.rankKey < b.rankKey ? -1 : a.rankKey > b.rankKey ? 1 : 0))[0];
  }
  const last = taken.at(-1);
  if (!last) return undefined;
  const sum = (of: (standing: Standing) => number): number => taken.reduce((total, each) => total + of(each), 0);
  const distances = taken.flatMap(({ predictionDistance }) => predictionDistance ?? []);
  const total = {
    attemptId: last.attemptId,
    unitId: last.unitId,
    score: roundMark(sum((each) => each.score)),
    maxScore: roundMark(sum((each) => each.maxScore)),
    duration: sum((each) => each.duration),
    submittedAt: Math.max(...taken.map((each) => each.submittedAt)),
    attempts: all,
    rounds: taken.length,
    prediction: last.prediction,
    predictionDistance:
      distances.length === taken.length ? distances.reduce((away, each) => away + each, 0) : undefined,
    isAllRight: taken.length === roundIds.length && taken.every((each) => each.isAllRight),
  };
  return keyed(total, person, rules, hasActual);
}
