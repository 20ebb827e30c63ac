import type { Instant } from '#app/domain/kernel/time.ts';
import { findDuplicates } from '#app/features/duplicates/index.server.ts';
import { createSampleAccounts } from '#app/features/identity/index.server.ts';

/** People who registered twice, and two brothers whose names only look alike. Nobody signs in to these accounts. */
const PEOPLE = [
  { signInName: 'mau-trang-1', fullName: 'Nông Thị Kiều Trang', birthYear: 1992 },
  { signInName: 'mau-trang-2', fullName: 'NÔNG THỊ KIỀU TRANG', birthYear: 1992 },
  { signInName: 'mau-hung', fullName: 'Bế Quang Hùng', birthYear: 1988 },
  { signInName: 'mau-hung-2', fullName: 'Bế Quang Hưng', birthYear: 1988 },
] as const;

/**
 * Adds accounts that are alike, and looks for them and for all others.
 * @returns the two accounts of one person, so that both can sit a contest
 */
export async function demoDuplicates({ unitId, now }: { unitId: string; now: Instant }): Promise<string[]> {
  const people = PEOPLE.map((person) => ({ ...person, unitId, showsFullName: false }));
  const ids = await createSampleAccounts(people, now);
  for (let looked = 1; looked > 0;) ({ looked } = await findDuplicates({ now }));
  return ['mau-trang-1', 'mau-trang-2'].flatMap((name) => ids.get(name) ?? []);
}
