import { describe, expect, test } from 'vitest';
import { drawForm } from '#app/domain/contests/draw-form.ts';
import type { Actor } from '#app/domain/identity/actor.ts';
import { DAY, MINUTE, SECOND } from '#app/domain/kernel/time.ts';
import { startAttempt, submitAttempt, writerOf } from '#app/features/attempts/index.server.ts';
import { getPool } from '#app/features/items/index.server.ts';
import { database } from '#app/platform/db/client.server.ts';
import type { Blueprint } from '#app/domain/contests/contest.ts';
import { aContestant, formOf, started, storedAttempt } from '#tests/support/attempts.ts';
import { afterOpening, OPENING } from '#tests/support/clock.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aContest, anItem, anAdjustment } from '#tests/support/factories.ts';
import { rowCounts } from '#tests/support/row-counts.ts';

useTestDatabase({ per: 'test' });

const NOW = afterOpening({ hours: 1 });
const CLOSE = OPENING + 7 * DAY;
const PARALLEL = 20;

const [NORTH, SOUTH] = ['2023-phia-bac', '2024-phia-nam'];
const TWENTY: Blueprint = {
  sections: [
    { title: 'Bắc', quotas: [{ topic: NORTH, difficulty: 'easy', count: 8 }] },
    {
      title: 'Nam',
      quotas: [
        { topic: SOUTH, difficulty: 'hard', count: 7 },
        { topic: SOUTH, tag: 'ban-do', count: 5 },
      ],
    },
  ],
};

/** Three more than each quota takes, and drafts and retired ones that no paper may have. */
async function fillPool(): Promise<void> {
  for (let i = 0; i < 11; i += 1) await anItem({ id: `bac-${i}`, topicSlug: NORTH, difficulty: 'easy' });
  for (let i = 0; i < 10; i += 1) await anItem({ id: `nam-${i}`, topicSlug: SOUTH, difficulty: 'hard' });
  for (let i = 0; i < 8; i += 1) {
    await anItem({ id: `ban-do-${i}`, topicSlug: SOUTH, difficulty: 'medium', tags: ['ban-do'] });
  }
  await anItem({ id: 'nhap', topicSlug: NORTH, difficulty: 'easy', status: 'draft' });
  await anItem({ id: 'thu-hoi', topicSlug: SOUTH, difficulty: 'hard', status: 'retired' });
}

test('draws twenty questions by the blueprint, and the kept seed draws the same paper again', async () => {
  await fillPool();
  await aContest({ slug: 'thi', blueprint: TWENTY, items: 0 });
  const id = await started(await aContestant(), 'thi', NOW);
  const { slots } = await formOf(id);
  expect(slots.map(({ slot }) => slot)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  const drawn = slots.map(({ itemVersionId }) => itemVersionId.replace(/-\d+-v1$/, ''));
  expect(new Set(slots.map(({ itemVersionId }) => itemVersionId)).size).toBe(20);
  expect(drawn.slice(0, 8)).toEqual(Array(8).fill('bac'));
  expect(drawn.slice(8).toSorted()).toEqual([...Array(5).fill('ban-do'), ...Array(7).fill('nam')]);
  for (const { optionOrder } of slots) expect(optionOrder.toSorted()).toEqual(['a', 'b', 'c', 'd']);
  const { seed, form, maxScore } = await storedAttempt(id);
  expect(maxScore).toBe(20);
  expect(drawForm(TWENTY, await getPool(), seed, 'contest')).toEqual({ ok: true, value: JSON.parse(form) });
});

test('two people get different papers', async () => {
  await fillPool();
  await aContest({ slug: 'thi', blueprint: TWENTY, items: 0 });
  const [one, other] = [await aContestant(), await aContestant()];
  const papers = [await started(one, 'thi', NOW), await started(other, 'thi', NOW)].map(formOf);
  expect(await papers[0]).not.toEqual(await papers[1]);
});

describe('starting again', () => {
  test('gives the attempt that runs, also on another device', async () => {
    await aContest({ slug: 'thi' });
    const actor = await aContestant();
    const first = await started(actor, 'thi', NOW);
    const before = await rowCounts();
    expect(await started(actor, 'thi', NOW + MINUTE)).toBe(first);
    expect(await rowCounts()).toEqual(before);
  });

  test('twenty times at once is one attempt, one participation and a line in the book for each', async () => {
    await aContest({ slug: 'thi', rules: { attempts: { limits: [{ count: 3, per: 'round' }], counted: 'best' } } });
    const actor = await aContestant();
    const before = await rowCounts();
    const ids = await Promise.all(Array.from({ length: PARALLEL }, () => started(actor, 'thi', NOW)));
    expect(new Set(ids).size).toBe(1);
    expect(await rowCounts()).toEqual({
      ...before,
      attempt: 1,
      attemptStep: 1,
      participation: 1,
      poolSnapshot: 1,
      auditEntry: 2,
    });
  });

  test('after the last attempt is refused, before it begins the next one', async () => {
    await aContest({ slug: 'thi', rules: { attempts: { limits: [{ count: 2, per: 'round' }], counted: 'best' } } });
    const actor = await aContestant();
    for (const number of [1, 2]) {
      const attemptId = await started(actor, 'thi', NOW + number * MINUTE);
      expect((await storedAttempt(attemptId)).number).toBe(number);
      await submitAttempt({ writer: writerOf(actor), attemptId, now: NOW + number * MINUTE + SECOND });
    }
    const before = await rowCounts();
    const third = await Promise.all(
      Array.from({ length: PARALLEL }, () => startAttempt({ actor, contestSlug: 'thi', now: NOW + 5 * MINUTE })),
    );
    for (const result of third) expect(result).toEqual({ ok: false, error: 'no-attempts-left' });
    expect(await rowCounts()).toEqual(before);
  });

  test('finishes an attempt whose time is over at its deadline, and then counts it', async () => {
    await aContest({ slug: 'thi' });
    const actor = await aContestant();
    const id = await started(actor, 'thi', NOW);
    const result = await startAttempt({ actor, contestSlug: 'thi', now: NOW + DAY });
    expect(result).toEqual({ ok: false, error: 'no-attempts-left' });
    expect(await storedAttempt(id)).toMatchObject({
      state: 'expired',
      finishedAt: new Date(NOW + 10 * MINUTE),
      durationMs: 10 * MINUTE,
    });
  });
});

describe('is refused, and nothing is stored,', () => {
  test.each([
    ['before the opening', OPENING - 1, 'not-open-yet'],
    ['at the close', CLOSE, 'round-closed'],
    ['after the close', CLOSE + DAY, 'round-closed'],
  ] as const)('%s', async (_, now, error) => {
    await aContest({ slug: 'thi' });
    const actor = await aContestant();
    const before = await rowCounts();
    expect(await startAttempt({ actor, contestSlug: 'thi', now })).toEqual({ ok: false, error });
    expect(await rowCounts()).toEqual(before);
  });

  test('where the pool is too small', async () => {
    await aContest({ slug: 'thi', items: 9 });
    const actor = await aContestant();
    const before = await rowCounts();
    expect(await startAttempt({ actor, contestSlug: 'thi', now: NOW })).toEqual({ ok: false, error: 'pool-too-small' });
    expect(await rowCounts()).toEqual(before);
  });

  test.each(['khong-co', '', 'x'.repeat(5_000), '../thi', "thi' OR 1=1 --"])('for the contest %j', async (slug) => {
    await aContest({ slug: 'thi' });
    const actor = await aContestant();
    const before = await rowCounts();
    expect(await startAttempt({ actor, contestSlug: slug, now: NOW })).toEqual({ ok: false, error: 'not-found' });
    expect(await rowCounts()).toEqual(before);
  });
});

describe('the time of an attempt', () => {
  test('is opened at the very instant of the opening', async () => {
    await aContest({ slug: 'thi' });
    const id = await started(await aContestant(), 'thi', OPENING);
    expect(await storedAttempt(id)).toMatchObject({
      startedAt: new Date(OPENING),
      deadlineAt: new Date(OPENING + 10 * MINUTE),
      graceMs: 30 * SECOND,
      state: 'inProgress',
    });
  });

  test('ends with the round for those who begin late, and later for those who have extra time', async () => {
    const { round } = await aContest({ slug: 'thi' });
    const late = await aContestant();
    expect((await storedAttempt(await started(late, 'thi', CLOSE - 1))).deadlineAt).toEqual(new Date(CLOSE));
    const slow = await aContestant();
    await anAdjustment(round, { kind: 'extraTime', ms: 5 * MINUTE, account: slow.account });
    expect((await storedAttempt(await started(slow, 'thi', NOW))).deadlineAt).toEqual(new Date(NOW + 15 * MINUTE));
  });

  test('keeps the unit of the first start, wherever the person works later', async () => {
    const { contest } = await aContest({ slug: 'thi' });
    const actor = await aContestant();
    const id = await started({ ...actor, unitId: actor.unitId }, 'thi', NOW);
    const participation = await (
      await database()
    ).participation.findFirstOrThrow({
      where: { contestId: contest.id, accountId: actor.accountId },
    });
    expect(participation).toMatchObject({ unitId: actor.unitId, day: 20_260_901 });
    expect((await storedAttempt(id)).unitId).toBe(actor.unitId);
  });
});

describe('an access code', () => {
  const entry = { units: [], blocks: [], excludesOrganizers: true, accessCode: 'PAC-BO-1941' };
  const tryCode = async (actor: Actor, slug: string, accessCode: string) =>
    startAttempt({ actor, contestSlug: slug, accessCode, now: NOW });

  test('is asked for once, without regard to case and outer spaces', async () => {
    const { contest } = await aContest({ rules: { entry, attempts: { limits: [], counted: 'best' } } });
    const actor = await aContestant();
    expect(await tryCode(actor, contest.slug, 'pac-bo')).toEqual({ ok: false, error: 'wrong-access-code' });
    expect((await tryCode(actor, contest.slug, ' pac-bo-1941 ')).ok).toBe(true);
    expect((await startAttempt({ actor, contestSlug: contest.slug, now: NOW })).ok).toBe(true);
  });

  test('cannot be found by trying: the eleventh try is refused, also with the right one, and only for that person', async () => {
    const { contest } = await aContest({ rules: { entry } });
    const [guesser, honest] = [await aContestant(), await aContestant()];
    for (let count = 1; count <= 10; count += 1) {
      expect(await tryCode(guesser, contest.slug, `ma-${count}`)).toEqual({ ok: false, error: 'wrong-access-code' });
    }
    expect(await tryCode(guesser, contest.slug, 'PAC-BO-1941')).toEqual({ ok: false, error: 'too-many-tries' });
    expect((await tryCode(honest, contest.slug, 'PAC-BO-1941')).ok).toBe(true);
  });
});
