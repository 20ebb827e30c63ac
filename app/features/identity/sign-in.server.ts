import { signInNameOf } from '#app/domain/identity/sign-in-name.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { passwordMatches } from '#app/platform/passwords.server.ts';
import { findCredentials } from './account.repo.server.ts';
import { closeSession, openSession } from './session.repo.server.ts';
import { triesByAddress, triesByName } from './throttles.server.ts';

interface SignIn {
  readonly form: { readonly signInName: string; readonly password: string };
  readonly clientAddress: string;
  /** The session that the browser had before; it ends, and the new one has a new id. */
  readonly previousSessionId?: string | undefined;
  readonly now: Instant;
}

/**
 * Signs a person in. An unknown name, a wrong password and an account that nobody may sign in to are one refusal, after the
 * same work, so that nobody can ask which names exist.
 */
export async function signIn({
  form,
  clientAddress,
  previousSessionId,
  now,
}: SignIn): Promise<Result<{ accountId: string; sessionId: string }, 'wrong-credentials' | 'too-many-tries'>> {
  if (!(await triesByAddress.take(clientAddress))) return refuse('too-many-tries');
  const signInName = signInNameOf(form.signInName);
  if (signInName !== undefined && !(await triesByName.take(signInName))) return refuse('too-many-tries');
  const account = signInName === undefined ? undefined : await findCredentials({ signInName });
  const isRight = await passwordMatches(form.password, account?.passwordHash);
  if (!account || !isRight) return refuse('wrong-credentials');
  await triesByName.forgive(account.signInName);
  const sessionId = await inTransaction(async (tx) => {
    if (previousSessionId !== undefined) await closeSession(tx, previousSessionId);
    const opened = await openSession(tx, account.id, now, { steppedUpAt: now });
    await recordAudit(tx, { at: now, actorId: account.id, action: 'session.opened', subject: `account:${account.id}` });
    return opened;
  });
  return ok({ accountId: account.id, sessionId });
}
