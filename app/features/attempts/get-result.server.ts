import { replay, type AttemptState } from '#app/domain/attempts/replay.ts';
import type { Actor } from '#app/domain/identity/actor.ts';
import type { ItemSource } from '#app/domain/items/item.ts';
import type { Duration, Instant } from '#app/domain/kernel/time.ts';
import { scoreResponse } from '#app/domain/scoring/score-response.ts';
import { findContest } from '#app/features/contests/index.server.ts';
import { getBodies } from '#app/features/items/index.server.ts';
import { loadOwnAttempt } from './get-answer-sheet.server.ts';

/** A question after the round has closed: with its key and why. */
export interface ReviewedQuestion {
  readonly slot: number;
  readonly prompt: string;
  readonly options: readonly { readonly text: string; readonly isKey: boolean; readonly isChosen: boolean }[];
  readonly fraction: number;
  readonly rationale: string;
  readonly source: ItemSource;
}

export interface AttemptResult {
  readonly attemptId: string;
  readonly number: number;
  readonly contest: { readonly slug: string; readonly title: string; readonly roundTitle: string };
  readonly roundId: string;
  readonly state: AttemptState;
  readonly startedAt: Instant;
  readonly finishedAt: Instant | undefined;
  readonly duration: Duration | undefined;
  readonly score: number | undefined;
  readonly maxScore: number;
  readonly answered: number;
  readonly questions: number;
  /** When keys may be seen: once the round has closed and nobody's late answer can count any more. */
  readonly keysFrom: Instant;
  /** Present only after the close: keys never leave the server before. */
  readonly review: readonly ReviewedQuestion[] | undefined;
}

/** The result of the own attempt; undefined when there is none with that id for this person. */
export async function getResult(query: {
  actor: Actor;
  attemptId: string;
  now: Instant;
}): Promise<AttemptResult | undefined> {
  const loaded = await loadOwnAttempt(query.actor, query.attemptId, query.now);
  if (!loaded) return undefined;
  const { attempt, steps } = loaded;
  const contest = await findContest({ roundId: attempt.roundId });
  const round = contest?.rounds.find((each) => each.id === attempt.roundId);
  if (!contest || !round) throw new Error(`the round of attempt ${attempt.id} is gone`);
  const keysFrom = round.closesAt + contest.rules.grace;
  const mayReview = attempt.state !== 'inProgress' && query.now >= keysFrom;
  const { saved } = replay(steps);
  return {
    attemptId: attempt.id,
    number: attempt.number,
    contest: { slug: contest.slug, title: contest.title, roundTitle: round.title },
    roundId: round.id,
    state: attempt.state,
    startedAt: attempt.startedAt,
    finishedAt: attempt.finishedAt,
    duration: attempt.duration,
    score: attempt.score,
    maxScore: attempt.maxScore,
    answered: [...saved.values()].filter(({ response }) => response.length > 0).length,
    questions: attempt.form.slots.length,
    keysFrom,
    review: mayReview ? await reviewOf(loaded, contest.rules.marking.partial) : undefined,
  };
}

async function reviewOf(
  { attempt, steps }: NonNullable<Awaited<ReturnType<typeof loadOwnAttempt>>>,
  partial: Parameters<typeof scoreResponse>[2],
): Promise<ReviewedQuestion[]> {
  const { saved } = replay(steps);
  const bodies = await getBodies(attempt.form.slots.map((slot) => slot.itemVersionId));
  return attempt.form.slots.flatMap((slot) => {
    const body = bodies.get(slot.itemVersionId);
    if (!body) return [];
    const response = saved.get(slot.slot)?.response ?? [];
    return {
      slot: slot.slot,
      prompt: body.prompt,
      options: slot.optionOrder.map((id) => ({
        text: body.options.find((option) => option.id === id)?.text ?? '',
        isKey: body.key.includes(id),
        isChosen: response.includes(id),
      })),
      fraction: scoreResponse(body, response, partial),
      rationale: body.rationale,
      source: body.source,
    };
  });
}
