import { typedCode, type TypedCode } from '#app/domain/identity/second-factor.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { inTransaction, type Tx } from '#app/platform/db/transaction.server.ts';
import { forgiveCodeTries, takeCodeTry } from './code-tries.server.ts';
import { findTotp, takeSpareCode, takeStep } from './factor.repo.server.ts';
import { unsealTotp } from './seal-totp.server.ts';
import { spareHashes } from './spare-hash.server.ts';
import { matchingStep } from './totp.server.ts';

/** Why a code is not taken. */
export type CodeRefusal = 'wrong-code' | 'too-many-codes';

async function isTaken(tx: Tx, accountId: string, typed: TypedCode, now: Instant): Promise<boolean> {
  if (typed.kind === 'spare') return takeSpareCode(tx, accountId, spareHashes(accountId, typed.code), now);
  const totp = await findTotp(accountId, tx);
  const secret = totp && unsealTotp(totp.secret, accountId);
  const step = secret === undefined ? undefined : matchingStep(secret, typed.code, now);
  return step !== undefined && takeStep(tx, accountId, step);
}

/**
 * Takes what somebody typed as second factor, once: the code of an authenticator app, or a spare code. What follows from it is
 * done in the same transaction.
 * @param then is given the kind of code that was taken
 */
export async function takeCode<T>(
  { accountId, typed, now }: { readonly accountId: string; readonly typed: string; readonly now: Instant },
  then: (tx: Tx, kind: TypedCode['kind']) => Promise<T>,
): Promise<Result<T, CodeRefusal>> {
  if (!(await takeCodeTry(accountId, now))) return refuse('too-many-codes');
  const code = typedCode(typed);
  const done = code
    ? await inTransaction(async (tx) => {
        if (!(await isTaken(tx, accountId, code, now))) return undefined;
        return { value: await then(tx, code.kind) };
      })
    : undefined;
  if (!done) {
    const subject = `account:${accountId}`;
    await inTransaction((tx) =>
      recordAudit(tx, { at: now, actorId: accountId, action: 'second-factor.refused', subject }),
    );
    return refuse('wrong-code');
  }
  await forgiveCodeTries(accountId);
  return ok(done.value);
}
