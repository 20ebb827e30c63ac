import { ok, refuse, type Result } from '../kernel/result.ts';
import type { Instant } from '../kernel/time.ts';

/** The unit that a person leaves, or the one that they go to. */
export type Side = 'from' | 'to';

/** Who agreed for a unit, and when. */
export interface Agreement {
  readonly byId: string;
  readonly at: Instant;
}

export type TransferState = 'waiting' | 'approved' | 'refused' | 'withdrawn';

/** A request to correct a wrongly chosen unit, as it stands. */
export interface Transfer {
  readonly accountId: string;
  readonly fromUnitId: string;
  readonly toUnitId: string;
  /** The person, who asked or has confirmed what a manager asked for; until then that manager. */
  readonly requestedById: string;
  readonly state: TransferState;
  readonly from: Agreement | undefined;
  readonly to: Agreement | undefined;
}

/** Why nothing came of an act on a transfer. */
export type TransferRefusal =
  | 'forbidden'
  | 'not-found'
  | 'unknown-unit'
  | 'unknown-person'
  | 'same-unit'
  | 'reason-missing'
  | 'already-waiting'
  | 'closed'
  | 'agreed-already'
  | 'own-transfer'
  | 'attempt-running'
  | 'unit-changed';

type Acted = Result<Transfer, TransferRefusal>;

export const REASON_MIN = 5;
export const REASON_MAX = 500;

/** A reason that says something, tidied by the caller. */
export const isReason = (reason: string): boolean => reason.length >= REASON_MIN && reason.length <= REASON_MAX;

/** Whether the person wants it: they asked, or said yes to what a manager asked for. */
export const isConfirmed = ({ requestedById, accountId }: Transfer): boolean => requestedById === accountId;

/** Whether the person and both units have agreed: then it is carried out. */
export const isComplete = (transfer: Transfer): boolean =>
  transfer.state === 'waiting' && isConfirmed(transfer) && transfer.from !== undefined && transfer.to !== undefined;

/** A new request. A manager who asks has agreed for the unit that the person leaves. */
export function request(asked: {
  accountId: string;
  fromUnitId: string;
  toUnitId: string;
  byId: string;
  at: Instant;
}): Acted {
  const { accountId, fromUnitId, toUnitId, byId, at } = asked;
  if (fromUnitId === toUnitId) return refuse('same-unit');
  const from = byId === accountId ? undefined : { byId, at };
  return ok({ accountId, fromUnitId, toUnitId, requestedById: byId, state: 'waiting', from, to: undefined });
}

/** One unit agrees. Who has rights over both agrees for each of them. */
export function agree(transfer: Transfer, side: Side, agreement: Agreement): Acted {
  if (transfer.state !== 'waiting') return refuse('closed');
  if (transfer[side] !== undefined) return refuse('agreed-already');
  return ok({ ...transfer, [side]: agreement });
}

/** The person says yes to what a manager asked for. */
export function confirm(transfer: Transfer, byId: string): Acted {
  if (byId !== transfer.accountId) return refuse('not-found');
  if (transfer.state !== 'waiting') return refuse('closed');
  if (isConfirmed(transfer)) return refuse('agreed-already');
  return ok({ ...transfer, requestedById: byId });
}

/** It ends without effect: refused by one of the units, withdrawn by the person or by the manager who asked. */
export function close(transfer: Transfer, state: 'refused' | 'withdrawn'): Acted {
  return transfer.state === 'waiting' ? ok({ ...transfer, state }) : refuse('closed');
}

/** It has been carried out. @throws for one that is not complete: that is a fault of the caller */
export function carryOut(transfer: Transfer): Transfer {
  if (!isComplete(transfer)) throw new Error('a transfer that not all have agreed to was carried out');
  return { ...transfer, state: 'approved' };
}
