import type { Actor } from '#app/domain/identity/actor.ts';
import { can, canFromAbove } from '#app/domain/identity/permissions.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import { tidy } from '#app/domain/kernel/text.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import {
  agree,
  carryOut,
  close,
  confirm,
  isComplete,
  isReason,
  type Side,
  type Transfer,
  type TransferRefusal,
} from '#app/domain/transfers/transfer.ts';
import { forgetBoards } from '#app/features/results/index.server.ts';
import { findUnitToJoin, getUnitIndex } from '#app/features/units/index.server.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { holdAlone } from '#app/platform/db/hold.server.ts';
import { inTransaction, type Tx } from '#app/platform/db/transaction.server.ts';
import { moveEntries, planOf } from './move-entries.server.ts';
import { storeUnit } from './person.repo.server.ts';
import { findTransfer, storeTransfer, type StoredTransfer } from './transfer.repo.server.ts';

interface Acting {
  readonly actor: Actor;
  readonly transferId: string;
  readonly now: Instant;
}

/** What came of it: whether the change of unit has been carried out. */
type Acted = Result<{ readonly isDone: boolean }, TransferRefusal>;

/**
 * Agrees for the unit that the person leaves, or for the one that they go to. The last agreement carries the change out, in the same
 * transaction: account, entries, attempts and rankings.
 */
export async function agreeToTransfer(command: Acting & { readonly side: Side }): Promise<Acted> {
  const { actor, side, now } = command;
  return act(command, async (tx, transfer) => {
    const allowed = await mayDecide(actor, transfer, side, now);
    if (!allowed.ok) return allowed;
    const agreed = agree(transfer, side, { byId: actor.accountId, at: now });
    return agreed.ok ? settle(tx, command, transfer.id, agreed.value, `transfer.agreed-${side}`) : agreed;
  });
}

/** The person says yes to what somebody in charge of their unit asked for. */
export async function confirmTransfer(command: Acting): Promise<Acted> {
  return act(command, async (tx, transfer) => {
    const confirmed = confirm(transfer, command.actor.accountId);
    return confirmed.ok ? settle(tx, command, transfer.id, confirmed.value, 'transfer.confirmed') : confirmed;
  });
}

/** Refuses for one of the two units, and says why; nothing changes for the person. */
export async function refuseTransfer(command: Acting & { side: Side; reason: string }): Promise<Acted> {
  const reason = tidy(command.reason);
  if (!isReason(reason)) return refuse('reason-missing');
  return act(command, async (tx, transfer) => {
    const allowed = await mayDecide(command.actor, transfer, command.side, command.now);
    if (!allowed.ok) return allowed;
    const closed = close(transfer, 'refused');
    if (!closed.ok) return closed;
    await storeTransfer(tx, transfer.id, closed.value, { closedAt: command.now, refusedReason: reason });
    await record(tx, command, transfer, `transfer.refused-${command.side}`);
    return ok({ isDone: false });
  });
}

/** Takes a request back: the person, whoever asked, or somebody in charge of the unit that the person would leave. */
export async function withdrawTransfer(command: Acting): Promise<Acted> {
  const { actor, now } = command;
  return act(command, async (tx, transfer) => {
    const place = (await getUnitIndex(now)).get(transfer.fromUnitId);
    // why by the agreement too: once the person has confirmed, the manager who asked stands there alone.
    const asked = [transfer.accountId, transfer.requestedById].includes(actor.accountId);
    const isManager = transfer.from?.byId === actor.accountId && place && can(actor, 'decide-transfer', place);
    if (!asked && !isManager) return refuse('not-found');
    const closed = close(transfer, 'withdrawn');
    if (!closed.ok) return closed;
    await storeTransfer(tx, transfer.id, closed.value, { closedAt: now });
    await record(tx, command, transfer, 'transfer.withdrawn');
    return ok({ isDone: false });
  });
}

async function act({ transferId }: Acting, work: (tx: Tx, transfer: StoredTransfer) => Promise<Acted>): Promise<Acted> {
  const acted = await inTransaction(async (tx) => {
    await holdAlone(tx, `transfer:${transferId}`);
    const transfer = await findTransfer(tx, transferId);
    return transfer ? work(tx, transfer) : refuse('not-found');
  });
  if (acted.ok && acted.value.isDone) forgetBoards();
  return acted;
}

/** Whether the actor may speak for a unit; in their own case somebody above has to. */
async function mayDecide(
  actor: Actor,
  transfer: StoredTransfer,
  side: Side,
  now: Instant,
): Promise<Result<undefined, TransferRefusal>> {
  const place = (await getUnitIndex(now)).get(side === 'from' ? transfer.fromUnitId : transfer.toUnitId);
  if (!place || !can(actor, 'decide-transfer', place)) return refuse('forbidden');
  const isOwn = actor.accountId === transfer.accountId;
  return isOwn && !canFromAbove(actor, 'decide-transfer', place) ? refuse('own-transfer') : ok(undefined);
}

/** Stores an agreement; where it was the last one, carries the change out. */
async function settle(tx: Tx, command: Acting, id: string, transfer: Transfer, action: string): Promise<Acted> {
  const { now } = command;
  const plan = isComplete(transfer) ? await planOf(tx, transfer, now) : undefined;
  // why before anything is stored: a refusal keeps nothing.
  if (plan?.isRunning === true) return refuse('attempt-running');
  await record(tx, command, { ...transfer, id }, action);
  if (!plan) {
    await storeTransfer(tx, id, transfer);
    return ok({ isDone: false });
  }
  const { accountId, fromUnitId, toUnitId } = transfer;
  if (!(await findUnitToJoin({ unitId: toUnitId, now }))) return stop(tx, command, id, transfer, 'unknown-unit');
  if (!(await storeUnit(tx, accountId, fromUnitId, toUnitId))) return stop(tx, command, id, transfer, 'unit-changed');
  const attempts = await moveEntries(tx, transfer, plan, now);
  const moved = JSON.stringify({ moves: plan.moves, stays: plan.stays });
  await storeTransfer(tx, id, carryOut(transfer), { closedAt: now, moved });
  const detail = { transfer: id, from: fromUnitId, to: toUnitId, contests: plan.moves.length, attempts };
  const done = { at: now, actorId: command.actor.accountId, action: 'transfer.carried-out' };
  await recordAudit(tx, { ...done, subject: `account:${accountId}`, detail });
  return ok({ isDone: true });
}

/** What can no longer be carried out, as the tree or the person's unit has changed, ends here, so that another request can be made. */
async function stop(
  tx: Tx,
  command: Acting,
  id: string,
  transfer: Transfer,
  why: 'unknown-unit' | 'unit-changed',
): Promise<Acted> {
  const closed = close(transfer, 'withdrawn');
  if (closed.ok) await storeTransfer(tx, id, closed.value, { closedAt: command.now });
  await record(tx, command, { ...transfer, id }, 'transfer.void');
  return refuse(why);
}

async function record(
  tx: Tx,
  { actor, now }: Acting,
  { id, accountId }: { id: string; accountId: string },
  action: string,
): Promise<void> {
  const subject = `account:${accountId}`;
  await recordAudit(tx, { at: now, actorId: actor.accountId, action, subject, detail: { transfer: id } });
}
