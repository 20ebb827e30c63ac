import type { Actor } from '#app/domain/identity/actor.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { closeSession } from './session.repo.server.ts';

/** Ends one session, on this device only. Signing out twice is fine. */
export async function signOut({
  actor,
  sessionId,
  now,
}: {
  actor: Actor;
  sessionId: string;
  now: Instant;
}): Promise<void> {
  await inTransaction(async (tx) => {
    await closeSession(tx, sessionId);
    const subject = `account:${actor.accountId}`;
    await recordAudit(tx, { at: now, actorId: actor.accountId, action: 'session.closed', subject });
  });
}
