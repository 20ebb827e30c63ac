import type { Actor } from '#app/domain/identity/actor.ts';
import { seededRandom, type Random } from '#app/domain/kernel/random.ts';
import { MINUTE, SECOND, type Duration, type Instant } from '#app/domain/kernel/time.ts';
import {
  findOwnAttempts,
  saveResponses,
  startAttempt,
  submitAttempt,
  writerOf,
} from '#app/features/attempts/index.server.ts';
import { getContest } from '#app/features/contests/index.server.ts';
import { getBodies } from '#app/features/items/index.server.ts';

/** How somebody sits whose attempt is to stand out; everybody else is drawn. */
export interface Manner {
  /** How long before the last start. */
  readonly beforeEnd: Duration;
  readonly took: Duration;
  /** Which questions are answered wrongly, with the same option by all who sit so. */
  readonly isWrong: (itemVersionId: string) => boolean;
}

/** Lets made-up people sit a contest at instants of its past, each with a knowledge and a pace of their own. */
export async function sitContest(slug: string, actors: readonly Actor[], at: Instant, manner?: Manner): Promise<void> {
  const found = await getContest(slug, at);
  if (!found) return;
  const { opensAt, closesAt, duration } = found.round;
  const asksPrediction = found.contest.rules.prediction !== undefined;
  const random = seededRandom(`sit-${slug}`);
  const last = Math.min(closesAt, at - duration - MINUTE);
  for (const actor of actors) {
    const startedAt = manner ? last - manner.beforeEnd : Math.floor(opensAt + random() ** 0.8 * (last - opensAt));
    await sit(actor, { contestSlug: slug, roundId: found.round.id, asksPrediction, manner }, startedAt, random);
  }
}

async function sit(
  actor: Actor,
  place: { contestSlug: string; roundId: string; asksPrediction: boolean; manner: Manner | undefined },
  startedAt: Instant,
  random: Random,
): Promise<void> {
  const { contestSlug, roundId, asksPrediction, manner } = place;
  const knowledge = 0.35 + 0.65 * Math.sqrt(random());
  // why: the demonstration may be started again, and a contest may allow a second attempt.
  if ((await findOwnAttempts(undefined, actor.accountId, { roundId })).length > 0) return;
  const started = await startAttempt({ actor, contestSlug, roundId, now: startedAt });
  if (!started.ok) return;
  const attemptId = started.value;
  const attempts = await findOwnAttempts(undefined, actor.accountId, { roundId });
  const attempt = attempts.find((each) => each.id === attemptId);
  if (attempt?.state !== 'inProgress') return;
  const bodies = await getBodies(attempt.form.slots.map((slot) => slot.itemVersionId));
  const saves = attempt.form.slots
    .filter(() => manner !== undefined || random() < 0.98)
    .map(({ slot, itemVersionId, optionOrder }) => {
      const key = bodies.get(itemVersionId)?.key ?? [];
      const guess = 1 + Math.floor(random() * optionOrder.length);
      const isRight = manner ? !manner.isWrong(itemVersionId) : random() < knowledge;
      const wrong = manner ? firstWrong(optionOrder, key) : guess;
      const places = isRight ? key.map((id) => optionOrder.indexOf(id) + 1) : [wrong];
      return { slot, places, key: `mau-${attemptId}-${slot}` };
    });
  const finishedAt = startedAt + (manner ? manner.took : Math.round((75 + random() * 600) * SECOND));
  const prediction = asksPrediction ? { value: guessedPeople(random), key: `mau-${attemptId}-doan` } : undefined;
  const answers = { saves, ...(prediction ? { prediction } : {}) };
  const saved = await saveResponses({
    writer: writerOf(actor),
    attemptId,
    seen: 1,
    ...answers,
    now: finishedAt - SECOND,
  });
  if (saved.ok) await submitAttempt({ writer: writerOf(actor), attemptId, now: finishedAt });
}

/** The same wrong answer in every paper, whatever the order of its options. */
const firstWrong = (optionOrder: readonly string[], key: readonly string[]): number =>
  optionOrder.indexOf(optionOrder.filter((id) => !key.includes(id)).toSorted()[0] ?? '') + 1;

/** Most people guess near the number that takes part, some far off. */
const guessedPeople = (random: Random): number => Math.round(121 * (0.4 + random() + random() * 0.4));
