import { randomUUID } from 'node:crypto';
import type { RefusalCode } from '#app/domain/kernel/refusal.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { inTransaction, type Tx } from '#app/platform/db/transaction.server.ts';
import type { BatchBefore, ChangedItem, ItemStand } from '../batches/batch-before.ts';
import { addBatch } from '../batches/batch.repo.server.ts';
import { deleteDrafts } from './delete-drafts.repo.server.ts';
import { addEvents, loadStands, setColumns, type BulkRow } from './bulk.repo.server.ts';
import { changePlaces } from './change-places.server.ts';
import { freezeTexts, publishTexts } from './freeze-texts.server.ts';
import type { KeptOfItems, RunningAct } from './running-act.ts';
import { decideRows, mostOf, sealOf, type BulkOrder } from './plan-bulk.server.ts';

/** What was done. */
export interface BulkDone {
  readonly batchId: string;
  readonly size: number;
}

/**
 * Does an act on those of the items that may have it, in one transaction, and keeps what undoing needs. Refused: nothing to do,
 * too many at once, and items that have changed since the person saw what would be done (`seal`).
 */
export async function runBulk(
  order: BulkOrder & { readonly seal: string; readonly now: Instant },
): Promise<Result<BulkDone, RefusalCode>> {
  const { actor, act, now } = order;
  if (order.ids.length > mostOf(act)) return refuse('too-many-items');
  const running: RunningAct = { act, actorId: actor.accountId, batchId: randomUUID(), at: now };
  return inTransaction(async (tx): Promise<Result<BulkDone, RefusalCode>> => {
    const { doable } = await decideRows(tx, order);
    if (doable.length === 0) return refuse('nothing-to-do');
    if (sealOf(doable) !== order.seal) return refuse('bank-changed');
    const before = await doAct(tx, running, doable);
    const size = doable.length;
    await addBatch(tx, { id: running.batchId, kind: act.kind, actorId: actor.accountId, at: now, size, before });
    await recordAudit(tx, {
      at: now,
      actorId: actor.accountId,
      action: `items.bulk.${act.kind}`,
      subject: `batch:${running.batchId}`,
      detail: { items: size },
    });
    return ok({ batchId: running.batchId, size });
  });
}

async function doAct(tx: Tx, running: RunningAct, rows: readonly BulkRow[]): Promise<BatchBefore> {
  const { act } = running;
  if (act.kind === 'delete') {
    return {
      created: [],
      changed: [],
      deleted: await deleteDrafts(
        tx,
        rows.map(({ id }) => id),
      ),
    };
  }
  const kept = await changeRows(tx, running, rows);
  const became = await loadStands(
    tx,
    rows.map(({ id }) => id),
  );
  const changed = rows.map((row): ChangedItem => {
    const was: ItemStand = row.stand;
    return { id: row.id, was, became: became.get(row.id) ?? was, ...kept.get(row.id) };
  });
  return { created: [], changed, deleted: [] };
}

async function changeRows(tx: Tx, running: RunningAct, rows: readonly BulkRow[]): Promise<KeptOfItems> {
  switch (running.act.kind) {
    case 'submit':
      return freezeTexts(tx, running, rows);
    case 'publish':
      return publishTexts(tx, running, rows);
    case 'retire':
    case 'restore':
      return setStatuses(tx, running, rows);
    default:
      return changePlaces(tx, running, rows);
  }
}

async function setStatuses(tx: Tx, running: RunningAct, rows: readonly BulkRow[]): Promise<KeptOfItems> {
  const isRetiring = running.act.kind === 'retire';
  const columns = { status: isRetiring ? 'retired' : 'published', isEdited: true } as const;
  await setColumns(
    tx,
    rows.map(({ id }) => id),
    columns,
  );
  const kind = isRetiring ? 'retired' : 'restored';
  await addEvents(
    tx,
    rows.map(({ id, stand }) => ({ itemId: id, kind, versionId: stand.currentVersionId })),
    running,
  );
  return new Map();
}
