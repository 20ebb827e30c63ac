import { ok, refuse, type Result } from '../kernel/result.ts';
import { DAY, HOUR, MINUTE, type Duration } from '../kernel/time.ts';
import type { Round } from './contest.ts';
import { pausedSince, settlesAt, type Adjustment, type RoundClock } from './timeline.ts';

/** The least and the most that one act may give. An extension is bounded by what a 32-bit column of milliseconds holds. */
export const SHORTEST_GRANT: Duration = MINUTE;
export const LONGEST_EXTRA: Duration = 24 * HOUR;
export const LONGEST_EXTENSION: Duration = 24 * DAY;

export const LONGEST_REASON = 500;
export const LONGEST_NOTICE = 1_000;

/** What the organizers do to the time of a round. */
export type RoundAct =
  | { readonly kind: 'extend'; readonly ms: Duration }
  | {
      readonly kind: 'grant';
      readonly ms: Duration;
      /** For this person, or for people of these units. */
      readonly accountId?: string | undefined;
      readonly unitIds?: ReadonlySet<string> | undefined;
    }
  /** From now on, until somebody resumes. */
  | { readonly kind: 'pause' }
  | { readonly kind: 'resume' }
  | { readonly kind: 'undo'; readonly adjustmentId: string };

export type RoundActRefusal =
  | 'not-found'
  | 'not-open-yet'
  | 'round-settled'
  | 'practice-round'
  | 'minutes-out-of-bounds'
  | 'already-paused'
  | 'not-paused'
  | 'pause-lasts'
  | 'already-undone';

/** The pause that lasts, whenever it is asked. */
export const lastingPause = (adjustments: readonly Adjustment[]): Adjustment | undefined =>
  adjustments.find((each) => each.kind === 'pause' && each.endsAt === undefined && each.undoneAt === undefined);

/** Whether nothing of the round can be adjusted any more: its figures are frozen, or its last late answer has had its time. */
export const isOver = (round: Round, clock: RoundClock, grace: Duration): boolean =>
  round.settledAt !== undefined || clock.now >= settlesAt(clock, grace);

/**
 * Decides one act on the time of a round at the clock's instant. Refused is what comes after the round is over; what is out
 * of bounds; extra time and pauses of practice, which has no ranking that they could be fair to; a pause before the opening
 * or inside of another; an undoing of what was undone, or of a pause that lasts, which is ended by resuming.
 * @param id of the adjustment, where the act makes one
 * @returns the adjustments of the round after the act
 */
export function decideAct(
  { round, clock, grace }: { round: Round; clock: RoundClock; grace: Duration },
  act: RoundAct,
  id: string,
): Result<readonly Adjustment[], RoundActRefusal> {
  const { adjustments, now } = clock;
  if (isOver(round, clock, grace)) return refuse('round-settled');
  switch (act.kind) {
    case 'extend':
      return isWithin(act.ms, LONGEST_EXTENSION)
        ? ok([...adjustments, { id, kind: 'extension', at: now, ms: act.ms }])
        : refuse('minutes-out-of-bounds');
    case 'grant': {
      if (round.kind === 'practice') return refuse('practice-round');
      if (!isWithin(act.ms, LONGEST_EXTRA)) return refuse('minutes-out-of-bounds');
      const { ms, accountId, unitIds } = act;
      return ok([...adjustments, { id, kind: 'extraTime', at: now, ms, accountId, unitIds }]);
    }
    case 'pause':
      if (round.kind === 'practice') return refuse('practice-round');
      if (now < round.opensAt) return refuse('not-open-yet');
      if (lastingPause(adjustments) ?? pausedSince(adjustments, now)) return refuse('already-paused');
      return ok([...adjustments, { id, kind: 'pause', at: now, ms: 0, startsAt: now }]);
    case 'resume': {
      const pause = lastingPause(adjustments);
      if (!pause) return refuse('not-paused');
      // why max: clocks of two servers may differ by some milliseconds, and no pause ends before it began.
      return ok(replaced(adjustments, { ...pause, endsAt: Math.max(now, pause.startsAt ?? now) }));
    }
    case 'undo': {
      const found = adjustments.find((each) => each.id === act.adjustmentId);
      if (!found) return refuse('not-found');
      if (found.undoneAt !== undefined) return refuse('already-undone');
      if (found === lastingPause(adjustments)) return refuse('pause-lasts');
      return ok(replaced(adjustments, { ...found, undoneAt: Math.max(now, found.at ?? now, found.endsAt ?? now) }));
    }
  }
}

const isWithin = (ms: Duration, most: Duration): boolean => Number.isInteger(ms) && ms >= SHORTEST_GRANT && ms <= most;

const replaced = (adjustments: readonly Adjustment[], by: Adjustment): Adjustment[] =>
  adjustments.map((each) => (each.id === by.id ? by : each));
