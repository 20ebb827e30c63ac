// A contest that very many people have sat, written into the tables as finishing leaves it: sitting it takes too long.
import type { Form } from '#app/domain/contests/form.ts';
import { maxScoreOf, scoreAttempt } from '#app/domain/scoring/score-attempt.ts';
import { MINUTE, SECOND } from '#app/domain/kernel/time.ts';
import { rebuildStandings } from '#app/features/results/index.server.ts';
import { database } from '#app/platform/db/client.server.ts';
import { OPENING } from './clock.ts';
import { aContest, anItem, aUnit } from './factories.ts';

const ITEMS = 12;
const SLOTS = 5;
const CHUNK = 500;
const OPTIONS = ['a', 'b', 'c', 'd'];

/** The item version that half of the papers have. */
export const COMMON = 'nhieu-bai-0-v1';

/**
 * A contest of one round with so many attempts of as many people: papers of five of twelve items, answers by rote, so that
 * every figure can be counted by hand. Item 0 is on every second paper, and its answers are a, b, c, d, blank in turn.
 */
export async function manyAttempts(people: number): Promise<{ contestId: string; roundId: string }> {
  const db = await database();
  const unit = await aUnit({ id: 'tinh', name: 'Tỉnh' });
  const { contest, round, rules } = await aContest({
    slug: 'thi',
    items: 0,
    blueprint: { sections: [{ title: 'Phần chung', quotas: [{ count: SLOTS }] }] },
  });
  const bodies = new Map<string, Awaited<ReturnType<typeof anItem>>['body']>();
  for (let item = 0; item < ITEMS; item += 1) {
    const { version, body } = await anItem({ id: `nhieu-bai-${item}` });
    bodies.set(version.id, body);
  }
  const versions = [...bodies.keys()];
  for (let from = 0; from < people; from += CHUNK) {
    const numbers = Array.from({ length: Math.min(CHUNK, people - from) }, (_, index) => from + index);
    const made = numbers.map((number) => {
      const first = number % 2 === 0 ? 0 : 1 + (number % (ITEMS - SLOTS));
      const form: Form = {
        slots: versions
          .slice(first, first + SLOTS)
          .map((itemVersionId, index) => ({ slot: index + 1, itemVersionId, optionOrder: OPTIONS })),
      };
      const responses = new Map(
        form.slots.flatMap(({ slot }) => {
          const answer = OPTIONS[Math.floor(number / 2 + (slot - 1) * 3) % 5];
          return answer === undefined ? [] : [[slot, [answer]] as const];
        }),
      );
      const asked = { mustAnswerAll: false, asksPrediction: false, prediction: undefined };
      const result = scoreAttempt(form, bodies, responses, rules.marking, asked);
      const startedAt = new Date(OPENING + number * SECOND);
      return {
        number,
        id: `luot-${number.toString().padStart(7, '0')}`,
        accountId: `nguoi-${number.toString().padStart(7, '0')}`,
        form,
        responses,
        result,
        startedAt,
      };
    });
    const contestId = contest.id;
    await db.participation.createMany({
      data: made.map(({ accountId, startedAt }) => ({
        contestId,
        accountId,
        unitId: unit.id,
        birthYear: 1990,
        registeredAt: startedAt,
        day: 20_260_901,
      })),
    });
    await db.attempt.createMany({
      data: made.map(({ id, accountId, form, result, startedAt }) => ({
        id,
        roundId: round.id,
        contestId,
        accountId,
        unitId: unit.id,
        number: 1,
        seed: 'x',
        form: JSON.stringify(form),
        startedAt,
        deadlineAt: new Date(startedAt.getTime() + 10 * MINUTE),
        graceMs: 0,
        state: 'submitted',
        finishedAt: new Date(startedAt.getTime() + MINUTE),
        durationMs: MINUTE,
        score: result.score,
        maxScore: maxScoreOf(form, rules.marking),
        isRanked: true,
      })),
    });
    await db.attemptStep.createMany({
      data: made.flatMap(({ id, responses, startedAt }) => [
        { attemptId: id, sequence: 1, kind: 'started', receivedAt: startedAt },
        ...[...responses].map(([slot, response], index) => ({
          attemptId: id,
          sequence: index + 2,
          kind: 'responseSaved',
          slot,
          response: JSON.stringify(response),
          key: `${id}-${slot}`,
          receivedAt: new Date(startedAt.getTime() + slot * SECOND),
          chosenAt: new Date(startedAt.getTime() + slot * SECOND),
        })),
        {
          attemptId: id,
          sequence: responses.size + 2,
          kind: 'submitted',
          receivedAt: new Date(startedAt.getTime() + MINUTE),
        },
      ]),
    });
    await db.outcome.createMany({
      data: made.flatMap(({ id, result }) =>
        result.outcomes.map((outcome) => ({ attemptId: id, roundId: round.id, ...outcome })),
      ),
    });
  }
  await rebuildStandings({ contestId: contest.id, now: OPENING });
  return { contestId: contest.id, roundId: round.id };
}
