import type { Contest } from '#app/domain/contests/contest.ts';
import { planMergeIn, type ContestPlan } from '#app/domain/duplicates/plan-merge.ts';
import { findAdjustments, findContest } from '#app/features/contests/index.server.ts';
import { findFrozenCounts } from '#app/features/results/index.server.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';
import { findAttemptsOf, findEntriesOf, type AttemptRow } from './merge.repo.server.ts';

/** One contest that either account has entered, and what merging does in it. */
export interface MergeInContest {
  readonly contest: Contest;
  readonly plan: ContestPlan;
  /** The units of the two entries; undefined without one. */
  readonly keptUnitId: string | undefined;
  readonly mergedUnitId: string | undefined;
  readonly attempts: readonly AttemptRow[];
}

/** What merging does, and what stands against it. */
export interface MergePlan {
  readonly contests: readonly MergeInContest[];
  /** An attempt of one of the two runs. */
  readonly isRunning: boolean;
  /** A contest of which attempts would move where extra time tells the two apart: their times would no longer be explained. */
  readonly hasOwnTime: boolean;
}

/** Plans what merging one account into another does, as things stand. */
export async function planOf(
  tx: Tx | undefined,
  { keptId, mergedId }: { readonly keptId: string; readonly mergedId: string },
): Promise<MergePlan> {
  const [attempts, entries] = [
    await findAttemptsOf(tx, [keptId, mergedId]),
    await findEntriesOf(tx, [keptId, mergedId]),
  ];
  const contests: MergeInContest[] = [];
  let hasOwnTime = false;
  for (const contestId of new Set(entries.map((entry) => entry.contestId))) {
    const contest = await findContest({ id: contestId }, tx);
    if (!contest) continue;
    const unitOf = (accountId: string): string | undefined =>
      entries.find((entry) => entry.contestId === contestId && entry.accountId === accountId)?.unitId;
    const own = attempts.filter((attempt) => attempt.contestId === contestId);
    const isFrozen = (await findFrozenCounts(contestId, tx)).size > 0;
    const found = {
      contest,
      plan: planMergeIn({
        contestId,
        isFrozen,
        limits: contest.rules.attempts.limits,
        attempts: own.map((attempt) => mergedAttempt(contest, attempt, keptId)),
      }),
      keptUnitId: unitOf(keptId),
      mergedUnitId: unitOf(mergedId),
      attempts: own,
    };
    contests.push(found);
    hasOwnTime ||= await tellsApart(tx, found, { keptId, mergedId });
  }
  return { contests, isRunning: attempts.some(({ isFinished }) => !isFinished), hasOwnTime };
}

const mergedAttempt = (contest: Contest, attempt: AttemptRow, keptId: string) => ({
  id: attempt.id,
  roundId: attempt.roundId,
  isPractice: contest.rounds.find(({ id }) => id === attempt.roundId)?.kind !== 'contest',
  isOfKept: attempt.accountId === keptId,
  number: attempt.number,
  startedAt: attempt.startedAt,
  isFinished: attempt.isFinished,
  isSetAside: attempt.isSetAside,
});

async function tellsApart(
  tx: Tx | undefined,
  { contest, plan, keptUnitId, mergedUnitId, attempts }: MergeInContest,
  { keptId, mergedId }: { readonly keptId: string; readonly mergedId: string },
): Promise<boolean> {
  if (!plan.moves || mergedUnitId === undefined) return false;
  const adjustments = await findAdjustments(contest.id, tx);
  const rounds = new Set(attempts.map(({ roundId }) => roundId));
  return [...rounds]
    .flatMap((roundId) => adjustments.get(roundId) ?? [])
    .some(({ accountId, unitIds }) => {
      if (accountId !== undefined) return accountId === keptId || accountId === mergedId;
      if (!unitIds || keptUnitId === undefined) return false;
      return unitIds.has(keptUnitId) !== unitIds.has(mergedUnitId);
    });
}
