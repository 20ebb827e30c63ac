import { MINUTE, type Instant } from '#app/domain/kernel/time.ts';
import { getUnitNames } from '#app/features/units/index.server.ts';
import { countSilent, findMostSilent, type SilentAttempt } from './hall.repo.server.ts';

/** Silences that are counted, in minutes. */
const SILENCES = [2, 5, 10] as const;
const SHOWN = 20;

/** Attempts under way that say nothing: people may read and think for long, but a line that dropped looks the same. */
export interface Hall {
  readonly silences: readonly { readonly minutes: number; readonly attempts: number }[];
  /** Those that have been silent for the longest time, without names. */
  readonly mostSilent: readonly (SilentAttempt & { readonly unitName: string })[];
}

/** How silent the attempts under way in a contest are. Looks at the steps of all of them: for one page, now and then. */
export async function getHall(contestId: string, now: Instant): Promise<Hall> {
  const [counts, silent] = await Promise.all([
    Promise.all(SILENCES.map((minutes) => countSilent(contestId, now - minutes * MINUTE))),
    findMostSilent(contestId, SHOWN),
  ]);
  const names = await getUnitNames(silent.map(({ unitId }) => unitId));
  return {
    silences: SILENCES.map((minutes, index) => ({ minutes, attempts: counts[index] ?? 0 })),
    mostSilent: silent.map((each) => ({ ...each, unitName: names.get(each.unitId) ?? each.unitId })),
  };
}
