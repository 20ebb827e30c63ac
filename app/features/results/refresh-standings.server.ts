import { findUnranked, hasUnranked, markRanked, type UnrankedAttempt } from '#app/features/attempts/index.server.ts';
import { inTransaction, type Tx } from '#app/platform/db/transaction.server.ts';
import { foldPeople } from './fold-people.server.ts';
import { readBasis } from './ranking-basis.server.ts';

const BATCH = 200;

/**
 * Folds finished attempts that the standings do not know yet into them: of each person the rows of the round, of all rounds
 * together, and as of the freeze. Called after every submission and by the sweeper; if the process dies between the two, the
 * next call catches up, so nothing is lost. Practice and attempts that are not valid stand nowhere.
 * @returns how many attempts were folded in
 */
export async function refreshStandings(): Promise<{ refreshed: number }> {
  let refreshed = 0;
  // why asked first: a transaction keeps others waiting, and mostly there is nothing to do.
  while (await hasUnranked()) {
    refreshed += await inTransaction(async (tx) => {
      const attempts = await findUnranked(tx, BATCH);
      await markRanked(
        tx,
        attempts.map(({ id }) => id),
      );
      const byContest = new Map<string, UnrankedAttempt[]>();
      for (const attempt of attempts) {
        byContest.set(attempt.contestId, [...(byContest.get(attempt.contestId) ?? []), attempt]);
      }
      for (const [contestId, own] of byContest) await foldContest(tx, contestId, own);
      return attempts.length;
    });
  }
  return { refreshed };
}

async function foldContest(tx: Tx, contestId: string, attempts: readonly UnrankedAttempt[]): Promise<void> {
  const asOf = Math.max(...attempts.map(({ finishedAt }) => finishedAt));
  const basis = await readBasis(tx, contestId, asOf);
  if (!basis) return;
  const counted = attempts.filter(({ roundId }) => basis.rounds.some(({ id }) => id === roundId));
  const unique = (values: readonly string[]): string[] => [...new Set(values)];
  await foldPeople(tx, basis, {
    accountIds: unique(counted.map(({ accountId }) => accountId)),
    roundIds: unique(counted.map(({ roundId }) => roundId)),
  });
}
