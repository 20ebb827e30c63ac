import {
  guessFault,
  isShortForDuty,
  passwordFault,
  spellingsToGuess,
  wordsOf,
  type PasswordContext,
  type PasswordFault,
} from '#app/domain/identity/password-rule.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { guessPassword } from '#app/platform/password-strength.server.ts';
import { getUnitIndex } from '../units/index.server.ts';
import { hasAnyGrant } from './grant.repo.server.ts';

/** What is wrong with a password that somebody chooses, by length, lists, and what a stranger knows of the person. */
export async function checkPassword(password: string, context: PasswordContext): Promise<PasswordFault | undefined> {
  const fault = passwordFault(password, [context.fullName, context.signInName]);
  if (fault) return fault;
  if (context.hasDuty && isShortForDuty(password)) return 'passwordShortForDuty';
  const words = wordsOf(context);
  const guessed = await Promise.all(spellingsToGuess(password).map((spelling) => guessPassword(spelling, words)));
  return guessFault(guessed, context.hasDuty);
}

interface Person {
  readonly id?: string;
  readonly fullName: string;
  readonly signInName: string;
  readonly birthYear: number;
  readonly unitId: string;
}

/** The same for a person as the tables have them; who holds a grant is asked for more. */
export async function checkPasswordOf(
  password: string,
  { id, fullName, signInName, birthYear, unitId }: Person,
  now: Instant,
): Promise<PasswordFault | undefined> {
  const [hasDuty, units] = await Promise.all([id === undefined ? false : hasAnyGrant(id), getUnitIndex(now)]);
  const unitName = units.get(unitId)?.name;
  return checkPassword(password, { fullName, signInName, birthYear, unitName, hasDuty });
}
