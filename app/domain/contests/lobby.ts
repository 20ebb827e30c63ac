import type { Duration, Instant } from '../kernel/time.ts';
import type { AttemptsLeft } from './attempts-left.ts';
import type { RoundKind } from './contest.ts';
import type { EntryRefusal } from './entry.ts';
import type { RoundPhase } from './phase.ts';

/** An own attempt as the contest's page lists it. */
export interface OwnAttempt {
  readonly id: string;
  readonly number: number;
  /** It can still be answered, or answers of it can still arrive. */
  readonly isRunning: boolean;
  readonly deadlineAt: Instant;
  /** Undefined until it is finished. */
  readonly score: number | undefined;
  readonly maxScore: number;
  readonly isValid: boolean;
  /** A ruling of people takes it out of every ranking. */
  readonly isSetAside: boolean;
}

/** A round as a person meets it on the contest's page. */
export interface LobbyRound {
  readonly id: string;
  readonly title: string;
  readonly kind: RoundKind;
  readonly phase: RoundPhase;
  readonly opensAt: Instant;
  readonly entryEndsAt: Instant;
  readonly closesAt: Instant;
  readonly questions: number;
  readonly duration: Duration;
  /** Whether the time runs for everybody from the opening. */
  readonly isFixed: boolean;
  /** When an attempt would end that started now, for this person; undefined while none can start. */
  readonly endsIfStartedNow: Instant | undefined;
  /** The newest of the own attempts, newest first. */
  readonly own: readonly OwnAttempt[];
  /** All of them. */
  readonly attempts: number;
  /** As of now, or as of the opening of a round to come; practice has no limit. */
  readonly left: AttemptsLeft;
}

/** The one thing to do first on a contest's page, as far as it is the contest's to say. */
export type FirstStep =
  | { readonly kind: 'resume'; readonly round: LobbyRound; readonly attempt: OwnAttempt }
  | { readonly kind: 'start' | 'wait' | 'paused' | 'entryOver' | 'noneLeft'; readonly round: LobbyRound }
  | { readonly kind: 'refused'; readonly refusal: EntryRefusal }
  | { readonly kind: 'closed' };

const runningIn = (round: LobbyRound): OwnAttempt | undefined => round.own.find((attempt) => attempt.isRunning);

/**
 * What somebody does first: goes on with what runs; else learns why they may not enter; else starts in a round that is open;
 * else waits for what is paused, or for the next opening.
 * @param rounds those of the contest, practice left out, in any order
 */
export function firstStep(rounds: readonly LobbyRound[], refusal: EntryRefusal | undefined): FirstStep {
  const ordered = rounds.toSorted((a, b) => a.opensAt - b.opensAt);
  for (const round of ordered) {
    const attempt = runningIn(round);
    if (attempt) return { kind: 'resume', round, attempt };
  }
  if (ordered.every(({ phase }) => phase === 'closed')) return { kind: 'closed' };
  if (refusal !== undefined) return { kind: 'refused', refusal };
  const mayStart = ({ left }: LobbyRound): boolean => left.left !== 0;
  const inPhase = (wanted: RoundPhase, isWanted = mayStart): LobbyRound | undefined =>
    ordered.find((round) => round.phase === wanted && isWanted(round));
  const startable = inPhase('open');
  if (startable) return { kind: 'start', round: startable };
  const paused = inPhase('paused');
  if (paused) return { kind: 'paused', round: paused };
  const used = inPhase('open', () => true);
  if (used) return { kind: 'noneLeft', round: used };
  const upcoming = inPhase('upcoming');
  const over = inPhase('entryOver', ({ attempts }) => attempts === 0);
  if (over && !upcoming) return { kind: 'entryOver', round: over };
  if (upcoming) return { kind: 'wait', round: upcoming };
  const last = inPhase('entryOver', () => true) ?? inPhase('paused', () => true) ?? inPhase('upcoming', () => true);
  return last ? { kind: 'noneLeft', round: last } : { kind: 'closed' };
}

/**
 * When a person with no attempt left in a round may start again in it; undefined where that is never, as the limit never
 * begins anew or does so only after the end of entry.
 */
export function startsAgainAt({ left, entryEndsAt }: Pick<LobbyRound, 'left' | 'entryEndsAt'>): Instant | undefined {
  if (left.left !== 0 || left.nextAt === undefined || left.nextAt >= entryEndsAt) return undefined;
  return left.nextAt;
}
