import type { Instant } from '#app/domain/kernel/time.ts';
import { database } from '#app/platform/db/client.server.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';

/**
 * A list that was read. The one in force has no end; one that only waits to be looked at ended when it began; what ended later is
 * the list that was replaced, and can come back.
 */
export interface StoredImport {
  readonly id: string;
  readonly unitId: string;
  readonly actorId: string;
  readonly fileName: string;
  readonly people: number;
  readonly at: Instant;
  readonly droppedAt: Instant | undefined;
}

/** The lists of a unit by what they are. */
export interface UnitImports {
  readonly current: StoredImport | undefined;
  readonly former: StoredImport | undefined;
  readonly waiting: readonly StoredImport[];
}

/** The lists of a unit. */
export async function findImports(tx: Tx | undefined, unitId: string): Promise<UnitImports> {
  const rows = await (tx ?? (await database())).rosterImport.findMany({
    where: { unitId },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
  });
  const imports = rows.map(({ at, droppedAt, fileHash: _, ...row }) => ({
    ...row,
    at: at.getTime(),
    droppedAt: droppedAt?.getTime(),
  }));
  return {
    current: imports.find(({ droppedAt }) => droppedAt === undefined),
    former: imports.find(({ droppedAt, at }) => droppedAt !== undefined && droppedAt > at),
    waiting: imports.filter(({ droppedAt, at }) => droppedAt !== undefined && droppedAt <= at),
  };
}

export interface NewImport {
  readonly unitId: string;
  readonly actorId: string;
  readonly fileName: string;
  readonly fileHash: string;
  readonly people: number;
}

/** Stores a list that waits to be looked at. @returns its id */
export async function storeWaiting(tx: Tx, list: NewImport, at: Instant): Promise<string> {
  const instant = new Date(at);
  const { id } = await tx.rosterImport.create({
    data: { ...list, at: instant, droppedAt: instant },
    select: { id: true },
  });
  return id;
}

/** Makes a list the one in force from `at` on. */
export async function putInForce(tx: Tx, id: string, at: Instant): Promise<void> {
  await tx.rosterImport.update({ where: { id }, data: { at: new Date(at), droppedAt: null } });
}

/** Brings a list back that had been replaced. */
export async function bringBack(tx: Tx, id: string): Promise<void> {
  await tx.rosterImport.update({ where: { id }, data: { droppedAt: null } });
}

/** Ends a list that is replaced; later than it began, which tells it from one that was never in force. */
export async function endImport(tx: Tx, { id, at }: StoredImport, now: Instant): Promise<void> {
  await tx.rosterImport.update({ where: { id }, data: { droppedAt: new Date(Math.max(now, at + 1)) } });
}

/** Takes lists away with everybody on them. */
export async function deleteImports(tx: Tx, unitId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.rosterPerson.deleteMany({ where: { unitId, importId: { in: [...ids] } } });
  await tx.rosterImport.deleteMany({ where: { unitId, id: { in: [...ids] } } });
}

/** Lists that were looked at before an instant and never taken in. */
export async function findForgotten(before: Instant): Promise<{ id: string; unitId: string }[]> {
  const { rosterImport } = await database();
  return rosterImport.findMany({
    where: { at: { lt: new Date(before) }, droppedAt: { equals: rosterImport.fields.at } },
    select: { id: true, unitId: true },
  });
}
