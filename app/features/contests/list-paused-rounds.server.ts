import { phaseAt } from '#app/domain/contests/phase.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { clockOf } from './get-contest.server.ts';
import { findAdjustments, findContestsWithPauses } from './adjustment.repo.server.ts';
import { findContest } from './contest.repo.server.ts';

/** Ids of rounds that stand still now: no attempt of theirs can run out. */
export async function listPausedRounds(now: Instant): Promise<string[]> {
  const paused: string[] = [];
  for (const id of await findContestsWithPauses(now)) {
    const contest = await findContest({ id });
    const adjustments = await findAdjustments(id);
    for (const round of contest?.rounds ?? []) {
      if (phaseAt(clockOf(round, adjustments, now)).phase === 'paused') paused.push(round.id);
    }
  }
  return paused;
}
