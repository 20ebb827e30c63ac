import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  isSessionOver,
  isUseNoted,
  sessionEnd,
  sessionLimit,
  type SessionTimes,
} from '#app/domain/identity/session-limits.ts';
import { DAY, HOUR, MINUTE } from '#app/domain/kernel/time.ts';
import { OPENING } from '#tests/support/clock.ts';

const [contestant, staff] = [sessionLimit(false), sessionLimit(true)];
const fresh: SessionTimes = { createdAt: OPENING, lastSeenAt: OPENING, endsAt: undefined };

describe('a session', () => {
  test.each([
    ['of a contestant ends after 30 days without use', contestant, fresh, 30 * DAY],
    ['of a contestant ends after 90 days', contestant, { ...fresh, lastSeenAt: OPENING + 80 * DAY }, 90 * DAY],
    ['of somebody with a role ends after 30 minutes without use', staff, fresh, 30 * MINUTE],
    [
      'of somebody with a role ends after 12 hours',
      staff,
      { ...fresh, lastSeenAt: OPENING + 12 * HOUR - 1 },
      12 * HOUR,
    ],
    [
      'never outlasts the end that it was given',
      contestant,
      { ...fresh, lastSeenAt: OPENING + 6 * HOUR, endsAt: OPENING + 7 * HOUR },
      7 * HOUR,
    ],
  ])('%s', (_, limit, times, length) => {
    expect(isSessionOver(times, limit, OPENING + length - 1)).toBe(false);
    expect(isSessionOver(times, limit, OPENING + length)).toBe(true);
  });

  test('is noted to be used once a minute at most', () => {
    expect(isUseNoted(fresh, OPENING + MINUTE - 1)).toBe(false);
    expect(isUseNoted(fresh, OPENING + MINUTE)).toBe(true);
  });
});

const someTimes = fc
  .tuple(fc.nat(200 * DAY), fc.nat(200 * DAY), fc.option(fc.nat(200 * DAY), { nil: undefined }))
  .map(([age, use, end]) => ({
    createdAt: OPENING,
    lastSeenAt: OPENING + Math.min(age, use),
    endsAt: end === undefined ? undefined : OPENING + end,
  }));

describe('however a session is used', () => {
  test('it ends no later than its longest, and a person with roles is out no later than one without', () => {
    fc.assert(
      fc.property(someTimes, (times) => {
        expect(sessionEnd(times, staff)).toBeLessThanOrEqual(OPENING + 12 * HOUR);
        expect(sessionEnd(times, contestant)).toBeLessThanOrEqual(OPENING + 90 * DAY);
        expect(sessionEnd(times, staff)).toBeLessThanOrEqual(sessionEnd(times, contestant));
      }),
    );
  });

  test('once over it stays over, and more use never ends it earlier', () => {
    fc.assert(
      fc.property(someTimes, fc.boolean(), fc.nat(400 * DAY), fc.nat(DAY), (times, hasRoles, at, later) => {
        const limit = sessionLimit(hasRoles);
        const now = OPENING + at;
        if (isSessionOver(times, limit, now)) expect(isSessionOver(times, limit, now + later)).toBe(true);
        const used = { ...times, lastSeenAt: times.lastSeenAt + later };
        expect(sessionEnd(used, limit)).toBeGreaterThanOrEqual(sessionEnd(times, limit));
      }),
    );
  });

  test('one that is used at least every half hour lasts for twelve hours and not a moment more', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 30 * MINUTE - 1 }), { minLength: 1, maxLength: 80 }), (pauses) => {
        let times: SessionTimes = { ...fresh, endsAt: OPENING + staff.longest };
        for (const pause of pauses) {
          const now = times.lastSeenAt + pause;
          expect(isSessionOver(times, staff, now)).toBe(now >= OPENING + 12 * HOUR);
          if (isSessionOver(times, staff, now)) return;
          times = { ...times, lastSeenAt: now };
        }
      }),
    );
  });
});
