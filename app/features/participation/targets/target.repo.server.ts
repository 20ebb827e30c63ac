import type { Instant } from '#app/domain/kernel/time.ts';
import type { Target, TargetMeasure, TargetSpread } from '#app/domain/participation/target.ts';
import { database } from '#app/platform/db/client.server.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';

interface Stored {
  readonly id: string;
  readonly contestId: string;
  readonly roundId: string;
  readonly unitId: string;
  readonly spread: string;
  readonly measure: string;
  readonly value: number;
  readonly dueAt: Date;
  readonly note: string;
  readonly setById: string;
  readonly setAt: Date;
  readonly withdrawnAt: Date | null;
}

const targetOf = (row: Stored): Target => ({
  id: row.id,
  contestId: row.contestId,
  roundId: row.roundId === '' ? undefined : row.roundId,
  unitId: row.unitId,
  spread: row.spread as TargetSpread,
  measure: row.measure as TargetMeasure,
  value: row.value,
  dueAt: row.dueAt.getTime(),
  note: row.note,
  setById: row.setById,
  setAt: row.setAt.getTime(),
  withdrawnAt: row.withdrawnAt?.getTime(),
});

/** Targets of a contest that stand, set at one of these units; at any unit when left out. */
export async function findStanding(contestId: string, unitIds?: readonly string[]): Promise<Target[]> {
  const rows = await (
    await database()
  ).target.findMany({
    where: { contestId, withdrawnAt: null, ...(unitIds ? { unitId: { in: [...unitIds] } } : {}) },
  });
  return rows.map(targetOf);
}

/** Everything that was ever set at a unit for a contest, the latest first. */
export async function findSetAt(contestId: string, unitId: string, take: number): Promise<Target[]> {
  const rows = await (
    await database()
  ).target.findMany({ where: { contestId, unitId }, orderBy: [{ setAt: 'desc' }, { id: 'desc' }], take });
  return rows.map(targetOf);
}

/** One target, withdrawn or not; undefined when there is none. */
export async function findTarget(tx: Tx, id: string): Promise<Target | undefined> {
  const row = await tx.target.findUnique({ where: { id } });
  return row ? targetOf(row) : undefined;
}

/** Stores a target. @returns its id */
export async function storeTarget(tx: Tx, target: Omit<Target, 'id' | 'withdrawnAt'>): Promise<string> {
  const { roundId, dueAt, setAt, ...rest } = target;
  const { id } = await tx.target.create({
    data: { ...rest, roundId: roundId ?? '', dueAt: new Date(dueAt), setAt: new Date(setAt) },
    select: { id: true },
  });
  return id;
}

/** Takes a target back. @returns whether it stood until now */
export async function storeWithdrawal(tx: Tx, id: string, { actorId, at }: { actorId: string; at: Instant }) {
  const { count } = await tx.target.updateMany({
    where: { id, withdrawnAt: null },
    data: { withdrawnAt: new Date(at), withdrawnById: actorId },
  });
  return count === 1;
}
