import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RoundTiming } from '#app/domain/contests/contest.ts';
import { currentRound, isUnderWay, phaseAt, type PhaseAt, type RoundPhase } from '#app/domain/contests/phase.ts';
import { knownAt, type Adjustment } from '#app/domain/contests/timeline.ts';
import { anAdjustmentOf, lifeOf, timings } from '#tests/support/timeline.ts';

const BEGINNING = -500;
const END = 2_000;

const timing = (given: Partial<RoundTiming> = {}): RoundTiming => ({
  opensAt: 100,
  closesAt: 200,
  duration: 30,
  window: 'personal',
  lateArrival: 'cut',
  ...given,
});

/** The phase as people lived it: by what had been adjusted until then. */
const lived = (round: RoundTiming, adjustments: readonly Adjustment[], now: number): PhaseAt =>
  phaseAt({ timing: round, adjustments: knownAt(adjustments, now), now });

type Case = readonly [
  name: string,
  round: Partial<RoundTiming>,
  adjustments:
    readonly Omit<Adjustment, 'id' | 'ms'>[] | readonly (Omit<Adjustment, 'id'> | Omit<Adjustment, 'id' | 'ms'>)[],
  /** Each phase with the instant at which it begins. */
  phases: readonly (readonly [RoundPhase, number])[],
];

// Written as labelled intervals of one time; each is sampled densely round its ends, and all along.
const CASES: readonly Case[] = [
  [
    'as planned',
    {},
    [],
    [
      ['upcoming', BEGINNING],
      ['open', 100],
      ['closed', 200],
    ],
  ],
  [
    'in a fixed window',
    { window: 'fixed' },
    [],
    [
      ['upcoming', BEGINNING],
      ['open', 100],
      ['closed', 200],
    ],
  ],
  [
    'in a fixed window that takes nobody late',
    { window: 'fixed', entryFor: 5 },
    [],
    [
      ['upcoming', BEGINNING],
      ['open', 100],
      ['entryOver', 105],
      ['closed', 200],
    ],
  ],
  [
    'where the full duration is granted: the round closes all the same',
    { lateArrival: 'full' },
    [],
    [
      ['upcoming', BEGINNING],
      ['open', 100],
      ['closed', 200],
    ],
  ],
  [
    'entry ends before',
    { entryFor: 40 },
    [],
    [
      ['upcoming', BEGINNING],
      ['open', 100],
      ['entryOver', 140],
      ['closed', 200],
    ],
  ],
  [
    'entry for longer than the round',
    { entryFor: 400 },
    [],
    [
      ['upcoming', BEGINNING],
      ['open', 100],
      ['closed', 200],
    ],
  ],
  [
    'a pause moves all that follows',
    { entryFor: 40 },
    [{ kind: 'pause', startsAt: 120, endsAt: 150 }],
    [
      ['upcoming', BEGINNING],
      ['open', 100],
      ['paused', 120],
      ['open', 150],
      ['entryOver', 170],
      ['closed', 230],
    ],
  ],
  [
    'a pause after the entry',
    { entryFor: 40 },
    [{ kind: 'pause', startsAt: 150, endsAt: 170 }],
    [
      ['upcoming', BEGINNING],
      ['open', 100],
      ['entryOver', 140],
      ['paused', 150],
      ['entryOver', 170],
      ['closed', 220],
    ],
  ],
  [
    'a pause that lasts',
    {},
    [{ kind: 'pause', startsAt: 180 }],
    [
      ['upcoming', BEGINNING],
      ['open', 100],
      ['paused', 180],
    ],
  ],
  [
    'a pause up to the last instant',
    {},
    [{ kind: 'pause', startsAt: 199, endsAt: 260 }],
    [
      ['upcoming', BEGINNING],
      ['open', 100],
      ['paused', 199],
      ['open', 260],
      ['closed', 261],
    ],
  ],
  [
    'a pause that begins at the close stops nothing',
    {},
    [{ kind: 'pause', startsAt: 200 }],
    [
      ['upcoming', BEGINNING],
      ['open', 100],
      ['closed', 200],
    ],
  ],
  [
    'a pause over the opening',
    {},
    [{ kind: 'pause', startsAt: 50, endsAt: 120 }],
    [
      ['upcoming', BEGINNING],
      ['paused', 100],
      ['open', 120],
      ['closed', 220],
    ],
  ],
  [
    'pauses that overlap count once',
    {},
    [
      { kind: 'pause', startsAt: 140, endsAt: 160 },
      { kind: 'pause', startsAt: 120, endsAt: 150 },
    ],
    [
      ['upcoming', BEGINNING],
      ['open', 100],
      ['paused', 120],
      ['open', 160],
      ['closed', 240],
    ],
  ],
  [
    'a pause that is undone ends, and gives back nothing',
    {},
    [{ kind: 'pause', at: 120, startsAt: 120, undoneAt: 140 }],
    [
      ['upcoming', BEGINNING],
      ['open', 100],
      ['paused', 120],
      ['open', 140],
      ['closed', 200],
    ],
  ],
  [
    'a pause that is undone after the planned close ends the round',
    {},
    [{ kind: 'pause', at: 190, startsAt: 190, undoneAt: 260 }],
    [
      ['upcoming', BEGINNING],
      ['open', 100],
      ['paused', 190],
      ['closed', 260],
    ],
  ],
  [
    'an extension moves entry and close',
    { entryFor: 40 },
    [{ kind: 'extension', ms: 50, at: 120 }],
    [
      ['upcoming', BEGINNING],
      ['open', 100],
      ['entryOver', 190],
      ['closed', 250],
    ],
  ],
  [
    'an extension after the close opens again',
    {},
    [{ kind: 'extension', ms: 50, at: 230 }],
    [
      ['upcoming', BEGINNING],
      ['open', 100],
      ['closed', 200],
      ['open', 230],
      ['closed', 250],
    ],
  ],
  [
    'an extension that is undone in time changes nothing',
    {},
    [{ kind: 'extension', ms: 50, at: 120, undoneAt: 150 }],
    [
      ['upcoming', BEGINNING],
      ['open', 100],
      ['closed', 200],
    ],
  ],
  [
    'an extension that is undone while it runs ends there',
    {},
    [{ kind: 'extension', ms: 50, at: 120, undoneAt: 220 }],
    [
      ['upcoming', BEGINNING],
      ['open', 100],
      ['closed', 220],
    ],
  ],
  [
    'an extension that is undone when it is over takes nothing away',
    {},
    [{ kind: 'extension', ms: 50, at: 120, undoneAt: 300 }],
    [
      ['upcoming', BEGINNING],
      ['open', 100],
      ['closed', 250],
    ],
  ],
  [
    'two extensions that are undone together end together',
    {},
    [
      { kind: 'extension', ms: 50, at: 120, undoneAt: 280 },
      { kind: 'extension', ms: 50, at: 130, undoneAt: 280 },
    ],
    [
      ['upcoming', BEGINNING],
      ['open', 100],
      ['closed', 280],
    ],
  ],
  [
    'extra time is for people, not for the round',
    {},
    [{ kind: 'extraTime', ms: 50, accountId: 'an', at: 120 }],
    [
      ['upcoming', BEGINNING],
      ['open', 100],
      ['closed', 200],
    ],
  ],
];

/** Every instant that may be telling: four on either side of each boundary, and every seventh between. */
const samples = (boundaries: readonly number[]): number[] => [
  ...boundaries
    .flatMap((at) => Array.from({ length: 9 }, (_, index) => at + index - 4))
    .filter((at) => at >= BEGINNING),
  ...Array.from({ length: Math.floor((END - BEGINNING) / 7) }, (_, index) => BEGINNING + index * 7),
];

describe('the phases partition time', () => {
  test.each(CASES)('%s', (_, given, adjustments, phases) => {
    const round = timing(given);
    const acts = adjustments.map((each, index) => ({ ms: 0, ...each, id: String(index) }));
    for (const now of samples(phases.map(([, from]) => from))) {
      const expected = phases.findLast(([, from]) => from <= now)?.[0];
      expect([now, lived(round, acts, now).phase]).toEqual([now, expected]);
    }
  });

  test('"until" is exactly where the next phase begins, as long as nobody adjusts anything', () => {
    fc.assert(
      fc.property(timings, fc.array(anAdjustmentOf(), { maxLength: 4 }), (round, adjustments) => {
        const changes = adjustments.flatMap(({ at, startsAt, endsAt, undoneAt }) => [at, startsAt, endsAt, undoneAt]);
        for (const now of lifeOf(round, adjustments)) {
          const { phase, until } = lived(round, adjustments, now);
          if (until === undefined) continue;
          expect(until).toBeGreaterThan(now);
          if (changes.some((at) => at !== undefined && now < at && at <= until)) continue;
          expect(lived(round, adjustments, until - 1).phase).toBe(phase);
          expect(lived(round, adjustments, until).phase).not.toBe(phase);
        }
      }),
    );
  });

  test('time never runs back: a round that is closed opens again only where somebody extends it', () => {
    const order: readonly RoundPhase[] = ['upcoming', 'open', 'entryOver', 'closed'];
    fc.assert(
      fc.property(timings, fc.array(anAdjustmentOf(), { maxLength: 4 }), (round, adjustments) => {
        let furthest = 0;
        for (const now of lifeOf(round, adjustments)) {
          const { phase } = lived(round, adjustments, now);
          if (adjustments.some(({ kind, at }) => kind !== 'extraTime' && at === now)) furthest = 0;
          if (phase === 'paused') continue;
          expect(order.indexOf(phase)).toBeGreaterThanOrEqual(furthest);
          furthest = order.indexOf(phase);
        }
      }),
    );
  });
});

describe('the round that a visitor cares about', () => {
  const first = { opensAt: 100, closesAt: 200 };
  const second = { opensAt: 300, closesAt: 400 };
  const at = (now: number, windows: readonly { opensAt: number; closesAt: number }[]) =>
    currentRound(
      windows.map((window) => ({
        ...window,
        window,
        phase: phaseAt({ timing: timing(window), adjustments: [], now }).phase,
      })),
    )?.window;
  test.each([
    [0, first],
    [100, first],
    [200, second],
    [399, second],
    [400, second],
    [9_999, second],
  ])('at %i', (now, round) => {
    expect(at(now, [second, first])).toBe(round);
  });

  test('a contest without rounds has none', () => {
    expect(currentRound([])).toBeUndefined();
  });

  test('of two that closed, the one that closed last', () => {
    const long = { opensAt: 0, closesAt: 500 };
    expect(at(600, [long, first])).toBe(long);
  });

  test('of several that are under way, one that can be entered', () => {
    const paused = { ...first, phase: 'paused' as const };
    const open = { ...second, phase: 'open' as const };
    expect(currentRound([paused, open])).toBe(open);
    expect(isUnderWay('paused')).toBe(true);
  });
});
