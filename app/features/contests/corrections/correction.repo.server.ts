import type { Response } from '#app/domain/items/response.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import type { CorrectionKind, DatedCorrection } from '#app/domain/scoring/correction.ts';
import { database } from '#app/platform/db/client.server.ts';
import { canBeKey } from '#app/platform/db/key-text.server.ts';
import { holdAlone, holdTogether } from '#app/platform/db/hold.server.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';
import type { Prisma } from '#prisma/generated/sqlite/client.ts';

/** A correction as it is stored. */
export interface StoredCorrection extends DatedCorrection {
  readonly id: string;
  readonly contestId: string;
  readonly reason: string;
  readonly actorId: string;
  /** Attempts that have the item, and those whose score changed: so far, while it goes on. */
  readonly attempts: number;
  readonly changed: number;
  /** When the last attempt was graded again; undefined while it is going on. */
  readonly doneAt: Instant | undefined;
}

const correctionOf = ({ key, at, doneAt, kind, ...row }: Prisma.KeyCorrectionGetPayload<object>): StoredCorrection => ({
  ...row,
  kind: kind as CorrectionKind,
  accepted: key === '' ? [] : (JSON.parse(key) as Response[]),
  at: at.getTime(),
  doneAt: doneAt?.getTime(),
});

const IN_ORDER = [{ at: 'asc' }, { id: 'asc' }] as const;

/** Every correction of a contest, in the order in which they were made. */
export async function findCorrections(contestId: string, tx?: Tx): Promise<StoredCorrection[]> {
  const rows = await (tx ?? (await database())).keyCorrection.findMany({
    where: { contestId },
    orderBy: [...IN_ORDER],
  });
  return rows.map(correctionOf);
}

/** A correction by its id; undefined where there is none. */
export async function findCorrection(id: string, tx?: Tx): Promise<StoredCorrection | undefined> {
  if (!canBeKey(id)) return undefined;
  const row = await (tx ?? (await database())).keyCorrection.findUnique({ where: { id } });
  return row ? correctionOf(row) : undefined;
}

/** Corrections whose attempts are not all graded again, the oldest first. */
export async function findOpenCorrections(): Promise<StoredCorrection[]> {
  const rows = await (await database()).keyCorrection.findMany({ where: { doneAt: null }, orderBy: [...IN_ORDER] });
  return rows.map(correctionOf);
}

/** Appends a correction. */
export async function storeCorrection(
  tx: Tx,
  correction: Omit<StoredCorrection, 'attempts' | 'changed' | 'doneAt'>,
): Promise<void> {
  const { accepted, at, ...row } = correction;
  await tx.keyCorrection.create({
    data: { ...row, key: accepted.length === 0 ? '' : JSON.stringify(accepted), at: new Date(at) },
  });
}

/** Stores how far the grading of a correction has come; with `doneAt`, that it is done. One that is done stays as it is. */
export async function storeProgress(
  tx: Tx,
  id: string,
  { doneAt, ...counts }: { attempts: number; changed: number; doneAt?: Instant },
): Promise<void> {
  await tx.keyCorrection.updateMany({
    where: { id, doneAt: null },
    data: { ...counts, ...(doneAt === undefined ? {} : { doneAt: new Date(doneAt) }) },
  });
}

const nameOf = (contestId: string): string => `corrections:${contestId}`;

/**
 * Keeps the corrections of a contest as they are until the end of the transaction. For who marks an attempt: a correction is
 * either known to it, or sees the attempt when it looks for those that it must grade again.
 */
export const keepCorrections = (tx: Tx, contestId: string): Promise<void> => holdTogether(tx, nameOf(contestId));

/** Waits for all who keep the corrections of a contest, and keeps others from marking until the end of the transaction. */
export const changeCorrections = (tx: Tx, contestId: string): Promise<void> => holdAlone(tx, nameOf(contestId));
