import { createHash } from 'node:crypto';
import { CONSENT_VERSIONS, type ConsentPurpose, type Relation } from '#app/domain/privacy/consents.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';
import { seal, unseal } from '#app/platform/sealed-field.server.ts';
import { consentsText } from '#app/text/consents.ts';
import type { Locale } from '#app/text/define-text.ts';
import { keepConsent, type NewConsent } from './consent.repo.server.ts';

/** Who agrees for a child. */
export interface Guardian {
  readonly name: string;
  readonly relation: Relation;
}

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** The hash of a wording as the person read it. */
export const wordingHash = (purpose: ConsentPurpose, locale: Locale): string =>
  sha256(consentsText[locale].wordings[purpose]);

const placeOf = (accountId: string): string => `Consent.guardian:${accountId}`;

/** A consent to the wording of today, as somebody gives it on a page in that language. */
export const newConsent = (purpose: ConsentPurpose, locale: Locale): NewConsent => ({
  purpose,
  textVersion: CONSENT_VERSIONS[purpose],
  textHash: wordingHash(purpose, locale),
  channel: 'web',
});

/** Keeps the consent of a guardian for a child, the name sealed. */
export async function keepGuardian(
  tx: Tx,
  accountId: string,
  given: { readonly guardian: Guardian; readonly locale: Locale },
  at: Instant,
): Promise<void> {
  const sealed = seal(JSON.stringify(given.guardian), placeOf(accountId));
  await keepConsent(tx, accountId, { ...newConsent('contest:guardian', given.locale), guardian: sealed }, at);
}

/** The guardian of a sealed consent; undefined where there is none, or the installation no longer holds its key. */
export function readGuardian(sealed: string, accountId: string): Guardian | undefined {
  const text = sealed === '' ? undefined : unseal(sealed, placeOf(accountId));
  return text === undefined ? undefined : (JSON.parse(text) as Guardian);
}

/**
 * Keeps what a person agreed to when registering: the contest, that traces were told of, and for a child the guardian's
 * consent. Somebody under seven does not agree for themselves.
 */
export async function keepRegistrationConsents(
  tx: Tx,
  accountId: string,
  given: { readonly own: boolean; readonly guardian: Guardian | undefined; readonly locale: Locale },
  at: Instant,
): Promise<void> {
  const { own, guardian, locale } = given;
  if (own) await keepConsent(tx, accountId, newConsent('contest', locale), at);
  if (guardian) await keepGuardian(tx, accountId, { guardian, locale }, at);
  await keepConsent(tx, accountId, newConsent('traces', locale), at);
}
