import type { Actor } from '#app/domain/identity/actor.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { reviveMessage } from './message.repo.server.ts';

/** Lets a message that has failed be tried again. Whoever calls asks for the right to do so first. */
export const resendMessage = ({
  actor,
  messageId,
  now,
}: {
  actor: Actor;
  messageId: string;
  now: Instant;
}): Promise<Result<undefined, 'message-not-failed'>> =>
  inTransaction(async (tx) => {
    if (!(await reviveMessage(tx, messageId, now))) return refuse('message-not-failed');
    const { accountId: actorId } = actor;
    await recordAudit(tx, { at: now, actorId, action: 'message.resent', subject: `message:${messageId}` });
    return ok(undefined);
  });
