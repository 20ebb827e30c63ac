import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY, HOUR, startOfLocalDay } from '#app/domain/kernel/time.ts';
import { declaredInstants, DEFAULT_REPORT_CLOCK, nextDeclared } from '#app/domain/reports/report-clock.ts';

const at = (day: number, hour: number) => startOfLocalDay(day) + hour * HOUR;

describe('the declared instant', () => {
  test('is Monday 08:00 in Viet Nam where nobody set another', () => {
    // 5 January 2026 is a Monday.
    expect(nextDeclared(DEFAULT_REPORT_CLOCK, at(2026_01_05, 7))).toBe(at(2026_01_05, 8));
    expect(nextDeclared(DEFAULT_REPORT_CLOCK, at(2026_01_05, 8))).toBe(at(2026_01_12, 8));
  });

  test('is on Sunday evening for a clock that says so', () => {
    expect(nextDeclared({ weekday: 7, minuteOfDay: 20 * 60 }, at(2026_01_05, 8))).toBe(at(2026_01_11, 20));
  });
});

describe('declared instants', () => {
  const span = { opensAt: at(2026_01_06, 9), endsAt: at(2026_01_20, 17) };

  test('go from the opening up to the first one after the end', () => {
    const all = declaredInstants(DEFAULT_REPORT_CLOCK, span, { since: 0, until: at(2026_06_01, 0) });
    expect(all).toEqual([at(2026_01_12, 8), at(2026_01_19, 8), at(2026_01_26, 8)]);
  });

  test('leave out what was frozen and what is still to come', () => {
    const since = at(2026_01_12, 8);
    expect(declaredInstants(DEFAULT_REPORT_CLOCK, span, { since, until: at(2026_01_19, 8) })).toEqual([
      at(2026_01_19, 8),
    ]);
    expect(declaredInstants(DEFAULT_REPORT_CLOCK, span, { since, until: at(2026_01_19, 8) - 1 })).toEqual([]);
  });

  test('taken in any pieces are the same as at once, and none twice', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 7 }),
        fc.integer({ min: 0, max: 23 }),
        fc.integer({ min: 0, max: 60 }),
        fc.array(fc.integer({ min: 0, max: 90 * 24 }), { maxLength: 12 }),
        (weekday, hour, days, looks) => {
          const clock = { weekday, minuteOfDay: hour * 60 };
          const some = { opensAt: span.opensAt, endsAt: span.opensAt + days * DAY };
          const until = span.opensAt + 100 * DAY;
          const taken: number[] = [];
          for (const look of [...looks.toSorted((a, b) => a - b), 100 * 24]) {
            const since = taken.at(-1) ?? 0;
            taken.push(...declaredInstants(clock, some, { since, until: span.opensAt + look * HOUR }));
          }
          expect(taken).toEqual(declaredInstants(clock, some, { since: 0, until }));
          expect(taken.filter((each) => each >= some.endsAt)).toHaveLength(1);
        },
      ),
    );
  });
});
