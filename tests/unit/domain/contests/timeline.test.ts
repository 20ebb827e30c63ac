// When an attempt ends, against a bystander with a watch: one tick after the other, who knows no formula.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RoundTiming } from '#app/domain/contests/contest.ts';
import {
  deadlineOf,
  knownAt,
  runningTime,
  settlesAt,
  windowOf,
  type Adjustment,
  type RoundClock,
} from '#app/domain/contests/timeline.ts';
import { anAdjustmentOf, lifeOf, timings } from '#tests/support/timeline.ts';

const AN = { accountId: 'an', unitId: 'xa' };
const LATE = 100_000;
const clockOf = (timing: RoundTiming, adjustments: readonly Adjustment[], now = LATE): RoundClock => ({
  timing,
  adjustments,
  now,
});
const standing = (kinds: readonly Adjustment['kind'][]) =>
  fc.array(anAdjustmentOf(kinds, { canBeUndone: false }), { maxLength: 4 });
const sum = (adjustments: readonly Adjustment[], kind: Adjustment['kind']): number =>
  adjustments.filter((each) => each.kind === kind).reduce((total, { ms }) => total + ms, 0);
const isPaused = (adjustments: readonly Adjustment[], tick: number): boolean =>
  adjustments.some(({ kind, startsAt = 0, endsAt = 0 }) => kind === 'pause' && startsAt <= tick && tick < endsAt);

/** The bystander: counts the ticks in which the clock ran, for the round and for the person, until one of them is used up. */
function watched(timing: RoundTiming, adjustments: readonly Adjustment[], startedAt: number): number {
  const extra = sum(adjustments, 'extraTime');
  const forRound = timing.closesAt - timing.opensAt + sum(adjustments, 'extension') + extra;
  // why with the extension: in a fixed window a longer round is more time for everybody.
  const forPerson = timing.duration + extra + (timing.window === 'fixed' ? sum(adjustments, 'extension') : 0);
  let [round, person] = [0, 0];
  for (let tick = timing.opensAt; ; tick += 1) {
    const isOver =
      person >= forPerson || (round >= forRound && (timing.window === 'fixed' || timing.lateArrival === 'cut'));
    // why a person who has not started cannot be over: nobody starts after the close.
    if (isOver && tick >= startedAt) return tick;
    if (isPaused(adjustments, tick)) continue;
    round += 1;
    if (timing.window === 'fixed' || tick >= startedAt) person += 1;
  }
}

describe('a deadline', () => {
  test('is where the bystander sees the time used up: pauses stop the clock exactly', () => {
    fc.assert(
      fc.property(
        timings,
        standing(['extraTime', 'extension', 'pause']),
        fc.nat({ max: 200 }),
        (timing, adjustments, after) => {
          const clock = clockOf(timing, adjustments);
          const startedAt = timing.opensAt + after;
          fc.pre(startedAt < windowOf(clock).closesAt && startedAt <= deadlineOf(clock, AN, startedAt));
          expect(deadlineOf(clock, AN, startedAt)).toBe(watched(timing, adjustments, startedAt));
        },
      ),
      { numRuns: 2_000 },
    );
  });

  test('moves by extra time exactly: as much more running time, whoever gave it', () => {
    fc.assert(
      fc.property(
        timings,
        standing(['extension', 'pause']),
        fc.integer({ min: 1, max: 50 }),
        fc.boolean(),
        (timing, adjustments, ms, isForUnit) => {
          const extra = {
            id: 'x',
            kind: 'extraTime' as const,
            ms,
            ...(isForUnit ? { unitIds: new Set(['xa']) } : { accountId: 'an' }),
          };
          const before = deadlineOf(clockOf(timing, adjustments), AN, timing.opensAt);
          const after = deadlineOf(clockOf(timing, [...adjustments, extra]), AN, timing.opensAt);
          expect(runningTime(adjustments, before, after)).toBe(ms);
          const other = { accountId: 'binh', unitId: 'phuong' };
          expect(deadlineOf(clockOf(timing, [...adjustments, extra]), other, timing.opensAt)).toBe(before);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  test('is never moved to before an instant that was lived as running, whatever is undone', () => {
    fc.assert(
      fc.property(timings, fc.array(anAdjustmentOf(), { minLength: 1, maxLength: 5 }), (timing, adjustments) => {
        let lastRunning = -Infinity;
        for (const now of lifeOf(timing, adjustments)) {
          if (now < timing.opensAt) continue;
          const known = knownAt(adjustments, now);
          const deadline = deadlineOf({ timing, adjustments: known, now }, AN, timing.opensAt);
          expect(deadline).toBeGreaterThan(lastRunning);
          if (now < deadline) lastRunning = now;
          const { closesAt, entryEndsAt } = windowOf({ timing, adjustments: known, now });
          expect(entryEndsAt).toBeLessThanOrEqual(closesAt);
        }
      }),
      { numRuns: 600 },
    );
  });

  test('is the same for whoever asks later, once everything is known and nothing lasts', () => {
    fc.assert(
      fc.property(
        timings,
        fc.array(anAdjustmentOf(), { maxLength: 5 }),
        fc.nat({ max: 9_999 }),
        (timing, all, later) => {
          const at = (now: number) => deadlineOf(clockOf(timing, all, now), AN, timing.opensAt);
          expect(at(LATE + later)).toBe(at(LATE));
        },
      ),
    );
  });

  test('of an undone pause that nobody ended stays where the undoing left it', () => {
    const timing: RoundTiming = { opensAt: 0, closesAt: 100, duration: 50, window: 'personal', lateArrival: 'cut' };
    const pause: Adjustment = { id: 'p', kind: 'pause', ms: 0, at: 20, startsAt: 20, undoneAt: 40 };
    for (const now of [40, 1_000, LATE]) {
      expect(deadlineOf(clockOf(timing, [pause], now), AN, 0)).toBe(50);
      expect(settlesAt(clockOf(timing, [pause], now), 10)).toBeLessThan(140);
    }
  });
});

describe('a round settles', () => {
  test('when nobody can answer any more: not before the last deadline of anybody, as it was lived, and its grace', () => {
    fc.assert(
      fc.property(
        timings,
        fc.array(anAdjustmentOf(), { maxLength: 4 }),
        fc.nat({ max: 60 }),
        fc.nat({ max: 20 }),
        (timing, adjustments, after, grace) => {
          const startedAt = timing.opensAt + after;
          const clockAt = (now: number): RoundClock => ({ timing, adjustments: knownAt(adjustments, now), now });
          fc.pre(startedAt < windowOf(clockAt(startedAt)).entryEndsAt);
          for (const now of lifeOf(timing, adjustments).filter((each) => each >= startedAt)) {
            const clock = clockAt(now);
            expect(settlesAt(clock, grace)).toBeGreaterThanOrEqual(deadlineOf(clock, AN, startedAt) + grace);
          }
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
