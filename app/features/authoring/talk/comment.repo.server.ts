import type { ItemField } from '#app/domain/items/finding.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { database } from '#app/platform/db/client.server.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';

/** A comment as it stands beside the text. */
export interface CommentLine {
  readonly id: string;
  readonly versionId: string | undefined;
  readonly authorId: string;
  /** Empty for the whole. */
  readonly field: ItemField | '';
  readonly text: string;
  readonly at: Instant;
  readonly resolvedAt: Instant | undefined;
  readonly resolvedById: string | undefined;
}

export async function addComment(
  tx: Tx,
  comment: {
    itemId: string;
    versionId: string | undefined;
    authorId: string;
    field: ItemField | '';
    text: string;
    at: Instant;
  },
): Promise<void> {
  const { at, versionId, ...rest } = comment;
  await tx.itemComment.create({ data: { ...rest, versionId: versionId ?? null, at: new Date(at) } });
}

/** @returns false where there is no such comment of this item, or it is resolved already */
export async function markResolved(
  tx: Tx,
  comment: { id: string; itemId: string },
  by: string,
  at: Instant,
): Promise<boolean> {
  const { count } = await tx.itemComment.updateMany({
    where: { ...comment, resolvedAt: null },
    data: { resolvedAt: new Date(at), resolvedById: by },
  });
  return count === 1;
}

/** Comments of an item, the oldest first. */
export async function listComments(itemId: string): Promise<CommentLine[]> {
  const rows = await (
    await database()
  ).itemComment.findMany({ where: { itemId }, orderBy: [{ at: 'asc' }, { id: 'asc' }] });
  return rows.map((row) => ({
    id: row.id,
    versionId: row.versionId ?? undefined,
    authorId: row.authorId,
    field: row.field as CommentLine['field'],
    text: row.text,
    at: row.at.getTime(),
    resolvedAt: row.resolvedAt?.getTime(),
    resolvedById: row.resolvedById ?? undefined,
  }));
}
