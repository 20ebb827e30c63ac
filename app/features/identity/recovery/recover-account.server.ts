import type { PasswordFault } from '#app/domain/identity/password-rule.ts';
import { cleanRecoveryCode, isLive, isRecoveryCodeShaped } from '#app/domain/identity/recovery-code.ts';
import { signInNameOf } from '#app/domain/identity/sign-in-name.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { inTransaction, type Tx } from '#app/platform/db/transaction.server.ts';
import { hashPassword } from '#app/platform/passwords.server.ts';
import { recoveryMessages } from '#app/text/recovery-messages.ts';
import { queueMessage } from '../../messages/index.server.ts';
import { findCredentials, findNames, storePasswordHash, type Credentials } from '../account.repo.server.ts';
import { checkPasswordOf } from '../check-password.server.ts';
import { findPerson } from '../people/person.repo.server.ts';
import { closeAllSessions, openSession } from '../session.repo.server.ts';
import { triesByName } from '../throttles.server.ts';
import { atLeast } from './at-least.server.ts';
import { isThatCode } from './make-code.server.ts';
import { countTry, findNewestCode, spendCode, type StoredCode } from './one-time-code.repo.server.ts';
import { verifiedEmail } from './own-email.server.ts';
import { codeTriesByAddress, codeTriesByName } from './recovery-throttles.server.ts';

interface Recover {
  readonly form: { readonly signInName: string; readonly code: string; readonly password: string };
  readonly clientAddress: string;
  readonly now: Instant;
}

const FLOOR_MS = 400;

/**
 * Sets a new password by a code. All sessions of the person end, and this browser gets one; roles stay held back until the
 * second factor is shown. An unknown name, a wrong code and one that is over are one refusal, which comes as late as any other.
 */
export async function recoverAccount({
  form,
  clientAddress,
  now,
}: Recover): Promise<
  Result<{ accountId: string; sessionId: string }, 'wrong-code' | 'too-many-tries' | PasswordFault>
> {
  if (!(await codeTriesByAddress.take(clientAddress))) return refuse('too-many-tries');
  const signInName = signInNameOf(form.signInName);
  if (signInName === undefined) return refuse('wrong-code');
  if (!(await codeTriesByName.take(signInName))) return refuse('too-many-tries');
  const found = await atLeast(FLOOR_MS, () => findMatch(signInName, form.code, now));
  if (!found) return refuse('wrong-code');
  const { account, code } = found;
  const fault = await checkPasswordOf(form.password, account, now);
  if (fault) return refuse(fault);
  const passwordHash = await hashPassword(form.password);
  const issuer = code.issuedById === undefined ? undefined : (await findNames([code.issuedById]))[0]?.fullName;
  const done = await inTransaction(async (tx) => {
    if (!(await spendCode(tx, code.id, now))) return refuse('wrong-code');
    await storePasswordHash(tx, account.id, passwordHash);
    await closeAllSessions(tx, account.id);
    const sessionId = await openSession(tx, account.id, now);
    await recordAudit(tx, {
      at: now,
      actorId: account.id,
      action: 'password.recovered',
      subject: `account:${account.id}`,
      detail: { by: code.channel, ...(code.issuedById === undefined ? {} : { issuedById: code.issuedById }) },
    });
    await tell(tx, account.id, issuer, now);
    return ok({ accountId: account.id, sessionId });
  });
  if (done.ok) {
    await codeTriesByName.forgive(signInName);
    await triesByName.forgive(account.signInName);
  }
  return done;
}

async function findMatch(
  signInName: string,
  typed: string,
  now: Instant,
): Promise<{ account: Credentials; code: StoredCode } | undefined> {
  const account = await findCredentials({ signInName });
  const [person, code] = account
    ? await Promise.all([findPerson(account.id), findNewestCode(account.id, 'recovery')])
    : [undefined, undefined];
  if (!account || !person || person.isGone || person.disabledAt !== undefined) return undefined;
  const text = cleanRecoveryCode(typed);
  // why a text that is no code costs no try: it is a slip, and no guess.
  if (!code || !isLive(code, now) || !isRecoveryCodeShaped(text)) return undefined;
  if (!(await countTry(code.id))) return undefined;
  return isThatCode(account.id, 'recovery', text, code.codeHash) ? { account, code } : undefined;
}

/** Tells the person by mail too, where there is an address: a password that somebody else has set must not stay unnoticed. */
async function tell(tx: Tx, accountId: string, issuer: string | undefined, now: Instant): Promise<void> {
  const email = await verifiedEmail(accountId, tx);
  if (email === undefined) return;
  await queueMessage(tx, {
    channel: 'email',
    recipient: email,
    purpose: 'passwordRecovered',
    accountId,
    now,
    ...recoveryMessages.passwordRecovered(now, issuer),
  });
}
