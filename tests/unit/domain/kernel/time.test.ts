import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contains, DAY, HOUR, localDay, localDaysOf, startOfLocalDay } from '#app/domain/kernel/time.ts';

const instants = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2100, 0, 1) });

describe('local days of Viet Nam', () => {
  test('the day turns at 17:00 UTC', () => {
    expect(localDay(Date.UTC(2026, 7, 31, 16, 59, 59, 999))).toBe(20_260_831);
    expect(localDay(Date.UTC(2026, 7, 31, 17))).toBe(20_260_901);
  });

  test('startOfLocalDay gives the first instant of the day', () => {
    fc.assert(
      fc.property(instants, (at) => {
        const day = localDay(at);
        const start = startOfLocalDay(day);
        expect(start).toBeLessThanOrEqual(at);
        expect(at).toBeLessThan(start + DAY);
        expect(localDay(start)).toBe(day);
        expect(localDay(start - 1)).toBeLessThan(day);
      }),
    );
  });

  test('an interval touches its first day and not the day that begins at its end', () => {
    const start = Date.UTC(2026, 1, 27, 1);
    expect(localDaysOf({ start, end: start + 2 * DAY })).toEqual([20_260_227, 20_260_228, 20_260_301]);
    expect(localDaysOf({ start: startOfLocalDay(20_240_228), end: startOfLocalDay(20_240_301) })).toEqual([
      20_240_228, 20_240_229,
    ]);
  });

  test('agrees with the tz database', () => {
    const format = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' });
    fc.assert(
      fc.property(instants, (at) => void expect(localDay(at)).toBe(Number(format.format(at).replaceAll('-', '')))),
    );
  });
});

test('intervals are half-open', () => {
  const interval = { start: 0, end: HOUR };
  expect([-1, 0, HOUR - 1, HOUR].map((at) => contains(interval, at))).toEqual([false, true, true, false]);
  expect(contains({ start: 5, end: 5 }, 5)).toBe(false);
});
