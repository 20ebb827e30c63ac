import type { DeletedItem } from '../batches/batch-before.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';
import { inChunks } from './bulk.repo.server.ts';

/** Deletes items that were never frozen, with their drafts, history and comments. @returns all their rows */
export async function deleteDrafts(tx: Tx, ids: readonly string[]): Promise<DeletedItem[]> {
  const deleted: DeletedItem[] = [];
  await inChunks(ids, async (some) => {
    const where = { itemId: { in: some } };
    const rows = await tx.item.findMany({
      where: { id: { in: some } },
      include: { draft: true, events: true, comments: true },
    });
    for (const { draft, events, comments, ...item } of rows)
      deleted.push({ id: item.id, item, draft, events, comments });
    await tx.itemComment.deleteMany({ where });
    await tx.itemEvent.deleteMany({ where });
    await tx.itemDraft.deleteMany({ where });
    await tx.item.deleteMany({ where: { id: { in: some } } });
  });
  return deleted;
}

/** Makes deleted items again, row by row as they were. Dates come back from JSON as texts, which the store takes. */
export async function makeAgain(tx: Tx, deleted: readonly DeletedItem[]): Promise<void> {
  await inChunks(deleted, async (some) => {
    await tx.item.createMany({ data: some.map(({ item }) => item as never) });
    await tx.itemDraft.createMany({ data: some.flatMap(({ draft }) => (draft ? (draft as never) : [])) });
    await tx.itemEvent.createMany({ data: some.flatMap(({ events }) => events as never[]) });
    await tx.itemComment.createMany({ data: some.flatMap(({ comments }) => comments as never[]) });
  });
}
