import { runningTime, type RoundClock } from '../contests/timeline.ts';
import type { Duration, Instant } from '../kernel/time.ts';

/**
 * How long an attempt took, for ranking: running time without pauses, from the person's own start, or from the opening
 * where the time runs for all from then on, so that nobody gains by coming late.
 */
export function durationOf({ timing, adjustments }: RoundClock, startedAt: Instant, finishedAt: Instant): Duration {
  const from = timing.window === 'fixed' ? timing.opensAt : startedAt;
  return Math.max(0, runningTime(adjustments, from, finishedAt));
}
