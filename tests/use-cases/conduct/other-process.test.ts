// Acts of a contest day that another process does, here the command line, while sheets are open in this one.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterEach, expect, test } from 'vitest';
import type { Actor } from '#app/domain/identity/actor.ts';
import { HOUR, MINUTE, SECOND } from '#app/domain/kernel/time.ts';
import {
  expireOverdue,
  saveResponses,
  startAttempt,
  watchAttempt,
  writerOf,
  type AttemptStateNow,
} from '#app/features/attempts/index.server.ts';
import { addNotice, pauseRound, resumeRound } from '#app/features/conduct/index.server.ts';
import { database } from '#app/platform/db/client.server.ts';
import { aContestant, started, storedAttempt } from '#tests/support/attempts.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aContest, anAccount, aUnit } from '#tests/support/factories.ts';

useTestDatabase({ per: 'test' });

const WITHIN = 3 * SECOND;
/** What a busy machine may add to what is promised. */
const SLACK = 2 * SECOND;
const REASON = 'Mất điện toàn xã';

let stop: (() => void) | undefined;
afterEach(() => {
  stop?.();
  stop = undefined;
});

/** A person who sits a contest that is open by the real clock, with the sheet open. */
async function watched() {
  const root = await aUnit({ id: 'tinh' });
  const { round } = await aContest({ slug: 'thi', opensAt: Date.now() - HOUR, duration: 20 * MINUTE });
  const actor = await aContestant({ unit: root });
  const attemptId = await started(actor, 'thi', Date.now());
  const states: AttemptStateNow[] = [];
  let told = (): void => undefined;
  stop = await watchAttempt({
    writer: writerOf(actor),
    attemptId,
    device: 'tab-mot',
    clock: Date.now,
    tell: (state) => {
      states.push(state);
      told();
    },
  });
  /** The last state that is as wanted, once there is one. */
  const next = async (isWanted: (state: AttemptStateNow) => boolean): Promise<AttemptStateNow> => {
    const until = Date.now() + WITHIN + SLACK;
    for (;;) {
      const found = states.findLast(isWanted);
      if (found) return found;
      const left = until - Date.now();
      if (left <= 0) throw new Error(`nothing of the kind was told; last: ${JSON.stringify(states.at(-1))}`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, left);
        told = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  };
  return { root, round, actor, attemptId, states, next };
}

async function run(...words: string[]): Promise<{ adjustmentIds: string[]; roundIds: string[]; noticeId: string }> {
  const args = ['--import', 'tsx', 'app/cli/main.ts', ...words, '--json'];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  return JSON.parse(stdout) as { adjustmentIds: string[]; roundIds: string[]; noticeId: string };
}

async function anOrganizer(): Promise<Actor> {
  const unit = await (await database()).unit.findUniqueOrThrow({ where: { id: 'tinh' } });
  const account = await anAccount({ unit, grants: [{ role: 'organizer', unit }] });
  const grants = [{ role: 'organizer' as const, unitId: unit.id, unitPath: unit.path }];
  return { accountId: account.id, unitId: unit.id, unitPath: unit.path, birthYear: 1980, grants };
}

test(
  'a pause, its end, extra time, an undoing and a notice reach a sheet that is open',
  { timeout: 90_000 },
  async () => {
    const { actor, attemptId, next, states } = await watched();
    const first = states[0] as AttemptStateNow;
    expect(first).toMatchObject({ state: 'inProgress', pausedSince: null, notices: [] });
    const of = ['--contest', 'thi', '--round', '1', '--reason', REASON];

    const paused = await run('pause-round', ...of);
    const inPause = await next((state) => state.pausedSince !== null);
    expect(inPause.deadlineAt).toBeGreaterThanOrEqual(first.deadlineAt);
    const refused = await startAttempt({ actor: await aContestant(), contestSlug: 'thi', now: Date.now() + SECOND });
    expect(refused).toMatchObject({ ok: false, error: 'round-paused' });
    expect(await expireOverdue({ now: Date.now() + HOUR })).toEqual({ expired: 0, failed: 0 });

    expect(await run('resume-round', ...of)).toMatchObject({ adjustmentIds: paused.adjustmentIds });
    const after = await next((state) => state.pausedSince === null && state.deadlineAt > first.deadlineAt);

    const name = actor.account.signInName;
    const granted = await run('grant-extra-time', ...of, '--name', name, '--minutes', '15');
    await next((state) => state.deadlineAt === after.deadlineAt + 15 * MINUTE);
    expect((await storedAttempt(attemptId)).deadlineAt).toEqual(new Date(after.deadlineAt + 15 * MINUTE));

    // why before: what the other process stores is told while it still runs.
    states.length = 0;
    await run('undo-adjustment', '--contest', 'thi', '--id', granted.adjustmentIds[0] ?? '', '--reason', REASON);
    await next((state) => state.deadlineAt === after.deadlineAt);

    await run('add-notice', '--contest', 'thi', '--text', 'Đã có điện trở lại.');
    const noticed = await next((state) => state.notices.length === 1);
    expect(noticed.notices[0]?.text).toBe('Đã có điện trở lại.');
  },
);

test('what this process does reaches a sheet that is open here at once', async () => {
  const { round, next, attemptId } = await watched();
  const command = { actor: await anOrganizer(), contestSlug: 'thi', roundId: round.id, reason: REASON };
  const began = Date.now();
  await pauseRound({ ...command, key: 'mot-hai-ba', now: began });
  expect(await next((state) => state.pausedSince === began)).toBeDefined();
  await resumeRound({ ...command, now: Date.now() });
  await next((state) => state.pausedSince === null && state.now > began);
  await addNotice({ ...command, key: 'mot-hai-ba', text: 'Xin mời làm bài tiếp.', now: Date.now() });
  await next((state) => state.notices.length === 1);
  // why less than a look takes: none of it waited for one.
  expect(Date.now() - began).toBeLessThan(2 * SECOND);
  expect(await storedAttempt(attemptId)).toMatchObject({ state: 'inProgress' });
});

test('extra time that another process gave just before the end keeps the sweep from ending the attempt', async () => {
  const { actor, attemptId, round } = await watched();
  const { deadlineAt, graceMs } = await storedAttempt(attemptId);
  const over = deadlineAt.getTime() + graceMs;
  // This process now remembers that there is no extra time.
  const saves = [{ slot: 1, places: [1], key: 'truoc-khi-het' }];
  await saveResponses({ writer: writerOf(actor), attemptId, seen: 0, saves, now: over - 500 });
  await (
    await database()
  ).adjustment.create({
    data: {
      contestId: round.contestId,
      roundId: round.id,
      kind: 'extraTime',
      ms: 10 * MINUTE,
      accountId: actor.accountId,
      reason: REASON,
      actorId: 'tien-trinh-khac',
      at: new Date(over - 400),
    },
  });
  expect(await expireOverdue({ now: over })).toEqual({ expired: 0, failed: 0 });
  expect(await storedAttempt(attemptId)).toMatchObject({
    state: 'inProgress',
    deadlineAt: new Date(deadlineAt.getTime() + 10 * MINUTE),
  });
});

test.each([
  ['extend-round', '--contest', 'thi', '--round', '9', '--minutes', '30', '--reason', REASON],
  ['extend-round', '--contest', 'thi', '--round', '1', '--minutes', 'ba', '--reason', REASON],
  ['pause-round', '--contest', 'thi', '--round', '1'],
  ['resume-round', '--contest', 'thi', '--round', '1', '--reason', REASON],
])('%s %s %s %s %s … that cannot be done says why and changes nothing', async (...words) => {
  await aUnit({ id: 'tinh' });
  await aContest({ slug: 'thi', opensAt: Date.now() - HOUR });
  await expect(run(...words)).rejects.toMatchObject({ code: 1, stdout: '' });
  expect(await (await database()).adjustment.count()).toBe(0);
});
