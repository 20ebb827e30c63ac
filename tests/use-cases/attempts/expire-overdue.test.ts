import { describe, expect, test } from 'vitest';
import { DAY, MINUTE, SECOND } from '#app/domain/kernel/time.ts';
import {
  expireOverdue,
  getAnswerSheet,
  getResult,
  submitAttempt,
  writerOf,
} from '#app/features/attempts/index.server.ts';
import { closeDatabase, database } from '#app/platform/db/client.server.ts';
import { forgetEverything } from '#app/platform/db/forget.server.ts';
import { aContestant, formOf, placesOfOptions, save, started, storedAttempt } from '#tests/support/attempts.ts';
import { afterOpening } from '#tests/support/clock.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aContest, anAdjustment } from '#tests/support/factories.ts';
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
      submitAttempt({ writer: writerOf(actor), attemptId, now }),
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
    expect(await submitAttempt({ writer: writerOf(actor), attemptId, now: NOW + 4 * MINUTE })).toMatchObject({
      ok: true,
    });
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

describe('a sweep', () => {
  /** Rows of so many attempts that run, as starts would have left them, each with a first answer that is right. */
  async function manyRunning(count: number): Promise<void> {
    const { actor, attemptId } = await anAttempt(NOW - 30 * MINUTE);
    await submitAttempt({ writer: writerOf(actor), attemptId, now: NOW - 29 * MINUTE });
    const db = await database();
    const { steps, outcomes: _, ...model } = await storedAttempt(attemptId);
    const ids = Array.from({ length: count }, (__, index) => `luot-${String(index).padStart(4, '0')}`);
    await db.attempt.createMany({
      data: ids.map((id, index) => ({
        ...model,
        id,
        accountId: id,
        state: 'inProgress',
        startedAt: new Date(NOW + index),
        deadlineAt: new Date(DEADLINE + index),
        finishedAt: null,
        durationMs: null,
        score: null,
        isRanked: false,
      })),
    });
    await db.attemptStep.createMany({
      data: ids.flatMap((id, index) => [
        { attemptId: id, sequence: 1, kind: 'started', receivedAt: new Date(NOW + index) },
        { ...steps[1]!, attemptId: id, receivedAt: new Date(NOW + index + 1), chosenAt: new Date(NOW + index + 1) },
      ]),
    });
  }

  test(
    'ends five hundred attempts, each at its own deadline, and none that still has grace',
    { timeout: 90_000 },
    async () => {
      await aContest({ slug: 'thi' });
      await manyRunning(501);
      // The last one has a millisecond of grace left.
      expect(await expireOverdue({ now: DEADLINE + 499 + GRACE })).toEqual({ expired: 500, failed: 0 });
      const db = await database();
      const ended = await db.attempt.findMany({ where: { state: 'expired' }, orderBy: { id: 'asc' } });
      expect(ended).toHaveLength(500);
      for (const [index, attempt] of ended.entries()) {
        expect(attempt).toMatchObject({ finishedAt: new Date(DEADLINE + index), durationMs: 10 * MINUTE, score: 1 });
      }
      expect(await db.attempt.count({ where: { state: 'inProgress' } })).toBe(1);
      expect(await expireOverdue({ now: DEADLINE + 500 + GRACE })).toEqual({ expired: 1, failed: 0 });
    },
  );

  test('that comes days late, after a power cut, ends everything as one that was there all the time', async () => {
    const tell = async () => {
      const attempts = await (
        await database()
      ).attempt.findMany({
        orderBy: { startedAt: 'asc' },
        include: { steps: { orderBy: { sequence: 'asc' } }, outcomes: { orderBy: { slot: 'asc' } } },
      });
      return attempts.map(
        ({ number, startedAt, deadlineAt, state, finishedAt, durationMs, score, late, steps, outcomes }) => ({
          number,
          startedAt,
          deadlineAt,
          state,
          finishedAt,
          durationMs,
          score,
          late,
          steps: steps.map(({ kind, sequence, receivedAt }) => [kind, sequence, receivedAt]),
          right: outcomes.filter(({ mark }) => mark > 0).map(({ slot }) => slot),
        }),
      );
    };
    const live = async (sweeps: readonly number[]) => {
      const { round } = await aContest({ slug: `thi-${sweeps.length}` });
      const people = [await aContestant(), await aContestant(), await aContestant()];
      const slug = `thi-${sweeps.length}`;
      const ids: string[] = [];
      for (const [index, actor] of people.entries()) {
        const id = await started(actor, slug, NOW + index * MINUTE);
        ids.push(id);
        await save(actor, id, NOW + index * MINUTE + SECOND, {
          slot: 4,
          places: placesOfOptions(await formOf(id), 4, ['a']),
        });
      }
      await anAdjustment(round, {
        kind: 'extraTime',
        ms: 7 * MINUTE,
        account: people[1]!.account,
        at: NOW + 3 * MINUTE,
      });
      await anAdjustment(round, {
        kind: 'pause',
        startsAt: NOW + 4 * MINUTE,
        endsAt: NOW + 24 * MINUTE,
        at: NOW + 4 * MINUTE,
      });
      await submitAttempt({ writer: writerOf(people[2]), attemptId: ids[2]!, now: NOW + 30 * MINUTE });
      for (const now of sweeps) {
        await closeDatabase();
        await expireOverdue({ now });
      }
      return (await tell()).filter(({ startedAt }) => startedAt.getTime() >= NOW);
    };
    const everyMinute = Array.from({ length: 70 }, (_, index) => NOW + 20 * SECOND + index * MINUTE);
    const watched = await live(everyMinute);
    expect(watched.map(({ state, durationMs }) => [state, durationMs])).toEqual([
      ['expired', 10 * MINUTE],
      ['expired', 17 * MINUTE],
      ['submitted', 8 * MINUTE],
    ]);
    await (await database()).outcome.deleteMany();
    await (await database()).attemptStep.deleteMany();
    await (await database()).attempt.deleteMany();
    expect(await live([NOW + 9 * DAY])).toEqual(watched);
  });

  test('leaves a round that stands still alone, and ends its attempts once it runs again', async () => {
    const { round } = await aContest({ slug: 'thi' });
    const { attemptId } = await anAttempt();
    const pause = await anAdjustment(round, { kind: 'pause', startsAt: NOW + 9 * MINUTE, at: NOW + 9 * MINUTE });
    expect(await expireOverdue({ now: NOW + DAY })).toEqual({ expired: 0, failed: 0 });
    await (await database()).adjustment.update({ where: { id: pause.id }, data: { endsAt: new Date(NOW + DAY) } });
    forgetEverything();
    expect(await expireOverdue({ now: NOW + DAY + MINUTE + GRACE - 1 })).toEqual({ expired: 0, failed: 0 });
    expect(await expireOverdue({ now: NOW + DAY + MINUTE + GRACE })).toEqual({ expired: 1, failed: 0 });
    expect(await storedAttempt(attemptId)).toMatchObject({
      finishedAt: new Date(NOW + DAY + MINUTE),
      durationMs: 10 * MINUTE,
      deadlineAt: new Date(NOW + DAY + MINUTE),
    });
  });
});
