import { typedCode } from '#app/domain/identity/second-factor.ts';
import type { Actor } from '#app/domain/identity/actor.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { renewSession } from '../session.repo.server.ts';
import { findCeremony, storeCeremony, takeCeremony } from './challenge.repo.server.ts';
import { forgiveCodeTries, takeCodeTry } from './code-tries.server.ts';
import { findFactors, storeTotp } from './factor.repo.server.ts';
import { sealTotp, unsealTotp } from './seal-totp.server.ts';
import type { CodeRefusal } from './take-code.server.ts';
import { matchingStep, newTotpSecret, totpAddress } from './totp.server.ts';

/** Begins to set up an authenticator app. Nothing changes before a right code came back. @returns the id of what was begun */
export function beginTotp({ actor: { accountId }, now }: { actor: Actor; now: Instant }): Promise<string> {
  const body = sealTotp(newTotpSecret(), accountId);
  return inTransaction((tx) => storeCeremony(tx, 'totpEnrolment', { accountId, body }, now));
}

/** What an app has to be told: the secret to type, and the address that stands in the picture. */
export interface TotpSetup {
  readonly secret: string;
  readonly address: string;
}

/** What was begun and is not over; undefined for everybody else than who began it. */
export async function getTotpSetup({
  actor: { accountId },
  enrolmentId,
  site,
  now,
}: {
  actor: Actor;
  enrolmentId: string;
  site: string;
  now: Instant;
}): Promise<TotpSetup | undefined> {
  const found = await findCeremony(enrolmentId, 'totpEnrolment', now);
  const secret = found?.accountId === accountId ? unsealTotp(found.body, accountId) : undefined;
  const state = await findFactors(accountId);
  if (secret === undefined || !state) return undefined;
  return { secret, address: totpAddress(secret, { site, person: state.fullName }) };
}

interface ConfirmTotp {
  readonly actor: Actor;
  readonly sessionId: string;
  readonly enrolmentId: string;
  /** The code that the app shows. */
  readonly typed: string;
  readonly now: Instant;
}

/**
 * Keeps an authenticator app once it has shown a right code; an app that was there before gives way. It counts as the second
 * step of this session, which gets a new id.
 */
export async function confirmTotp({
  actor: { accountId },
  sessionId,
  enrolmentId,
  typed,
  now,
}: ConfirmTotp): Promise<Result<{ sessionId: string }, CodeRefusal | 'enrolment-over' | 'signed-out'>> {
  if (!(await takeCodeTry(accountId, now))) return refuse('too-many-codes');
  const code = typedCode(typed);
  const done = await inTransaction(async (tx) => {
    const found = await findCeremony(enrolmentId, 'totpEnrolment', now, tx);
    const secret = found?.accountId === accountId ? unsealTotp(found.body, accountId) : undefined;
    if (!found || secret === undefined) return refuse('enrolment-over');
    const lastStep = code?.kind === 'totp' ? matchingStep(secret, code.code, now) : undefined;
    if (lastStep === undefined) return refuse('wrong-code');
    if (!(await takeCeremony(tx, enrolmentId, 'totpEnrolment', now))) return refuse('enrolment-over');
    const renewed = await renewSession(tx, sessionId, now, { secondFactorAt: now });
    if (renewed === undefined) return refuse('signed-out');
    await storeTotp(tx, { accountId, secret: found.body, lastStep }, now);
    const subject = `account:${accountId}`;
    await recordAudit(tx, { at: now, actorId: accountId, action: 'totp.enrolled', subject });
    return ok({ sessionId: renewed });
  });
  if (done.ok) await forgiveCodeTries(accountId);
  return done;
}
