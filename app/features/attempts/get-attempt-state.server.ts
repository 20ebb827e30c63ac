import type { AttemptState } from '#app/domain/attempts/replay.ts';
import { deadlineOf, pausedSince } from '#app/domain/contests/timeline.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { findNotices, getClock, type NoticeView } from '#app/features/contests/index.server.ts';
import { ownerFor, type Writer } from './attempt-token.server.ts';
import { findHead, type AttemptHead } from './running.repo.server.ts';

/** What may change under an open sheet. */
export interface AttemptStateNow {
  readonly now: Instant;
  readonly state: AttemptState;
  readonly deadlineAt: Instant;
  readonly pausedSince: Instant | null;
  /** Number of the last step. */
  readonly sequence: number;
  /** Whether this tab leads. */
  readonly leads: boolean;
  readonly notices: readonly NoticeView[];
}

/** The state of an attempt for one of its tabs; undefined for whoever may not see it. */
export async function getAttemptState(query: {
  writer: Writer;
  attemptId: string;
  device: string | undefined;
  now: Instant;
}): Promise<AttemptStateNow | undefined> {
  const { writer, attemptId, device, now } = query;
  const owner = ownerFor(writer, attemptId);
  const found = owner ? await findHead(attemptId, owner.accountId) : undefined;
  if (!found) return undefined;
  return stateAt(found, device, now);
}

/**
 * The state of an attempt that was found, for one of its tabs.
 * @throws when its round is gone, which no attempt outlives
 */
export async function stateAt(
  attempt: AttemptHead,
  device: string | undefined,
  now: Instant,
): Promise<AttemptStateNow> {
  const found = await getClock(attempt.roundId, now);
  if (!found) throw new Error(`the round of attempt ${attempt.id} is gone`);
  const { round: timing, adjustments } = found;
  return {
    now,
    state: attempt.state,
    deadlineAt: deadlineOf({ timing, adjustments, now }, attempt, attempt.startedAt),
    pausedSince: pausedSince(adjustments, now) ?? null,
    sequence: attempt.sequence,
    leads: attempt.device === undefined || device === undefined || attempt.device === device,
    notices: await findNotices(attempt.contestId, now),
  };
}
