import type { Actor } from '#app/domain/identity/actor.ts';
import { emailAddressOf } from '#app/domain/messages/recipient.ts';
import {
  cleanRecoveryCode,
  groupedRecoveryCode,
  isLive,
  RECOVERY_CODE_LASTS,
} from '#app/domain/identity/recovery-code.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { inTransaction, type Tx } from '#app/platform/db/transaction.server.ts';
import { keyedHash, seal, unseal } from '#app/platform/sealed-field.server.ts';
import { secretIds } from '#app/platform/secrets.server.ts';
import { recoveryMessages } from '#app/text/recovery-messages.ts';
import type { Locale } from '#app/text/define-text.ts';
import { queueMessage } from '../../messages/index.server.ts';
import { keepConsent, withdrawConsents } from '../consents/consent.repo.server.ts';
import { newConsent } from '../consents/new-consent.server.ts';
import { isThatCode, makeCode } from './make-code.server.ts';
import { countTry, dropCodes, findNewestCode, spendCode, storeCode } from './one-time-code.repo.server.ts';
import {
  dropPending,
  findEmail,
  findPending,
  isEmailTaken,
  storeEmail,
  storePending,
} from './own-email.repo.server.ts';
import { verificationsByPerson } from './recovery-throttles.server.ts';

/** Where an address of an account is sealed for. */
const emailPlace = (accountId: string): string => `Account.emailSealed:${accountId}`;
const pendingPlace = (accountId: string): string => `Challenge.email:${accountId}`;
const indexText = (address: string): string => `email:${address.toLowerCase()}`;

/** The verified address of an account, opened. */
export async function verifiedEmail(accountId: string, tx?: Tx): Promise<string | undefined> {
  const kept = await findEmail(accountId, tx);
  return kept && unseal(kept.emailSealed, emailPlace(accountId));
}

/** What a person sees of the own address. */
export async function getOwnEmail(
  accountId: string,
  now: Instant,
): Promise<{ email: string | undefined; verifiedAt: Instant | undefined; pending: string | undefined }> {
  const [kept, body] = await Promise.all([findEmail(accountId), findPending(accountId, now)]);
  return {
    email: kept && unseal(kept.emailSealed, emailPlace(accountId)),
    verifiedAt: kept?.verifiedAt,
    pending: body === undefined ? undefined : unseal(body, pendingPlace(accountId)),
  };
}

/** Takes an address and sends a code to it. Until that comes back the address is nobody's, and the one from before stays. */
export async function giveEmail(command: {
  actor: Actor;
  email: string;
  now: Instant;
}): Promise<Result<undefined, 'email-form' | 'too-many-tries'>> {
  const { actor, now } = command;
  const { accountId } = actor;
  const address = emailAddressOf(command.email);
  if (address === undefined) return refuse('email-form');
  if (!(await verificationsByPerson.take(accountId))) return refuse('too-many-tries');
  const { code, codeHash } = makeCode(accountId, 'verifyEmail');
  const expiresAt = now + RECOVERY_CODE_LASTS;
  return inTransaction(async (tx) => {
    await storePending(tx, accountId, seal(address, pendingPlace(accountId)), expiresAt);
    await storeCode(tx, { accountId, purpose: 'verifyEmail', codeHash, channel: 'email', expiresAt }, now);
    const shown = groupedRecoveryCode(code);
    await queueMessage(tx, {
      channel: 'email',
      recipient: address,
      purpose: 'verifyEmail',
      accountId,
      expiresAt,
      now,
      ...recoveryMessages.verifyEmail(shown),
      values: { code: shown },
    });
    await recordAudit(tx, { at: now, actorId: accountId, action: 'email.given', subject: `account:${accountId}` });
    return ok(undefined);
  });
}

/**
 * Verifies the address that waits, by the code that was sent to it. From then on it is kept, and with it that the person agreed to
 * that, in the wording that stands on the page. The address from before is told.
 * @param command.locale the language of the page
 */
export async function verifyEmail(command: {
  actor: Actor;
  code: string;
  locale?: Locale;
  now: Instant;
}): Promise<Result<undefined, 'wrong-code' | 'email-taken'>> {
  const { actor, locale = 'vi', now } = command;
  const { accountId } = actor;
  const [kept, body] = await Promise.all([findNewestCode(accountId, 'verifyEmail'), findPending(accountId, now)]);
  const address = body === undefined ? undefined : unseal(body, pendingPlace(accountId));
  if (!kept || address === undefined || !isLive(kept, now) || !(await countTry(kept.id))) return refuse('wrong-code');
  const code = cleanRecoveryCode(command.code);
  if (!isThatCode(accountId, 'verifyEmail', code, kept.codeHash)) return refuse('wrong-code');
  return inTransaction(async (tx) => {
    const indexes = secretIds().map((id) => keyedHash('blind-index', indexText(address), id));
    if (await isEmailTaken(tx, accountId, indexes)) return refuse('email-taken');
    if (!(await spendCode(tx, kept.id, now))) return refuse('wrong-code');
    await tellChange(tx, accountId, address, now);
    const emailIndex = keyedHash('blind-index', indexText(address));
    await storeEmail(tx, accountId, { emailSealed: seal(address, emailPlace(accountId)), emailIndex, verifiedAt: now });
    await keepConsent(tx, accountId, newConsent('email', locale), now);
    await dropPending(tx, accountId);
    await recordAudit(tx, { at: now, actorId: accountId, action: 'email.verified', subject: `account:${accountId}` });
    return ok(undefined);
  });
}

/** Takes the address away, or only the one that waits. */
export async function removeEmail(command: { actor: Actor; only?: 'pending'; now: Instant }): Promise<void> {
  const { actor, only, now } = command;
  const { accountId } = actor;
  await inTransaction(async (tx) => {
    await dropPending(tx, accountId);
    await dropCodes(tx, accountId, 'verifyEmail');
    if (only === 'pending' || !(await findEmail(accountId, tx))) return;
    await tellChange(tx, accountId, undefined, now);
    await storeEmail(tx, accountId, undefined);
    await withdrawConsents(tx, accountId, 'email', now);
    await recordAudit(tx, { at: now, actorId: accountId, action: 'email.removed', subject: `account:${accountId}` });
  });
}

/** Tells the address from before that it is the account's no more: who did not do that finds out. */
async function tellChange(tx: Tx, accountId: string, next: string | undefined, now: Instant): Promise<void> {
  const before = await verifiedEmail(accountId, tx);
  if (before === undefined || before === next) return;
  await queueMessage(tx, {
    channel: 'email',
    recipient: before,
    purpose: 'emailChanged',
    accountId,
    now,
    ...recoveryMessages.emailChanged(now),
  });
}
