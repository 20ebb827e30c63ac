import type { Actor } from '#app/domain/identity/actor.ts';
import type { RefusalCode } from '#app/domain/kernel/refusal.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { marksOf } from '#app/features/items/index.server.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { inTransaction, type Tx } from '#app/platform/db/transaction.server.ts';
import {
  addEvents,
  dropDrafts,
  groupByValue,
  loadBulkRows,
  setColumns,
  setDraftPlaces,
  setTextMarks,
  type ItemColumns,
} from '../bulk/bulk.repo.server.ts';
import { makeAgain } from '../bulk/delete-drafts.repo.server.ts';
import type { BatchKind, ChangedItem, KeptDraft } from './batch-before.ts';
import { deleteItems, loadBatch, markUndone, putDrafts } from './batch.repo.server.ts';
import { planUndo, type UndoPlan } from './plan-undo.server.ts';

/** What came of undoing. */
export interface Undone {
  /** Items that stand as before. */
  readonly undone: number;
  /** Imported items that papers have been drawn from: taken out of use instead of deleted. */
  readonly retired: number;
  /** Items that were left as they are, as somebody has worked at them since. */
  readonly left: number;
}

/**
 * Takes back an act on many items of the actor's own. Items that somebody has changed since keep their change: with any of them
 * it is refused ("changed-since") unless the person has asked for the rest.
 */
export async function undoBatch(order: {
  actor: Actor;
  batchId: string;
  onlyRest: boolean;
  now: Instant;
}): Promise<Result<Undone, RefusalCode>> {
  const { actor, batchId, onlyRest, now } = order;
  return inTransaction(async (tx): Promise<Result<Undone, RefusalCode>> => {
    const batch = await loadBatch(tx, batchId, actor.accountId);
    if (!batch) return refuse('not-found');
    if (batch.undoneAt !== undefined) return refuse('already-undone');
    const plan = await planUndo(tx, batch);
    if (plan.left.length > 0 && !onlyRest) return refuse('changed-since');
    if (!(await markUndone(tx, batchId, actor.accountId, now))) return refuse('already-undone');
    await takeBack(tx, batch.kind, plan, { actorId: actor.accountId, batchId, at: now });
    const undone = plan.changed.length + plan.deleted.length + plan.removable.length;
    const counts = { undone, retired: plan.used.length, left: plan.left.length };
    await recordAudit(tx, {
      at: now,
      actorId: actor.accountId,
      action: 'items.batch.undone',
      subject: `batch:${batchId}`,
      detail: counts,
    });
    return ok(counts);
  });
}

interface UndoingAct {
  readonly actorId: string;
  readonly batchId: string;
  readonly at: Instant;
}

/** How the history of an item calls the undoing of an act. */
const EVENT: Partial<Record<BatchKind, string>> = {
  retire: 'restored',
  restore: 'retired',
  submit: 'withdrawn',
  publish: 'withdrawn',
  import: 'edited',
};

async function takeBack(tx: Tx, kind: BatchKind, plan: UndoPlan, act: UndoingAct): Promise<void> {
  await bringBack(tx, plan.changed);
  await makeAgain(tx, plan.deleted);
  await deleteItems(tx, plan.removable);
  await setColumns(tx, plan.used, { status: 'retired', isEdited: true });
  if (kind === 'addTag' || kind === 'removeTag' || kind === 'import') {
    for (const { id, body, tags } of await loadBulkRows(
      tx,
      plan.changed.map((item) => item.id),
    )) {
      if (!body) continue;
      await setTextMarks(tx, id, marksOf(id, body, { tags }));
    }
  }
  const detail = { undoes: act.batchId };
  await addEvents(
    tx,
    [
      ...plan.changed.map(({ id, was, became }) => ({
        itemId: id,
        kind: EVENT[kind] ?? 'moved',
        versionId: was.reviewVersionId ?? was.currentVersionId,
        detail: EVENT[kind] ? detail : { ...detail, was: became, is: was },
      })),
      ...plan.used.map((id) => ({ itemId: id, kind: 'retired', detail })),
    ],
    act,
  );
}

/** Gives items the columns and the drafts that they had. */
async function bringBack(tx: Tx, changed: readonly ChangedItem[]): Promise<void> {
  const columns = new Map(changed.map(({ id, was: { revision: _, ...was } }) => [id, JSON.stringify(was)]));
  for (const [json, ids] of groupByValue(columns)) await setColumns(tx, ids, JSON.parse(json) as ItemColumns);
  const made = changed.filter(({ was, became }) => was.revision === null && became.revision !== null);
  await dropDrafts(
    tx,
    made.map(({ id }) => id),
  );
  const texts = new Map<string, KeptDraft>();
  const places = new Map<string, string>();
  for (const { id, draft, draftPlace, became } of changed) {
    // why a higher number: a draft that somebody has open from before must not be saved over this one unawares.
    const revision = Math.max(draft?.revision ?? 0, became.revision ?? 0) + 1;
    if (draft) texts.set(id, { ...draft, revision });
    else if (draftPlace !== undefined) places.set(id, draftPlace);
  }
  await putDrafts(tx, texts);
  await setDraftPlaces(tx, places);
}
