import type { Instant } from '../kernel/time.ts';
import { pausedSince, windowOf, type RoundClock } from './timeline.ts';

/** Where a round stands at an instant. */
export type RoundPhase = 'upcoming' | 'open' | 'paused' | 'entryOver' | 'closed';

export interface PhaseAt {
  readonly phase: RoundPhase;
  /** When the next phase begins, as far as it is known; undefined once closed and while paused. */
  readonly until: Instant | undefined;
}

/**
 * The phase of a round at the clock's instant: upcoming before opensAt, open in [opensAt, entryEndsAt), entryOver in
 * [entryEndsAt, closesAt), closed from closesAt on; paused instead of open or entryOver while a pause lasts.
 */
export function phaseAt(clock: RoundClock): PhaseAt {
  const { now, adjustments } = clock;
  const { opensAt, entryEndsAt, closesAt } = windowOf(clock);
  if (now < opensAt) return { phase: 'upcoming', until: opensAt };
  // why before the close: a pause that began in time moves the close on with it; one that did not stops nothing.
  if (pausedSince(adjustments, now) !== undefined && now < closesAt) return { phase: 'paused', until: undefined };
  if (now < entryEndsAt) return { phase: 'open', until: entryEndsAt };
  if (now < closesAt) return { phase: 'entryOver', until: closesAt };
  return { phase: 'closed', until: undefined };
}

/** Whether attempts may still run in this phase. */
export const isUnderWay = (phase: RoundPhase): boolean =>
  phase === 'open' || phase === 'paused' || phase === 'entryOver';

/**
 * The round that a visitor cares about now: one that is under way, else the next to open, else the last that closed.
 * Undefined only for a contest without rounds.
 */
export function currentRound<
  R extends { readonly phase: RoundPhase; readonly opensAt: Instant; readonly closesAt: Instant },
>(rounds: readonly R[]): R | undefined {
  const byOpening = rounds.toSorted((a, b) => a.opensAt - b.opensAt);
  return (
    byOpening.find((round) => round.phase === 'open') ??
    byOpening.find((round) => isUnderWay(round.phase)) ??
    byOpening.find((round) => round.phase === 'upcoming') ??
    byOpening.toSorted((a, b) => b.closesAt - a.closesAt)[0]
  );
}
