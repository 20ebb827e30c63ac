import { countedAttempt } from '#app/domain/results/counted-attempt.ts';
import { rankKey } from '#app/domain/results/rank-key.ts';
import type { Contest } from '#app/domain/contests/contest.ts';
import { findFinished, findUnranked, markRanked, type StoredAttempt } from '#app/features/attempts/index.server.ts';
import { findContest } from '#app/features/contests/index.server.ts';
import { inTransaction, type Tx } from '#app/platform/db/transaction.server.ts';
import { storeStanding } from './standing.repo.server.ts';

const BATCH = 200;

/**
 * Folds finished attempts that the standings do not know yet into them. Called after every submission and by the sweeper;
 * if the process dies between the two, the next call catches up, so nothing is lost.
 * @returns how many attempts were folded in
 */
export async function refreshStandings(): Promise<{ refreshed: number }> {
  let refreshed = 0;
  for (;;) {
    const folded = await inTransaction(async (tx) => {
      const attempts = await findUnranked(tx, BATCH);
      const contests = new Map<string, Contest | undefined>();
      for (const attempt of attempts) {
        if (!contests.has(attempt.roundId)) {
          contests.set(attempt.roundId, await findContest({ roundId: attempt.roundId }, tx));
        }
        const contest = contests.get(attempt.roundId);
        if (contest) await rankPerson(tx, contest, attempt);
      }
      if (attempts.length > 0)
        await markRanked(
          tx,
          attempts.map((attempt) => attempt.id),
        );
      return attempts.length;
    });
    refreshed += folded;
    if (folded < BATCH) return { refreshed };
  }
}

async function rankPerson(tx: Tx, contest: Contest, { roundId, accountId }: StoredAttempt): Promise<void> {
  const finished = await findFinished(tx, roundId, accountId);
  const keyed = finished.map((attempt) => ({ ...attempt, ...factsOf(attempt, contest) }));
  const counted = countedAttempt(keyed, contest.rules.attempts.counted);
  if (!counted) return;
  await storeStanding(tx, {
    roundId,
    accountId,
    attemptId: counted.id,
    unitId: counted.unitId,
    score: counted.score,
    maxScore: counted.maxScore,
    duration: counted.duration,
    submittedAt: counted.submittedAt,
    rankKey: counted.rankKey,
  });
}

function factsOf(attempt: StoredAttempt, contest: Contest) {
  const { score, duration, finishedAt } = attempt;
  if (score === undefined || duration === undefined || finishedAt === undefined) {
    throw new Error(`attempt ${attempt.id} is finished but has no result`);
  }
  const facts = { score, duration, submittedAt: finishedAt };
  return { ...facts, rankKey: rankKey(facts, contest.rules.tieBreaks) };
}
