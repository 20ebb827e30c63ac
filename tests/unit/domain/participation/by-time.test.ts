import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY, HOUR, localDaysOf, startOfLocalDay } from '#app/domain/kernel/time.ts';
import { daysOfHours, heatOfHours, hourOfDay, weekdayOf } from '#app/domain/participation/by-time.ts';

const START = startOfLocalDay(20_261_201);
const hourAt = (instant: number): number => Math.floor(instant / HOUR);

const hours = fc
  .array(
    fc.record({
      hour: fc.integer({ min: hourAt(START - 3 * DAY), max: hourAt(START + 40 * DAY) }),
      people: fc.integer({ min: 0, max: 50 }),
      more: fc.integer({ min: 0, max: 50 }),
    }),
    { minLength: 1, maxLength: 60 },
  )
  .map((rows) => new Map(rows.map(({ hour, people, more }) => [hour, { people, attempts: people + more }])));

const sum = (numbers: Iterable<number>): number => [...numbers].reduce((total, each) => total + each, 0);

describe('days of hours', () => {
  test('an hour belongs to the day and the hour of Viet Nam', () => {
    const late = hourAt(START + 23 * HOUR);
    expect(hourOfDay(late)).toBe(23);
    const days = daysOfHours(new Map([[late, { people: 2, attempts: 3 }]]), { start: START, end: START + 2 * DAY });
    expect(days).toEqual([
      { day: 20_261_201, people: 2, attempts: 3, total: 2 },
      { day: 20_261_202, people: 0, attempts: 0, total: 2 },
    ]);
  });

  test('what began after the close has its day too, and no day between is left out', () => {
    const after = hourAt(START + 4 * DAY);
    const days = daysOfHours(new Map([[after, { people: 1, attempts: 1 }]]), { start: START, end: START + DAY });
    expect(days.map(({ day }) => day)).toEqual([20_261_201, 20_261_202, 20_261_203, 20_261_204, 20_261_205]);
  });

  test('nothing in no time is no day', () => {
    expect(daysOfHours(new Map(), { start: START, end: START })).toEqual([]);
  });

  test('no one is lost: sums of days and cells are those of the hours', () => {
    fc.assert(
      fc.property(hours, fc.integer({ min: 1, max: 40 }), (some, length) => {
        const days = daysOfHours(some, { start: START, end: START + length * DAY });
        const people = sum([...some.values()].map((each) => each.people));
        const attempts = sum([...some.values()].map((each) => each.attempts));
        expect(sum(days.map((each) => each.people))).toBe(people);
        expect(days.at(-1)?.total).toBe(people);
        expect(sum(days.map((each) => each.attempts))).toBe(attempts);
        const heat = heatOfHours(
          some,
          days.map(({ day }) => day),
        );
        expect(heat.rows.every(({ cells }) => cells.length === 24)).toBe(true);
        expect(sum(heat.rows.flatMap(({ cells }) => cells.map((cell) => cell.attempts)))).toBe(attempts);
        expect(sum(heat.rows.map((row) => row.attempts))).toBe(attempts);
        expect(heat.by).toBe(days.length > 21 ? 'weekday' : 'day');
      }),
    );
  });
});

test('weekdays are counted from Monday', () => {
  const days = localDaysOf({ start: startOfLocalDay(20_261_123), end: startOfLocalDay(20_261_130) });
  expect(days.map(weekdayOf)).toEqual([1, 2, 3, 4, 5, 6, 7]);
});
