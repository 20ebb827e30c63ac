import { MINUTE, SECOND, type Instant } from '#app/domain/kernel/time.ts';
import { sitContest } from './demo-sittings.ts';

/**
 * Lets one person sit a contest faster than anybody reads, and all but rightly, so that the demonstration has a signal of speed.
 * Starting it again changes nothing, as who has sat a round is left alone.
 */
export async function demoFastSitting(
  slug: string,
  person: { readonly accountId: string; readonly unitId: string },
  now: Instant,
): Promise<void> {
  const actor = { ...person, unitPath: '', birthYear: 1991, grants: [] };
  await sitContest(slug, [actor], now, { beforeEnd: 90 * MINUTE, took: 9 * SECOND, isWrong: () => false });
}
