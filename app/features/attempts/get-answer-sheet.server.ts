import { replay, type AttemptState } from '#app/domain/attempts/replay.ts';
import type { Actor } from '#app/domain/identity/actor.ts';
import type { Interaction } from '#app/domain/items/item.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { getBodies } from '#app/features/items/index.server.ts';
import { loadAttempt, type StoredAttempt } from './attempt.repo.server.ts';
import { expireIfOverdue } from './expire-overdue.server.ts';
import { placesOf } from './save-responses.server.ts';

/** A question as a contestant may see it. There is no key here, by construction. */
export interface SheetQuestion {
  readonly slot: number;
  readonly interaction: Interaction;
  readonly prompt: string;
  /** In this contestant's order; place 1 is the first. */
  readonly options: readonly string[];
  /** Places chosen so far. */
  readonly places: readonly number[];
  readonly savedAt: Instant | undefined;
}

export interface AnswerSheet {
  readonly attemptId: string;
  readonly contestId: string;
  readonly roundId: string;
  readonly state: AttemptState;
  readonly deadlineAt: Instant;
  readonly sequence: number;
  readonly questions: readonly SheetQuestion[];
}

/** The own attempt, finished first when its time is over; undefined when there is none with that id for this person. */
export async function loadOwnAttempt(
  actor: Actor,
  attemptId: string,
  now: Instant,
): Promise<Awaited<ReturnType<typeof loadAttempt>>> {
  const loaded = await loadAttempt(undefined, attemptId, actor.accountId);
  if (!loaded || !isOverdue(loaded.attempt, now)) return loaded;
  await expireIfOverdue(attemptId, now);
  return loadAttempt(undefined, attemptId, actor.accountId);
}

const isOverdue = (attempt: StoredAttempt, now: Instant): boolean =>
  attempt.state === 'inProgress' && now >= attempt.deadlineAt + attempt.grace;

/** The answer sheet of the own attempt; undefined when there is none with that id for this person. */
export async function getAnswerSheet(query: {
  actor: Actor;
  attemptId: string;
  now: Instant;
}): Promise<AnswerSheet | undefined> {
  const loaded = await loadOwnAttempt(query.actor, query.attemptId, query.now);
  if (!loaded) return undefined;
  const { attempt, steps } = loaded;
  const replayed = replay(steps);
  const bodies = await getBodies(attempt.form.slots.map((slot) => slot.itemVersionId));
  const questions = attempt.form.slots.map((slot): SheetQuestion => {
    const body = bodies.get(slot.itemVersionId);
    if (!body) throw new Error(`item version ${slot.itemVersionId} is missing`);
    const saved = replayed.saved.get(slot.slot);
    return {
      slot: slot.slot,
      interaction: body.interaction,
      prompt: body.prompt,
      options: slot.optionOrder.map((id) => body.options.find((option) => option.id === id)?.text ?? ''),
      places: placesOf(attempt.form, slot.slot, saved?.response ?? []),
      savedAt: saved?.receivedAt,
    };
  });
  return {
    attemptId: attempt.id,
    contestId: attempt.contestId,
    roundId: attempt.roundId,
    state: attempt.state,
    deadlineAt: attempt.deadlineAt,
    sequence: replayed.lastSequence,
    questions,
  };
}
