import { DAY, HOUR, localDay, localDaysOf, startOfLocalDay, type Instant, type Interval } from '../kernel/time.ts';
import type { HourTally } from './tally.ts';

/** What began on one day (yyyymmdd, Viet Nam), and the people up to its end. */
export interface DayCount {
  readonly day: number;
  readonly people: number;
  readonly attempts: number;
  readonly total: number;
}

/** What began in one hour of the clock, on a day or on all days of a kind. */
export interface HeatCell {
  /** 0..23, Viet Nam. */
  readonly hour: number;
  readonly attempts: number;
}

/** A row of the heat map: one day; or, over a longer time, one day of the week. */
export interface HeatRow {
  /** yyyymmdd, or 1 (Monday) .. 7 (Sunday). */
  readonly key: number;
  /** All 24 hours. */
  readonly cells: readonly HeatCell[];
  readonly attempts: number;
}

export interface HeatMap {
  readonly by: 'day' | 'weekday';
  readonly rows: readonly HeatRow[];
  /** The most that began in one cell. */
  readonly highest: number;
}

/** More days than this are drawn by the day of the week: a person cannot compare more rows. */
const MOST_DAYS = 21;
const HOURS_OF_DAY = 24;

const startOfHour = (hour: number): Instant => hour * HOUR;

/** The hour of the clock in Viet Nam in which an hour since 1970 lies. */
export const hourOfDay = (hour: number): number =>
  Math.floor((startOfHour(hour) - startOfLocalDay(localDay(startOfHour(hour)))) / HOUR);

/** 1 Monday .. 7 Sunday. */
export const weekdayOf = (day: number): number =>
  ((new Date(Date.UTC(Math.floor(day / 10_000), (Math.floor(day / 100) % 100) - 1, day % 100)).getUTCDay() + 6) % 7) +
  1;

/**
 * The days of a span with what began on each, those without anything too, so that a gap is seen as a gap. Days outside of the
 * span on which something began, as happens with extra time, are there as well: the last total is all people of the hours.
 */
export function daysOfHours(hours: ReadonlyMap<number, HourTally>, span: Interval): DayCount[] {
  const counts = new Map<number, { people: number; attempts: number }>();
  for (const [hour, { people, attempts }] of hours) {
    const day = localDay(startOfHour(hour));
    const known = counts.get(day) ?? { people: 0, attempts: 0 };
    counts.set(day, { people: known.people + people, attempts: known.attempts + attempts });
  }
  const days = [...new Set([...localDaysOf(span), ...counts.keys()])].toSorted((a, b) => a - b);
  const first = days[0];
  const last = days.at(-1);
  if (first === undefined || last === undefined) return [];
  let total = 0;
  return localDaysOf({ start: startOfLocalDay(first), end: startOfLocalDay(last) + DAY }).map((day) => {
    const { people = 0, attempts = 0 } = counts.get(day) ?? {};
    total += people;
    return { day, people, attempts, total };
  });
}

/** When people begin: days by hours of the clock; over more than three weeks, days of the week by hours. */
export function heatOfHours(hours: ReadonlyMap<number, HourTally>, days: readonly number[]): HeatMap {
  const by = days.length > MOST_DAYS ? 'weekday' : 'day';
  const rowOf = (day: number): number => (by === 'day' ? day : weekdayOf(day));
  const keys = by === 'day' ? days : [1, 2, 3, 4, 5, 6, 7];
  const table = new Map(keys.map((key): [number, number[]] => [key, Array<number>(HOURS_OF_DAY).fill(0)]));
  for (const [hour, { attempts }] of hours) {
    const cells = table.get(rowOf(localDay(startOfHour(hour))));
    const at = hourOfDay(hour);
    if (cells) cells[at] = (cells[at] ?? 0) + attempts;
  }
  const rows = [...table].map(([key, cells]) => ({
    key,
    cells: cells.map((attempts, hour) => ({ hour, attempts })),
    attempts: cells.reduce((sum, attempts) => sum + attempts, 0),
  }));
  return { by, rows, highest: Math.max(0, ...rows.flatMap((row) => row.cells.map((cell) => cell.attempts))) };
}
