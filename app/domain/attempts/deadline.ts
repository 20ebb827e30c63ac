import type { Duration, Instant } from '../kernel/time.ts';
import type { Round } from '../contests/contest.ts';

/** When an attempt ends: its own time runs from the start, and the close of the round ends it at the latest. */
export function deadlineOf(
  round: Pick<Round, 'closesAt' | 'duration'>,
  startedAt: Instant,
  extraTime: Duration = 0,
): Instant {
  return Math.min(startedAt + round.duration + extraTime, round.closesAt + extraTime);
}
