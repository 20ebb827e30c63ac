import { DAY, localDay, startOfLocalDay, type Instant, type Interval } from '../kernel/time.ts';
import type { AttemptLimit } from './contest.ts';

/** An attempt as limits count it: started in a contest round, finished or not. */
export interface StartedAttempt {
  readonly roundId: string;
  readonly startedAt: Instant;
}

export interface AttemptsLeft {
  /** How many more may start now; undefined without a limit. */
  readonly left: number | undefined;
  /** The limit that leaves the fewest. */
  readonly limit: AttemptLimit | undefined;
  /** When that limit begins to count anew; undefined where it never does. */
  readonly nextAt: Instant | undefined;
}

/** The local day of an instant, or its week from Monday 00:00 (Viet Nam). */
export function spanOf(per: 'day' | 'week', at: Instant): Interval {
  const day = startOfLocalDay(localDay(at));
  if (per === 'day') return { start: day, end: day + DAY };
  // why + 3: 1 January 1970 was a Thursday, three days after a Monday; local days are counted from it.
  const sinceMonday = (Math.round((day + 7 * 3_600_000) / DAY) + 3) % 7;
  const start = day - sinceMonday * DAY;
  return { start, end: start + 7 * DAY };
}

/** How many more attempts a person may start in a round now. `own`: the person's attempts in contest rounds of the contest. */
export function attemptsLeft(
  limits: readonly AttemptLimit[],
  own: readonly StartedAttempt[],
  roundId: string,
  now: Instant,
): AttemptsLeft {
  let result: AttemptsLeft = { left: undefined, limit: undefined, nextAt: undefined };
  for (const limit of limits) {
    const { used, nextAt } = usedOf(limit, own, roundId, now);
    const left = Math.max(0, limit.count - used);
    if (result.left === undefined || left < result.left) result = { left, limit, nextAt };
  }
  return result;
}

function usedOf(
  { per }: AttemptLimit,
  own: readonly StartedAttempt[],
  roundId: string,
  now: Instant,
): { used: number; nextAt: Instant | undefined } {
  switch (per) {
    case 'contest':
      return { used: own.length, nextAt: undefined };
    case 'round':
      return { used: own.filter((attempt) => attempt.roundId === roundId).length, nextAt: undefined };
    case 'day':
    case 'week': {
      const span = spanOf(per, now);
      const used = own.filter(({ startedAt }) => span.start <= startedAt && startedAt < span.end).length;
      return { used, nextAt: span.end };
    }
  }
}
