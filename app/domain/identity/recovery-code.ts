import { MINUTE, type Duration, type Instant } from '../kernel/time.ts';

/** Crockford's base 32: no I, L, O and U, which are read or heard as others. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 32 signs in 10 places are 50 bits: with five tries in half an hour nobody finds one by chance. */
export const RECOVERY_CODE_LENGTH = 10;
const GROUP = 5;

/** For so long a code is good. */
export const RECOVERY_CODE_LASTS: Duration = 30 * MINUTE;
/** So many wrong codes, and the right one is good no more. */
export const RECOVERY_CODE_TRIES = 5;

const READ_AS: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };

/**
 * A code from random bytes, each sign as likely as any other.
 * @param bytes ten of them
 */
export function recoveryCodeFrom(bytes: Uint8Array): string {
  if (bytes.length < RECOVERY_CODE_LENGTH) throw new RangeError('a code needs ten random bytes');
  return [...bytes.subarray(0, RECOVERY_CODE_LENGTH)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('');
}

/** A code as it was typed or heard: case, spaces, dashes and look-alikes do not matter. */
export const cleanRecoveryCode = (typed: string): string =>
  [
    ...typed
      .normalize('NFKC')
      .toUpperCase()
      .replace(/[^0-9A-Z]/gu, ''),
  ]
    .map((sign) => READ_AS[sign] ?? sign)
    .join('');

/** Whether this can be a code at all; whether it is one, only the table knows. */
export const isRecoveryCodeShaped = (code: string): boolean =>
  code.length === RECOVERY_CODE_LENGTH && [...code].every((sign) => ALPHABET.includes(sign));

/** The code as people read it: two groups with a dash. */
export const groupedRecoveryCode = (code: string): string => `${code.slice(0, GROUP)}-${code.slice(GROUP)}`;

/** What the table says about a code. */
export interface CodeRow {
  readonly expiresAt: Instant;
  readonly tries: number;
  readonly usedAt: Instant | undefined;
}

/** Whether a code may still be tried: not used, not over, not tried too often. */
export const isLive = ({ expiresAt, tries, usedAt }: CodeRow, now: Instant): boolean =>
  usedAt === undefined && now < expiresAt && tries < RECOVERY_CODE_TRIES;
