import type { Actor } from '#app/domain/identity/actor.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { closeOtherSessions } from '../session.repo.server.ts';
import { closeByHandle } from './session-list.repo.server.ts';

/** Signs the person out of one of the own sessions, which its handle names. Those of others are not found. */
export async function endSession({
  actor: { accountId },
  handle,
  now,
}: {
  readonly actor: Actor;
  readonly handle: string;
  readonly now: Instant;
}): Promise<Result<undefined, 'not-found'>> {
  return inTransaction(async (tx) => {
    if (!(await closeByHandle(tx, accountId, handle))) return refuse('not-found');
    await recordAudit(tx, {
      at: now,
      actorId: accountId,
      action: 'session.closed',
      subject: `account:${accountId}`,
    });
    return ok(undefined);
  });
}

/** Signs the person out everywhere but here. @returns how many sessions ended */
export async function endOtherSessions({
  actor: { accountId },
  sessionId,
  now,
}: {
  readonly actor: Actor;
  readonly sessionId: string;
  readonly now: Instant;
}): Promise<number> {
  return inTransaction(async (tx) => {
    const ended = await closeOtherSessions(tx, accountId, sessionId);
    await recordAudit(tx, {
      at: now,
      actorId: accountId,
      action: 'sessions.closed',
      subject: `account:${accountId}`,
      detail: { sessions: ended },
    });
    return ended;
  });
}
