import { replay, type AttemptState } from '#app/domain/attempts/replay.ts';
import type { Prediction, PredictionTarget } from '#app/domain/contests/contest.ts';
import { pausedSince } from '#app/domain/contests/timeline.ts';
import type { Actor } from '#app/domain/identity/actor.ts';
import type { Duration, Instant } from '#app/domain/kernel/time.ts';
import { findNotices, type NoticeView } from '#app/features/contests/index.server.ts';
import { getBodies } from '#app/features/items/index.server.ts';
import { frameOf } from './attempt-frame.server.ts';
import { tokenOf } from './attempt-token.server.ts';
import { loadAttempt } from './attempt.repo.server.ts';
import { expireIfOverdue } from './expire-overdue.server.ts';
import { heldAnswer } from './save-responses.server.ts';
import { shownTexts, type ShownTexts } from '#app/platform/shown-texts.server.ts';

/** A question as a contestant may see it. There is no key here, by construction. */
export interface SheetQuestion extends ShownTexts {
  readonly slot: number;
  /** Places chosen so far, see answer.ts. */
  readonly places: readonly number[];
  /** What was typed so far, where the answer is typed. */
  readonly text?: string | undefined;
  readonly savedAt: Instant | undefined;
}

export interface AnswerSheet {
  readonly attemptId: string;
  readonly contestId: string;
  readonly roundId: string;
  readonly roundTitle: string;
  readonly isPractice: boolean;
  readonly state: AttemptState;
  readonly deadlineAt: Instant;
  /** How long after the deadline an answer that was chosen before it may still arrive. */
  readonly grace: Duration;
  readonly sequence: number;
  readonly questions: readonly SheetQuestion[];
  /** An attempt with a blank does not count. */
  readonly mustAnswerAll: boolean;
  /** What is to be predicted; undefined where nothing is asked. */
  readonly predictionAsks: PredictionTarget | undefined;
  /** Over what it is counted. */
  readonly predictionScope: Prediction['scope'] | undefined;
  /** The number predicted so far. */
  readonly prediction: number | undefined;
  /** The write token of this attempt. */
  readonly token: string;
  readonly pausedSince: Instant | undefined;
  readonly notices: readonly NoticeView[];
}

/** The own attempt, finished first when its time is over; undefined when there is none with that id for this person. */
export async function loadOwnAttempt(
  actor: Actor,
  attemptId: string,
  now: Instant,
): Promise<Awaited<ReturnType<typeof loadAttempt>>> {
  const loaded = await loadAttempt(undefined, attemptId, actor.accountId);
  if (loaded?.attempt.state !== 'inProgress') return loaded;
  const { frame } = await frameOf(loaded.attempt, now);
  if (now < frame.deadlineAt + frame.grace) return loaded;
  await expireIfOverdue(attemptId, now);
  return loadAttempt(undefined, attemptId, actor.accountId);
}

/** The answer sheet of the own attempt; undefined when there is none with that id for this person. */
export async function getAnswerSheet(query: {
  actor: Actor;
  attemptId: string;
  now: Instant;
}): Promise<AnswerSheet | undefined> {
  const loaded = await loadOwnAttempt(query.actor, query.attemptId, query.now);
  if (!loaded) return undefined;
  const { attempt, steps } = loaded;
  const { frame, contest, round, clock } = await frameOf(attempt, query.now);
  const replayed = replay(steps);
  const bodies = await getBodies(attempt.form.slots.map((slot) => slot.itemVersionId));
  const questions = attempt.form.slots.map((slot): SheetQuestion => {
    const body = bodies.get(slot.itemVersionId);
    if (!body) throw new Error(`item version ${slot.itemVersionId} is missing`);
    const saved = replayed.saved.get(slot.slot);
    return {
      slot: slot.slot,
      ...shownTexts(body, slot),
      ...heldAnswer(attempt.form, slot.slot, saved?.response ?? []),
      savedAt: saved?.receivedAt,
    };
  });
  return {
    attemptId: attempt.id,
    contestId: attempt.contestId,
    roundId: attempt.roundId,
    roundTitle: round.title,
    isPractice: round.kind === 'practice',
    state: attempt.state,
    deadlineAt: frame.deadlineAt,
    grace: frame.grace,
    sequence: replayed.lastSequence,
    questions,
    mustAnswerAll: contest.rules.mustAnswerAll,
    predictionAsks: frame.asksPrediction ? contest.rules.prediction?.asks : undefined,
    predictionScope: frame.asksPrediction ? contest.rules.prediction?.scope : undefined,
    prediction: replayed.prediction,
    token: tokenOf(attempt.id),
    pausedSince: pausedSince(clock.adjustments, query.now),
    notices: await findNotices(attempt.contestId, query.now),
  };
}
