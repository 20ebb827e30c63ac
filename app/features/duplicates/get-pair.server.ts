import type { Actor, Role } from '#app/domain/identity/actor.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { getFullNames } from '#app/features/identity/index.server.ts';
import { getUnitIndex, type UnitIndex } from '#app/features/units/index.server.ts';
import { findAccounts, type MergeAccount } from './merge.repo.server.ts';
import { findPair, type StoredPair } from './pair.repo.server.ts';
import { planOf, type MergeInContest } from './plan.server.ts';

/** What an account has in a contest, and what merging would do with it. */
export interface ContestSide {
  readonly title: string;
  readonly attempts: readonly {
    readonly round: string;
    readonly startedAt: Instant;
    readonly score: number | undefined;
    readonly maxScore: number;
    readonly isSetAside: boolean;
    readonly wouldBeSetAside: boolean;
  }[];
  /** Nothing moves, as figures of the contest are published. */
  readonly stays: boolean;
}

/** One of two accounts. */
export interface PersonSide {
  readonly accountId: string;
  readonly name: string;
  readonly birthYear: number;
  readonly unitName: string;
  readonly createdAt: Instant;
  readonly isGone: boolean;
  readonly grants: readonly { readonly role: Role; readonly unitName: string }[];
  /** What it has now, and what would happen if this account were the one that is kept. */
  readonly contests: readonly ContestSide[];
}

export interface PairView extends Pick<
  StoredPair,
  'id' | 'reasons' | 'strength' | 'foundAt' | 'state' | 'reason' | 'decidedAt'
> {
  readonly sides: readonly [PersonSide, PersonSide];
  readonly decidedBy: string | undefined;
  /** One of the two is the actor. */
  readonly isOwn: boolean;
  readonly isRunning: boolean;
  readonly hasOwnTime: boolean;
}

/** Two accounts side by side, with what merging would do whichever of them is kept; undefined where there is no such pair. */
export async function getPair(query: { actor: Actor; pairId: string; now: Instant }): Promise<PairView | undefined> {
  const { actor, pairId, now } = query;
  const pair = await findPair(undefined, pairId);
  if (!pair) return undefined;
  const { firstId, secondId, decidedById } = pair;
  const [accounts, index, names, plan] = await Promise.all([
    findAccounts(undefined, [firstId, secondId]),
    getUnitIndex(now),
    getFullNames(decidedById === undefined ? [] : [decidedById]),
    planOf(undefined, { keptId: firstId, mergedId: secondId }),
  ]);
  const [first, second] = [accounts.get(firstId), accounts.get(secondId)];
  if (!first || !second) return undefined;
  return {
    id: pair.id,
    reasons: pair.reasons,
    strength: pair.strength,
    foundAt: pair.foundAt,
    state: pair.state,
    reason: pair.reason,
    decidedAt: pair.decidedAt,
    decidedBy: decidedById === undefined ? undefined : (names.get(decidedById) ?? ''),
    sides: [sideOf(first, plan.contests, index), sideOf(second, plan.contests, index)],
    isOwn: firstId === actor.accountId || secondId === actor.accountId,
    isRunning: plan.isRunning,
    hasOwnTime: plan.hasOwnTime,
  };
}

function sideOf(account: MergeAccount, contests: readonly MergeInContest[], index: UnitIndex): PersonSide {
  return {
    accountId: account.id,
    name: account.fullName,
    birthYear: account.birthYear,
    unitName: index.get(account.unitId)?.name ?? '',
    createdAt: account.createdAt,
    isGone: account.isGone,
    grants: account.grants.map(({ role, unitId }) => ({
      role: role as Role,
      unitName: index.get(unitId)?.name ?? unitId,
    })),
    contests: contests.flatMap(({ contest, plan, attempts }) => {
      const own = attempts.filter(({ accountId }) => accountId === account.id);
      if (own.length === 0) return [];
      return [{ title: contest.title, stays: !plan.moves, attempts: own.map((attempt) => attemptOf(attempt)) }];

      function attemptOf({ id, roundId, startedAt, score, maxScore, isSetAside }: (typeof own)[number]) {
        const round = contest.rounds.find((each) => each.id === roundId)?.title ?? '';
        return { round, startedAt, score, maxScore, isSetAside, wouldBeSetAside: plan.setAside.includes(id) };
      }
    }),
  };
}
