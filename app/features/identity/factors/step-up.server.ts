import type { Actor } from '#app/domain/identity/actor.ts';
import { hasFactor } from '#app/domain/identity/second-factor.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { inTransaction, type Tx } from '#app/platform/db/transaction.server.ts';
import { TooBusyError } from '#app/platform/fair-queue.server.ts';
import { passwordMatches } from '#app/platform/passwords.server.ts';
import { findCredentials } from '../account.repo.server.ts';
import { renewSession } from '../session.repo.server.ts';
import { triesByName } from '../throttles.server.ts';
import { findFactors } from './factor.repo.server.ts';
import { takeCode, type CodeRefusal } from './take-code.server.ts';

interface StepUp {
  readonly actor: Actor;
  readonly sessionId: string;
  readonly password: string;
  /** The code that people with roles add; left out by everybody else. */
  readonly typed: string;
  readonly now: Instant;
}

type StepUpRefusal = 'wrong-credentials' | 'too-many-tries' | 'busy' | CodeRefusal | 'signed-out';

/**
 * The person proves again who they are, by the password, and with roles by a code too. The session gets a new id, and for ten
 * minutes does what asks for that.
 */
export async function stepUp({
  actor: { accountId },
  sessionId,
  password,
  typed,
  now,
}: StepUp): Promise<Result<{ sessionId: string }, StepUpRefusal>> {
  const [account, state] = await Promise.all([findCredentials({ id: accountId }), findFactors(accountId)]);
  if (!account || !state) return refuse('signed-out');
  if (!(await triesByName.take(account.signInName))) return refuse('too-many-tries');
  const isRight = await passwordMatches(password, account.passwordHash, accountId).catch((error: unknown) => {
    if (error instanceof TooBusyError) return undefined;
    throw error;
  });
  if (isRight === undefined) return refuse('busy');
  if (!isRight) return refuse('wrong-credentials');
  await triesByName.forgive(account.signInName);
  const needsCode = state.hasRoles && hasFactor(state.factors);
  const renew = async (tx: Tx): Promise<string | undefined> => {
    const proofs = { steppedUpAt: now, ...(needsCode ? { secondFactorAt: now } : {}) };
    const renewed = await renewSession(tx, sessionId, now, proofs);
    const subject = `account:${accountId}`;
    await recordAudit(tx, { at: now, actorId: accountId, action: 'session.confirmed', subject });
    return renewed;
  };
  const renewed = needsCode ? await takeCode({ accountId, typed, now }, renew) : ok(await inTransaction(renew));
  if (!renewed.ok) return renewed;
  return renewed.value === undefined ? refuse('signed-out') : ok({ sessionId: renewed.value });
}
