import type { Actor } from '#app/domain/identity/actor.ts';
import { hasFactor, mayRemoveFactor } from '#app/domain/identity/second-factor.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { holdAlone } from '#app/platform/db/hold.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { closeAllSessions, closeOtherSessions } from '../session.repo.server.ts';
import { findFactors, removePasskeys, removeSpareCodes, removeTotp } from './factor.repo.server.ts';

interface RemoveFactor {
  readonly actor: Actor;
  readonly sessionId: string;
  readonly factor: 'totp' | { readonly passkeyId: string };
  readonly now: Instant;
}

/**
 * Removes an authenticator app or a passkey of the own account. All other sessions end: who had signed in with it is out.
 * @returns why not: last-factor for people with roles, not-found
 */
export async function removeFactor({
  actor: { accountId },
  sessionId,
  factor,
  now,
}: RemoveFactor): Promise<Result<undefined, 'last-factor' | 'not-found'>> {
  return inTransaction(async (tx) => {
    // why: of two removals at once, each of which would leave one factor, the second must see what the first has left.
    await holdAlone(tx, `factors:${accountId}`);
    const state = await findFactors(accountId, tx);
    const isOwn =
      factor === 'totp' ? state?.factors.hasTotp : state?.passkeys.some(({ id }) => id === factor.passkeyId);
    if (!state || !isOwn) return refuse('not-found');
    if (!mayRemoveFactor(state.factors, state.hasRoles)) return refuse('last-factor');
    if (factor === 'totp') await removeTotp(tx, accountId);
    else await removePasskeys(tx, accountId, factor.passkeyId);
    const left = await findFactors(accountId, tx);
    if (left && !hasFactor(left.factors)) await removeSpareCodes(tx, accountId);
    await closeOtherSessions(tx, accountId, sessionId);
    const action = factor === 'totp' ? 'totp.removed' : 'passkey.removed';
    await recordAudit(tx, { at: now, actorId: accountId, action, subject: `account:${accountId}` });
    return ok(undefined);
  });
}

/**
 * Takes every second factor of a person away who has lost them all, after somebody has checked who asks. Every session ends, and
 * the next sign-in leads to setting up a new one. Whether the actor may is asked before.
 * @param actorId undefined at the command line
 */
export async function resetSecondFactor({
  accountId,
  actorId,
  reason,
  now,
}: {
  readonly accountId: string;
  readonly actorId?: string | undefined;
  readonly reason?: string | undefined;
  readonly now: Instant;
}): Promise<Result<undefined, 'not-found'>> {
  return inTransaction(async (tx) => {
    if (!(await findFactors(accountId, tx))) return refuse('not-found');
    await removeTotp(tx, accountId);
    await removePasskeys(tx, accountId);
    await removeSpareCodes(tx, accountId);
    await closeAllSessions(tx, accountId);
    await recordAudit(tx, {
      at: now,
      actorId,
      action: 'second-factor.reset',
      subject: `account:${accountId}`,
      ...(reason === undefined ? {} : { detail: { reason } }),
    });
    return ok(undefined);
  });
}
