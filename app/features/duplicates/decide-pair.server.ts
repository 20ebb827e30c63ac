import type { Actor } from '#app/domain/identity/actor.ts';
import { can } from '#app/domain/identity/permissions.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import { tidy } from '#app/domain/kernel/text.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { isReason } from '#app/domain/proposals/proposal.ts';
import { getTopUnit } from '#app/features/units/index.server.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { findPair, storeDifferent } from './pair.repo.server.ts';

/** Says that two accounts are two people, so that they are not asked about again. */
export async function keepApart(command: {
  actor: Actor;
  pairId: string;
  reason: string;
  now: Instant;
}): Promise<Result<undefined, 'forbidden' | 'not-found' | 'reason-missing' | 'pair-decided'>> {
  const { actor, pairId, now } = command;
  const reason = tidy(command.reason);
  if (!can(actor, 'merge-accounts', (await getTopUnit(now))?.path ?? '')) return refuse('forbidden');
  if (!isReason(reason)) return refuse('reason-missing');
  return inTransaction(async (tx) => {
    const pair = await findPair(tx, pairId);
    if (!pair) return refuse('not-found');
    const decision = { actorId: actor.accountId, reason, at: now };
    if (!(await storeDifferent(tx, pairId, decision))) return refuse('pair-decided');
    const { firstId, secondId } = pair;
    const detail = { first: firstId, second: secondId };
    const subject = `duplicate:${pairId}`;
    await recordAudit(tx, { at: now, actorId: actor.accountId, action: 'duplicate.kept-apart', subject, detail });
    return ok(undefined);
  });
}
