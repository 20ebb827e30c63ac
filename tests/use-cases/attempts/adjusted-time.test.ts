import { describe, expect, test } from 'vitest';
import { DAY, HOUR, MINUTE, SECOND } from '#app/domain/kernel/time.ts';
import {
  expireOverdue,
  getAnswerSheet,
  getAttemptState,
  startAttempt,
  submitAttempt,
  touchDeadlines,
  writerOf,
} from '#app/features/attempts/index.server.ts';
import { aContestant, save, started, storedAttempt } from '#tests/support/attempts.ts';
import { afterOpening, OPENING } from '#tests/support/clock.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aContest, anAdjustment, aUnit } from '#tests/support/factories.ts';

useTestDatabase({ per: 'test' });

const NOW = afterOpening({ hours: 1 });
const DEADLINE = NOW + 10 * MINUTE;
const GRACE = 30 * SECOND;
const CLOSE = OPENING + 7 * DAY;

async function running(given: Parameters<typeof aContest>[0] = {}, at = NOW) {
  const { round } = await aContest({ slug: 'thi', ...given });
  const actor = await aContestant();
  const attemptId = await started(actor, 'thi', at);
  const deadlineAt = async (now: number) => (await getAnswerSheet({ actor, attemptId, now }))?.deadlineAt;
  return { round, actor, attemptId, deadlineAt };
}

describe('extra time', () => {
  test('of a person moves the deadline of the attempt that runs, at once', async () => {
    const { round, actor, attemptId, deadlineAt } = await running();
    expect(await deadlineAt(NOW + MINUTE)).toBe(DEADLINE);
    await anAdjustment(round, { kind: 'extraTime', ms: 5 * MINUTE, account: actor.account });
    expect(await deadlineAt(NOW + 2 * MINUTE)).toBe(DEADLINE + 5 * MINUTE);
    expect(await save(actor, attemptId, DEADLINE + 4 * MINUTE)).toMatchObject({ ok: true });
  });

  test('of a unit is for everybody of its branch, and for nobody else', async () => {
    const { round, deadlineAt, actor } = await running();
    const other = await aUnit();
    await anAdjustment(round, { kind: 'extraTime', ms: 5 * MINUTE, unit: other });
    expect(await deadlineAt(NOW + 2 * SECOND)).toBe(DEADLINE);
    const child = await aUnit({ parent: other });
    const inside = await aContestant({ unit: child });
    const id = await started(inside, 'thi', NOW + 10 * SECOND);
    expect((await getAnswerSheet({ actor: inside, attemptId: id, now: NOW + 11 * SECOND }))?.deadlineAt).toBe(
      NOW + 10 * SECOND + 15 * MINUTE,
    );
    expect(actor.unitId).not.toBe(child.id);
  });

  test('that is given after the stored deadline keeps the sweeper from finishing the attempt', async () => {
    const { round, actor, attemptId } = await running();
    await anAdjustment(round, { kind: 'extraTime', ms: HOUR, account: actor.account });
    expect(await expireOverdue({ now: DEADLINE + GRACE + 1 })).toEqual({ expired: 0, failed: 0 });
    expect(await storedAttempt(attemptId)).toMatchObject({
      state: 'inProgress',
      deadlineAt: new Date(DEADLINE + HOUR),
    });
    expect(await expireOverdue({ now: DEADLINE + HOUR + GRACE })).toEqual({ expired: 1, failed: 0 });
    expect((await storedAttempt(attemptId)).finishedAt).toEqual(new Date(DEADLINE + HOUR));
  });
});

describe('a pause', () => {
  test('stops the clock, takes what was answered, and gives its length back', async () => {
    const { round, actor, attemptId, deadlineAt } = await running();
    await anAdjustment(round, { kind: 'pause', startsAt: NOW + 2 * MINUTE });
    expect(await deadlineAt(NOW + HOUR)).toBe(NOW + HOUR + 8 * MINUTE);
    expect(await save(actor, attemptId, NOW + HOUR)).toMatchObject({ ok: true });
    expect(await expireOverdue({ now: NOW + DAY })).toEqual({ expired: 0, failed: 0 });
    const state = await getAttemptState({ writer: writerOf(actor), attemptId, device: undefined, now: NOW + HOUR });
    expect(state?.pausedSince).toBe(NOW + 2 * MINUTE);
  });

  test('does not count into the time that the ranking looks at', async () => {
    const { round, actor, attemptId } = await running();
    await anAdjustment(round, { kind: 'pause', startsAt: NOW + MINUTE, endsAt: NOW + 31 * MINUTE });
    await submitAttempt({ writer: writerOf(actor), attemptId, now: NOW + 34 * MINUTE });
    expect((await storedAttempt(attemptId)).durationMs).toBe(4 * MINUTE);
  });

  test('keeps anybody from starting', async () => {
    const { round } = await running();
    await anAdjustment(round, { kind: 'pause', startsAt: NOW + MINUTE });
    const actor = await aContestant();
    expect(await startAttempt({ actor, contestSlug: 'thi', now: NOW + 2 * MINUTE })).toEqual({
      ok: false,
      error: 'round-paused',
    });
  });
});

describe('an extension', () => {
  test('lets people start after the planned close, and moves an end that the close had cut', async () => {
    const { round, deadlineAt } = await running({}, CLOSE - 2 * MINUTE);
    expect(await deadlineAt(CLOSE - MINUTE)).toBe(CLOSE);
    await anAdjustment(round, { kind: 'extension', ms: 30 * MINUTE });
    expect(await deadlineAt(CLOSE - 30 * SECOND)).toBe(CLOSE + 8 * MINUTE);
    await started(await aContestant(), 'thi', CLOSE + 29 * MINUTE);
    expect(await startAttempt({ actor: await aContestant(), contestSlug: 'thi', now: CLOSE + 30 * MINUTE })).toEqual({
      ok: false,
      error: 'round-closed',
    });
  });

  test('that is undone ends at the undoing, and nobody loses time that has passed', async () => {
    const { round } = await aContest({ slug: 'thi' });
    const undoneAt = CLOSE + 10 * MINUTE;
    const actor = await aContestant();
    const extension = await anAdjustment(round, { kind: 'extension', ms: HOUR });
    const attemptId = await started(actor, 'thi', CLOSE + 5 * MINUTE);
    expect((await storedAttempt(attemptId)).deadlineAt).toEqual(new Date(CLOSE + 15 * MINUTE));
    await (
      await import('#app/platform/db/client.server.ts')
    )
      .database()
      .then((db) => db.adjustment.update({ where: { id: extension.id }, data: { undoneAt: new Date(undoneAt) } }));
    (await import('#app/platform/db/forget.server.ts')).forgetEverything();
    await touchDeadlines({ roundId: round.id, now: undoneAt });
    expect((await storedAttempt(attemptId)).deadlineAt).toEqual(new Date(undoneAt));
  });
});

describe('windows', () => {
  test('a fixed window ends for all at once, and counts the time from the opening', async () => {
    const { actor, attemptId, deadlineAt } = await running({ round: { window: 'fixed' } }, OPENING + 4 * MINUTE);
    expect(await deadlineAt(OPENING + 5 * MINUTE)).toBe(OPENING + 10 * MINUTE);
    await submitAttempt({ writer: writerOf(actor), attemptId, now: OPENING + 6 * MINUTE });
    expect((await storedAttempt(attemptId)).durationMs).toBe(6 * MINUTE);
  });

  test('who starts in time has the whole duration where the rules say so', async () => {
    const { deadlineAt } = await running({ round: { lateArrival: 'full' } }, CLOSE - MINUTE);
    expect(await deadlineAt(CLOSE - SECOND)).toBe(CLOSE + 9 * MINUTE);
  });

  test('entry may end before the close', async () => {
    await aContest({ slug: 'thi', round: { entryForMs: HOUR } });
    await started(await aContestant(), 'thi', OPENING + HOUR - 1);
    expect(await startAttempt({ actor: await aContestant(), contestSlug: 'thi', now: OPENING + HOUR })).toEqual({
      ok: false,
      error: 'entry-over',
    });
  });
});
