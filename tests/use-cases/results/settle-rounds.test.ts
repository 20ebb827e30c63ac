import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { ContestRules, Prediction } from '#app/domain/contests/contest.ts';
import { DAY, HOUR, MINUTE } from '#app/domain/kernel/time.ts';
import { refreshStandings, settleRounds } from '#app/features/results/index.server.ts';
import { database } from '#app/platform/db/client.server.ts';
import { forgetEverything } from '#app/platform/db/forget.server.ts';
import type { Account, Round } from '#prisma/generated/sqlite/client.ts';
import { OPENING } from '#tests/support/clock.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aContest, anAccount, anAdjustment } from '#tests/support/factories.ts';
import { aFinishedAttempt, anotherRound, rowsOf } from '#tests/support/standings.ts';

useTestDatabase({ per: 'test' });

const CLOSE = OPENING + 7 * DAY;
const GRACE = MINUTE;
const SETTLES = CLOSE + GRACE;

/** A contest that predicts; its lot seeds are known. */
const newContest = (prediction: Prediction | undefined, rules: Partial<ContestRules> = {}) =>
  aContest({
    items: 0,
    round: { lotSeed: 'hat-vong-1' },
    rules: {
      prediction,
      grace: GRACE,
      attempts: { limits: [], counted: 'best' },
      ranking: ['score', 'predictionDistance', 'submittedAt'],
      ...rules,
    },
  });

async function countsOf(scopeId: string) {
  const row = await (await database()).frozenCount.findUnique({ where: { scopeId } });
  return row && { people: row.people, attempts: row.attempts, peopleAllRight: row.peopleAllRight };
}

const roundNow = async ({ id }: Round) => (await database()).round.findUniqueOrThrow({ where: { id } });
const contestNow = async (id: string) => (await database()).contest.findUniqueOrThrow({ where: { id } });
const audits = async (action: string) => (await database()).auditEntry.findMany({ where: { action } });

/** Three people: one all right at the second try, one all right but not valid, one with a wrong answer. */
async function threeSit(round: Round, close = CLOSE): Promise<Account[]> {
  const people = [await anAccount(), await anAccount(), await anAccount()];
  const [first, second, third] = people as [Account, Account, Account];
  await aFinishedAttempt(round, first, { score: 9, prediction: 2, finishedAt: close - 9 * HOUR });
  await aFinishedAttempt(round, first, { score: 10, prediction: 40, finishedAt: close - 8 * HOUR });
  await aFinishedAttempt(round, second, { score: 10, isValid: false, prediction: 1, finishedAt: close - 7 * HOUR });
  await aFinishedAttempt(round, second, { score: 9, prediction: 3, finishedAt: close - 6 * HOUR });
  await aFinishedAttempt(round, third, { score: 9, finishedAt: close - 9 * HOUR });
  await refreshStandings();
  return people;
}

describe('the figures of a round', () => {
  test.each([
    ['people', 3],
    ['attempts', 4],
    ['peopleAllRight', 1],
  ] as const)('%s: counted once, and distances are those from it', async (asks, actual) => {
    const { round } = await newContest({ asks, scope: 'round' });
    const people = await threeSit(round);
    const accountIds = people.map(({ id }) => id);
    expect((await rowsOf(round.id)).map((row) => row.predictionDistance)).toEqual([null, null, null]);
    expect(await settleRounds({ now: SETTLES })).toEqual({ settled: 2, failed: 0 });
    expect(await countsOf(round.id)).toEqual({ people: 3, attempts: 4, peopleAllRight: 1 });
    const rows = await rowsOf(round.id);
    expect(rows.map((row) => [row.accountId, row.predictionDistance])).toEqual([
      [accountIds[0], 40 - actual],
      [accountIds[1], Math.abs(3 - actual)],
      [accountIds[2], null],
    ]);
    expect((await roundNow(round)).settledAt).toEqual(new Date(SETTLES));
    expect((await audits('round.settled')).map(({ subject, detail }) => [subject, JSON.parse(detail)])).toEqual([
      [`round:${round.id}`, { people: 3, attempts: 4, peopleAllRight: 1 }],
    ]);
  });

  test('who had everything right is told by the attempt that counts without looking at predictions', async () => {
    const { round } = await newContest(
      { asks: 'peopleAllRight', scope: 'round' },
      {
        attempts: { limits: [], counted: 'last' },
      },
    );
    const account = await anAccount();
    await aFinishedAttempt(round, account, { score: 10 });
    await aFinishedAttempt(round, account, { score: 9 });
    await refreshStandings();
    await settleRounds({ now: SETTLES });
    expect(await countsOf(round.id)).toEqual({ people: 1, attempts: 2, peopleAllRight: 0 });
  });

  test('are never edited, and nothing is settled twice', async () => {
    const { contest, round } = await newContest({ asks: 'people', scope: 'round' });
    await threeSit(round);
    await settleRounds({ now: SETTLES });
    const rows = await rowsOf(round.id);
    expect(await settleRounds({ now: SETTLES + DAY })).toEqual({ settled: 0, failed: 0 });
    expect(await rowsOf(round.id)).toEqual(rows);
    expect((await roundNow(round)).settledAt).toEqual(new Date(SETTLES));
    expect((await contestNow(contest.id)).settledAt).toEqual(new Date(SETTLES));
    expect(await audits('round.settled')).toHaveLength(1);
    expect(await audits('contest.settled')).toHaveLength(1);
  });

  test('of a round that nobody sat are nought', async () => {
    const { round } = await newContest(undefined, { ranking: ['score'] });
    expect((await settleRounds({ now: SETTLES })).settled).toBe(2);
    expect(await countsOf(round.id)).toEqual({ people: 0, attempts: 0, peopleAllRight: 0 });
  });
});

describe('a round waits', () => {
  const unsettled = async (round: Round, now: number) => {
    expect(await settleRounds({ now })).toEqual({ settled: 0, failed: 0 });
    expect(await countsOf(round.id)).toBeNull();
    expect((await roundNow(round)).settledAt).toBeNull();
  };

  test('until its last answer may have come, to the millisecond', async () => {
    const { round } = await newContest(undefined);
    await unsettled(round, SETTLES - 1);
    expect((await settleRounds({ now: SETTLES })).settled).toBe(2);
  });

  test('while somebody sits it, and while an attempt is not ranked', async () => {
    const { round } = await newContest(undefined);
    const running = await aFinishedAttempt(round, await anAccount(), { state: 'inProgress' });
    await unsettled(round, SETTLES);
    const over = { state: 'expired', finishedAt: new Date(CLOSE), durationMs: 1, score: 1 };
    await (await database()).attempt.update({ where: { id: running }, data: over });
    await unsettled(round, SETTLES);
    await refreshStandings();
    expect((await settleRounds({ now: SETTLES })).settled).toBe(2);
  });

  test('while it stands still, and for its extensions and the extra time of anybody', async () => {
    const { round } = await newContest(undefined);
    await anAdjustment(round, { kind: 'extension', ms: HOUR });
    await anAdjustment(round, { kind: 'extraTime', ms: 10 * MINUTE, account: await anAccount() });
    await unsettled(round, SETTLES + HOUR + 10 * MINUTE - 1);
    await anAdjustment(round, { kind: 'pause', startsAt: CLOSE });
    await unsettled(round, SETTLES + 30 * DAY);
  });

  test('and practice is never settled, whatever its time', async () => {
    const { contest, round } = await newContest(undefined);
    const practice = await anotherRound(round, { kind: 'practice' });
    await aFinishedAttempt(practice, await anAccount(), { state: 'inProgress' });
    expect((await settleRounds({ now: SETTLES })).settled).toBe(2);
    expect((await roundNow(practice)).settledAt).toBeNull();
    expect((await contestNow(contest.id)).settledAt).not.toBeNull();
  });
});

describe('over two rounds', () => {
  const SECOND_CLOSE = CLOSE + DAY;

  async function twoRounds(prediction: Prediction, rules: Partial<ContestRules> = {}) {
    const { contest, round } = await newContest(prediction, rules);
    const dates = { opensAt: new Date(CLOSE), closesAt: new Date(SECOND_CLOSE) };
    const second = await anotherRound(round, { ...dates, lotSeed: 'hat-vong-2' });
    const [first] = await threeSit(round);
    return { contest, round, second, person: first as Account };
  }

  test('a number of each round settles each round in its time', async () => {
    const { contest, round, second } = await twoRounds({ asks: 'people', scope: 'round' });
    expect((await settleRounds({ now: SETTLES })).settled).toBe(1);
    expect((await roundNow(round)).settledAt).not.toBeNull();
    expect(await countsOf(contest.id)).toBeNull();
    await aFinishedAttempt(second, await anAccount(), { finishedAt: SECOND_CLOSE - 1, prediction: 5 });
    await refreshStandings();
    expect((await settleRounds({ now: SECOND_CLOSE + GRACE })).settled).toBe(2);
    expect(await rowsOf(second.id)).toMatchObject([{ predictionDistance: 4 }]);
    expect(await rowsOf(round.id)).toHaveLength(3);
    expect(await countsOf(contest.id)).toEqual({ people: 4, attempts: 5, peopleAllRight: 1 });
  });

  test('a number of the whole contest settles no round before the last', async () => {
    const { contest, round, second, person } = await twoRounds({ asks: 'people', scope: 'contest' });
    expect((await settleRounds({ now: SETTLES })).settled).toBe(0);
    expect(await countsOf(round.id)).toBeNull();
    // The same person again, once more all right: a person is counted once.
    await aFinishedAttempt(second, person, { score: 10, finishedAt: SECOND_CLOSE - 1, prediction: 5 });
    await refreshStandings();
    expect((await settleRounds({ now: SECOND_CLOSE + GRACE })).settled).toBe(3);
    expect(await countsOf(contest.id)).toEqual({ people: 3, attempts: 5, peopleAllRight: 1 });
    expect(await rowsOf(second.id)).toMatchObject([{ predictionDistance: 5 - 3 }]);
    expect((await rowsOf(round.id))[1]).toMatchObject({ predictionDistance: 0 });
  });

  test('sums add distances up, and are ranked by them when the last round is settled', async () => {
    const { contest, second, person } = await twoRounds({ asks: 'people', scope: 'round' }, { overall: 'sum' });
    await settleRounds({ now: SETTLES });
    expect((await rowsOf(contest.id))[0]?.rankKey.split('|')).toHaveLength(1);
    await aFinishedAttempt(second, person, { score: 10, finishedAt: SECOND_CLOSE - 1, prediction: 5 });
    await refreshStandings();
    await settleRounds({ now: SECOND_CLOSE + GRACE });
    const [best] = await rowsOf(contest.id);
    expect(best).toMatchObject({ accountId: person.id, score: 20, rounds: 2, predictionDistance: 40 - 3 + (5 - 1) });
    expect(best?.rankKey.split('|')).toHaveLength(3);
  });
});

describe('lots', () => {
  const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

  test('are drawn when the round is settled, in the order that anybody can work out from the seed', async () => {
    const { contest, round } = await newContest(undefined, { ranking: ['score', 'lot'] });
    const people = await Promise.all(Array.from({ length: 8 }, () => anAccount()));
    for (const person of people) await aFinishedAttempt(round, person, { score: 7 });
    await refreshStandings();
    expect(new Set((await rowsOf(round.id)).map(({ rankKey }) => rankKey)).size).toBe(1);
    await settleRounds({ now: SETTLES });
    const lotOf = (id: string) => sha256(`hat-vong-1:${sha256(`${contest.id}:${id}`).slice(0, 16)}`);
    const byHand = people.map(({ id }) => id).toSorted((a, b) => (lotOf(a) < lotOf(b) ? -1 : 1));
    expect((await rowsOf(round.id)).map(({ accountId }) => accountId)).toEqual(byHand);
  });

  test('of the whole contest are drawn by its own seed', async () => {
    const { contest, round } = await newContest(undefined, { ranking: ['score', 'lot'], overall: 'best' });
    await (await database()).contest.update({ where: { id: contest.id }, data: { lotSeed: 'hat-cuoc-thi' } });
    await aFinishedAttempt(round, await anAccount(), { score: 7 });
    await refreshStandings();
    await settleRounds({ now: SETTLES });
    const [row] = await rowsOf(contest.id);
    const code = sha256(`${contest.id}:${row?.accountId}`).slice(0, 16);
    expect(row?.rankKey.split('|')[1]).toBe(sha256(`hat-cuoc-thi:${code}`));
  });
});

test('the final order is that of the chain, worked out by hand', async () => {
  const person = fc.record({
    score: fc.constantFrom(8, 9, 10),
    prediction: fc.option(fc.integer({ min: 0, max: 6 }), { nil: undefined }),
    duration: fc.constantFrom(MINUTE, MINUTE + 400, 2 * MINUTE),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(person, { minLength: 1, maxLength: 7 }), async (given) => {
      const ranking = ['score', 'predictionDistance', 'duration'] as const;
      const { round } = await newContest({ asks: 'people', scope: 'round' }, { ranking });
      const rows = [];
      for (const each of given) {
        const account = await anAccount();
        await aFinishedAttempt(round, account, each);
        const away = each.prediction === undefined ? Infinity : Math.abs(each.prediction - given.length);
        rows.push({ id: account.id, by: [-each.score, away, Math.floor(each.duration / 1_000)] as const });
      }
      await refreshStandings();
      expect((await settleRounds({ now: SETTLES })).failed).toBe(0);
      const byHand = rows.toSorted(
        (a, b) =>
          a.by[0] - b.by[0] ||
          (a.by[1] === b.by[1] ? 0 : a.by[1] - b.by[1]) ||
          a.by[2] - b.by[2] ||
          (a.id < b.id ? -1 : 1),
      );
      expect((await rowsOf(round.id)).map(({ accountId }) => accountId)).toEqual(byHand.map(({ id }) => id));
    }),
    { numRuns: 10 },
  );
});

describe('a process that dies on the way', () => {
  test('after the figures were frozen: the next one ranks by them and says that it is final', async () => {
    const { contest, round } = await newContest({ asks: 'people', scope: 'round' });
    await threeSit(round);
    const stop = new AbortController();
    stop.abort();
    expect(await settleRounds({ now: SETTLES, signal: stop.signal })).toEqual({ settled: 0, failed: 0 });
    expect(await countsOf(round.id)).toMatchObject({ people: 3 });
    expect((await roundNow(round)).settledAt).toBeNull();
    // What happens in between changes no figure any more.
    await anAdjustment(round, { kind: 'extension', ms: DAY });
    await aFinishedAttempt(round, await anAccount(), { finishedAt: SETTLES });
    await refreshStandings();
    expect(await settleRounds({ now: SETTLES + MINUTE })).toEqual({ settled: 2, failed: 0 });
    expect(await countsOf(round.id)).toMatchObject({ people: 3 });
    expect(await countsOf(contest.id)).toMatchObject({ people: 3 });
    expect((await rowsOf(round.id)).filter((row) => row.predictionDistance !== null)).toHaveLength(2);
  });

  test('with rows half written: they are written all over again', async () => {
    const { round } = await newContest({ asks: 'people', scope: 'round' });
    await threeSit(round);
    await settleRounds({ now: SETTLES });
    const rows = await rowsOf(round.id);
    const db = await database();
    await db.round.update({ where: { id: round.id }, data: { settledAt: null } });
    await db.standing.deleteMany({ where: { scopeId: round.id, accountId: rows[0]?.accountId ?? '' } });
    await db.standing.updateMany({ where: { scopeId: round.id }, data: { rankKey: 'nua-chung' } });
    forgetEverything();
    expect((await settleRounds({ now: SETTLES + MINUTE })).settled).toBe(1);
    expect(await rowsOf(round.id)).toEqual(rows);
  });

  test('one contest that cannot be settled keeps no other waiting', async () => {
    const broken = await newContest(undefined);
    await (await database()).contest.update({ where: { id: broken.contest.id }, data: { rules: '{}' } });
    const { round } = await newContest(undefined);
    const quiet = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    expect(await settleRounds({ now: SETTLES })).toEqual({ settled: 2, failed: 1 });
    quiet.mockRestore();
    expect((await roundNow(round)).settledAt).not.toBeNull();
  });
});

test('a board that freezes keeps what it showed', async () => {
  const { round } = await newContest({ asks: 'people', scope: 'round' }, { boards: 'frozen', frozenFor: HOUR });
  await threeSit(round);
  const frozen = await rowsOf(`${round.id}@frozen`);
  expect(frozen).toHaveLength(3);
  await settleRounds({ now: SETTLES });
  expect(await rowsOf(`${round.id}@frozen`)).toEqual(frozen);
  expect((await rowsOf(round.id))[0]).toMatchObject({ predictionDistance: 37 });
});
