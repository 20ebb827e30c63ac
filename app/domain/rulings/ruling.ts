import { ok, refuse, type Result } from '../kernel/result.ts';
import type { Instant } from '../kernel/time.ts';

/** Why an attempt does not count: after a signal was looked into, as one person had several accounts, or for another reason. */
export const RULING_CAUSES = ['signal', 'merge', 'other'] as const;
export type RulingCause = (typeof RULING_CAUSES)[number];

export type RulingKind = 'setAside' | 'restored';

/** One decision on an attempt. */
export interface DatedRuling {
  readonly kind: RulingKind;
  readonly cause: RulingCause;
  readonly at: Instant;
}

/** An attempt as a decision on it looks at it. */
export interface RuledAttempt {
  readonly accountId: string;
  readonly isFinished: boolean;
  readonly isPractice: boolean;
  readonly isSetAside: boolean;
}

/** Why an attempt is not set aside or restored. */
export type RulingRefusal =
  'attempt-own' | 'attempt-not-over' | 'practice-round' | 'already-set-aside' | 'not-set-aside';

/**
 * Whether a person may propose or decide that an attempt does not count, or counts again: only what is over and ranks somewhere is
 * ruled on, nobody rules on an attempt of their own, and a ruling changes something.
 */
export function checkRuling(attempt: RuledAttempt, kind: RulingKind, byId: string): Result<undefined, RulingRefusal> {
  if (attempt.accountId === byId) return refuse('attempt-own');
  if (attempt.isPractice) return refuse('practice-round');
  if (!attempt.isFinished) return refuse('attempt-not-over');
  if (kind === 'setAside' && attempt.isSetAside) return refuse('already-set-aside');
  if (kind === 'restored' && !attempt.isSetAside) return refuse('not-set-aside');
  return ok(undefined);
}

/** Whether an attempt is set aside by its rulings, in the order in which they were made; with an instant, as it was then. */
export const isSetAsideBy = (rulings: readonly DatedRuling[], until: Instant = Infinity): boolean =>
  rulings.findLast(({ at }) => at <= until)?.kind === 'setAside';
