import type { PasswordFault } from '#app/domain/identity/password-rule.ts';
import { signInNameOf } from '#app/domain/identity/sign-in-name.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { hashPassword } from '#app/platform/passwords.server.ts';
import { findCredentials, storePasswordHash } from './account.repo.server.ts';
import { checkPasswordOf } from './check-password.server.ts';
import { closeAllSessions } from './session.repo.server.ts';

interface ResetPassword {
  readonly signInName: string;
  readonly password: string;
  readonly now: Instant;
}

/**
 * For the operator at the command line, after the organizers have checked who is asking: a new password for an account. Every
 * session of the person ends.
 * @returns why not: nobody has this name, or the password is weak
 */
export async function resetPassword({
  signInName: typedName,
  password,
  now,
}: ResetPassword): Promise<Result<undefined, 'not-found' | PasswordFault>> {
  const signInName = signInNameOf(typedName);
  const account = signInName === undefined ? undefined : await findCredentials({ signInName });
  if (!account) return refuse('not-found');
  const fault = await checkPasswordOf(password, account, now);
  if (fault) return refuse(fault);
  const passwordHash = await hashPassword(password);
  await inTransaction(async (tx) => {
    await storePasswordHash(tx, account.id, passwordHash);
    await closeAllSessions(tx, account.id);
    const subject = `account:${account.id}`;
    await recordAudit(tx, { at: now, actorId: undefined, action: 'password.reset', subject });
  });
  return ok(undefined);
}
