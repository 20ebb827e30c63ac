import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { findFactors } from './factors/factor.repo.server.ts';
import { findPasswordOwner } from './find-password-owner.server.ts';
import { closeSession, openSession } from './session.repo.server.ts';

interface SignIn {
  readonly form: { readonly signInName: string; readonly password: string };
  readonly clientAddress: string;
  /** Keyed hash of the browser's device number. */
  readonly deviceHash?: string | undefined;
  /** The session that the browser had before; it ends, and the new one has a new id. */
  readonly previousSessionId?: string | undefined;
  readonly now: Instant;
}

/** Somebody who has signed in. */
interface SignedIn {
  readonly accountId: string;
  readonly sessionId: string;
  /** The person has roles, which the session gives after a second step. */
  readonly isHeldBack: boolean;
}

/**
 * Signs a person in. An unknown name, a wrong password and an account that nobody may sign in to are one refusal, after the
 * same work, so that nobody can ask which names exist.
 */
export async function signIn({
  form,
  clientAddress,
  deviceHash,
  previousSessionId,
  now,
}: SignIn): Promise<Result<SignedIn, 'wrong-credentials' | 'account-merged' | 'too-many-tries' | 'busy'>> {
  const owner = await findPasswordOwner({ form, clientAddress, deviceHash, now });
  if (!owner.ok) return owner;
  const account = owner.value;
  const state = await findFactors(account.id);
  // why told: who knows the password owns the account, and has to know why it no longer opens; nobody else learns it.
  if (state?.isMerged) return refuse('account-merged');
  if (!state || state.isClosed) return refuse('wrong-credentials');
  const sessionId = await inTransaction(async (tx) => {
    if (previousSessionId !== undefined) await closeSession(tx, previousSessionId);
    const opened = await openSession(tx, account.id, now, { steppedUpAt: now });
    await recordAudit(tx, { at: now, actorId: account.id, action: 'session.opened', subject: `account:${account.id}` });
    return opened;
  });
  return ok({ accountId: account.id, sessionId, isHeldBack: state.hasRoles });
}
