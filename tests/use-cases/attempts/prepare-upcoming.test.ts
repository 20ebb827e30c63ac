import { describe, expect, test } from 'vitest';
import type { Blueprint } from '#app/domain/contests/contest.ts';
import { drawForm } from '#app/domain/contests/draw-form.ts';
import type { Form } from '#app/domain/contests/form.ts';
import { DAY, MINUTE, SECOND } from '#app/domain/kernel/time.ts';
import { prepareUpcoming, startAttempt, submitAttempt, writerOf } from '#app/features/attempts/index.server.ts';
import {
  LEAST_PREPARED,
  MOST_PREPARED,
  PREPARED_BEFORE,
  stockFor,
} from '#app/features/attempts/prepare-upcoming.server.ts';
import { loadPool, sourceOf, takePrepared } from '#app/features/attempts/prepared-form.repo.server.ts';
import { getContest } from '#app/features/contests/index.server.ts';
import { getPool } from '#app/features/items/index.server.ts';
import { database } from '#app/platform/db/client.server.ts';
import { forgetEverything } from '#app/platform/db/forget.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { aContestant, started, storedAttempt } from '#tests/support/attempts.ts';
import { OPENING } from '#tests/support/clock.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aContest, anItem, aUnit } from '#tests/support/factories.ts';

useTestDatabase({ per: 'test' });

const BEFORE = OPENING - 10 * MINUTE;
const CLOSE = OPENING + 7 * DAY;
const A_CALL = 200;

const papers = async () => (await database()).preparedForm.findMany({ orderBy: { number: 'asc' } });
const free = async () => (await papers()).filter(({ takenAt }) => takenAt === null);

/** Sweeps until nothing more is drawn. */
async function fill(now = BEFORE): Promise<number> {
  let [all, prepared] = [0, 0];
  do {
    ({ prepared } = await prepareUpcoming({ now }));
    all += prepared;
  } while (prepared > 0);
  return all;
}

/** What a process remembers is some seconds old at most, and tests live faster. */
const someSecondsPass = forgetEverything;

describe('papers are drawn ahead', () => {
  test('from half an hour before the opening, and not earlier', async () => {
    await aContest({ slug: 'thi' });
    expect(await prepareUpcoming({ now: OPENING - PREPARED_BEFORE - 1 })).toEqual({ prepared: 0, dropped: 0 });
    expect(await prepareUpcoming({ now: OPENING - PREPARED_BEFORE })).toEqual({ prepared: A_CALL, dropped: 0 });
  });

  test('a bounded number in a call, and in all as many as people may come', async () => {
    await aUnit({ people: 250 });
    await aContest({ slug: 'thi' });
    expect((await prepareUpcoming({ now: BEFORE })).prepared).toBe(A_CALL);
    expect((await prepareUpcoming({ now: BEFORE + SECOND })).prepared).toBe(50);
    expect((await prepareUpcoming({ now: BEFORE + 2 * SECOND })).prepared).toBe(0);
    expect(new Set((await papers()).map(({ seed }) => seed)).size).toBe(250);
  });

  test.each([
    [undefined, MOST_PREPARED],
    [3, LEAST_PREPARED],
    [700, 700],
    [457_428, MOST_PREPARED],
  ])('where %j people are expected, %i', (expected, stock) => {
    expect(stockFor(expected)).toBe(stock);
  });

  test('counts only the people of the units that the contest is for', async () => {
    const invited = await aUnit({ id: 'duoc-moi', people: 230 });
    await aUnit({ parent: invited, people: 20 });
    await aUnit({ people: 90_000 });
    await aContest({ slug: 'thi', rules: { entry: { units: ['duoc-moi'], blocks: [], excludesOrganizers: true } } });
    expect(await fill()).toBe(250);
  });

  test('each with the seed and the state of the bank from which anybody draws it again', async () => {
    const { round } = await aContest({ slug: 'thi', items: 25 });
    await prepareUpcoming({ now: BEFORE });
    const blueprint = JSON.parse(round.blueprint) as Blueprint;
    for (const paper of await papers()) {
      const pool = await loadPool(paper.poolHash);
      expect(drawForm(blueprint, pool ?? [], paper.seed, 'contest')).toEqual({
        ok: true,
        value: JSON.parse(paper.form),
      });
    }
  });

  test('not for practice, not where the bank is too small, and not for a round that is over', async () => {
    await aContest({ slug: 'luyen', round: { kind: 'practice' } });
    await aContest({
      slug: 'thieu',
      items: 0,
      blueprint: { sections: [{ title: 'Hiếm', quotas: [{ tag: 'hiem', count: 3 }] }] },
    });
    await aContest({ slug: 'xong', opensAt: OPENING - 9 * DAY });
    expect(await prepareUpcoming({ now: BEFORE })).toEqual({ prepared: 0, dropped: 0 });
  });

  test('again while the round is open and few are left', async () => {
    await aUnit({ people: 200 });
    await aContest({ slug: 'thi' });
    await fill();
    const { contest, round } = (await getContest('thi', BEFORE))!;
    const source = sourceOf(round, await getPool());
    expect(contest.slug).toBe('thi');
    await inTransaction((tx) => takePrepared(tx, source, 149, OPENING));
    expect((await prepareUpcoming({ now: OPENING + SECOND })).prepared).toBe(0);
    await inTransaction((tx) => takePrepared(tx, source, 2, OPENING));
    expect((await prepareUpcoming({ now: OPENING + 2 * SECOND })).prepared).toBe(151);
    expect(await free()).toHaveLength(200);
  });
});

describe('a start', () => {
  test('takes a paper that was drawn ahead', async () => {
    await aContest({ slug: 'thi', items: 25 });
    await prepareUpcoming({ now: BEFORE });
    const before = new Map((await papers()).map((paper) => [paper.seed, paper]));
    const attempt = await storedAttempt(await started(await aContestant(), 'thi', OPENING));
    expect(JSON.parse(attempt.form)).toEqual(JSON.parse(before.get(attempt.seed)?.form ?? 'null'));
    expect(attempt.poolHash).toBe(before.get(attempt.seed)?.poolHash);
    expect(attempt.maxScore).toBe(10);
    expect((await free()).map(({ seed }) => seed)).not.toContain(attempt.seed);
  });

  test('draws for itself when there is none left, from a bank that is kept too', async () => {
    const { round } = await aContest({ slug: 'thi', items: 25 });
    const { seed, poolHash, form } = await storedAttempt(await started(await aContestant(), 'thi', OPENING));
    const drawn = drawForm(JSON.parse(round.blueprint) as Blueprint, (await loadPool(poolHash)) ?? [], seed, 'contest');
    expect(drawn).toEqual({ ok: true, value: JSON.parse(form) });
  });

  test('of two hundred at once gives each person one attempt and a paper of their own', async () => {
    await aUnit({ people: 150 });
    await aContest({ slug: 'thi', items: 40 });
    await fill();
    const seeds = new Set((await papers()).map(({ seed }) => seed));
    expect(seeds.size).toBe(200);
    const people = await Promise.all(Array.from({ length: 200 }, () => aContestant()));
    const twice = [...people, ...people.slice(0, 40)];
    const ids = await Promise.all(twice.map((actor) => started(actor, 'thi', OPENING)));
    expect(new Set(ids).size).toBe(200);
    const attempts = await (await database()).attempt.findMany();
    expect(new Set(attempts.map(({ accountId }) => accountId)).size).toBe(200);
    expect(new Set(attempts.map(({ seed }) => seed)).size).toBe(200);
    expect(attempts.filter(({ seed }) => seeds.has(seed)).length).toBeGreaterThanOrEqual(160);
    for (const { poolHash } of attempts) expect(await loadPool(poolHash)).toHaveLength(40);
  });

  test('that is refused, or finds the attempt that runs, gives its paper back', async () => {
    await aContest({ slug: 'thi' });
    await prepareUpcoming({ now: BEFORE });
    const actor = await aContestant();
    const attemptId = await started(actor, 'thi', OPENING);
    for (let again = 0; again < 10; again += 1) await started(actor, 'thi', OPENING + SECOND);
    await submitAttempt({ writer: writerOf(actor), attemptId, now: OPENING + MINUTE });
    for (let again = 0; again < 60; again += 1) {
      expect(await startAttempt({ actor, contestSlug: 'thi', now: OPENING + 2 * MINUTE })).toMatchObject({ ok: false });
    }
    // One batch was taken into memory, and no second one.
    expect(await free()).toHaveLength(A_CALL - 64);
    const seeds = new Set<string>();
    for (let person = 0; person < 63; person += 1) {
      seeds.add((await storedAttempt(await started(await aContestant(), 'thi', OPENING + 3 * MINUTE))).seed);
    }
    expect(seeds.size).toBe(63);
    expect(await free()).toHaveLength(A_CALL - 64);
  });

  test('and another of another process are never given the same paper', async () => {
    await aContest({ slug: 'thi' });
    await prepareUpcoming({ now: BEFORE });
    const source = sourceOf((await getContest('thi', BEFORE))!.round, await getPool());
    const taken = await Promise.all(
      Array.from({ length: 12 }, () => inTransaction((tx) => takePrepared(tx, source, 20, OPENING))),
    );
    const seeds = taken.flat().map(({ seed }) => seed);
    expect(seeds).toHaveLength(A_CALL);
    expect(new Set(seeds).size).toBe(A_CALL);
  });
});

describe('papers that are of no more use', () => {
  const formOf = async (attemptId: string): Promise<Form> => JSON.parse((await storedAttempt(attemptId)).form) as Form;

  test('because the bank has changed are taken by nobody, and dropped', async () => {
    await aContest({ slug: 'thi', items: 10 });
    await prepareUpcoming({ now: BEFORE });
    const stale = new Set((await papers()).map(({ seed }) => seed));
    const { id: itemId } = await (await database()).item.findFirstOrThrow();
    await (await database()).item.update({ where: { id: itemId }, data: { status: 'retired' } });
    const { version } = await anItem({ id: 'cau-moi' });
    someSecondsPass();
    const id = await started(await aContestant(), 'thi', OPENING);
    expect(stale.has((await storedAttempt(id)).seed)).toBe(false);
    expect((await formOf(id)).slots.map(({ itemVersionId }) => itemVersionId)).toContain(version.id);
    expect(await prepareUpcoming({ now: OPENING + SECOND })).toEqual({ prepared: A_CALL, dropped: A_CALL });
    expect((await papers()).filter(({ seed }) => stale.has(seed))).toEqual([]);
  });

  test('because the blueprint has changed are taken by nobody, and dropped', async () => {
    const { round } = await aContest({ slug: 'thi', items: 10 });
    await prepareUpcoming({ now: BEFORE });
    const blueprint = { sections: [{ title: 'Ngắn', quotas: [{ count: 4 }] }], optionsShown: 3 };
    await (await database()).round.update({ where: { id: round.id }, data: { blueprint: JSON.stringify(blueprint) } });
    someSecondsPass();
    const { slots } = await formOf(await started(await aContestant(), 'thi', OPENING));
    expect(slots.map(({ optionOrder }) => optionOrder.length)).toEqual([3, 3, 3, 3]);
    expect(await prepareUpcoming({ now: OPENING + SECOND })).toEqual({ prepared: A_CALL, dropped: A_CALL });
    const second = await formOf(await started(await aContestant(), 'thi', OPENING + 5 * SECOND));
    expect(second.slots).toHaveLength(4);
  });

  test('because they were taken, or the round is over, are dropped', async () => {
    await aUnit({ people: 200 });
    await aContest({ slug: 'thi' });
    await prepareUpcoming({ now: BEFORE });
    await started(await aContestant(), 'thi', OPENING);
    expect((await prepareUpcoming({ now: OPENING + SECOND })).dropped).toBe(64);
    expect(await papers()).toEqual(await free());
    expect((await prepareUpcoming({ now: CLOSE })).dropped).toBe(A_CALL - 64);
    expect(await papers()).toEqual([]);
    expect(await prepareUpcoming({ now: CLOSE + SECOND })).toEqual({ prepared: 0, dropped: 0 });
  });
});
