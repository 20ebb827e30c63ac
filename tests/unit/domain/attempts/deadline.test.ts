import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deadlineOf } from '#app/domain/attempts/deadline.ts';
import { MINUTE } from '#app/domain/kernel/time.ts';

const round = { closesAt: 60 * MINUTE, duration: 20 * MINUTE };

test.each([
  ['own time from the start', 10, 0, 30],
  ['just enough time before the close', 40, 0, 60],
  ['the close ends a late start', 50, 0, 60],
  ['extra time lengthens own time', 10, 5, 35],
  ['extra time is not lost at the close', 50, 5, 65],
  ['a start at the last moment', 59, 0, 60],
])('%s', (_name, start, extra, end) => {
  expect(deadlineOf(round, start * MINUTE, extra * MINUTE)).toBe(end * MINUTE);
});

test('never more than own time, never past the close, and more extra time never ends earlier', () => {
  const times = fc.integer({ min: 0, max: 100 * MINUTE });
  fc.assert(
    fc.property(times, times, times, times, (startedAt, duration, closesAt, extra) => {
      const window = { duration, closesAt };
      const deadline = deadlineOf(window, startedAt, extra);
      expect(deadline).toBeLessThanOrEqual(startedAt + duration + extra);
      expect(deadline).toBeLessThanOrEqual(closesAt + extra);
      expect(deadline).toBeGreaterThanOrEqual(deadlineOf(window, startedAt));
    }),
  );
});
