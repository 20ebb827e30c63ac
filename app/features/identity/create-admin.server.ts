import type { PasswordFault } from '#app/domain/identity/password-rule.ts';
import { signInNameOf } from '#app/domain/identity/sign-in-name.ts';
import { tidy } from '#app/domain/kernel/text.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { hashPassword } from '#app/platform/passwords.server.ts';
import { createAccount, findCredentials, findRootUnit, storeGrant, storePasswordHash } from './account.repo.server.ts';
import { checkPassword } from './check-password.server.ts';
import { closeAllSessions } from './session.repo.server.ts';

interface CreateAdmin {
  readonly signInName: string;
  readonly password: string;
  readonly fullName: string;
  readonly birthYear: number;
  readonly now: Instant;
}

/**
 * For the operator at the command line: an administrator of the whole tree. An account that exists gets the role and the new
 * password, and its sessions end; so this is also the way back in when the password is lost.
 * @returns whether the account is new, or why not: the name is no name to sign in with, the password is weak, no units are loaded
 */
export async function createAdmin({
  signInName: typedName,
  password,
  fullName,
  birthYear,
  now,
}: CreateAdmin): Promise<Result<{ accountId: string; isNew: boolean }, 'invalid' | 'unknown-unit' | PasswordFault>> {
  const signInName = signInNameOf(typedName);
  if (signInName === undefined) return refuse('invalid');
  const fault = await checkPassword(password, { fullName, signInName, birthYear, hasDuty: true });
  if (fault) return refuse(fault);
  const passwordHash = await hashPassword(password);
  return inTransaction(async (tx) => {
    const root = await findRootUnit(tx);
    if (!root) return refuse('unknown-unit');
    const existing = await findCredentials({ signInName }, tx);
    const account = { signInName, fullName: tidy(fullName), birthYear, unitId: root.id, passwordHash };
    const accountId = existing?.id ?? (await createAccount(tx, account, now));
    if (existing) {
      await storePasswordHash(tx, accountId, passwordHash);
      await closeAllSessions(tx, accountId);
    }
    await storeGrant(tx, { accountId, role: 'administrator', unitId: root.id }, now);
    await recordAudit(tx, {
      at: now,
      actorId: undefined,
      action: 'administrator.created',
      subject: `account:${accountId}`,
    });
    return ok({ accountId, isNew: !existing });
  });
}
