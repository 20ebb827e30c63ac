import { localDay, startOfLocalDay, type Instant } from '../kernel/time.ts';

/** The first year that a unit of today's state can go back to, and how far ahead one plans. */
const YEARS = { first: 1945, ahead: 10 };

/** "01/07/2025" or "2025-07-01" as the instant at which that day begins; undefined for what is no day, or out of bounds. */
export function dayStart(text: string, now: Instant): Instant | undefined {
  const local = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/u.exec(text.trim());
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/u.exec(text.trim());
  const [year, month, day] = (local ? [local[3], local[2], local[1]] : [iso?.[1], iso?.[2], iso?.[3]]).map(Number);
  if (!year || !month || !day) return undefined;
  if (year < YEARS.first || year > Math.floor(localDay(now) / 10_000) + YEARS.ahead) return undefined;
  const number = year * 10_000 + month * 100 + day;
  const start = startOfLocalDay(number);
  return localDay(start) === number ? start : undefined;
}

/** The day as clerks write it. */
export function dayText(at: Instant): string {
  const day = String(localDay(at));
  return `${day.slice(6)}/${day.slice(4, 6)}/${day.slice(0, 4)}`;
}
