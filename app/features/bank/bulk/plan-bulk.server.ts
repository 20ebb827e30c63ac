import { createHash } from 'node:crypto';
import type { Actor } from '#app/domain/identity/actor.ts';
import { decideBulk, type BulkAct, type BulkRefusal, type BulkRights } from '#app/domain/items/bulk.ts';
import { plainText } from '#app/platform/item-markdown.server.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';
import { countFaults } from '../count-faults.ts';
import { loadBulkRows, reader, type BulkRow } from './bulk.repo.server.ts';

/** So many items one act takes at most: one transaction must be done with them while others wait. */
export const MOST_AT_ONCE = 10_000;
/** Freezing and publishing write a row of text for each. */
export const MOST_TEXTS_AT_ONCE = 1_000;

export const mostOf = (act: BulkAct): number =>
  act.kind === 'submit' || act.kind === 'publish' || act.kind === 'delete' ? MOST_TEXTS_AT_ONCE : MOST_AT_ONCE;

/** An item that the act leaves out, and why. */
export interface LeftOut {
  readonly id: string;
  readonly prompt: string;
  readonly reason: BulkRefusal;
}

/** What a bulk act would do. */
export interface BulkPlan {
  readonly act: BulkAct;
  readonly doable: number;
  readonly leftOut: readonly LeftOut[];
  /** Names the items that it would take: doing it later asks for just these. */
  readonly seal: string;
}

export interface BulkOrder {
  readonly actor: Actor;
  readonly rights: Omit<BulkRights, 'accountId'>;
  readonly act: BulkAct;
  readonly ids: readonly string[];
}

export interface DecidedRows {
  readonly doable: readonly BulkRow[];
  readonly leftOut: readonly (Omit<LeftOut, 'prompt'> & { readonly row: BulkRow })[];
}

/** Which of the items the act takes as they stand now, each by its own rules. */
export async function decideRows(tx: Tx, { actor, rights, act, ids }: BulkOrder): Promise<DecidedRows> {
  const rows = await loadBulkRows(tx, ids);
  const decided = rows.map((row) => {
    const faults = row.body ? countFaults(row.body, row) : 1;
    return { row, reason: decideBulk(act, { ...row, faults }, { ...rights, accountId: actor.accountId }) };
  });
  return {
    doable: decided.flatMap(({ row, reason }) => (reason === undefined ? row : [])),
    leftOut: decided.flatMap(({ row, reason }) => (reason === undefined ? [] : { id: row.id, reason, row })),
  };
}

export const sealOf = (rows: readonly BulkRow[]): string =>
  createHash('sha256')
    .update(rows.map(({ id, stand }) => `${id} ${stand.status} ${stand.work} ${stand.revision ?? 0}`).join('\n'))
    .digest('hex');

/** Says what a bulk act would do, before it is done. Changes nothing. */
export async function planBulk(order: BulkOrder): Promise<BulkPlan> {
  const { doable, leftOut } = await decideRows(await reader(), order);
  return {
    act: order.act,
    doable: doable.length,
    leftOut: leftOut.map(({ id, reason, row }) => ({
      id,
      reason,
      prompt: plainText(row.body?.prompt ?? '').slice(0, 160),
    })),
    seal: sealOf(doable),
  };
}
