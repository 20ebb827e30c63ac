import { describe, expect, test } from 'vitest';
import { MINUTE, SECOND } from '#app/domain/kernel/time.ts';
import { getAnswerSheet, saveResponses, submitAttempt, writerOf } from '#app/features/attempts/index.server.ts';
import { closeDatabase } from '#app/platform/db/client.server.ts';
import { aContestant, formOf, save, started, storedAttempt } from '#tests/support/attempts.ts';
import { afterOpening } from '#tests/support/clock.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aContest, anItem } from '#tests/support/factories.ts';
import { rowCounts } from '#tests/support/row-counts.ts';

useTestDatabase({ per: 'test' });

const NOW = afterOpening({ hours: 1 });
const DEADLINE = NOW + 10 * MINUTE;
const GRACE = 30 * SECOND;

async function anAttempt() {
  await aContest({ slug: 'thi' });
  const actor = await aContestant();
  const attemptId = await started(actor, 'thi', NOW);
  const placesNow = async (slot: number) =>
    (await getAnswerSheet({ actor, attemptId, now: NOW }))?.questions.find((each) => each.slot === slot)?.places;
  return { actor, attemptId, placesNow };
}

const refusal = (error: string) => ({ ok: false, error });

describe('what was answered', () => {
  test('is on the disk when the answer comes, and stays there over a restart', async () => {
    const { actor, attemptId, placesNow } = await anAttempt();
    const saved = await save(actor, attemptId, NOW + SECOND, { slot: 3, places: [2] });
    expect(saved).toEqual({
      ok: true,
      value: { sequence: 2, savedAt: NOW + SECOND, elsewhere: [], refused: [], deadlineAt: DEADLINE, leads: true },
    });
    await closeDatabase();
    expect(await placesNow(3)).toEqual([2]);
  });

  test('is what arrived last, and everything that arrived stays in the history', async () => {
    const { actor, attemptId, placesNow } = await anAttempt();
    for (const place of [1, 4, 2]) await save(actor, attemptId, NOW + SECOND, { slot: 1, places: [place] });
    expect(await placesNow(1)).toEqual([2]);
    await save(actor, attemptId, NOW + 2 * SECOND, { slot: 1, places: [] });
    expect(await placesNow(1)).toEqual([]);
    expect((await storedAttempt(attemptId)).steps.map(({ sequence, kind }) => `${sequence} ${kind}`)).toEqual([
      '1 started',
      '2 responseSaved',
      '3 responseSaved',
      '4 responseSaved',
      '5 responseSaved',
    ]);
  });

  test('is told to a device that has not seen it, and only what it has not seen', async () => {
    const { actor, attemptId } = await anAttempt();
    await save(actor, attemptId, NOW + SECOND, { slot: 1, places: [1], key: 'dien-thoai-1' });
    await save(actor, attemptId, NOW + 2 * SECOND, { slot: 2, places: [3], key: 'dien-thoai-2' });
    const desk = await save(actor, attemptId, NOW + 3 * SECOND, { slot: 5, places: [4], key: 'may-ban-01', seen: 2 });
    expect(desk).toMatchObject({
      value: { sequence: 4, elsewhere: [{ slot: 2, places: [3], savedAt: NOW + 2 * SECOND }] },
    });
    const phone = await save(actor, attemptId, NOW + 4 * SECOND, {
      slot: 2,
      places: [1],
      key: 'dien-thoai-3',
      seen: 3,
    });
    expect(phone).toMatchObject({ value: { elsewhere: [{ slot: 5, places: [4] }] } });
  });

  test('by several at once is all kept', async () => {
    const { actor, attemptId } = await anAttempt();
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        save(actor, attemptId, NOW + SECOND, { slot: (index % 10) + 1, places: [(index % 4) + 1] }),
      ),
    );
    for (const result of results) expect(result).toMatchObject({ ok: true });
    const { steps } = await storedAttempt(attemptId);
    expect(steps.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 21 }, (_, index) => index + 1));
  });
});

describe('the same key', () => {
  test('with the same answer is stored once, one after another and at once', async () => {
    const { actor, attemptId } = await anAttempt();
    const again = { slot: 1, places: [2], key: 'mot-khoa-thoi' };
    expect(await save(actor, attemptId, NOW + SECOND, again)).toMatchObject({ ok: true });
    const all = await Promise.all(Array.from({ length: 10 }, () => save(actor, attemptId, NOW + MINUTE, again)));
    for (const result of all) expect(result).toMatchObject({ ok: true, value: { sequence: 2 } });
    expect((await storedAttempt(attemptId)).steps).toHaveLength(2);
  });

  test('is still the success of before when the attempt is over', async () => {
    const { actor, attemptId } = await anAttempt();
    const sent = { slot: 1, places: [2], key: 'gui-lai-sau-khi-nop' };
    await save(actor, attemptId, NOW + SECOND, sent);
    await submitAttempt({ writer: writerOf(actor), attemptId, now: NOW + MINUTE });
    expect(await save(actor, attemptId, DEADLINE + MINUTE, sent)).toMatchObject({ ok: true });
  });

  test.each([
    ['another answer', { slot: 1, places: [3] }],
    ['another question', { slot: 2, places: [2] }],
    ['no answer', { slot: 1, places: [] }],
  ])('with %s is refused', async (_, other) => {
    const { actor, attemptId, placesNow } = await anAttempt();
    const key = 'mot-khoa-hai-viec';
    await save(actor, attemptId, NOW + SECOND, { slot: 1, places: [2], key });
    const before = await rowCounts();
    expect(await save(actor, attemptId, NOW + MINUTE, { ...other, key })).toEqual(refusal('key-reused'));
    expect(await rowCounts()).toEqual(before);
    expect(await placesNow(1)).toEqual([2]);
  });
});

describe('is refused, and changes nothing:', () => {
  test("an answer to somebody else's attempt, which is not found", async () => {
    const { attemptId } = await anAttempt();
    const before = await rowCounts();
    const stranger = await aContestant();
    expect(await save(stranger, attemptId, NOW + SECOND)).toEqual(refusal('not-found'));
    expect(await save(stranger, 'khong-co', NOW + SECOND)).toEqual(refusal('not-found'));
    expect((await rowCounts()).attemptStep).toBe(before.attemptStep);
  });

  test.each([
    ['a question that the paper does not have', { slot: 11 }, 'no-such-slot'],
    ['a place that the question does not have', { places: [5] }, 'no-such-option'],
    ['one place twice', { places: [1, 1] }, 'no-such-option'],
  ])('%s', async (_, given, error) => {
    const { actor, attemptId } = await anAttempt();
    const before = await rowCounts();
    expect(await save(actor, attemptId, NOW + SECOND, given)).toEqual(refusal(error));
    expect(await rowCounts()).toEqual(before);
  });

  test('one answer of a post, while the others are saved', async () => {
    const { actor, attemptId, placesNow } = await anAttempt();
    const saves = [1, 2, 99, 3].map((slot) => ({ slot, places: [1], key: `tung-cau-mot-${slot}` }));
    const saved = await saveResponses({ writer: writerOf(actor), attemptId, seen: 1, saves, now: NOW + SECOND });
    expect(saved).toMatchObject({
      ok: true,
      value: { sequence: 4, refused: [{ key: 'tung-cau-mot-99', refusal: 'no-such-slot' }] },
    });
    expect([await placesNow(1), await placesNow(2), await placesNow(3)]).toEqual([[1], [1], [1]]);
  });

  test('anything after submitting', async () => {
    const { actor, attemptId } = await anAttempt();
    await submitAttempt({ writer: writerOf(actor), attemptId, now: NOW + MINUTE });
    const before = await rowCounts();
    expect(await save(actor, attemptId, NOW + 2 * MINUTE)).toEqual(refusal('already-finished'));
    expect(await rowCounts()).toEqual(before);
  });
});

describe('the end', () => {
  test.each([
    ['just before the deadline', DEADLINE - 1, true],
    ['at the deadline', DEADLINE, true],
    ['in the last instant of grace', DEADLINE + GRACE - 1, true],
    ['when grace is over', DEADLINE + GRACE, false],
    ['a day later', DEADLINE + 24 * 60 * MINUTE, false],
  ])('an answer %s', async (_, at, isTaken) => {
    const { actor, attemptId } = await anAttempt();
    const before = await rowCounts();
    const saved = await save(actor, attemptId, at);
    if (isTaken) expect(saved).toMatchObject({ ok: true });
    else expect(saved).toEqual(refusal('too-late'));
    expect((await rowCounts()).attemptStep - before.attemptStep).toBe(isTaken ? 1 : 0);
  });
});

test('several answers to one question are stored where several are asked for', async () => {
  await anItem({ body: { interaction: 'multipleChoice', key: ['a', 'b'] } });
  await aContest({ slug: 'thi', items: 0, blueprint: { sections: [{ title: 'Một', quotas: [{ count: 1 }] }] } });
  const actor = await aContestant();
  const attemptId = await started(actor, 'thi', NOW);
  expect(await save(actor, attemptId, NOW + SECOND, { places: [4, 2] })).toMatchObject({ ok: true });
  expect(await save(actor, attemptId, NOW + SECOND, { places: [2, 2] })).toEqual(refusal('no-such-option'));
  const order = (await formOf(attemptId)).slots[0]?.optionOrder ?? [];
  expect(JSON.parse((await storedAttempt(attemptId)).steps[1]?.response ?? '')).toEqual([order[3], order[1]]);
});
