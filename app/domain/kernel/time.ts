/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

/** A length of time in milliseconds. */
export type Duration = number;

/** Half-open: `start` is inside, `end` is not. */
export interface Interval {
  readonly start: Instant;
  readonly end: Instant;
}

export const SECOND: Duration = 1_000;
export const MINUTE: Duration = 60 * SECOND;
export const HOUR: Duration = 60 * MINUTE;
export const DAY: Duration = 24 * HOUR;

/** Viet Nam has had one offset without summer time since 1975 (tz database, Asia/Ho_Chi_Minh). */
const VIETNAM_OFFSET: Duration = 7 * HOUR;

/** Whether the instant lies in [start, end). */
export const contains = (interval: Interval, at: Instant): boolean => interval.start <= at && at < interval.end;

/** The day of an instant in Viet Nam as a number yyyymmdd, so that days sort and group on any database. */
export function localDay(at: Instant): number {
  const local = new Date(at + VIETNAM_OFFSET);
  return local.getUTCFullYear() * 10_000 + (local.getUTCMonth() + 1) * 100 + local.getUTCDate();
}

/** The instant at which a local day (yyyymmdd) begins in Viet Nam. */
export function startOfLocalDay(day: number): Instant {
  return Date.UTC(Math.floor(day / 10_000), (Math.floor(day / 100) % 100) - 1, day % 100) - VIETNAM_OFFSET;
}

/** All local days (yyyymmdd) that touch [start, end), oldest first. */
export function localDaysOf(interval: Interval): number[] {
  const days: number[] = [];
  for (let at = startOfLocalDay(localDay(interval.start)); at < interval.end; at += DAY) days.push(localDay(at));
  return days;
}
