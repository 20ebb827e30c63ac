import type { Actor } from '#app/domain/identity/actor.ts';
import { can } from '#app/domain/identity/permissions.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import { tidy } from '#app/domain/kernel/text.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { isReason, request, type TransferRefusal } from '#app/domain/transfers/transfer.ts';
import { findUnitToJoin, getUnitIndex } from '#app/features/units/index.server.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { holdAlone } from '#app/platform/db/hold.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { findPerson } from './person.repo.server.ts';
import { createTransfer, hasWaiting } from './transfer.repo.server.ts';

interface RequestTransfer {
  readonly actor: Actor;
  /** Whose unit is wrong: the actor's own account, or that of somebody in a unit that the actor is in charge of. */
  readonly accountId: string;
  readonly toUnitId: string;
  readonly reason: string;
  readonly now: Instant;
}

/**
 * Asks for another unit. A person asks for themselves; whoever is in charge of their unit may ask for them, agrees for that unit by
 * asking, and the person has to confirm it. Nothing changes until both units have agreed.
 */
export async function requestTransfer(command: RequestTransfer): Promise<Result<string, TransferRefusal>> {
  const { actor, accountId, toUnitId, now } = command;
  const reason = tidy(command.reason);
  if (!isReason(reason)) return refuse('reason-missing');
  const [unit, index] = await Promise.all([findUnitToJoin({ unitId: toUnitId, now }), getUnitIndex(now)]);
  if (!unit) return refuse('unknown-unit');
  return inTransaction(async (tx) => {
    await holdAlone(tx, `transfer-of:${accountId}`);
    const person = await findPerson(tx, accountId);
    const isOwn = accountId === actor.accountId;
    const place = person && index.get(person.unitId);
    // why one answer: whether somebody elsewhere has an account is nobody's business.
    if (!person || (!isOwn && !(place && can(actor, 'decide-transfer', place)))) return refuse('unknown-person');
    if (await hasWaiting(tx, accountId)) return refuse('already-waiting');
    const asked = request({ accountId, fromUnitId: person.unitId, toUnitId, byId: actor.accountId, at: now });
    if (!asked.ok) return asked;
    const id = await createTransfer(tx, asked.value, reason, now);
    await recordAudit(tx, {
      at: now,
      actorId: actor.accountId,
      action: 'transfer.requested',
      subject: `account:${accountId}`,
      detail: { transfer: id, from: person.unitId, to: toUnitId },
    });
    return ok(id);
  });
}
