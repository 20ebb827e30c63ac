import type { Instant } from '#app/domain/kernel/time.ts';
import { listContests } from '#app/features/contests/index.server.ts';
import { DEFAULT_CHOICE } from './attempts-choice.ts';
import { getRoundAnalysis, isAnalysing } from './get-round-analysis.server.ts';
import { listSnapshots } from './snapshot.repo.server.ts';

/**
 * Analyses rounds that nothing can change any more and that nobody has looked at since, so that the bank knows how its items
 * did. One at a time: called by every sweep, it does nothing while a round is being counted.
 * @returns whether it began one
 */
export async function analyseSettled({ now }: { now: Instant }): Promise<boolean> {
  if (isAnalysing()) return false;
  const countedAt = new Map((await listSnapshots()).map((each) => [each.scopeId, each.countedAt]));
  for (const { contest } of await listContests(now)) {
    for (const round of contest.rounds) {
      const settledAt = round.settledAt;
      if (settledAt === undefined || (countedAt.get(round.id) ?? 0) >= settledAt) continue;
      await getRoundAnalysis({ contest, round, choice: DEFAULT_CHOICE, now });
      return true;
    }
  }
  return false;
}
