import { agreesForThemselves, isMinor } from '#app/domain/identity/minor.ts';
import type { PasswordFault } from '#app/domain/identity/password-rule.ts';
import type { RefusalCode } from '#app/domain/kernel/refusal.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { TooBusyError } from '#app/platform/fair-queue.server.ts';
import { networkHashesOf } from '#app/platform/http/where-from.server.ts';
import { hashPassword } from '#app/platform/passwords.server.ts';
import type { Locale } from '#app/text/define-text.ts';
import { findUnitToJoin } from '../units/index.server.ts';
import { createAccount, findCredentials } from './account.repo.server.ts';
import { checkPasswordOf } from './check-password.server.ts';
import { keepRegistrationConsents } from './consents/new-consent.server.ts';
import { readGuardianFields, type RegisterForm } from './register.schema.ts';
import { mayRegister, mayTellName, takeAccount, takeRegisterTry } from './registration-limits.server.ts';
import { openSession } from './session.repo.server.ts';
import { keepKnownDevice } from './sign-in-tries.server.ts';

interface RegisterAccount {
  readonly form: Pick<RegisterForm, 'fullName' | 'birthYear' | 'signInName' | 'password' | 'unitId' | 'task'> &
    Partial<Pick<RegisterForm, 'guardianName' | 'guardianRelation' | 'guardianConsent'>>;
  /** The language in which the consents were read. */
  readonly locale?: Locale;
  /** Left out by callers that are no visitors. */
  readonly clientAddress?: string;
  /** Keyed hash of the browser's device number. */
  readonly deviceHash?: string | undefined;
  readonly now: Instant;
}

/**
 * Registers a person, keeps the consent, and opens the first session. Nobody gets a role this way.
 * @returns the account and the session, or why not: too-many-accounts, task-needed, unknown-unit (also a unit that has units
 * below), name-taken, what is wrong with the password
 */
export async function registerAccount({
  form,
  locale = 'vi',
  clientAddress,
  deviceHash,
  now,
}: RegisterAccount): Promise<Result<{ accountId: string; sessionId: string }, RefusalCode | PasswordFault>> {
  const { fullName, birthYear, signInName, unitId } = form;
  const from = clientAddress === undefined ? undefined : { deviceHash, clientAddress, now };
  if (from && !(await takeRegisterTry(from))) return refuse('too-many-tries');
  if (!(await findUnitToJoin({ unitId, now }))) return refuse('unknown-unit');
  // why before the task, which is used up by handing it in: a person who mends the password does not do it again.
  const fault = await checkPasswordOf(form.password, form, now);
  if (fault) return refuse(fault);
  const may = from ? await mayRegister(from, form.task) : ok(undefined);
  if (!may.ok) return may;
  if (await findCredentials({ signInName })) return refuse(await codeForTaken(from));
  const passwordHash = await hashInTurn(form.password, clientAddress);
  if (passwordHash === undefined) return refuse('busy');
  if (from && !(await takeAccount(from))) return refuse('too-many-accounts');
  return inTransaction(async (tx) => {
    // why again: somebody may have taken the name while the hash was made. A tie beyond this is settled by the unique key.
    if (await findCredentials({ signInName }, tx)) return refuse('name-taken');
    const accountId = await createAccount(tx, { fullName, birthYear, signInName, unitId, passwordHash }, now);
    const guardian = isMinor(birthYear, now) ? readGuardianFields(form).guardian : undefined;
    await keepRegistrationConsents(tx, accountId, { own: agreesForThemselves(birthYear, now), guardian, locale }, now);
    await keepKnownDevice(tx, signInName, deviceHash, now);
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

/** Who registers has to learn that a name is taken; a network that asks for many of them does not. */
const codeForTaken = async (from: Parameters<typeof mayTellName>[0] | undefined) =>
  !from || (await mayTellName(from)) ? 'name-taken' : 'too-many-accounts';

/** The hash, made when it is this network's turn; undefined when that would take too long. */
const hashInTurn = (password: string, clientAddress: string | undefined): Promise<string | undefined> =>
  hashPassword(password, clientAddress === undefined ? '' : networkHashesOf(clientAddress).near).catch(
    (error: unknown) => {
      if (error instanceof TooBusyError) return undefined;
      throw error;
    },
  );
