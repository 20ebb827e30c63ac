import { isPhone, maskedName } from '#app/domain/identity/sign-in-name.ts';
import { keyedHash, seal, unseal } from '#app/platform/sealed-field.server.ts';
import { secretIds } from '#app/platform/secrets.server.ts';

/** A name to sign in with as its row has it. */
export interface KeptName {
  readonly id: string;
  readonly signInName: string;
  readonly phoneSealed: string | null;
}

const PHONE = 'phone:';
/** What is shown where the secret is not held that a number was sealed with. */
const UNREADABLE = '0••• ••• •••';

/** Where the phone number of an account is sealed for. */
export const phonePlace = (accountId: string): string => `Account.phoneSealed:${accountId}`;

/**
 * How a name may be kept: a user name as it is; a phone number as its keyed hash by each secret that is held, the newest first,
 * or in clear in rows from before numbers were sealed.
 */
export const keptNamesOf = (signInName: string): string[] =>
  isPhone(signInName)
    ? [...secretIds().map((id) => PHONE + keyedHash('blind-index', signInName, id)), signInName]
    : [signInName];

/** How a name is kept from now on: a phone number as its keyed hash, which finds it and says nothing. */
export const storedName = (signInName: string): string =>
  isPhone(signInName) ? PHONE + keyedHash('blind-index', signInName) : signInName;

/** A phone number sealed for this account; null for a user name. */
export const sealName = (signInName: string, accountId: string): string | null =>
  isPhone(signInName) ? seal(signInName, phonePlace(accountId)) : null;

/** The name to sign in with, whole: for the person, and for what only computes with it. */
export function readName({ id, signInName, phoneSealed }: KeptName): string {
  if (!signInName.startsWith(PHONE)) return signInName;
  return (phoneSealed === null ? undefined : unseal(phoneSealed, phonePlace(id))) ?? UNREADABLE;
}

/** The name to sign in with as others see it. */
export const readMaskedName = (kept: KeptName): string => maskedName(readName(kept));
