/**
 * What codes are made of: no letters that look like a digit or like one another, and no letters that a Vietnamese keyboard
 * turns into others while they are typed (vowels, d, w).
 */
export const CODE_ALPHABET = '0123456789CFHJKMNPRTVX';
/** 22 signs in 15 places are 66 bits. */
export const CODE_LENGTH = 15;
const GROUP = 5;

/** Signs that people read in place of one of ours. */
const READ_AS: Readonly<Record<string, string>> = {
  O: '0',
  Q: '0',
  D: '0',
  I: '1',
  L: '1',
  Z: '2',
  S: '5',
  G: '6',
  B: '8',
  U: 'V',
};

/** The largest multiple of the alphabet in a byte: bytes from there on would make some signs likelier than others. */
const FAIR = Math.floor(256 / CODE_ALPHABET.length) * CODE_ALPHABET.length;

/**
 * A code from random bytes, each sign as likely as any other.
 * @returns undefined where too few of the bytes could be used: ask for more of them
 */
export function codeFromBytes(bytes: Iterable<number>): string | undefined {
  const usable = [...bytes].filter((byte) => byte < FAIR).slice(0, CODE_LENGTH);
  if (usable.length < CODE_LENGTH) return undefined;
  return usable.map((byte) => CODE_ALPHABET[byte % CODE_ALPHABET.length]).join('');
}

/** A code as it was typed or said, as codes are kept: case, spaces, dashes and look-alikes do not matter. */
export function cleanCode(typed: string): string {
  const letters = typed.normalize('NFKD').toUpperCase().replaceAll('Đ', 'D');
  return [...letters.replace(/[^0-9A-Z]/gu, '')].map((sign) => READ_AS[sign] ?? sign).join('');
}

/** Whether this can be a code at all; whether it is one, only the table knows. */
export const isCodeShaped = (code: string): boolean =>
  code.length === CODE_LENGTH && [...code].every((sign) => CODE_ALPHABET.includes(sign));

/** The code as people read it: in groups, with dashes. */
export const groupedCode = (code: string): string =>
  Array.from({ length: Math.ceil(code.length / GROUP) }, (_, at) => code.slice(at * GROUP, (at + 1) * GROUP)).join('-');
