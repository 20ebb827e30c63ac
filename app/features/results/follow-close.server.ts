import type { Contest } from '#app/domain/contests/contest.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { rebuildStandings } from './rebuild-standings.server.ts';

/**
 * Lets frozen boards follow a close that was moved: they stop some time before it, so who stood on them may change. Nothing is
 * to be done for a contest whose boards do not freeze.
 */
export async function followClose(contest: Contest, roundIds: readonly string[], now: Instant): Promise<void> {
  if (contest.rules.boards !== 'frozen' || roundIds.length === 0) return;
  await rebuildStandings({ contestId: contest.id, roundIds, now });
}
