import type { Instant } from '../kernel/time.ts';
import type { Round } from './contest.ts';

/** Where a round stands at an instant. */
export type RoundPhase = 'upcoming' | 'open' | 'closed';

export interface PhaseAt {
  readonly phase: RoundPhase;
  /** When the next phase begins; undefined once closed. */
  readonly until: Instant | undefined;
}

/** The phase of a round: upcoming before opensAt, open in [opensAt, closesAt), closed from closesAt on. */
export function phaseAt(round: Pick<Round, 'opensAt' | 'closesAt'>, now: Instant): PhaseAt {
  if (now < round.opensAt) return { phase: 'upcoming', until: round.opensAt };
  if (now < round.closesAt) return { phase: 'open', until: round.closesAt };
  return { phase: 'closed', until: undefined };
}

/**
 * The round that a visitor cares about now: one that is open, else the next to open, else the last that closed.
 * Undefined only for a contest without rounds.
 */
export function currentRound<R extends Pick<Round, 'opensAt' | 'closesAt'>>(
  rounds: readonly R[],
  now: Instant,
): R | undefined {
  const byOpening = rounds.toSorted((a, b) => a.opensAt - b.opensAt);
  return (
    byOpening.find((round) => phaseAt(round, now).phase === 'open') ??
    byOpening.find((round) => phaseAt(round, now).phase === 'upcoming') ??
    byOpening.toSorted((a, b) => b.closesAt - a.closesAt)[0]
  );
}
