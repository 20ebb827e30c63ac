import { signInNameOf } from '#app/domain/identity/sign-in-name.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import { tidy } from '#app/domain/kernel/text.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { TooBusyError } from '#app/platform/fair-queue.server.ts';
import { hashPassword, isHashOutdated, passwordMatches } from '#app/platform/passwords.server.ts';
import { findCredentials, replacePasswordHash, type Credentials } from './account.repo.server.ts';
import { tryToSignIn } from './sign-in-tries.server.ts';
import { triesByAddress } from './throttles.server.ts';

interface Typed {
  readonly form: { readonly signInName: string; readonly password: string };
  readonly clientAddress: string;
  readonly deviceHash?: string | undefined;
  readonly now: Instant;
}

/**
 * Whose name and password these are. An unknown name, a wrong password and an account that is switched off are one refusal,
 * after the same work and the same counting. A hash that was made with other figures than those of today is made anew.
 */
export async function findPasswordOwner({
  form,
  clientAddress,
  deviceHash,
  now,
}: Typed): Promise<Result<Credentials, 'wrong-credentials' | 'too-many-tries' | 'busy'>> {
  if (!(await triesByAddress.take(clientAddress))) return refuse('too-many-tries');
  const signInName = signInNameOf(form.signInName);
  // What is no name at all is counted and looked up all the same: it finds nobody.
  const name = signInName ?? `?${tidy(form.signInName)}`;
  let account: Credentials | undefined;
  const taken = await tryToSignIn({ name, deviceHash, clientAddress, now }, async (turnOf) => {
    account = await findCredentials({ signInName: name });
    return passwordMatches(form.password, account?.passwordHash, turnOf);
  });
  if (!taken.ok) return taken;
  if (!taken.value || !account) return refuse('wrong-credentials');
  if (isHashOutdated(account.passwordHash)) await renewHash(account, form.password);
  return ok(account);
}

async function renewHash({ id, passwordHash }: Credentials, password: string): Promise<void> {
  const renewed = await hashPassword(password).catch((error: unknown) => {
    // In a rush it can wait for the next sign-in; the person is not to wait for it.
    if (error instanceof TooBusyError) return undefined;
    throw error;
  });
  if (renewed === undefined) return;
  await inTransaction((tx) => replacePasswordHash(tx, id, passwordHash, renewed));
}
