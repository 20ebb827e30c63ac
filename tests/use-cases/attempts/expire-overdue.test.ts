import { describe, expect, test } from 'vitest';
import { DAY, MINUTE, SECOND } from '#app/domain/kernel/time.ts';
import { expireOverdue, getAnswerSheet, getResult, submitAttempt } from '#app/features/attempts/index.server.ts';
import { closeDatabase, database } from '#app/platform/db/client.server.ts';
import { aContestant, formOf, placesOfOptions, save, started, storedAttempt } from '#tests/support/attempts.ts';
import { afterOpening } from '#tests/support/clock.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aContest } from '#tests/support/factories.ts';
import { rowCounts } from '#tests/support/row-counts.ts';

useTestDatabase({ per: 'test' });

const NOW = afterOpening({ hours: 1 });
const DEADLINE = NOW + 10 * MINUTE;
const GRACE = 30 * SECOND;

/** An attempt with one right answer in it. */
async function anAttempt(now = NOW) {
  const actor = await aContestant();
  const attemptId = await started(actor, 'thi', now);
  await save(actor, attemptId, now + SECOND, { slot: 4, places: placesOfOptions(await formOf(attemptId), 4, ['a']) });
  return { actor, attemptId };
}

const ENDED = { state: 'expired', finishedAt: new Date(DEADLINE), durationMs: 10 * MINUTE, score: 1, maxScore: 10 };

describe('an attempt whose time is over', () => {
  test.each([
    ['as soon as grace is over', DEADLINE + GRACE],
    ['an hour late', DEADLINE + 60 * MINUTE],
    ['ten days late', DEADLINE + 10 * DAY],
  ])('ends at its deadline with what was answered, when the sweep comes %s', async (_, now) => {
    await aContest({ slug: 'thi' });
    const { attemptId } = await anAttempt();
    expect(await expireOverdue({ now })).toMatchObject({ expired: 1 });
    const stored = await storedAttempt(attemptId);
    expect(stored).toMatchObject(ENDED);
    expect(stored.steps.at(-1)).toMatchObject({ kind: 'expired', receivedAt: new Date(DEADLINE) });
    expect(stored.outcomes.filter(({ mark }) => mark === 1)).toMatchObject([{ slot: 4, answered: true }]);
    const [entry] = await (await database()).auditEntry.findMany({ where: { action: 'attempt.expired' } });
    expect(entry).toMatchObject({ actorId: null, at: new Date(now), subject: `attempt:${attemptId}` });
  });

  test('is left alone until grace is over', async () => {
    await aContest({ slug: 'thi' });
    const { attemptId } = await anAttempt();
    const before = await rowCounts();
    expect(await expireOverdue({ now: DEADLINE + GRACE - 1 })).toMatchObject({ expired: 0 });
    expect(await rowCounts()).toEqual(before);
    expect((await storedAttempt(attemptId)).state).toBe('inProgress');
  });

  test('is ended once, also by several sweeps and a submission at the same time', async () => {
    await aContest({ slug: 'thi' });
    const { actor, attemptId } = await anAttempt();
    const now = DEADLINE + MINUTE;
    await Promise.all([
      ...Array.from({ length: 4 }, () => expireOverdue({ now })),
      submitAttempt({ actor, attemptId, now }),
    ]);
    const stored = await storedAttempt(attemptId);
    expect(stored).toMatchObject(ENDED);
    expect(stored.steps.map(({ kind }) => kind)).toEqual(['started', 'responseSaved', 'expired']);
    expect(stored.outcomes).toHaveLength(10);
    expect(await expireOverdue({ now: now + MINUTE })).toMatchObject({ expired: 0 });
  });

  test('ends when its owner looks, before any sweep', async () => {
    await aContest({ slug: 'thi' });
    const { actor, attemptId } = await anAttempt();
    expect(await getAnswerSheet({ actor, attemptId, now: DEADLINE + DAY })).toMatchObject({ state: 'expired' });
    const other = await anAttempt();
    expect(await getResult({ ...other, now: DEADLINE + DAY })).toMatchObject({ state: 'expired', score: 1 });
    expect(await storedAttempt(attemptId)).toMatchObject(ENDED);
  });

  test('does not end because a stranger asks for it', async () => {
    await aContest({ slug: 'thi' });
    const { attemptId } = await anAttempt();
    const stranger = await aContestant();
    expect(await getAnswerSheet({ actor: stranger, attemptId, now: DEADLINE + DAY })).toBeUndefined();
    expect((await storedAttempt(attemptId)).state).toBe('inProgress');
  });
});

test('only those whose time is over end, and one that cannot be ended keeps none of the others waiting', async () => {
  const { contest } = await aContest({ slug: 'thi' });
  const broken = await anAttempt(NOW - MINUTE);
  const [over, running] = [await anAttempt(), await anAttempt(NOW + 5 * MINUTE)];
  const form = { slots: [{ slot: 1, itemVersionId: 'mat-roi', optionOrder: [] }] };
  await (await database()).attempt.update({ where: { id: broken.attemptId }, data: { form: JSON.stringify(form) } });
  expect(await expireOverdue({ now: DEADLINE + MINUTE })).toEqual({ expired: 1, failed: 1 });
  expect(await storedAttempt(over.attemptId)).toMatchObject({ ...ENDED, contestId: contest.id });
  expect((await storedAttempt(running.attemptId)).state).toBe('inProgress');
  expect(await storedAttempt(broken.attemptId)).toMatchObject({ state: 'inProgress', outcomes: [] });
});

describe('over a restart', () => {
  test('an attempt goes on where it was: nothing is lost, and its time has run', async () => {
    await aContest({ slug: 'thi' });
    const { actor, attemptId } = await anAttempt();
    await closeDatabase();
    expect(await started(actor, 'thi', NOW + MINUTE)).toBe(attemptId);
    const sheet = await getAnswerSheet({ actor, attemptId, now: NOW + 2 * MINUTE });
    expect(sheet).toMatchObject({ state: 'inProgress', deadlineAt: DEADLINE, sequence: 2 });
    expect(sheet?.questions.filter(({ places }) => places.length > 0).map(({ slot }) => slot)).toEqual([4]);
    await save(actor, attemptId, NOW + 3 * MINUTE, {
      slot: 5,
      places: placesOfOptions(await formOf(attemptId), 5, ['a']),
    });
    await closeDatabase();
    expect(await submitAttempt({ actor, attemptId, now: NOW + 4 * MINUTE })).toMatchObject({ ok: true });
    await closeDatabase();
    expect(await getResult({ actor, attemptId, now: NOW + 5 * MINUTE })).toMatchObject({
      state: 'submitted',
      score: 2,
      answered: 2,
      duration: 4 * MINUTE,
    });
  });

  test('an attempt whose deadline passed while nothing ran ends at its deadline', async () => {
    await aContest({ slug: 'thi' });
    const { attemptId } = await anAttempt();
    await closeDatabase();
    expect(await expireOverdue({ now: DEADLINE + 3 * DAY })).toMatchObject({ expired: 1 });
    expect(await storedAttempt(attemptId)).toMatchObject(ENDED);
  });
});
