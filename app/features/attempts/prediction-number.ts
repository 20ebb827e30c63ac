/** The highest number that can be predicted. why not imported: a chunk of its own would travel to the phone; a test compares them. */
const HIGHEST = 100_000_000;

/** 12.345: digits in groups, as people read them; nothing for no number. */
export const groupDigits = (value: number | undefined): string =>
  value === undefined ? '' : String(value).replaceAll(/\B(?=(\d{3})+$)/gu, '.');

/** The number that somebody typed, with or without groups; undefined for none, null for what is no such number. */
export function readNumber(typed: string): number | undefined | null {
  const plain = typed.replaceAll(/[\s.,]/gu, '');
  if (plain === '') return undefined;
  const value = Number(plain);
  return /^\d{1,12}$/u.test(plain) && value <= HIGHEST ? value : null;
}
