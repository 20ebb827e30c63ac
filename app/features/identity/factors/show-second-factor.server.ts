import type { Actor } from '#app/domain/identity/actor.ts';
import { refuse, ok, type Result } from '#app/domain/kernel/result.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { renewSession } from '../session.repo.server.ts';
import { takeCode, type CodeRefusal } from './take-code.server.ts';

interface ShowSecondFactor {
  readonly actor: Actor;
  readonly sessionId: string;
  /** What the person typed: the code of an authenticator app, or a spare code. */
  readonly typed: string;
  readonly now: Instant;
}

/** The second step of signing in, by a code. The session gets a new id, and gives the person's roles from now on. */
export async function showSecondFactor({
  actor: { accountId },
  sessionId,
  typed,
  now,
}: ShowSecondFactor): Promise<Result<{ sessionId: string }, CodeRefusal | 'signed-out'>> {
  const taken = await takeCode({ accountId, typed, now }, async (tx, kind) => {
    const renewed = await renewSession(tx, sessionId, now, { secondFactorAt: now });
    const subject = `account:${accountId}`;
    await recordAudit(tx, { at: now, actorId: accountId, action: 'second-factor.shown', subject, detail: { kind } });
    return renewed;
  });
  if (!taken.ok) return taken;
  return taken.value === undefined ? refuse('signed-out') : ok({ sessionId: taken.value });
}
