import type { Contest } from '#app/domain/contests/contest.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { planSettling, type RoundToSettle, type SettlingPlan } from '#app/domain/results/settling.ts';
import { countUnsettled, countValid, findRulingState } from '#app/features/attempts/index.server.ts';
import {
  contestAt,
  dropClocks,
  findAdjustments,
  findContest,
  findContestsToSettle,
  findCorrections,
  keepCorrections,
  markSettled,
} from '#app/features/contests/index.server.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { inTransaction, type Tx } from '#app/platform/db/transaction.server.ts';
import { logger } from '#app/platform/logger.server.ts';
import {
  countPeople,
  countPeopleOfContest,
  findFrozenCounts,
  storeFrozenCount,
  type FrozenCount,
} from './frozen-count.repo.server.ts';
import { rebuildStandings } from './rebuild-standings.server.ts';
import { forgetBoards } from './shared-reads.server.ts';

interface Settling {
  readonly now: Instant;
  /** Stops between two batches; the next call goes on. */
  readonly signal?: AbortSignal | undefined;
}

let isSettling = false;

/**
 * Settles what nothing can change any more: counts the figures of each round that is over, and of the contest after its last
 * one, once and for good; ranks everybody anew with the actual numbers and the lots; then says that it is final. Each step is
 * in the database before the next begins and none is done twice, so that a process that dies on the way is followed by one
 * that goes on.
 * @returns how many rounds and contests became final now, and in how many contests it failed: those are in the log
 */
export async function settleRounds({ now, signal }: Settling): Promise<{ settled: number; failed: number }> {
  // why: a sweep comes every few seconds, and ranking half a million people takes longer.
  if (isSettling) return { settled: 0, failed: 0 };
  isSettling = true;
  let settled = 0;
  let failed = 0;
  try {
    for (const contestId of await findContestsToSettle(now)) {
      try {
        settled += await settleContest(contestId, { now, signal });
      } catch (error) {
        failed += 1;
        logger.error({ err: error, contestId }, 'a contest could not be settled');
      }
    }
  } finally {
    isSettling = false;
  }
  return { settled, failed };
}

async function settleContest(contestId: string, { now, signal }: Settling): Promise<number> {
  const plan = await inTransaction((tx) => freeze(tx, contestId, now));
  if (plan.roundIds.length === 0 && !plan.hasContest) return 0;
  const { isDone } = await rebuildStandings({ contestId, roundIds: plan.roundIds, now, signal });
  if (!isDone) return 0;
  const settled = await inTransaction((tx) => finish(tx, contestId, plan, now));
  dropClocks();
  forgetBoards();
  return settled;
}

/** Counts the figures of what is due and stores them, but for those that are stored: those stand. */
async function freeze(tx: Tx, contestId: string, now: Instant): Promise<SettlingPlan> {
  const contest = await findContest({ id: contestId }, tx);
  if (!contest) return { roundIds: [], hasContest: false };
  await keepCorrections(tx, contestId);
  const corrections = await findCorrections(contestId, tx);
  // why: figures are counted once, so that whatever is being graded again comes first.
  if (corrections.some(({ doneAt }) => doneAt === undefined)) return { roundIds: [], hasContest: false };
  // why not `now` alone: which corrections the figures know is told by the instants, whatever the clocks of two processes say.
  const { lastAt } = await findRulingState(tx, contestId);
  const frozenAt = Math.max(now, lastAt, ...corrections.map(({ at }) => at));
  const counts = await findFrozenCounts(contestId, tx);
  const rounds = await roundsToSettle(tx, contest, counts, now);
  const plan = planSettling(rounds, contest.rules.prediction, contest.settledAt !== undefined);
  for (const scopeId of plan.roundIds) {
    if (counts.has(scopeId)) continue;
    const attempts = await countValid(tx, scopeId);
    await storeFrozenCount(tx, contestId, { scopeId, ...(await countPeople(tx, scopeId)), attempts, frozenAt });
  }
  if (plan.hasContest && !counts.has(contestId)) {
    let attempts = 0;
    for (const { id, kind } of rounds) if (kind === 'contest') attempts += await countValid(tx, id);
    const people = await countPeopleOfContest(tx, contestId);
    await storeFrozenCount(tx, contestId, { scopeId: contestId, ...people, attempts, frozenAt });
  }
  return plan;
}

async function roundsToSettle(
  tx: Tx,
  contest: Contest,
  counts: ReadonlyMap<string, FrozenCount>,
  now: Instant,
): Promise<RoundToSettle[]> {
  const rounds: RoundToSettle[] = [];
  for (const { round, phase, settlesAt } of contestAt(contest, await findAdjustments(contest.id, tx), now).rounds) {
    const isPast = phase !== 'paused' && now >= settlesAt;
    rounds.push({
      id: round.id,
      kind: round.kind,
      isSettled: round.settledAt !== undefined,
      isFrozen: counts.has(round.id),
      isOver: isPast && (await countUnsettled(tx, round.id)) === 0,
    });
  }
  return rounds;
}

async function finish(tx: Tx, contestId: string, plan: SettlingPlan, now: Instant): Promise<number> {
  const counts = await findFrozenCounts(contestId, tx);
  const record = async (kind: 'round' | 'contest', id: string): Promise<void> => {
    const { people = 0, attempts = 0, peopleAllRight = 0 } = counts.get(id) ?? {};
    const detail = { people, attempts, peopleAllRight };
    await recordAudit(tx, { at: now, actorId: undefined, action: `${kind}.settled`, subject: `${kind}:${id}`, detail });
  };
  let settled = 0;
  for (const roundId of plan.roundIds) {
    if (!(await markSettled(tx, { roundId }, now))) continue;
    await record('round', roundId);
    settled += 1;
  }
  if (plan.hasContest && (await markSettled(tx, { contestId }, now))) {
    await record('contest', contestId);
    settled += 1;
  }
  return settled;
}
