import type { Actor } from '#app/domain/identity/actor.ts';
import { plainText } from '#app/platform/item-markdown.server.ts';
import { loadBulkRows, reader } from '../bulk/bulk.repo.server.ts';
import { findBatchRow, listBatchRows, loadBatch, type BatchRow } from './batch.repo.server.ts';
import { planUndo } from './plan-undo.server.ts';

const MOST_SHOWN = 30;

/** The person's own newest acts on many items. */
export const listBatches = (actor: Actor): Promise<BatchRow[]> => listBatchRows(actor.accountId, MOST_SHOWN);

/** One own act; undefined for those of others. */
export const findBatch = (id: string, actor: Actor): Promise<BatchRow | undefined> => findBatchRow(id, actor.accountId);

/** What stands in the way of undoing an own act. */
export interface UndoObstacles {
  readonly batch: BatchRow;
  /** How many items can be brought back. */
  readonly rest: number;
  /** Items that were changed since, by name. */
  readonly left: readonly { readonly id: string; readonly prompt: string }[];
}

/** What undoing an own act would leave as it is, and why a person should know before. */
export async function getUndoObstacles(id: string, actor: Actor): Promise<UndoObstacles | undefined> {
  const tx = await reader();
  const batch = await loadBatch(tx, id, actor.accountId);
  if (!batch) return undefined;
  const plan = await planUndo(tx, batch);
  const rows = new Map((await loadBulkRows(tx, plan.left)).map((row) => [row.id, row]));
  const { before: _, ...row } = batch;
  return {
    batch: row,
    rest: plan.changed.length + plan.deleted.length + plan.removable.length + plan.used.length,
    left: plan.left.map((each) => ({ id: each, prompt: plainText(rows.get(each)?.body?.prompt ?? '').slice(0, 160) })),
  };
}
