import { maxScoreOfBlueprint, type Contest, type Round } from '#app/domain/contests/contest.ts';
import type { Adjustment } from '#app/domain/contests/timeline.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { findRulingState } from '#app/features/attempts/index.server.ts';
import {
  blockOf,
  findAdjustments,
  findContest,
  findCorrections,
  findLots,
  type Lots,
  type StoredCorrection,
} from '#app/features/contests/index.server.ts';
import { findFrozenCounts, type FrozenCount } from '#app/features/results/index.server.ts';
import { getUnitIndex, type UnitIndex } from '#app/features/units/index.server.ts';

/** What results of a contest rest on beside its attempts. */
export interface ContestBasis {
  readonly contest: Contest;
  /** The contest rounds by number; practice ranks nowhere. */
  readonly rounds: readonly Round[];
  readonly adjustments: ReadonlyMap<string, readonly Adjustment[]>;
  readonly counts: ReadonlyMap<string, FrozenCount>;
  readonly lots: Lots;
  /** Every correction of a key, in the order in which they were made. */
  readonly corrections: readonly StoredCorrection[];
  /** Whether people ever decided that an attempt of it does not count. */
  readonly hasRulings: boolean;
  readonly units: UnitIndex;
}

/** Reads it; undefined for a contest that does not exist. */
export async function readContestBasis(slug: string, now: Instant): Promise<ContestBasis | undefined> {
  const contest = await findContest({ slug });
  if (!contest) return undefined;
  return {
    contest,
    rounds: contest.rounds.filter(({ kind }) => kind === 'contest').toSorted((a, b) => a.number - b.number),
    adjustments: await findAdjustments(contest.id),
    counts: await findFrozenCounts(contest.id),
    lots: await findLots(contest.id),
    corrections: await findCorrections(contest.id),
    hasRulings: (await findRulingState(undefined, contest.id)).count > 0,
    units: await getUnitIndex(now),
  };
}

/** The block that a unit competes in; empty for one outside of every block. */
export function blockNameOf({ contest, units }: ContestBasis, unitId: string): string {
  const place = units.get(unitId);
  return (place && blockOf(contest.rules.blocks, place)) ?? '';
}

/** What a whole paper of a round can earn; undefined where no item was ever voided, so that every paper is whole. */
export function fullScoreOf({ contest, corrections }: ContestBasis, round: Round): number | undefined {
  const hasVoids = corrections.some(({ kind }) => kind === 'void');
  return hasVoids ? maxScoreOfBlueprint(round.blueprint, contest.rules.marking.right) : undefined;
}

/** Whether nothing can change any more by itself: all is settled, and nothing is being graded again. */
export const isFinal = ({ contest, rounds, corrections }: ContestBasis): boolean =>
  contest.settledAt !== undefined &&
  rounds.every(({ settledAt }) => settledAt !== undefined) &&
  corrections.every(({ doneAt }) => doneAt !== undefined);
