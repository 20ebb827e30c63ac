import { agreesForThemselves, isMinor } from '#app/domain/identity/minor.ts';
import type { RefusalCode } from '#app/domain/kernel/refusal.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { hashPassword } from '#app/platform/passwords.server.ts';
import type { Locale } from '#app/text/define-text.ts';
import { findUnitToJoin } from '../units/index.server.ts';
import { createAccount, findCredentials } from './account.repo.server.ts';
import { keepRegistrationConsents } from './consents/new-consent.server.ts';
import { readGuardianFields, type RegisterForm } from './register.schema.ts';
import { openSession } from './session.repo.server.ts';
import { triesByAddress } from './throttles.server.ts';

interface RegisterAccount {
  readonly form: Pick<RegisterForm, 'fullName' | 'birthYear' | 'signInName' | 'password' | 'unitId'> &
    Partial<Pick<RegisterForm, 'guardianName' | 'guardianRelation' | 'guardianConsent'>>;
  /** The language in which the consents were read. */
  readonly locale?: Locale;
  /** Left out by callers that are no visitors. */
  readonly clientAddress?: string;
  readonly now: Instant;
}

/**
 * Registers a person, keeps the consent, and opens the first session. Nobody gets a role this way.
 * @returns the account and the session, or why not: too-many-tries, unknown-unit (also a unit that has units below), name-taken
 */
export async function registerAccount({
  form,
  locale = 'vi',
  clientAddress,
  now,
}: RegisterAccount): Promise<Result<{ accountId: string; sessionId: string }, RefusalCode>> {
  if (clientAddress !== undefined && !(await triesByAddress.take(clientAddress))) return refuse('too-many-tries');
  if (!(await findUnitToJoin({ unitId: form.unitId, now }))) return refuse('unknown-unit');
  const { fullName, birthYear, signInName, unitId } = form;
  if (await findCredentials({ signInName })) return refuse('name-taken');
  const passwordHash = await hashPassword(form.password);
  return inTransaction(async (tx) => {
    // why again: somebody may have taken the name while the hash was made. A tie beyond this is settled by the unique key.
    if (await findCredentials({ signInName }, tx)) return refuse('name-taken');
    const accountId = await createAccount(tx, { fullName, birthYear, signInName, unitId, passwordHash }, now);
    const guardian = isMinor(birthYear, now) ? readGuardianFields(form).guardian : undefined;
    await keepRegistrationConsents(tx, accountId, { own: agreesForThemselves(birthYear, now), guardian, locale }, now);
    const sessionId = await openSession(tx, accountId, now, { steppedUpAt: now });
    await recordAudit(tx, {
      at: now,
      actorId: accountId,
      action: 'account.registered',
      subject: `account:${accountId}`,
    });
    return ok({ accountId, sessionId });
  });
}
