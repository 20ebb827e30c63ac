// What organizers may do to the time of a round, in any order, and what contestants can rely on whatever they do.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { durationOf } from '#app/domain/attempts/duration.ts';
import { decideAct, type RoundAct } from '#app/domain/contests/conduct.ts';
import type { Round, RoundTiming } from '#app/domain/contests/contest.ts';
import {
  deadlineOf,
  settlesAt,
  windowOf,
  type Adjustment,
  type RoundClock,
  type Sitter,
} from '#app/domain/contests/timeline.ts';
import { HOUR, MINUTE, SECOND, type Instant } from '#app/domain/kernel/time.ts';

const OPENING = 1_000 * HOUR;
const GRACE = 30 * SECOND;
const SITTER: Sitter = { accountId: 'mai', unitId: 'xa' };

const timings: fc.Arbitrary<RoundTiming> = fc.record({
  opensAt: fc.constant(OPENING),
  closesAt: fc.integer({ min: 5, max: 180 }).map((minutes) => OPENING + minutes * MINUTE),
  duration: fc.integer({ min: 1, max: 60 }).map((minutes) => minutes * MINUTE),
  window: fc.constantFrom('personal', 'fixed'),
  lateArrival: fc.constantFrom('cut', 'full'),
  entryFor: fc.option(
    fc.integer({ min: 1, max: 60 }).map((minutes) => minutes * MINUTE),
    { nil: undefined },
  ),
});

/** An act of the organizers, so long after the one before it. */
interface Act {
  readonly after: number;
  readonly what: 'extend' | 'extra' | 'extraOfUnit' | 'extraOfOthers' | 'pause' | 'resume' | 'undo';
  readonly minutes: number;
  readonly pick: number;
}

const acts = fc.array(
  fc.record<Act>({
    after: fc.integer({ min: 0, max: 40 * MINUTE }),
    what: fc.constantFrom('extend', 'extra', 'extraOfUnit', 'extraOfOthers', 'pause', 'resume', 'undo', 'undo'),
    minutes: fc.integer({ min: 1, max: 45 }),
    pick: fc.nat(),
  }),
  { maxLength: 12 },
);

const actOf = ({ what, minutes, pick }: Act, held: readonly Adjustment[]): RoundAct => {
  const ms = minutes * MINUTE;
  switch (what) {
    case 'extend':
      return { kind: 'extend', ms };
    case 'extra':
      return { kind: 'grant', ms, accountId: SITTER.accountId };
    case 'extraOfUnit':
      return { kind: 'grant', ms, unitIds: new Set([SITTER.unitId, 'thon']) };
    case 'extraOfOthers':
      return { kind: 'grant', ms, accountId: 'nguoi-khac' };
    case 'pause':
    case 'resume':
      return { kind: what };
    case 'undo':
      return { kind: 'undo', adjustmentId: held[pick % Math.max(1, held.length)]?.id ?? '' };
  }
};

const roundOf = (timing: RoundTiming): Round => ({
  ...timing,
  id: 'vong-1',
  contestId: 'thi',
  number: 1,
  title: 'Vòng 1',
  kind: 'contest',
  blueprint: { sections: [] },
  lotCommitment: '',
});

/** Every state of the list, with the instant at which it came about; an act that is refused changes nothing. */
function historyOf(timing: RoundTiming, given: readonly Act[]): { at: Instant; adjustments: readonly Adjustment[] }[] {
  let at = OPENING;
  let adjustments: readonly Adjustment[] = [];
  const history = [{ at, adjustments }];
  for (const act of given) {
    at += act.after;
    const clock = { timing, adjustments, now: at };
    const id = String(history.length).padStart(3, '0');
    const decided = decideAct({ round: roundOf(timing), clock, grace: GRACE }, actOf(act, adjustments), id);
    if (decided.ok) adjustments = decided.value;
    history.push({ at, adjustments });
  }
  return history;
}

/** Instants worth asking at in a stretch of time: its ends, and places between. */
const instantsOf = (from: Instant, to: Instant): Instant[] =>
  [0, 0.25, 0.5, 0.75, 1].map((share) => Math.floor(from + (to - from) * share));

const momentsOf = (clock: RoundClock, startedAt: Instant): Record<string, Instant> => ({
  deadline: deadlineOf(clock, SITTER, startedAt),
  close: windowOf(clock).closesAt,
  entry: windowOf(clock).entryEndsAt,
});

describe('whatever the organizers do and undo', () => {
  test('no deadline, close or end of entry moves to before an instant at which it had not passed', () => {
    fc.assert(
      fc.property(timings, acts, fc.nat(60 * MINUTE), (timing, given, startsAfter) => {
        const startedAt = OPENING + startsAfter;
        const history = historyOf(timing, given);
        const reached: Record<string, Instant> = {};
        for (const [index, { at, adjustments }] of history.entries()) {
          const until = history[index + 1]?.at ?? at + 3 * HOUR;
          for (const now of instantsOf(at, until)) {
            for (const [name, moment] of Object.entries(momentsOf({ timing, adjustments, now }, startedAt))) {
              if (moment < (reached[name] ?? 0)) throw new Error(`${name} went back, at ${now - OPENING}`);
              if (moment > now) reached[name] = now;
            }
          }
        }
      }),
      { numRuns: 1_000 },
    );
  });

  test('the list in any order gives the same deadline, also when it is asked for later', () => {
    fc.assert(
      fc.property(timings, acts, fc.nat(60 * MINUTE), fc.nat(), (timing, given, startsAfter, turn) => {
        const startedAt = OPENING + startsAfter;
        const { at, adjustments } = historyOf(timing, [...given, { after: 0, what: 'resume', minutes: 1, pick: 0 }]).at(
          -1,
        ) ?? {
          at: OPENING,
          adjustments: [],
        };
        const turned = adjustments.map((_, index, all) => all[(index + turn) % all.length] as Adjustment).toReversed();
        const moments = momentsOf({ timing, adjustments, now: at }, startedAt);
        expect(momentsOf({ timing, adjustments: turned, now: at }, startedAt)).toEqual(moments);
        expect(momentsOf({ timing, adjustments: turned, now: at + 9 * HOUR }, startedAt)).toEqual(moments);
      }),
    );
  });

  test('the round settles only when nobody can be sitting any more', () => {
    fc.assert(
      fc.property(timings, acts, fc.double({ min: 0, max: 1, noNaN: true }), (timing, given, share) => {
        const { at: now, adjustments } = historyOf(timing, given).at(-1) ?? { at: OPENING, adjustments: [] };
        const clock = { timing, adjustments, now };
        const { opensAt, entryEndsAt } = windowOf(clock);
        const startedAt = Math.floor(opensAt + Math.max(0, entryEndsAt - opensAt - 1) * share);
        expect(deadlineOf(clock, SITTER, startedAt) + GRACE).toBeLessThanOrEqual(settlesAt(clock, GRACE));
      }),
      { numRuns: 1_000 },
    );
  });

  test('the time of an attempt that is over does not change any more', () => {
    fc.assert(
      fc.property(timings, acts, fc.nat(60 * MINUTE), fc.nat(12), (timing, given, startsAfter, over) => {
        const startedAt = OPENING + startsAfter;
        const history = historyOf(timing, given);
        const { at: finishedAt } = history[Math.min(over, history.length - 1)] ?? { at: OPENING };
        const known = history.filter(({ at }) => at >= finishedAt);
        const times = known.map(({ at: now, adjustments }) =>
          durationOf({ timing, adjustments, now }, startedAt, finishedAt),
        );
        expect(new Set(times).size).toBe(1);
      }),
    );
  });
});

describe('an act that is undone', () => {
  const timing: RoundTiming = {
    opensAt: OPENING,
    closesAt: OPENING + HOUR,
    duration: 10 * MINUTE,
    window: 'personal',
    lateArrival: 'cut',
  };
  const extension = (id: string, undoneAt?: Instant): Adjustment => ({
    id,
    kind: 'extension',
    at: OPENING,
    ms: HOUR,
    undoneAt,
  });

  test('of two that are undone one after the other, none takes away what both together had given', () => {
    const first = OPENING + HOUR + 30 * MINUTE;
    const adjustments = [extension('a', first), extension('b', first + 6 * MINUTE)];
    // With both the close lay at 3 h; without the first at 2 h, which the undoing of the second cuts at 1 h 36.
    expect(windowOf({ timing, adjustments, now: first + HOUR }).closesAt).toBe(first + 6 * MINUTE);
  });

  test('before the time that it gave has begun takes all of it back', () => {
    const adjustments = [extension('a', OPENING + MINUTE)];
    expect(windowOf({ timing, adjustments, now: OPENING + MINUTE }).closesAt).toBe(OPENING + HOUR);
  });
});
