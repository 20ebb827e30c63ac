import { yearOf } from '#app/domain/identity/minor.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { birthYear as birthYearField, personName } from './register.schema.ts';

/** What is wrong with a name or a year of birth: keys of the sentences of the register form. */
export type IdentityFault =
  'fullNameMissing' | 'fullNameLong' | 'fullNameLetters' | 'birthYearMissing' | 'birthYearForm' | 'birthYearYoung';

/** A name and a year of birth as they were typed, by the rules of registering. */
export function readIdentity(
  typed: { fullName: string; birthYear: string },
  now: Instant,
): Result<{ fullName: string; birthYear: number }, IdentityFault> {
  const name = personName.safeParse(typed.fullName);
  if (!name.success) return refuse(name.error.issues[0]?.message as IdentityFault);
  const year = birthYearField(yearOf(now)).safeParse(typed.birthYear);
  if (!year.success) return refuse(year.error.issues[0]?.message as IdentityFault);
  return ok({ fullName: name.data, birthYear: year.data });
}
