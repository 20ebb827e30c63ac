import { DAY, MINUTE, startOfLocalDay, type Instant } from '../kernel/time.ts';

/** When the figures of a contest are frozen every week, in Viet Nam. */
export interface ReportClock {
  /** 1 Monday .. 7 Sunday. */
  readonly weekday: number;
  /** A whole hour, as figures are kept by the hour: what began in a week is exact only then. */
  readonly minuteOfDay: number;
}

/** Monday, 08:00: what the province asks for at the beginning of a week. */
export const DEFAULT_REPORT_CLOCK: ReportClock = { weekday: 1, minuteOfDay: 8 * 60 };

const WEEK = 7 * DAY;
/** The beginning of some Monday. */
const A_MONDAY = startOfLocalDay(1970_01_05);

/** The first declared instant after `after`. */
export function nextDeclared({ weekday, minuteOfDay }: ReportClock, after: Instant): Instant {
  const anchor = A_MONDAY + (weekday - 1) * DAY + minuteOfDay * MINUTE;
  return anchor + (Math.floor((after - anchor) / WEEK) + 1) * WEEK;
}

/** What of a contest's time decides which figures are frozen. */
export interface ReportSpan {
  readonly opensAt: Instant;
  /** From when on nothing can change any more: the first instant from then on is the last. */
  readonly endsAt: Instant;
}

/**
 * The instants at which figures are to be frozen, oldest first: after `since`, at most `until`, from the opening on up to the
 * first one after the end.
 * @param since the last one that was frozen already, or from when on this clock holds; those before are not asked for again
 */
export function declaredInstants(
  clock: ReportClock,
  { opensAt, endsAt }: ReportSpan,
  { since, until }: { readonly since: Instant; readonly until: Instant },
): Instant[] {
  const instants: Instant[] = [];
  let at = nextDeclared(clock, Math.max(opensAt, since));
  while (at <= until) {
    // why the one before: one instant after the end, and no more.
    if (at - WEEK >= endsAt) break;
    instants.push(at);
    at += WEEK;
  }
  return instants;
}
