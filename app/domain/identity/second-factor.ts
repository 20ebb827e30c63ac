/** Crockford's base 32: no letter that is easily taken for another or for a digit. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** How many spare codes a person is given at once. */
export const SPARE_CODES = 10;
/** Characters of a spare code: 50 bits. */
export const SPARE_CODE_LENGTH = 10;
const HALF = SPARE_CODE_LENGTH / 2;

/** A spare code made of random bytes, one for each character. */
export const spareCodeFrom = (bytes: readonly number[]): string =>
  bytes
    .slice(0, SPARE_CODE_LENGTH)
    .map((byte) => ALPHABET[byte % ALPHABET.length] as string)
    .join('');

/** A spare code as it is shown and printed: "7K2MQ-0XW9C". */
export const shownSpareCode = (code: string): string => `${code.slice(0, HALF)}-${code.slice(HALF)}`;

/** What somebody typed as second factor. */
export type TypedCode =
  { readonly kind: 'totp'; readonly code: string } | { readonly kind: 'spare'; readonly code: string };

/**
 * Reads what was typed into the field for the code: six digits of an authenticator app, or a spare code. Spaces and hyphens do
 * not count, nor does the case, and letters that look like a digit are one.
 * @returns undefined where it can be neither
 */
export function typedCode(typed: string): TypedCode | undefined {
  const plain = typed
    .slice(0, 100)
    .replaceAll(/[\s.\u2010-\u2015-]/gu, '')
    .toUpperCase();
  if (/^\d{6}$/u.test(plain)) return { kind: 'totp', code: plain };
  const code = plain.replaceAll('O', '0').replaceAll(/[IL]/gu, '1');
  const isSpare = code.length === SPARE_CODE_LENGTH && [...code].every((letter) => ALPHABET.includes(letter));
  return isSpare ? { kind: 'spare', code } : undefined;
}

/** What a person has as second factor. */
export interface Factors {
  readonly hasTotp: boolean;
  readonly passkeys: number;
}

/** Whether the person has any second factor. Spare codes stand in for one, and are none. */
export const hasFactor = ({ hasTotp, passkeys }: Factors): boolean => hasTotp || passkeys > 0;

/** Whether a person may give one of these factors up: with roles, never the last one. */
export const mayRemoveFactor = (factors: Factors, hasRoles: boolean): boolean =>
  !hasRoles || Number(factors.hasTotp) + factors.passkeys > 1;
