import type { AttemptState } from '#app/domain/attempts/replay.ts';
import type { Duration, Instant } from '#app/domain/kernel/time.ts';
import type { NoticeView } from '#app/features/contests/index.server.ts';
import type { AnswerSheet } from '../get-answer-sheet.server.ts';
import type { StateHeard } from './watch-sheet.ts';

const LEAST_CHANGE_MS = 1_000;

/** What the organizers have done to the time of this attempt. */
export interface TimeChange {
  readonly kind: 'more' | 'less' | 'resumed';
  readonly by: Duration;
  readonly endsAt: Instant;
}

/** What may change under an open sheet, as the page last heard it. */
export interface LiveState {
  readonly state: AttemptState;
  readonly deadlineAt: Instant;
  /** How much time is left while the round stands still; undefined while its clock runs. */
  readonly leftInPause: Duration | undefined;
  readonly notices: readonly NoticeView[];
  readonly isSignedIn: boolean;
  /** The last change of the time, until the next. */
  readonly change: TimeChange | undefined;
}

/** The state that came with the page. */
export const firstLive = (sheet: AnswerSheet, serverNow: Instant): LiveState => ({
  state: sheet.state,
  deadlineAt: sheet.deadlineAt,
  leftInPause: sheet.pausedSince === undefined ? undefined : Math.max(0, sheet.deadlineAt - serverNow),
  notices: sheet.notices,
  isSignedIn: true,
  change: undefined,
});

/** The state after what was heard, with what is to be said about the time. */
export function hear(live: LiveState, heard: StateHeard): LiveState {
  const { state, deadlineAt, notices, isSignedIn, now } = heard;
  // why: while a pause lasts the deadline moves on with the clock, and what is left stands still.
  const leftInPause = heard.pausedSince === null ? undefined : Math.max(0, deadlineAt - now);
  const next = { ...live, state, deadlineAt, leftInPause, notices, isSignedIn };
  const wasPaused = live.leftInPause !== undefined;
  if (wasPaused && leftInPause === undefined)
    return { ...next, change: { kind: 'resumed', by: 0, endsAt: deadlineAt } };
  if (wasPaused !== (leftInPause !== undefined)) return { ...next, change: undefined };
  const by = (leftInPause ?? deadlineAt) - (wasPaused ? (live.leftInPause ?? 0) : live.deadlineAt);
  if (Math.abs(by) < LEAST_CHANGE_MS) return next;
  return { ...next, change: { kind: by > 0 ? 'more' : 'less', by: Math.abs(by), endsAt: deadlineAt } };
}
