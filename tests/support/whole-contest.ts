// A contest of two rounds with everything that can be in one, sat by some people through the use cases and settled.
import type { ContestRules } from '#app/domain/contests/contest.ts';
import type { Actor } from '#app/domain/identity/actor.ts';
import { seededRandom } from '#app/domain/kernel/random.ts';
import { DAY, HOUR, MINUTE, SECOND, type Instant } from '#app/domain/kernel/time.ts';
import {
  expireOverdue,
  saveResponses,
  startAttempt,
  submitAttempt,
  writerOf,
} from '#app/features/attempts/index.server.ts';
import { storeContest } from '#app/features/contests/index.server.ts';
import { refreshStandings, settleRounds } from '#app/features/results/index.server.ts';
import { database } from '#app/platform/db/client.server.ts';
import { forgetEverything } from '#app/platform/db/forget.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { aContestant, formOf, placesOfOptions } from './attempts.ts';
import { OPENING } from './clock.ts';
import { anAdjustment, anItem, aUnit, contestRules } from './factories.ts';

export const ROUND_LENGTH = 2 * DAY;
const SECOND_OPENING = OPENING + 7 * DAY;
/** When both rounds are over, with all grace and extra time. */
export const AFTERWARDS: Instant = SECOND_OPENING + ROUND_LENGTH + DAY;

/** Two rounds whose marks add up, a prediction, a frozen board, lots at the end, negative marks, and two attempts a round. */
const rulesOf = (given: Partial<ContestRules>): ContestRules =>
  contestRules({
    marking: { right: 2, wrong: -0.5, blank: 0, partial: 'proportional' },
    mustAnswerAll: true,
    attempts: { limits: [{ count: 2, per: 'round' }], counted: 'best' },
    overall: 'sum',
    prediction: { asks: 'people', scope: 'round' },
    ranking: ['score', 'predictionDistance', 'duration', 'fewerAttempts', 'older', 'lot'],
    boards: 'frozen',
    frozenFor: 12 * HOUR,
    blocks: [{ name: 'Khối xã', units: ['xa'] }],
    ...given,
  });

/** Stores the contest; nobody has sat it yet. */
export async function twoRounds(given: { rules?: Partial<ContestRules>; slug?: string } = {}): Promise<string> {
  for (let item = 0; item < 12; item += 1) {
    const several = item % 3 === 2;
    await anItem({
      body: several ? { interaction: 'multipleChoice', key: ['a', 'c'] } : {},
    });
  }
  const round = (number: number, opensAt: Instant) => ({
    number,
    title: `Vòng ${number}`,
    kind: 'contest' as const,
    opensAt,
    closesAt: opensAt + ROUND_LENGTH,
    duration: 10 * MINUTE,
    window: 'personal' as const,
    lateArrival: 'cut' as const,
    blueprint: {
      sections: [
        { title: 'Một đáp án', quotas: [{ interaction: 'choice' as const, count: 3 }] },
        { title: 'Nhiều đáp án', quotas: [{ interaction: 'multipleChoice' as const, count: 2, marks: 3 }] },
      ],
      optionsShown: 3,
    },
  });
  return inTransaction((tx) =>
    storeContest(
      tx,
      {
        slug: given.slug ?? 'thi',
        title: 'Cuộc thi hai vòng',
        rules: rulesOf(given.rules ?? {}),
        rounds: [round(1, OPENING), round(2, SECOND_OPENING)],
      },
      { isEdited: false },
    ),
  );
}

/** People of two units, one of them in a block. */
export async function contestants(count: number): Promise<(Actor & { name: string })[]> {
  const root = await aUnit({ id: 'tinh', name: 'Tỉnh' });
  const inside = await aUnit({ id: 'xa', parent: root, name: 'Xã Trường Hà', people: 100 });
  const outside = await aUnit({ id: 'phuong', parent: root, name: 'Phường Thục Phán', people: 100 });
  return Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const actor = await aContestant({ unit: index % 3 === 0 ? outside : inside });
      await (
        await database()
      ).account.update({
        where: { id: actor.accountId },
        data: { birthYear: 1960 + (index % 4) * 10 },
      });
      return { ...actor, birthYear: 1960 + (index % 4) * 10, name: actor.account.fullName };
    }),
  );
}

/** One attempt from its start to its end: answers that are changed, a prediction, a submission or none. */
export async function sit(actor: Actor, slug: string, startedAt: Instant, seed: string): Promise<string> {
  const random = seededRandom(seed);
  const started = await startAttempt({ actor, contestSlug: slug, now: startedAt });
  if (!started.ok) throw new Error(`the start was refused: ${started.error}`);
  const attemptId = started.value;
  const form = await formOf(attemptId);
  const knows = random() < 0.5 ? 1 : 0.6;
  let now = startedAt;
  let key = 0;
  for (const { slot, optionOrder } of form.slots) {
    now += Math.round((1 + random() * 20) * SECOND);
    if (knows < 1 && random() < 0.08) continue;
    const right = slot > 3 ? ['a', 'c'] : ['a'];
    const places =
      random() < knows ? placesOfOptions(form, slot, right) : [1 + Math.floor(random() * optionOrder.length)];
    await saveResponses({
      writer: writerOf(actor),
      attemptId,
      seen: 0,
      saves: [{ slot, places, key: `${seed}-${(key += 1)}`, age: Math.round(random() * SECOND) }],
      now,
    });
  }
  const predicted = { value: Math.floor(random() * 12), key: `${seed}-doan` };
  await saveResponses({
    writer: writerOf(actor),
    attemptId,
    seen: 0,
    saves: [],
    prediction: predicted,
    now: now + SECOND,
  });
  if (random() < 0.85) await submitAttempt({ writer: writerOf(actor), attemptId, now: now + 2 * SECOND });
  return attemptId;
}

/** Everything that the sweeper does. */
export async function sweep(now: Instant): Promise<void> {
  await expireOverdue({ now });
  await refreshStandings();
  await settleRounds({ now });
  forgetEverything();
}

/** The contest with both rounds sat, adjusted, ended and settled. */
export async function settledContest(
  given: { people?: number; rules?: Partial<ContestRules>; slug?: string } = {},
): Promise<{ contestId: string; people: (Actor & { name: string })[]; attemptIds: string[] }> {
  const slug = given.slug ?? 'thi';
  const contestId = await twoRounds(given);
  const people = await contestants(given.people ?? 8);
  const rounds = await (await database()).round.findMany({ where: { contestId }, orderBy: { number: 'asc' } });
  const first = rounds[0];
  if (!first) throw new Error('the contest has no round');
  const account = await (await database()).account.findUniqueOrThrow({ where: { id: people[1]?.accountId ?? '' } });
  await anAdjustment(first, { kind: 'extraTime', ms: 5 * MINUTE, account });
  await anAdjustment(first, {
    kind: 'pause',
    startsAt: OPENING + 5 * HOUR,
    endsAt: OPENING + 6 * HOUR,
    at: OPENING + 5 * HOUR,
  });
  await anAdjustment(first, { kind: 'extension', ms: HOUR, at: OPENING + DAY, undoneAt: OPENING + DAY + HOUR });
  const attemptIds: string[] = [];
  for (const [number, opensAt] of [OPENING, SECOND_OPENING].entries()) {
    for (const [index, actor] of people.entries()) {
      if ((index + number) % 5 === 4) continue;
      const at = opensAt + HOUR + index * 7 * MINUTE;
      attemptIds.push(await sit(actor, slug, at, `${number}-${index}-1`));
      if (index % 2 === 0) {
        await expireOverdue({ now: at + HOUR });
        attemptIds.push(await sit(actor, slug, at + DAY + 18 * HOUR, `${number}-${index}-2`));
      }
    }
    await sweep(opensAt + ROUND_LENGTH + DAY);
  }
  await sweep(AFTERWARDS);
  return { contestId, people, attemptIds };
}
