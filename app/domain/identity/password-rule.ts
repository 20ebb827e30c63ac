import { fold } from '../kernel/text.ts';
import { COMMON_IN_VIET_NAM } from './known-passwords.ts';
import { isPhone } from './sign-in-name.ts';

const FAULTS = [
  'passwordShort',
  'passwordShortForDuty',
  'passwordLong',
  'passwordCommon',
  'passwordLikeName',
  'passwordHasOwn',
  'passwordPattern',
  'passwordWeak',
] as const;

/** What may be wrong with a password; the catalogue of texts has a sentence for each. */
export type PasswordFault = (typeof FAULTS)[number];

/** Whether a reason is about the password, and stands beside its field. */
export const isPasswordFault = (code: string): code is PasswordFault => (FAULTS as readonly string[]).includes(code);

export const PASSWORD_MIN = 8;
/** For who holds a duty: there is more behind it. */
export const PASSWORD_MIN_WITH_DUTY = 12;
export const PASSWORD_MAX = 128;

/**
 * Fewer guesses than this, and the password is refused. Against sign-in at the most some fifty guesses an hour come through for
 * one account, so ten millions take twenty years; against a stolen hash, at thirty milliseconds each, they take a processor
 * days for one account. Who holds a duty is worth more trouble to an attacker.
 */
export const FEWEST_GUESSES = 10_000_000;
export const FEWEST_GUESSES_WITH_DUTY = 10_000_000_000;

const COMMON: ReadonlySet<string> = new Set(COMMON_IN_VIET_NAM);
const COMMON_TAIL = /^(?:\d{1,4}|[!@#.]+|\d{1,4}[!@#.]+|[!@#.]+\d{1,4})?$/u;
const RUNS = ['01234567890123456789', '98765432109876543210'];

/** What of a person and the place a stranger would try in a password. */
export interface PasswordContext {
  readonly fullName: string;
  /** As it is typed: a user name, or a phone number. */
  readonly signInName: string;
  readonly birthYear?: number | undefined;
  readonly unitName?: string | undefined;
  readonly hasDuty: boolean;
}

/**
 * What is wrong with a password at first sight, or undefined. Any character counts; length is what protects, so there are no
 * rules about kinds of characters.
 * @param names texts of the person that a stranger would try: full name, name to sign in with
 */
export function passwordFault(password: string, names: readonly string[]): PasswordFault | undefined {
  const length = [...password.normalize('NFC')].length;
  if (length < PASSWORD_MIN) return 'passwordShort';
  if (length > PASSWORD_MAX) return 'passwordLong';
  const plain = squeeze(password);
  if (new Set(plain).size < 3 || RUNS.some((run) => run.includes(plain)) || isCommon(plain)) return 'passwordCommon';
  return names.some((name) => name !== '' && squeeze(name) === plain) ? 'passwordLikeName' : undefined;
}

/** A common word, alone or with a few digits or signs behind it. */
function isCommon(plain: string): boolean {
  for (let end = plain.length; end >= 3; end -= 1) {
    if (COMMON.has(plain.slice(0, end))) return COMMON_TAIL.test(plain.slice(end));
  }
  return false;
}

/** Words that cost a guesser little: names whole and in their parts, the number in its spellings, the place. */
export function wordsOf({ fullName, signInName, birthYear, unitName }: PasswordContext): string[] {
  const parts = (text: string): string[] => {
    const words = fold(text)
      .split(/[^a-z0-9]+/u)
      .filter(Boolean);
    const initials = words.map((word) => word.slice(0, 1)).join('');
    const pairs = words.slice(1).map((word, index) => `${words[index] ?? ''}${word}`);
    const [first = '', last = ''] = [words[0], words.at(-1)];
    return [words.join(''), words.toReversed().join(''), first + last, last + first, ...pairs, ...words, initials];
  };
  const numbers = isPhone(signInName) ? [signInName.slice(1), `84${signInName.slice(1)}`, signInName.slice(-6)] : [];
  const years = birthYear === undefined ? [] : [String(birthYear)];
  const all = [...parts(fullName), squeeze(signInName), ...numbers, ...years, ...parts(unitName ?? '')];
  return [...new Set(all)].filter((word) => word.length > 1);
}

/** What a guesser of passwords makes of one. */
export interface GuessedParts {
  readonly guesses: number;
  readonly parts: readonly { readonly kind: 'own' | 'common' | 'pattern' | 'unknown'; readonly length: number }[];
}

/** The ways in which a password is guessed: as typed, and without marks, capitals and spaces. */
export const spellingsToGuess = (password: string): string[] => [
  ...new Set([password.normalize('NFC'), squeeze(password)].filter(Boolean)),
];

/** What is wrong with a password by how many guesses it takes; the longest part that is no secret names the fault. */
export function guessFault(guessed: readonly GuessedParts[], hasDuty: boolean): PasswordFault | undefined {
  const weakest = guessed.toSorted((a, b) => a.guesses - b.guesses)[0];
  if (!weakest || weakest.guesses >= (hasDuty ? FEWEST_GUESSES_WITH_DUTY : FEWEST_GUESSES)) return undefined;
  const longest = weakest.parts.filter(({ kind }) => kind !== 'unknown').toSorted((a, b) => b.length - a.length)[0];
  switch (longest?.kind) {
    case 'own':
      return 'passwordHasOwn';
    case 'common':
      return 'passwordCommon';
    case 'pattern':
      return 'passwordPattern';
    default:
      return 'passwordWeak';
  }
}

/** Whether a password is too short for who holds a duty. */
export const isShortForDuty = (password: string): boolean =>
  [...password.normalize('NFC')].length < PASSWORD_MIN_WITH_DUTY;

const squeeze = (text: string): string => fold(text).replaceAll(' ', '');
