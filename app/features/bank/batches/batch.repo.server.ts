import type { Instant } from '#app/domain/kernel/time.ts';
import { database } from '#app/platform/db/client.server.ts';
import { canBeKey } from '#app/platform/db/key-text.server.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';
import { inChunks } from '../bulk/bulk.repo.server.ts';
import type { BatchBefore, BatchKind, KeptDraft } from './batch-before.ts';

/** An act on many items, as its row has it. */
export interface BatchRow {
  readonly id: string;
  readonly kind: BatchKind;
  readonly actorId: string;
  readonly at: Instant;
  readonly size: number;
  readonly undoneAt: Instant | undefined;
}

interface StoredBatch {
  readonly id: string;
  readonly kind: string;
  readonly actorId: string;
  readonly at: Date;
  readonly size: number;
  readonly undoneAt: Date | null;
}

const fromRow = ({ id, kind, actorId, at, size, undoneAt }: StoredBatch): BatchRow => ({
  id,
  actorId,
  size,
  kind: kind as BatchKind,
  at: at.getTime(),
  undoneAt: undoneAt?.getTime(),
});

const HEAD = { id: true, kind: true, actorId: true, at: true, size: true, undoneAt: true } as const;

/** Notes an act. */
export async function addBatch(
  tx: Tx,
  { at, before, ...batch }: Omit<BatchRow, 'undoneAt'> & { readonly before: BatchBefore },
): Promise<void> {
  await tx.itemBatch.create({ data: { ...batch, at: new Date(at), before: JSON.stringify(before) } });
}

/** The newest acts of a person, the newest first. */
export async function listBatchRows(actorId: string, most: number): Promise<BatchRow[]> {
  const rows = await (
    await database()
  ).itemBatch.findMany({ where: { actorId }, orderBy: [{ at: 'desc' }, { id: 'desc' }], take: most, select: HEAD });
  return rows.map(fromRow);
}

/** An act of this person, without what undoing needs. */
export async function findBatchRow(id: string, actorId: string): Promise<BatchRow | undefined> {
  if (!canBeKey(id)) return undefined;
  const row = await (await database()).itemBatch.findFirst({ where: { id, actorId }, select: HEAD });
  return row ? fromRow(row) : undefined;
}

/** An act of this person with what undoing needs. */
export async function loadBatch(
  tx: Tx,
  id: string,
  actorId: string,
): Promise<(BatchRow & { readonly before: BatchBefore }) | undefined> {
  if (!canBeKey(id)) return undefined;
  const row = await tx.itemBatch.findFirst({ where: { id, actorId } });
  return row ? { ...fromRow(row), before: JSON.parse(row.before) as BatchBefore } : undefined;
}

/** Notes that an act was undone. @returns whether it stood until now */
export async function markUndone(tx: Tx, id: string, actorId: string, at: Instant): Promise<boolean> {
  const { count } = await tx.itemBatch.updateMany({
    where: { id, undoneAt: null },
    data: { undoneAt: new Date(at), undoneById: actorId },
  });
  return count === 1;
}

/** Puts drafts as they were, over those that there are. */
export async function putDrafts(tx: Tx, drafts: ReadonlyMap<string, KeptDraft>): Promise<void> {
  await inChunks([...drafts], async (some) => {
    await tx.itemDraft.deleteMany({ where: { itemId: { in: some.map(([itemId]) => itemId) } } });
    await tx.itemDraft.createMany({ data: some.map(([itemId, draft]) => ({ itemId, ...draft })) });
  });
}

/** Of these items, those that somebody else than the act has touched since, and those that papers may have been drawn from. */
export async function touchedItems(
  tx: Tx,
  ids: readonly string[],
  batchId: string,
): Promise<{ touched: Set<string>; used: Set<string> }> {
  const touched = new Set<string>();
  const used = new Set<string>();
  await inChunks(ids, async (some) => {
    const where = { itemId: { in: some } };
    const events = await tx.itemEvent.findMany({
      where: { ...where, OR: [{ batchId: null }, { batchId: { not: batchId } }] },
      select: { itemId: true },
    });
    for (const { itemId } of events) touched.add(itemId);
    const drafts = await tx.itemDraft.findMany({ where: { ...where, revision: { gt: 1 } }, select: { itemId: true } });
    for (const { itemId } of drafts) touched.add(itemId);
    const comments = await tx.itemComment.findMany({ where, select: { itemId: true } });
    for (const { itemId } of comments) touched.add(itemId);
    const published = await tx.item.findMany({
      where: { id: { in: some }, currentVersionId: { not: null } },
      select: { id: true },
    });
    for (const { id } of published) used.add(id);
  });
  return { touched, used };
}

/** Deletes items with all that hangs on them. For items that no paper can have been drawn from. */
export async function deleteItems(tx: Tx, ids: readonly string[]): Promise<void> {
  await inChunks(ids, async (some) => {
    const where = { itemId: { in: some } };
    await tx.itemComment.deleteMany({ where });
    await tx.itemEvent.deleteMany({ where });
    await tx.itemDraft.deleteMany({ where });
    await tx.itemVersion.deleteMany({ where });
    await tx.item.deleteMany({ where: { id: { in: some } } });
  });
}
