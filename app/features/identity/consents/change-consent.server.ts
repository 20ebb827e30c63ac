import { isMinor } from '#app/domain/identity/minor.ts';
import type { ConsentPurpose } from '#app/domain/privacy/consents.ts';
import { refuse, ok, type Result } from '#app/domain/kernel/result.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import type { Actor } from '#app/domain/identity/actor.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { inTransaction, type Tx } from '#app/platform/db/transaction.server.ts';
import type { Locale } from '#app/text/define-text.ts';
import { storeShowsFullName } from '../account.repo.server.ts';
import { dropEmail, keepConsent, withdrawConsents } from './consent.repo.server.ts';
import { keepGuardian, newConsent, type Guardian } from './new-consent.server.ts';

interface ChangeConsent {
  readonly actor: Actor;
  readonly purpose: ConsentPurpose;
  readonly locale: Locale;
  readonly now: Instant;
}

const audit = (tx: Tx, act: 'given' | 'withdrawn', { actor, purpose, now }: Omit<ChangeConsent, 'locale'>) =>
  recordAudit(tx, {
    at: now,
    actorId: actor.accountId,
    action: `consent.${act}`,
    subject: `account:${actor.accountId}`,
    detail: { purpose },
  });

/**
 * Keeps that a person agrees to a purpose, in the wording of today. A guardian's consent needs the guardian, and the full name
 * on boards is not given to children.
 */
export async function giveConsent(
  given: ChangeConsent & { readonly guardian?: Guardian | undefined },
): Promise<Result<undefined, 'invalid'>> {
  const { actor, purpose, locale, guardian, now } = given;
  const { accountId } = actor;
  if (purpose === 'email' || (purpose === 'contest:guardian') !== (guardian !== undefined)) return refuse('invalid');
  if (purpose === 'boardName' && isMinor(actor.birthYear, now)) return refuse('invalid');
  await inTransaction(async (tx) => {
    if (guardian) await keepGuardian(tx, accountId, { guardian, locale }, now);
    else await keepConsent(tx, accountId, newConsent(purpose, locale), now);
    if (purpose === 'boardName') await storeShowsFullName(tx, accountId, true);
    await audit(tx, 'given', given);
  });
  return ok(undefined);
}

/** Withdraws a consent: one act, as giving is. What rested on it ends with it. */
export async function withdrawConsent(given: Omit<ChangeConsent, 'locale'>): Promise<Result<undefined, 'invalid'>> {
  const { actor, purpose, now } = given;
  const { accountId } = actor;
  if (purpose === 'traces') return refuse('invalid');
  await inTransaction(async (tx) => {
    await withdrawConsents(tx, accountId, purpose, now);
    if (purpose === 'boardName') await storeShowsFullName(tx, accountId, false);
    if (purpose === 'email') await dropEmail(tx, accountId);
    await audit(tx, 'withdrawn', given);
  });
  return ok(undefined);
}
