// Rounds and adjustments for properties of time: small integers, so that every instant of a life can be looked at.
import fc from 'fast-check';
import type { RoundTiming } from '#app/domain/contests/contest.ts';
import type { Adjustment } from '#app/domain/contests/timeline.ts';

/** Any round: fixed or personal, with or without an end of entry. */
export const timings: fc.Arbitrary<RoundTiming> = fc
  .record({
    opensAt: fc.integer({ min: 20, max: 60 }),
    length: fc.integer({ min: 1, max: 60 }),
    duration: fc.integer({ min: 1, max: 50 }),
    window: fc.constantFrom('personal' as const, 'fixed' as const),
    lateArrival: fc.constantFrom('cut' as const, 'full' as const),
    entryFor: fc.option(fc.integer({ min: 1, max: 70 }), { nil: undefined }),
  })
  .map(({ length, opensAt, ...rest }) => ({ ...rest, opensAt, closesAt: opensAt + length }));

const times = fc.integer({ min: 0, max: 160 });
const lengths = fc.integer({ min: 1, max: 40 });

/** Any adjustment, made at some instant, and perhaps undone later. Pauses begin when they are made, as on the screen. */
export const anAdjustmentOf = (
  kinds: readonly Adjustment['kind'][] = ['extraTime', 'extension', 'pause'],
  { canBeUndone = true }: { canBeUndone?: boolean } = {},
): fc.Arbitrary<Adjustment> =>
  fc
    .record({
      id: fc.uuid(),
      kind: fc.constantFrom(...kinds),
      at: times,
      length: lengths,
      undoneAfter: canBeUndone
        ? fc.option(fc.integer({ min: 1, max: 60 }), { nil: undefined })
        : fc.constant(undefined),
      isForAll: fc.boolean(),
    })
    .map(({ id, kind, at, length, undoneAfter, isForAll }): Adjustment => {
      const undoneAt = undoneAfter === undefined ? undefined : at + undoneAfter;
      if (kind === 'pause') return { id, kind, ms: 0, at, startsAt: at, endsAt: at + length, undoneAt };
      if (kind === 'extension') return { id, kind, ms: length, at, undoneAt };
      return { id, kind, ms: length, at, undoneAt, ...(isForAll ? { unitIds: new Set(['xa']) } : { accountId: 'an' }) };
    });

/** Every instant at which something may happen in the life of a round. */
export function lifeOf(timing: RoundTiming, adjustments: readonly Adjustment[]): number[] {
  const all = adjustments.reduce((sum, { ms, startsAt = 0, endsAt = startsAt }) => sum + ms + endsAt - startsAt, 0);
  const end =
    Math.max(timing.closesAt, ...adjustments.map(({ at = 0, undoneAt = 0 }) => Math.max(at, undoneAt))) +
    all +
    timing.duration +
    5;
  return Array.from({ length: end }, (_, now) => now);
}
