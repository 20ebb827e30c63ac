import type { Duration, Instant } from '../kernel/time.ts';
import type { RoundTiming } from './contest.ts';

/** An act of the organizers that changes the time of a round. Never edited; undone by naming the instant of the undoing. */
export interface Adjustment {
  readonly id: string;
  readonly kind: 'extraTime' | 'extension' | 'pause';
  /** When it was made; left out, before anything was undone. */
  readonly at?: Instant | undefined;
  /** extraTime and extension: by how much, ms. */
  readonly ms: Duration;
  /** extraTime: for this person, or for people of these units (a branch, resolved). */
  readonly accountId?: string | undefined;
  readonly unitIds?: ReadonlySet<string> | undefined;
  /** pause: from when, and until when; undefined while it lasts. */
  readonly startsAt?: Instant | undefined;
  readonly endsAt?: Instant | undefined;
  readonly undoneAt?: Instant | undefined;
}

/** Whose time it is. */
export interface Sitter {
  readonly accountId: string;
  readonly unitId: string;
}

/** The time of a round as it stands at an instant. */
export interface Window {
  readonly opensAt: Instant;
  /** No attempt starts from here on. */
  readonly entryEndsAt: Instant;
  readonly closesAt: Instant;
}

/** Clock of a round: its plan, what the organizers changed, and the instant of asking. */
export interface RoundClock {
  readonly timing: RoundTiming;
  readonly adjustments: readonly Adjustment[];
  readonly now: Instant;
}

/**
 * A moment as the adjustments make it. What was undone gives what it gave until it was undone, and takes nothing away
 * afterwards that had passed already: at each undoing the moment stood where all that was held then had put it, and is never
 * moved to before the undoing if it lay behind it.
 */
function withUndone(clock: RoundClock, moment: (adjustments: readonly Adjustment[]) => Instant): Instant {
  const { adjustments } = clock;
  const undoings = new Set(adjustments.flatMap(({ undoneAt }) => (undoneAt === undefined ? [] : [undoneAt])));
  let result = moment(adjustments.filter((each) => each.undoneAt === undefined));
  for (const undoing of undoings) {
    const held = adjustments.filter(({ at = -Infinity, undoneAt = Infinity }) => at <= undoing && undoing <= undoneAt);
    result = Math.max(result, Math.min(moment(held), undoing));
  }
  return result;
}

const sumOf = (adjustments: readonly Adjustment[], kind: Adjustment['kind']): Duration =>
  adjustments.filter((each) => each.kind === kind).reduce((sum, each) => sum + each.ms, 0);

/**
 * The adjustments as they were known at an instant, for looking back at what was decided then: those that had been made, and
 * of those that are undone by now the ones whose undoing was still to come as if they stood.
 */
export const knownAt = (adjustments: readonly Adjustment[], at: Instant): Adjustment[] =>
  adjustments
    .filter((each) => (each.at ?? -Infinity) <= at)
    .map((each) => (each.undoneAt !== undefined && each.undoneAt > at ? { ...each, undoneAt: undefined } : each));

/** A pause that lasts ends, as far as anybody can tell, now; one that was undone ended with the undoing at the latest. */
const pausesOf = (adjustments: readonly Adjustment[], now: Instant): { start: Instant; end: Instant }[] =>
  adjustments
    .filter((each) => each.kind === 'pause' && each.startsAt !== undefined)
    .map(({ startsAt = 0, endsAt = now, undoneAt = Infinity }) => ({
      start: startsAt,
      end: Math.max(startsAt, Math.min(endsAt, undoneAt)),
    }))
    .toSorted((a, b) => a.start - b.start);

/** The instant at which `span` of running time has passed since `start`, where the clock stands still in pauses. */
function afterRunning(start: Instant, span: Duration, pauses: readonly { start: Instant; end: Instant }[]): Instant {
  let end = start + span;
  let covered = start;
  for (const pause of pauses) {
    if (pause.start >= end) break;
    // why max: pauses that overlap must not count twice.
    const from = Math.max(covered, pause.start);
    if (pause.end <= from) continue;
    end += pause.end - from;
    covered = pause.end;
  }
  return end;
}

/** When a round opens and closes. Pauses and extensions move the close and the end of entry, never the opening. */
export function windowOf(clock: RoundClock): Window {
  const { timing, now } = clock;
  const { opensAt } = timing;
  const end = (span: Duration): Instant =>
    withUndone(clock, (adjustments) =>
      afterRunning(opensAt, span + sumOf(adjustments, 'extension'), pausesOf(adjustments, now)),
    );
  const closesAt = end(timing.closesAt - opensAt);
  const entryEndsAt = timing.entryFor === undefined ? closesAt : Math.min(closesAt, end(timing.entryFor));
  return { opensAt, entryEndsAt, closesAt };
}

/** Extra time that a person has by these adjustments: the sum of the own and that of the unit. */
const extraTimeOf = (sitter: Sitter, adjustments: readonly Adjustment[]): Duration =>
  sumOf(
    adjustments.filter(
      ({ accountId, unitIds }) => accountId === sitter.accountId || (unitIds?.has(sitter.unitId) ?? false),
    ),
    'extraTime',
  );

/**
 * When an attempt ends. personal: `duration` after its start, and with lateArrival "cut" at the close at the latest; fixed:
 * `duration` and the extensions of the round after the opening, whenever the person came. Extra time is added in every case; pauses stop the clock.
 */
export function deadlineOf(clock: RoundClock, sitter: Sitter, startedAt: Instant): Instant {
  const { timing, now } = clock;
  const { opensAt, closesAt, duration, window, lateArrival } = timing;
  return withUndone(clock, (adjustments) => {
    const pauses = pausesOf(adjustments, now);
    const extra = extraTimeOf(sitter, adjustments);
    const extension = sumOf(adjustments, 'extension');
    const close = afterRunning(opensAt, closesAt - opensAt + extension + extra, pauses);
    // why with the extension: where all sit at one time, a longer round that ended for them as before would be none.
    if (window === 'fixed') return Math.min(afterRunning(opensAt, duration + extension + extra, pauses), close);
    const own = afterRunning(startedAt, duration + extra, pauses);
    return lateArrival === 'full' ? own : Math.min(own, close);
  });
}

/** When the pause that lasts at `now` began; undefined while the clock runs. */
export const pausedSince = (adjustments: readonly Adjustment[], now: Instant): Instant | undefined =>
  adjustments.find(
    ({ kind, startsAt = Infinity, endsAt = Infinity, undoneAt }) =>
      kind === 'pause' && undoneAt === undefined && startsAt <= now && now < endsAt,
  )?.startsAt;

/**
 * Running time between two instants: pauses do not count, also not those that were undone afterwards. The clock did stand
 * still in them, and the time of whoever finished before the undoing must not change.
 */
export function runningTime(adjustments: readonly Adjustment[], start: Instant, end: Instant): Duration {
  let running = end - start;
  let covered = start;
  for (const pause of pausesOf(adjustments, end)) {
    const from = Math.max(covered, pause.start);
    const to = Math.min(end, pause.end);
    if (to <= from) continue;
    running -= to - from;
    covered = to;
  }
  return running;
}

/**
 * From when on nothing of the round can change any more: no attempt runs, and no late answer can arrive. Keys and final
 * ranks wait for it.
 */
export function settlesAt(clock: RoundClock, grace: Duration): Instant {
  const { timing, adjustments, now } = clock;
  const { closesAt, entryEndsAt } = windowOf(clock);
  // why all extra time at once: one person may have the own and that of several units above.
  const longestExtra = sumOf(adjustments, 'extraTime');
  const pauses = pausesOf(adjustments, now);
  const lastClose = afterRunning(closesAt, longestExtra, pauses);
  if (timing.window === 'fixed' || timing.lateArrival === 'cut') return lastClose + grace;
  return Math.max(lastClose, afterRunning(entryEndsAt, timing.duration + longestExtra, pauses)) + grace;
}
