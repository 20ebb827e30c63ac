import { HOUR, MINUTE, SECOND, type Duration, type Instant } from '../kernel/time.ts';

/** Ways by which a message reaches a person. */
export const CHANNELS = ['email', 'sms', 'zalo'] as const;
export type Channel = (typeof CHANNELS)[number];

/** After each failed try so long until the next; when they are used up, the message has failed. */
const PAUSES: readonly Duration[] = [30 * SECOND, 2 * MINUTE, 10 * MINUTE, 30 * MINUTE, 2 * HOUR];

/** How a try ended. What no later try can mend is refused; what may have been the line or a full mailbox is failed. */
export type Outcome =
  | { readonly kind: 'sent' }
  | { readonly kind: 'failed'; readonly error: string }
  | { readonly kind: 'refused'; readonly error: string };

/** What becomes of a message after a try. */
export type Fate =
  | { readonly state: 'sent' }
  | { readonly state: 'waiting'; readonly nextTryAt: Instant; readonly error: string }
  | { readonly state: 'failed'; readonly error: string };

/**
 * @param tries how many have been made, this one among them
 * @param expiresAt from when on the message is of no use any more: a code that is over
 */
export function fateOf(
  outcome: Outcome,
  { tries, now, expiresAt }: { tries: number; now: Instant; expiresAt: Instant | undefined },
): Fate {
  if (outcome.kind === 'sent') return { state: 'sent' };
  const pause = outcome.kind === 'failed' ? PAUSES[tries - 1] : undefined;
  const nextTryAt = pause === undefined ? undefined : now + pause;
  if (nextTryAt === undefined || (expiresAt !== undefined && nextTryAt >= expiresAt)) {
    return { state: 'failed', error: outcome.error };
  }
  return { state: 'waiting', nextTryAt, error: outcome.error };
}

/** What is known of a channel whose sender may be out of order. */
export interface Breaker {
  /** Failures since the last message that went out. */
  readonly failures: number;
  /** Nothing is tried before. */
  readonly closedUntil: Instant;
}

export const SOUND: Breaker = { failures: 0, closedUntil: 0 };
const TOLERATED = 5;
const REST: Duration = MINUTE;

/** A refused message says nothing against the sender: it was there, and answered. */
export function afterTry(breaker: Breaker, outcome: Outcome, now: Instant): Breaker {
  if (outcome.kind !== 'failed') return SOUND;
  const failures = breaker.failures + 1;
  return { failures, closedUntil: failures >= TOLERATED ? now + REST : 0 };
}

/** How many messages may be tried now: after a rest one alone shows whether the sender is back. */
export const mayTry = ({ failures, closedUntil }: Breaker, now: Instant, atOnce: number): number => {
  if (now < closedUntil) return 0;
  return failures >= TOLERATED ? 1 : atOnce;
};
