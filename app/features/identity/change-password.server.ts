import type { Actor } from '#app/domain/identity/actor.ts';
import type { PasswordFault } from '#app/domain/identity/password-rule.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { TooBusyError } from '#app/platform/fair-queue.server.ts';
import { hashPassword, passwordMatches } from '#app/platform/passwords.server.ts';
import { findCredentials, storePasswordHash } from './account.repo.server.ts';
import { checkPasswordOf } from './check-password.server.ts';
import { closeAllSessions, openSession } from './session.repo.server.ts';
import { triesByName } from './throttles.server.ts';

interface ChangePassword {
  readonly actor: Actor;
  readonly currentPassword: string;
  readonly newPassword: string;
  readonly now: Instant;
}

/**
 * Changes the own password. Every session of the person ends, and this browser gets a new one.
 * @returns the new session, or why not; wrong-credentials: the current password is not right
 */
export async function changePassword({
  actor,
  currentPassword,
  newPassword,
  now,
}: ChangePassword): Promise<
  Result<{ sessionId: string }, 'wrong-credentials' | 'too-many-tries' | 'busy' | PasswordFault>
> {
  const account = await findCredentials({ id: actor.accountId });
  if (!account) return refuse('wrong-credentials');
  const fault = await checkPasswordOf(newPassword, account, now);
  if (fault) return refuse(fault);
  if (!(await triesByName.take(account.signInName))) return refuse('too-many-tries');
  const exchanged = await exchange(currentPassword, account.passwordHash, newPassword);
  if (!exchanged.ok) return exchanged;
  await triesByName.forgive(account.signInName);
  return inTransaction(async (tx) => {
    await storePasswordHash(tx, account.id, exchanged.value);
    await closeAllSessions(tx, account.id);
    const sessionId = await openSession(tx, account.id, now, { steppedUpAt: now });
    await recordAudit(tx, {
      at: now,
      actorId: account.id,
      action: 'password.changed',
      subject: `account:${account.id}`,
    });
    return ok({ sessionId });
  });
}

/** The hash of the new password, for who knows the current one. */
async function exchange(
  current: string,
  currentHash: string,
  next: string,
): Promise<Result<string, 'wrong-credentials' | 'busy'>> {
  try {
    return (await passwordMatches(current, currentHash)) ? ok(await hashPassword(next)) : refuse('wrong-credentials');
  } catch (error) {
    if (error instanceof TooBusyError) return refuse('busy');
    throw error;
  }
}
