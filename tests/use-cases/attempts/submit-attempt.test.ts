import { describe, expect, test } from 'vitest';
import type { ItemBody } from '#app/domain/items/item.ts';
import type { MarkingScheme } from '#app/domain/scoring/score-attempt.ts';
import { MINUTE, SECOND } from '#app/domain/kernel/time.ts';
import { saveResponses, submitAttempt, writerOf } from '#app/features/attempts/index.server.ts';
import { database } from '#app/platform/db/client.server.ts';
import { aContestant, formOf, placesOfOptions, save, started, storedAttempt } from '#tests/support/attempts.ts';
import { afterOpening } from '#tests/support/clock.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aContest, anItem } from '#tests/support/factories.ts';
import { rowCounts } from '#tests/support/row-counts.ts';

useTestDatabase({ per: 'test' });

const NOW = afterOpening({ hours: 1 });

async function anAttempt() {
  const { contest } = await aContest({ slug: 'thi' });
  const actor = await aContestant();
  return { contest, actor, attemptId: await started(actor, 'thi', NOW) };
}

test('twenty submissions at once are one result', async () => {
  const { actor, attemptId } = await anAttempt();
  await save(actor, attemptId, NOW + SECOND);
  const before = await rowCounts();
  const all = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      submitAttempt({ writer: writerOf(actor), attemptId, now: NOW + MINUTE + index }),
    ),
  );
  for (const result of all) expect(result).toEqual({ ok: true, value: { attemptId } });
  expect(await rowCounts()).toEqual({
    ...before,
    attemptStep: before.attemptStep + 1,
    outcome: 10,
    auditEntry: before.auditEntry + 1,
  });
  const stored = await storedAttempt(attemptId);
  expect(stored.steps.map(({ kind }) => kind)).toEqual(['started', 'responseSaved', 'submitted']);
  expect(stored.durationMs).toBe((stored.finishedAt as Date).getTime() - NOW);
  const [entry] = await (await database()).auditEntry.findMany({ where: { action: 'attempt.submitted' } });
  expect(entry).toMatchObject({ actorId: actor.accountId, subject: `attempt:${attemptId}` });
  expect(JSON.parse(entry?.detail ?? '')).toMatchObject({
    steps: stored.steps?.length ?? 3,
    rows: expect.stringContaining('Attempt:'),
  });
});

test('an answer that races with the submission either counts or is refused, never both', async () => {
  const { actor, attemptId } = await anAttempt();
  const [saved, submitted] = await Promise.all([
    save(actor, attemptId, NOW + MINUTE, { slot: 1, places: [1] }),
    submitAttempt({ writer: writerOf(actor), attemptId, now: NOW + MINUTE }),
  ]);
  expect(submitted.ok).toBe(true);
  const { steps, outcomes } = await storedAttempt(attemptId);
  expect(steps.at(-1)?.kind).toBe('submitted');
  expect(steps.some(({ kind }) => kind === 'responseSaved')).toBe(saved.ok);
  expect(outcomes.find(({ slot }) => slot === 1)?.answered).toBe(saved.ok);
});

describe('the time used', () => {
  const DEADLINE = NOW + 10 * MINUTE;
  test.each([
    ['at once', NOW, NOW, 'submitted'],
    ['after some minutes', NOW + 7 * MINUTE + 123, NOW + 7 * MINUTE + 123, 'submitted'],
    ['at the deadline', DEADLINE, DEADLINE, 'submitted'],
    ['in the time of grace', DEADLINE + 29 * SECOND, DEADLINE, 'submitted'],
    ['too late', DEADLINE + 30 * SECOND, DEADLINE, 'expired'],
    ['a day too late', DEADLINE + 24 * 60 * MINUTE, DEADLINE, 'expired'],
  ])('of one who submits %s', async (_, at, finishedAt, state) => {
    const { actor, attemptId } = await anAttempt();
    expect(await submitAttempt({ writer: writerOf(actor), attemptId, now: at })).toMatchObject({ ok: true });
    expect(await storedAttempt(attemptId)).toMatchObject({
      state,
      finishedAt: new Date(finishedAt),
      durationMs: finishedAt - NOW,
      score: 0,
      isRanked: false,
    });
  });
});

test('is not found for anybody else, and the attempt goes on', async () => {
  const { actor, attemptId } = await anAttempt();
  const stranger = await aContestant();
  const before = await rowCounts();
  for (const id of [attemptId, 'khong-co', '', '../', 'x'.repeat(5_000)]) {
    expect(await submitAttempt({ writer: writerOf(stranger), attemptId: id, now: NOW + MINUTE })).toEqual({
      ok: false,
      error: 'not-found',
    });
  }
  expect(await rowCounts()).toEqual(before);
  expect(await save(actor, attemptId, NOW + MINUTE)).toMatchObject({ ok: true });
});

interface Case {
  readonly body: Partial<ItemBody>;
  /** What the person chooses; undefined where the person never touches the question. */
  readonly chosen: readonly string[] | undefined;
  /** Marks worked out by hand under each scheme. */
  readonly plain: number;
  readonly strict: number;
}

const SEVERAL: Partial<ItemBody> = { interaction: 'multipleChoice', key: ['a', 'b'] };
const THREE: Partial<ItemBody> = { interaction: 'multipleChoice', key: ['a', 'b', 'c'] };
const TRUE_FALSE: Partial<ItemBody> = {
  interaction: 'trueFalse',
  options: [
    { id: 'a', text: 'Đúng' },
    { id: 'b', text: 'Sai' },
  ],
  key: ['b'],
};

// plain: right 1, wrong 0, blank 0, all or nothing. strict: right 3, wrong −1, blank −0.25, proportional.
const CASES: readonly Case[] = [
  { body: {}, chosen: ['a'], plain: 1, strict: 3 },
  { body: {}, chosen: ['c'], plain: 0, strict: -1 },
  { body: {}, chosen: undefined, plain: 0, strict: -0.25 },
  { body: {}, chosen: [], plain: 0, strict: -0.25 },
  { body: TRUE_FALSE, chosen: ['b'], plain: 1, strict: 3 },
  { body: TRUE_FALSE, chosen: ['a'], plain: 0, strict: -1 },
  { body: SEVERAL, chosen: ['b', 'a'], plain: 1, strict: 3 },
  { body: SEVERAL, chosen: ['a'], plain: 0, strict: 1.5 },
  { body: SEVERAL, chosen: ['a', 'b', 'c'], plain: 0, strict: 1.5 },
  { body: SEVERAL, chosen: ['a', 'c'], plain: 0, strict: -1 },
  { body: THREE, chosen: ['a', 'b'], plain: 0, strict: 2 },
  { body: THREE, chosen: ['c'], plain: 0, strict: 1 },
  { body: THREE, chosen: ['a', 'b', 'd'], plain: 0, strict: 1 },
];

const PLAIN: MarkingScheme = { right: 1, wrong: 0, blank: 0, partial: 'none' };
const STRICT: MarkingScheme = { right: 3, wrong: -1, blank: -0.25, partial: 'proportional' };

describe('the score of every kind of answer', () => {
  // By hand: 3 right under the plain scheme; 3+3+3 − 1−1−1 − 0.25×2 + 1.5+1.5 + 2+1+1 = 12.5 under the strict one.
  test.each([
    ['all or nothing', PLAIN, 'plain', 3, 13],
    ['a share of the marks, and marks taken off', STRICT, 'strict', 12.5, 39],
  ] as const)('under %s', async (_, marking, column, score, maxScore) => {
    for (const [index, { body }] of CASES.entries()) await anItem({ id: `loai-${index}`, body });
    const blueprint = { sections: [{ title: 'Tất cả', quotas: [{ count: CASES.length }] }] };
    await aContest({ slug: 'thi', items: 0, blueprint, rules: { marking } });
    const actor = await aContestant();
    const attemptId = await started(actor, 'thi', NOW);
    const form = await formOf(attemptId);
    const caseOf = (versionId: string) => CASES[Number(versionId.split('-')[1])] as Case;
    const saves = form.slots.flatMap(({ slot, itemVersionId }) => {
      const { chosen } = caseOf(itemVersionId);
      return chosen ? [{ slot, places: placesOfOptions(form, slot, chosen), key: `cau-tra-loi-${slot}` }] : [];
    });
    expect(
      await saveResponses({ writer: writerOf(actor), attemptId, seen: 1, saves, now: NOW + SECOND }),
    ).toMatchObject({ ok: true });
    await submitAttempt({ writer: writerOf(actor), attemptId, now: NOW + 2 * MINUTE });
    const stored = await storedAttempt(attemptId);
    expect(stored).toMatchObject({ state: 'submitted', score, maxScore, durationMs: 2 * MINUTE });
    expect(stored.outcomes).toHaveLength(CASES.length);
    for (const { itemVersionId, mark, answered } of stored.outcomes) {
      const { chosen, [column]: expected } = caseOf(itemVersionId);
      expect({ itemVersionId, mark, answered }).toEqual({
        itemVersionId,
        mark: expected,
        answered: (chosen?.length ?? 0) > 0,
      });
    }
  });
});
