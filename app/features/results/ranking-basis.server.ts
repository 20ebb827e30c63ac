import { maxScoreOfBlueprint, type Contest, type Round } from '#app/domain/contests/contest.ts';
import { windowOf, type Adjustment } from '#app/domain/contests/timeline.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import type { Actuals, FinishedAttempt } from '#app/domain/results/standing.ts';
import { comparableScore } from '#app/domain/scoring/comparable-score.ts';
import {
  blockOf,
  findAdjustments,
  findContest,
  findCorrections,
  findLots,
  type Lots,
} from '#app/features/contests/index.server.ts';
import { dropUnitIndex, getUnitIndex, type UnitIndex } from '#app/features/units/index.server.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';
import { findFrozenCounts, type FrozenCount } from './frozen-count.repo.server.ts';

/** All that the ranking of a contest rests on beside the attempts; the same basis gives the same rows to the bit. */
export interface RankingBasis {
  readonly contest: Contest;
  /** The contest rounds in their order; practice ranks nowhere. */
  readonly rounds: readonly Round[];
  readonly adjustments: ReadonlyMap<string, readonly Adjustment[]>;
  readonly counts: ReadonlyMap<string, FrozenCount>;
  readonly lots: Lots;
  /** Whether an item was ever voided, so that papers of a round may differ in what they can earn. */
  readonly hasVoids: boolean;
  readonly units: UnitIndex;
  readonly asOf: Instant;
}

/** The id under which standings as of the freeze are kept. */
export const frozenScope = (scopeId: string): string => `${scopeId}@frozen`;

/** Reads the basis, in the caller's transaction where there is one; undefined for a contest that does not exist. */
export async function readBasis(
  tx: Tx | undefined,
  contestId: string,
  now: Instant,
): Promise<RankingBasis | undefined> {
  const contest = await findContest({ id: contestId }, tx);
  if (!contest) return undefined;
  const rounds = contest.rounds.filter((round) => round.kind === 'contest').toSorted((a, b) => a.number - b.number);
  return {
    contest,
    rounds,
    adjustments: await findAdjustments(contestId, tx),
    counts: await findFrozenCounts(contestId, tx),
    lots: await findLots(contestId, tx),
    hasVoids: (await findCorrections(contestId, tx)).some(({ kind }) => kind === 'void'),
    units: await getUnitIndex(now),
    asOf: now,
  };
}

/** The basis with all of these units: what is known of the tree is a few seconds old, and a unit may be new. */
export async function withUnits(basis: RankingBasis, unitIds: readonly string[]): Promise<RankingBasis> {
  if (unitIds.every((id) => basis.units.has(id))) return basis;
  dropUnitIndex();
  return { ...basis, units: await getUnitIndex(basis.asOf) };
}

/** The block that a unit competes in; empty for one outside of every block. */
export function blockNameOf({ contest, units }: RankingBasis, unitId: string): string {
  const place = units.get(unitId);
  return (place && blockOf(contest.rules.blocks, place)) ?? '';
}

/** An attempt with the score by which its round compares, see comparableScore(). */
export function comparable({ contest, rounds, hasVoids }: RankingBasis, attempt: FinishedAttempt): FinishedAttempt {
  const round = hasVoids ? rounds.find(({ id }) => id === attempt.roundId) : undefined;
  if (!round) return attempt;
  const full = maxScoreOfBlueprint(round.blueprint, contest.rules.marking.right);
  return { ...attempt, score: comparableScore(attempt, full), maxScore: Math.max(full, attempt.maxScore) };
}

/** The rounds that a scope ranks over: one, or all. */
const roundsOf = ({ contest, rounds }: RankingBasis, scopeId: string): readonly Round[] =>
  scopeId === contest.id ? rounds : rounds.filter((round) => round.id === scopeId);

/**
 * Whether an instant lies before the board of a scope freezes: `frozenFor` before its last close, as adjusted.
 * why by the clock of that instant: a pause that lasts has no end yet, and the answer must not hang on when it is asked for.
 */
export function isBeforeFreeze(basis: RankingBasis, scopeId: string, at: Instant): boolean {
  const closes = roundsOf(basis, scopeId).map(
    (round) => windowOf({ timing: round, adjustments: basis.adjustments.get(round.id) ?? [], now: at }).closesAt,
  );
  return at < Math.max(...closes) - basis.contest.rules.frozenFor;
}

/** The actual number that the attempts of each round predict, where it is frozen. @param counts those that are looked at */
export function actualsOf(
  { contest, rounds, counts }: RankingBasis,
  isKnown: (count: FrozenCount) => boolean = () => true,
): Actuals {
  const { prediction } = contest.rules;
  if (!prediction) return new Map();
  return new Map(
    rounds.flatMap((round): [string, number][] => {
      const count = counts.get(prediction.scope === 'contest' ? contest.id : round.id);
      return count && isKnown(count) ? [[round.id, count[prediction.asks]]] : [];
    }),
  );
}
