// Grading again when something happens on the way: the process dies, people submit meanwhile, another one corrects too.
import { spawn } from 'node:child_process';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { HOUR, MINUTE, SECOND } from '#app/domain/kernel/time.ts';
import { submitAttempt, writerOf } from '#app/features/attempts/index.server.ts';
import { findCorrections, holdCorrections } from '#app/features/contests/index.server.ts';
import { regrade, regradeOpen } from '#app/features/regrading/index.server.ts';
import { settleRounds } from '#app/features/results/index.server.ts';
import { database } from '#app/platform/db/client.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { formOf, placesOfOptions, save, started } from '#tests/support/attempts.ts';
import { OPENING } from '#tests/support/clock.ts';
import { commonItem, correct, differences } from '#tests/support/correcting.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { COMMON, manyAttempts } from '#tests/support/many-attempts.ts';
import { contestants, sweep, twoRounds } from '#tests/support/whole-contest.ts';

const SLOW = 120_000;
const AT = OPENING + 3 * HOUR;

/** Corrects a key by the command line, and kills that process as soon as it has graded something. */
async function correctAndKill(): Promise<void> {
  const args = ['--contest', 'thi', '--item', COMMON, '--kind', 'key', '--key', 'b', '--reason', 'Tài liệu ghi khác'];
  const child = spawn(process.execPath, ['--import', 'tsx', 'app/cli/main.ts', 'correct-key', ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const db = await database();
  let isOver = false;
  void exited.then(() => (isOver = true));
  for (;;) {
    const correction = await db.keyCorrection.findFirst();
    if (isOver || (correction && correction.attempts > 0)) break;
    // why: reads of SQLite never let the loop of events turn, and the end of the process is one of them.
    await setImmediate();
  }
  child.kill('SIGKILL');
  await exited;
}

describe('a process that dies while it grades again', () => {
  useTestDatabase({ per: 'test' });

  test(
    'is followed by one that goes on: every attempt is graded once, and everybody told once',
    { timeout: SLOW },
    async () => {
      const people = 6_000;
      const { contestId } = await manyAttempts(people);
      await correctAndKill();
      const db = await database();
      const [open] = await findCorrections(contestId);
      const half = people / 2;
      expect(open).toMatchObject({ doneAt: undefined, kind: 'key' });
      expect(open?.attempts).toBeGreaterThan(0);
      expect(open?.attempts).toBeLessThan(half);
      expect(await regradeOpen({ now: AT })).toEqual({ done: 1, failed: 0 });
      const [done] = await findCorrections(contestId);
      // Of every five answers one was right and is wrong now, and one the other way round.
      expect(done).toMatchObject({ attempts: half, changed: (2 * half) / 5 });
      expect(done?.doneAt).toBeDefined();
      const changes = await db.markChange.findMany({
        select: { attemptId: true, scoreBefore: true, scoreAfter: true },
      });
      expect(new Set(changes.map(({ attemptId }) => attemptId)).size).toBe((2 * half) / 5);
      const attempts = await db.attempt.findMany({
        select: { id: true, score: true, isRanked: true, outcomes: { select: { mark: true } } },
      });
      for (const { score, isRanked, outcomes } of attempts) {
        expect([score, isRanked]).toEqual([outcomes.reduce((sum, { mark }) => sum + mark, 0), true]);
      }
      const scores = new Map(attempts.map(({ id, score }) => [id, score]));
      expect(changes.every(({ attemptId, scoreAfter }) => scores.get(attemptId) === scoreAfter)).toBe(true);
      expect(await differences()).toEqual([]);
    },
  );
});

describe('people who submit while a key is corrected', () => {
  useTestDatabase({ per: 'test' });

  test('are graded by it, each once, whichever was first', { timeout: SLOW }, async () => {
    await twoRounds({ rules: { mustAnswerAll: false } });
    const people = await contestants(14);
    const sat = await Promise.all(
      people.map(async (actor, index) => {
        const attemptId = await started(actor, 'thi', OPENING + index * SECOND);
        const form = await formOf(attemptId);
        for (const { slot } of form.slots) {
          const places = placesOfOptions(form, slot, slot > 3 ? ['a', 'c'] : ['a']);
          await save(actor, attemptId, OPENING + MINUTE, { slot, places });
        }
        return { actor, attemptId };
      }),
    );
    const hand = ({ actor, attemptId }: (typeof sat)[number]) =>
      submitAttempt({ writer: writerOf(actor), attemptId, now: OPENING + 2 * MINUTE });
    for (const each of sat.slice(0, 5)) await hand(each);
    const item = await commonItem();
    const grading = correct({ item, kind: 'key', accepted: [['d']], now: OPENING + 2 * MINUTE });
    const [made, ...handed] = await Promise.all([
      grading.then(async (correction) => {
        if ('refusal' in correction) throw new Error(correction.refusal);
        return regrade(correction.id, { now: OPENING + 2 * MINUTE });
      }),
      ...sat.slice(5).map(hand),
    ]);
    expect(made.isDone).toBe(true);
    expect(handed.every(({ ok }) => ok)).toBe(true);
    await sweep(OPENING + 3 * MINUTE);
    const outcomes = await (await database()).outcome.findMany({ where: { itemVersionId: item } });
    // Everybody answered what was right, and is wrong now.
    expect(outcomes.map(({ fraction, mark }) => [fraction, mark])).toEqual(outcomes.map(() => [0, -0.5]));
    expect(await differences()).toEqual([]);
  });

  test('an attempt that is being marked keeps a correction waiting until it is stored', async () => {
    const contestId = await twoRounds();
    const [actor] = await contestants(1);
    if (!actor) throw new Error('nobody is there');
    const attemptId = await started(actor, 'thi', OPENING);
    const [slot] = (await formOf(attemptId)).slots;
    const db = await database();
    let made: ReturnType<typeof correct> | undefined;
    await inTransaction(async (tx) => {
      const held = await holdCorrections(tx, contestId);
      expect(held.size).toBe(0);
      made = correct({ item: slot?.itemVersionId ?? '', kind: 'void', now: OPENING + MINUTE });
      // why so often: without the lock the correction is stored within a few of these.
      for (let look = 0; look < 60; look += 1) expect(await db.keyCorrection.count()).toBe(0);
    });
    expect(await made).toHaveProperty('id');
    expect(await db.keyCorrection.count()).toBe(1);
  });

  test('an attempt that ends after a void can earn what its paper is still worth', async () => {
    await twoRounds({ rules: { mustAnswerAll: false } });
    const [actor] = await contestants(1);
    if (!actor) throw new Error('nobody is there');
    const attemptId = await started(actor, 'thi', OPENING);
    const [slot] = (await formOf(attemptId)).slots;
    const made = await correct({ item: slot?.itemVersionId ?? '', kind: 'void', now: OPENING + MINUTE });
    if ('refusal' in made) throw new Error(made.refusal);
    await regrade(made.id, { now: OPENING + MINUTE });
    await submitAttempt({ writer: writerOf(actor), attemptId, now: OPENING + 2 * MINUTE });
    const db = await database();
    expect(await db.attempt.findUniqueOrThrow({ where: { id: attemptId } })).toMatchObject({ score: 0, maxScore: 10 });
    expect(await db.markChange.count()).toBe(0);
    await sweep(OPENING + 3 * MINUTE);
    expect(await differences()).toEqual([]);
  });

  test('figures are not frozen while attempts are being graded again', { timeout: SLOW }, async () => {
    const contestId = await twoRounds({ rules: { mustAnswerAll: false } });
    const [actor] = await contestants(1);
    if (!actor) throw new Error('nobody is there');
    const attemptId = await started(actor, 'thi', OPENING);
    await submitAttempt({ writer: writerOf(actor), attemptId, now: OPENING + MINUTE });
    const made = await correct({ item: await commonItem(), kind: 'allRight', now: OPENING + 2 * MINUTE });
    const after = OPENING + 4 * 24 * HOUR;
    await sweep(after);
    expect(await (await database()).frozenCount.count({ where: { contestId } })).toBe(0);
    if ('refusal' in made) throw new Error(made.refusal);
    await regrade(made.id, { now: after });
    expect((await settleRounds({ now: after + MINUTE })).settled).toBe(1);
    expect(await differences()).toEqual([]);
  });
});
