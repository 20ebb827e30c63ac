import type { FinishedAttempt } from '#app/domain/results/standing.ts';
import { database } from '#app/platform/db/client.server.ts';

/** A finished attempt of a person, without its paper and its history. */
export interface ExportedAttempt extends FinishedAttempt {
  readonly accountId: string;
  readonly isSetAside: boolean;
}

/** The finished attempts of some people in some rounds, in an order that stays. */
export async function findExportedAttempts(
  roundIds: readonly string[],
  accountIds: readonly string[],
): Promise<ExportedAttempt[]> {
  const rows = await (
    await database()
  ).attempt.findMany({
    where: { roundId: { in: [...roundIds] }, accountId: { in: [...accountIds] }, state: { not: 'inProgress' } },
    orderBy: [{ accountId: 'asc' }, { startedAt: 'asc' }, { id: 'asc' }],
    omit: { form: true, seed: true },
  });
  return rows.map((row) => {
    const { score, durationMs, finishedAt } = row;
    if (score === null || durationMs === null || finishedAt === null) {
      throw new Error(`attempt ${row.id} is finished but has no result`);
    }
    const { id, roundId, accountId, number, unitId, maxScore, isValid, isSetAside } = row;
    const own = { id, roundId, accountId, number, unitId, score, maxScore, duration: durationMs };
    return { ...own, isValid, isSetAside, submittedAt: finishedAt.getTime(), prediction: row.prediction ?? undefined };
  });
}

/** How many finished attempts of these rounds there are, and how many of them the standings do not know yet. */
export async function countExported(roundIds: readonly string[]): Promise<{ attempts: number; waiting: number }> {
  const { attempt } = await database();
  const where = { roundId: { in: [...roundIds] }, state: { not: 'inProgress' } };
  const [attempts, waiting] = await Promise.all([
    attempt.count({ where }),
    attempt.count({ where: { ...where, isRanked: false } }),
  ]);
  return { attempts, waiting };
}
