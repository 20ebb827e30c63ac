import type { Role } from '#app/domain/identity/actor.ts';
import { isMinor } from '#app/domain/identity/minor.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { hashPassword } from '#app/platform/passwords.server.ts';
import { createAccount, findCredentials, storeGrant, type NewAccount } from './account.repo.server.ts';
import { keepRegistrationConsents } from './consents/new-consent.server.ts';

/** A made-up person of the demonstration. */
export interface SampleAccount extends Omit<NewAccount, 'passwordHash'> {
  /** Left out for people who only fill boards: nobody can sign in as them. */
  readonly password?: string;
  readonly grants?: readonly { readonly role: Role; readonly unitId: string; readonly block?: string }[];
}

const SAMPLE_GUARDIAN = { name: 'Nông Thị Mẫu', relation: 'mother' } as const;

/** Nothing hashes to this, so no password opens the account. */
const NO_PASSWORD = '!';

/** For the demonstration only: creates made-up accounts that are not there yet. @returns ids by sign-in name, old and new */
export async function createSampleAccounts(
  accounts: readonly SampleAccount[],
  now: Instant,
): Promise<Map<string, string>> {
  const hashes = new Map<string, string>();
  for (const { password } of accounts) {
    if (password !== undefined && !hashes.has(password)) hashes.set(password, await hashPassword(password));
  }
  return inTransaction(async (tx) => {
    const ids = new Map<string, string>();
    for (const { password, grants = [], ...account } of accounts) {
      const known = await findCredentials({ signInName: account.signInName }, tx);
      if (known) {
        ids.set(account.signInName, known.id);
        continue;
      }
      const passwordHash = password === undefined ? NO_PASSWORD : (hashes.get(password) ?? NO_PASSWORD);
      const id = await createAccount(tx, { ...account, passwordHash }, now);
      const guardian = isMinor(account.birthYear, now) ? SAMPLE_GUARDIAN : undefined;
      await keepRegistrationConsents(tx, id, { own: true, guardian, locale: 'vi' }, now);
      for (const grant of grants) await storeGrant(tx, { accountId: id, ...grant }, now);
      ids.set(account.signInName, id);
    }
    return ids;
  });
}
