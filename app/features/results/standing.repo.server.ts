import type { Duration, Instant } from '#app/domain/kernel/time.ts';
import { database } from '#app/platform/db/client.server.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';

/** One row of a round's result: the counted attempt of a person. */
export interface StandingRow {
  readonly roundId: string;
  readonly accountId: string;
  readonly attemptId: string;
  readonly unitId: string;
  readonly score: number;
  readonly maxScore: number;
  readonly duration: Duration;
  readonly submittedAt: Instant;
  readonly rankKey: string;
}

interface Row extends Omit<StandingRow, 'duration' | 'submittedAt'> {
  durationMs: number;
  submittedAt: Date;
}

const standingOf = ({ durationMs, submittedAt, ...row }: Row): StandingRow => ({
  ...row,
  duration: durationMs,
  submittedAt: submittedAt.getTime(),
});

/** Stores the row of a person in a round, in place of the one before. */
export async function storeStanding(tx: Tx, standing: StandingRow): Promise<void> {
  const { roundId, accountId, duration, submittedAt, ...rest } = standing;
  const data = { ...rest, durationMs: duration, submittedAt: new Date(submittedAt) };
  await tx.standing.upsert({
    where: { roundId_accountId: { roundId, accountId } },
    create: { roundId, accountId, ...data },
    update: data,
  });
}

/** The row of one person; undefined for somebody who has not finished an attempt. */
export async function findStanding(roundId: string, accountId: string): Promise<StandingRow | undefined> {
  const row = await (await database()).standing.findUnique({ where: { roundId_accountId: { roundId, accountId } } });
  return row ? standingOf(row) : undefined;
}

/** A page of a round's rows in rank order, optionally of some units only. */
export async function findStandings(
  roundId: string,
  { skip, take, unitIds }: { skip: number; take: number; unitIds?: readonly string[] | undefined },
): Promise<StandingRow[]> {
  const rows = await (
    await database()
  ).standing.findMany({
    where: { roundId, ...(unitIds ? { unitId: { in: [...unitIds] } } : {}) },
    orderBy: [{ rankKey: 'asc' }, { accountId: 'asc' }],
    skip,
    take,
  });
  return rows.map(standingOf);
}

/** How many rows a round has, optionally of some units only. */
export const countStandings = async (roundId: string, unitIds?: readonly string[]): Promise<number> =>
  (await database()).standing.count({ where: { roundId, ...(unitIds ? { unitId: { in: [...unitIds] } } : {}) } });

/** The place of a rank key in a round: one more than the rows that are strictly better (1 2 2 4). */
export const rankOf = async (roundId: string, rankKey: string): Promise<number> =>
  (await (await database()).standing.count({ where: { roundId, rankKey: { lt: rankKey } } })) + 1;

/** How many rows of a round stand before this one in the order of findStandings(). */
export async function countBefore({ roundId, rankKey, accountId }: StandingRow): Promise<number> {
  const isBefore = [{ rankKey: { lt: rankKey } }, { rankKey, accountId: { lt: accountId } }];
  return (await database()).standing.count({ where: { roundId, OR: isBefore } });
}

/** By unit: finished people and the sum of their scores. */
export async function sumScoresByUnit(roundId: string): Promise<Map<string, { finished: number; scoreSum: number }>> {
  const rows = await (
    await database()
  ).standing.groupBy({
    by: ['unitId'],
    where: { roundId },
    _count: { _all: true },
    _sum: { score: true },
  });
  return new Map(rows.map((row) => [row.unitId, { finished: row._count._all, scoreSum: row._sum.score ?? 0 }]));
}

/** How often each score occurs in a round, by score ascending. */
export async function countScores(roundId: string): Promise<{ score: number; people: number }[]> {
  const rows = await (await database()).standing.groupBy({ by: ['score'], where: { roundId }, _count: { _all: true } });
  return rows.map((row) => ({ score: row.score, people: row._count._all })).toSorted((a, b) => a.score - b.score);
}
