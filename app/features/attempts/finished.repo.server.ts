import type { Instant } from '#app/domain/kernel/time.ts';
import type { FinishedAttempt } from '#app/domain/results/standing.ts';
import { database } from '#app/platform/db/client.server.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';

/** Which attempt is over, of whom, and since when. */
export interface UnrankedAttempt {
  readonly id: string;
  readonly roundId: string;
  readonly contestId: string;
  readonly accountId: string;
  readonly finishedAt: Instant;
}

const isOver = { state: { not: 'inProgress' } } as const;
const isUnranked = { isRanked: false, ...isOver } as const;

/** Whether there are finished attempts that the standings do not know yet. */
export const hasUnranked = async (): Promise<boolean> =>
  (await (await database()).attempt.findFirst({ where: isUnranked, select: { id: true } })) !== null;

/** Finished attempts that the standings do not know yet. */
export async function findUnranked(tx: Tx, limit: number): Promise<UnrankedAttempt[]> {
  const rows = await tx.attempt.findMany({
    where: isUnranked,
    // why: the order of the index; any other sorts all that wait, for every batch of them.
    orderBy: { state: 'asc' },
    take: limit,
    select: { id: true, roundId: true, contestId: true, accountId: true, finishedAt: true },
  });
  return rows.map((row) => ({ ...row, finishedAt: row.finishedAt?.getTime() ?? 0 }));
}

/**
 * Finished attempts of people in some rounds, by person; papers are left out, as standings do not look at them.
 * @throws for an attempt that is over and has no result: that is a fault of the system
 */
export async function findFinished(
  tx: Tx | undefined,
  roundIds: readonly string[],
  accountIds: readonly string[],
): Promise<Map<string, FinishedAttempt[]>> {
  const rows = await (tx ?? (await database())).attempt.findMany({
    where: { roundId: { in: [...roundIds] }, accountId: { in: [...accountIds] }, ...isOver },
    omit: { form: true, seed: true },
    orderBy: [{ startedAt: 'asc' }, { id: 'asc' }],
  });
  const byPerson = new Map<string, FinishedAttempt[]>();
  for (const row of rows) {
    const { id, roundId, number, unitId, score, maxScore, durationMs, finishedAt, isValid, isSetAside, prediction } =
      row;
    if (score === null || durationMs === null || finishedAt === null) {
      throw new Error(`attempt ${id} is finished but has no result`);
    }
    const own = byPerson.get(row.accountId) ?? [];
    byPerson.set(row.accountId, own);
    own.push({
      id,
      roundId,
      number,
      unitId,
      score,
      maxScore,
      duration: durationMs,
      submittedAt: finishedAt.getTime(),
      // why: rankings and figures treat what was set aside as what is not valid, which stands nowhere and is counted nowhere.
      isValid: isValid && !isSetAside,
      prediction: prediction ?? undefined,
    });
  }
  return byPerson;
}

/** Marks attempts as known to the standings. */
export async function markRanked(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.attempt.updateMany({ where: { id: { in: [...ids] } }, data: { isRanked: true } });
}

/** How many attempts of a round still run or wait to be ranked: while there is one, nothing of it is final. */
export async function countUnsettled(tx: Tx, roundId: string): Promise<number> {
  const running = await tx.attempt.count({ where: { roundId, state: 'inProgress' } });
  return running + (await tx.attempt.count({ where: { roundId, ...isUnranked } }));
}

/** How many valid attempts of a round are finished; those that were set aside are none. */
export const countValid = (tx: Tx, roundId: string): Promise<number> =>
  tx.attempt.count({ where: { roundId, isValid: true, isSetAside: false, ...isOver } });

/** How many attempts of a contest run now. */
export const countRunning = async (contestId: string): Promise<number> =>
  (await database()).attempt.count({ where: { contestId, state: 'inProgress' } });

/** Per item version of a round: how many answered papers had it, and the sum of their fractions. */
export async function sumOutcomes(
  roundId: string,
): Promise<{ itemVersionId: string; attempts: number; answered: number; fractionSum: number }[]> {
  const client = await database();
  const by = ['itemVersionId'] as const;
  const [all, answered] = await Promise.all([
    client.outcome.groupBy({ by: [...by], where: { roundId }, _count: { _all: true }, _sum: { fraction: true } }),
    client.outcome.groupBy({ by: [...by], where: { roundId, answered: true }, _count: { _all: true } }),
  ]);
  const answeredOf = new Map(answered.map((row) => [row.itemVersionId, row._count._all]));
  return all.map((row) => ({
    itemVersionId: row.itemVersionId,
    attempts: row._count._all,
    answered: answeredOf.get(row.itemVersionId) ?? 0,
    fractionSum: row._sum.fraction ?? 0,
  }));
}
