import { actText, type LoggedAct } from '#app/domain/audit/canonical.ts';
import { mentionsText, type Mention } from '#app/domain/audit/mentions.ts';
import { now } from '#app/platform/clock.server.ts';
import { keyedHash } from '#app/platform/sealed-field.server.ts';
import type { Prisma } from '#prisma/generated/sqlite/client.ts';
import { RowSeals } from './row-seals.server.ts';
import { orderedId } from './uuid.server.ts';
import { watchWrites } from './watch-writes.server.ts';

type Tx = Prisma.TransactionClient;

/** An act on its way into the log. */
export interface PendingAct {
  readonly at: Date;
  readonly actorId: string | null;
  readonly action: string;
  readonly subject: string;
  readonly detail: Readonly<Record<string, string | number | boolean>>;
}

interface Pending {
  readonly acts: PendingAct[];
  readonly seals: RowSeals;
}

/** So many rows are mentioned in the act that wrote them; more stand in acts of their own. */
const MOST_IN_ACT = 12;
const MOST_IN_ENTRY = 200;

const pendingOf = new WeakMap<object, Pending>();

/** The client that the acts of a transaction get: what they write is noted for sealing. */
export function openActs(tx: Tx): Tx {
  const seals = new RowSeals(tx);
  const watched = watchWrites(tx, seals);
  pendingOf.set(watched, { acts: [], seals });
  return watched;
}

/** The seals of a transaction that is under way. */
export function sealsOf(tx: Tx): RowSeals {
  const pending = pendingOf.get(tx);
  if (!pending) throw new Error('seals are written by transactions alone');
  return pending.seals;
}

/** Takes an act, to be written when the work of its transaction is done: only then is known how it left the rows. */
export function takeAct(tx: Tx, act: PendingAct): void {
  const pending = pendingOf.get(tx);
  if (!pending) throw new Error('acts are recorded in transactions alone');
  pending.acts.push(act);
}

/** Writes the seals and the acts of a transaction whose work is done, in three statements whatever it did. */
export async function closeActs(watched: Tx, tx: Tx): Promise<void> {
  const pending = pendingOf.get(watched);
  if (!pending) return;
  const mentions = await pending.seals.write(new Date(now()));
  const acts = mentioning(pending.acts, mentions);
  if (acts.length > 0) await tx.auditEntry.createMany({ data: acts.map(rowOf) });
}

/**
 * Acts with what they did to rows. why in the log: without it somebody who holds the database could put back how a row was, with
 * the seal of that time, or take away both.
 */
function mentioning(acts: readonly PendingAct[], mentions: readonly Mention[]): PendingAct[] {
  const last = acts.at(-1);
  if (mentions.length === 0) return [...acts];
  if (last && mentions.length <= MOST_IN_ACT) {
    const detail = { ...last.detail, rows: mentionsText(mentions) };
    return [...acts.slice(0, -1), { ...last, detail }];
  }
  const at = last?.at ?? new Date(now());
  const entries: PendingAct[] = [];
  for (let from = 0; from < mentions.length; from += MOST_IN_ENTRY) {
    const rows = mentionsText(mentions.slice(from, from + MOST_IN_ENTRY));
    const subject = last?.subject ?? 'rows';
    entries.push({ at, actorId: last?.actorId ?? null, action: 'rows.sealed', subject, detail: { rows } });
  }
  return [...acts, ...entries];
}

function rowOf({ detail, ...act }: PendingAct): LoggedAct & { readonly mac: string } {
  const row = { id: orderedId(), ...act, detail: JSON.stringify(detail) };
  return { ...row, mac: keyedHash('audit', actText(row)) };
}
