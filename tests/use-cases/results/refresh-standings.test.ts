import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ContestRules, CountedAttempt, RankCriterion } from '#app/domain/contests/contest.ts';
import { DAY, HOUR, MINUTE, SECOND } from '#app/domain/kernel/time.ts';
import { submitAttempt, writerOf } from '#app/features/attempts/index.server.ts';
import { rebuildStandings, refreshStandings, settleRounds } from '#app/features/results/index.server.ts';
import { database } from '#app/platform/db/client.server.ts';
import { forgetEverything } from '#app/platform/db/forget.server.ts';
import type { Account, Round } from '#prisma/generated/sqlite/client.ts';
import { aContestant, formOf, placesOfOptions, save, started } from '#tests/support/attempts.ts';
import { afterOpening, OPENING } from '#tests/support/clock.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aContest, anAccount, anAdjustment, aUnit } from '#tests/support/factories.ts';
import { aFinishedAttempt, allRowsOf, anotherRound, rowsOf } from '#tests/support/standings.ts';

useTestDatabase();

const NOW = afterOpening({ hours: 1 });
const CLOSE = OPENING + 7 * DAY;

const newContest = (rules: Partial<ContestRules> & { counted?: CountedAttempt } = {}) => {
  const { counted = 'best', ...rest } = rules;
  return aContest({ items: 0, rules: { attempts: { limits: [], counted }, ...rest } });
};

test('a submission reaches the board, and refreshing again changes nothing', async () => {
  const { contest, round } = await aContest({
    slug: 'thi',
    rules: { attempts: { limits: [{ count: 2, per: 'round' }], counted: 'best' } },
  });
  const actor = await aContestant({ unit: await aUnit({ block: 'Khối xã' }) });
  const attemptId = await started(actor, contest.slug, NOW);
  await refreshStandings();
  expect(await rowsOf(round.id)).toEqual([]);
  const form = await formOf(attemptId);
  for (const slot of [1, 2])
    await save(actor, attemptId, NOW + SECOND, { slot, places: placesOfOptions(form, slot, ['a']) });
  await submitAttempt({ writer: writerOf(actor), attemptId, now: NOW + 5 * MINUTE });
  const refreshed = await Promise.all([refreshStandings(), refreshStandings(), refreshStandings()]);
  expect(refreshed.reduce((sum, each) => sum + each.refreshed, 0)).toBeGreaterThanOrEqual(1);
  const board = await rowsOf(round.id);
  expect(board).toMatchObject([
    {
      contestId: contest.id,
      accountId: actor.accountId,
      attemptId,
      unitId: actor.unitId,
      block: 'Khối xã',
      birthYear: actor.birthYear,
      score: 2,
      maxScore: 10,
      durationMs: 5 * MINUTE,
      submittedAt: new Date(NOW + 5 * MINUTE),
      attempts: 1,
      rounds: 1,
      isAllRight: false,
    },
  ]);
  expect(await refreshStandings()).toEqual({ refreshed: 0 });
  expect(await rowsOf(round.id)).toEqual(board);
});

describe('of several attempts counts', () => {
  const ATTEMPTS = [
    { score: 6, duration: 5 * MINUTE },
    { score: 9, duration: 8 * MINUTE },
    { score: 9, duration: 7 * MINUTE },
    { score: 2, duration: MINUTE },
  ];

  test.each([
    ['best', 3],
    ['first', 1],
    ['last', 4],
  ] as const)('the %s, whether they are folded in together or one by one', async (counted, expected) => {
    const [together, oneByOne] = [await newContest({ counted }), await newContest({ counted })];
    const account = await anAccount();
    const number = async (roundId: string) => {
      const [row] = await rowsOf(roundId);
      return (await (await database()).attempt.findUnique({ where: { id: row?.attemptId ?? '' } }))?.number;
    };
    for (const attempt of ATTEMPTS) await aFinishedAttempt(together.round, account, attempt);
    await refreshStandings();
    expect(await number(together.round.id)).toBe(expected);
    for (const attempt of ATTEMPTS) {
      await aFinishedAttempt(oneByOne.round, account, attempt);
      await refreshStandings();
    }
    expect(await number(oneByOne.round.id)).toBe(expected);
    expect(await rowsOf(oneByOne.round.id)).toMatchObject([{ attempts: 4 }]);
  });
});

test('practice and attempts that are not valid stand nowhere, and are looked at once', async () => {
  const { contest, round } = await newContest({ overall: 'sum' });
  const practice = await anotherRound(round, { kind: 'practice' });
  const account = await anAccount();
  await aFinishedAttempt(practice, account, { score: 10 });
  await aFinishedAttempt(round, account, { score: 10, isValid: false });
  expect(await refreshStandings()).toEqual({ refreshed: 2 });
  expect(await allRowsOf(contest)).toEqual([]);
  expect(await refreshStandings()).toEqual({ refreshed: 0 });
  await aFinishedAttempt(round, account, { score: 3 });
  await refreshStandings();
  expect(new Map((await allRowsOf(contest)).map(({ scopeId, score }) => [scopeId, score]))).toEqual(
    new Map([
      [round.id, 3],
      [contest.id, 3],
    ]),
  );
});

describe('over all rounds', () => {
  test.each([
    ['sum', 13, 2],
    ['best', 9, 1],
    ['none', undefined, undefined],
  ] as const)('%s', async (overall, score, rounds) => {
    const { contest, round } = await newContest({ overall });
    const second = await anotherRound(round, {});
    const account = await anAccount();
    for (const [where, points] of [
      [round, 4],
      [second, 9],
      [second, 7],
    ] as const) {
      await aFinishedAttempt(where, account, { score: points });
      await refreshStandings();
    }
    const [row] = await rowsOf(contest.id);
    expect([row?.score, row?.rounds]).toEqual([score, rounds]);
    expect(await rowsOf(round.id)).toMatchObject([{ score: 4 }]);
    expect(await rowsOf(second.id)).toMatchObject([{ score: 9, attempts: 2 }]);
  });
});

describe('boards that freeze', () => {
  test('keep the rows of what was handed in before, to the millisecond', async () => {
    const { round } = await newContest({ boards: 'frozen', frozenFor: HOUR });
    const account = await anAccount();
    await aFinishedAttempt(round, account, { score: 3, finishedAt: CLOSE - HOUR - 1 });
    await aFinishedAttempt(round, account, { score: 8, finishedAt: CLOSE - HOUR });
    await refreshStandings();
    expect(await rowsOf(round.id)).toMatchObject([{ score: 8, attempts: 2 }]);
    expect(await rowsOf(`${round.id}@frozen`)).toMatchObject([{ score: 3, attempts: 1 }]);
  });

  test('after an extension they freeze as much later, once the rows are built anew', async () => {
    const { contest, round } = await newContest({ boards: 'frozen', frozenFor: HOUR });
    await aFinishedAttempt(round, await anAccount(), { finishedAt: CLOSE - 30 * MINUTE });
    await refreshStandings();
    expect(await rowsOf(`${round.id}@frozen`)).toEqual([]);
    await anAdjustment(round, { kind: 'extension', ms: HOUR });
    await rebuildStandings({ contestId: contest.id, now: CLOSE });
    expect(await rowsOf(`${round.id}@frozen`)).toHaveLength(1);
  });

  test('a pause that lasts does not move the border back and forth', async () => {
    const { contest, round } = await newContest({ boards: 'frozen', frozenFor: HOUR });
    await anAdjustment(round, { kind: 'pause', startsAt: CLOSE - 2 * HOUR });
    await aFinishedAttempt(round, await anAccount(), { finishedAt: CLOSE - 30 * MINUTE });
    await refreshStandings();
    const rows = await allRowsOf(contest);
    expect(rows.map(({ scopeId }) => scopeId).toSorted()).toEqual([round.id, `${round.id}@frozen`].toSorted());
    await rebuildStandings({ contestId: contest.id, now: CLOSE + DAY });
    expect(await allRowsOf(contest)).toEqual(rows);
  });

  test('the whole contest freezes before the close of its last round', async () => {
    const { contest, round } = await newContest({ boards: 'frozen', frozenFor: HOUR, overall: 'sum' });
    const second = await anotherRound(round, { opensAt: new Date(CLOSE), closesAt: new Date(CLOSE + DAY) });
    const account = await anAccount();
    await aFinishedAttempt(round, account, { score: 4, finishedAt: CLOSE - MINUTE });
    await aFinishedAttempt(second, account, { score: 5, finishedAt: CLOSE + DAY - MINUTE });
    await refreshStandings();
    expect(await rowsOf(contest.id)).toMatchObject([{ score: 9, rounds: 2 }]);
    expect(await rowsOf(`${contest.id}@frozen`)).toMatchObject([{ score: 4, rounds: 1 }]);
    expect(await rowsOf(`${round.id}@frozen`)).toEqual([]);
  });
});

test('building anew drops rows of scopes and of people that there are no more', async () => {
  const { contest, round, rules } = await newContest({ overall: 'sum', boards: 'frozen', frozenFor: HOUR });
  await aFinishedAttempt(round, await anAccount(), { finishedAt: NOW });
  await refreshStandings();
  expect(await allRowsOf(contest)).toHaveLength(4);
  const db = await database();
  const [row] = await rowsOf(round.id);
  await db.standing.createMany({
    data: ['0', 'zz'].map((accountId) => ({ ...(row as NonNullable<typeof row>), accountId })),
  });
  const live = { ...rules, overall: 'none', boards: 'live', frozenFor: 0 };
  await db.contest.update({ where: { id: contest.id }, data: { rules: JSON.stringify(live) } });
  forgetEverything();
  expect(await rebuildStandings({ contestId: contest.id, now: NOW })).toEqual({ people: 1, isDone: true });
  expect(await allRowsOf(contest)).toMatchObject([{ scopeId: round.id }]);
});

test('refreshed bit by bit, and with rounds settled on the way, rows are those that are built from nothing', async () => {
  const units = [await aUnit({ block: 'Khối xã' }), await aUnit()];
  const people: Account[] = [];
  for (let i = 0; i < 5; i += 1) {
    people.push(await anAccount({ unit: units[i % 2] as (typeof units)[0], birthYear: 1980 + (i % 3) }));
  }
  const attempt = fc.record({
    person: fc.integer({ min: 0, max: people.length - 1 }),
    inSecond: fc.boolean(),
    // why so few: ties are what goes wrong.
    score: fc.constantFrom(0, 3.33333, 10),
    duration: fc.constantFrom(MINUTE, MINUTE + 400, 2 * MINUTE),
    beforeClose: fc.constantFrom(2 * HOUR, HOUR, MINUTE),
    isValid: fc.boolean(),
    prediction: fc.option(fc.nat(5), { nil: undefined }),
    refreshes: fc.boolean(),
  });
  const rules = fc.record({
    counted: fc.constantFrom<CountedAttempt>('best', 'first', 'last', 'only'),
    overall: fc.constantFrom<ContestRules['overall']>('none', 'sum', 'best'),
    boards: fc.constantFrom<ContestRules['boards']>('live', 'frozen'),
    ranking: fc.shuffledSubarray<RankCriterion>(
      ['score', 'predictionDistance', 'duration', 'submittedAt', 'fewerAttempts', 'older', 'lot'],
      { minLength: 1 },
    ),
    prediction: fc.record({
      asks: fc.constantFrom('people' as const, 'attempts' as const, 'peopleAllRight' as const),
      scope: fc.constantFrom('round' as const, 'contest' as const),
    }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(attempt, { minLength: 1, maxLength: 10 }), rules, async (attempts, given) => {
      const { contest, round } = await newContest({ ...given, frozenFor: HOUR, grace: 0 });
      const second = await anotherRound(round, { opensAt: new Date(CLOSE), closesAt: new Date(CLOSE + DAY) });
      const sit = async (where: Round, close: number) => {
        for (const { person, inSecond, refreshes, beforeClose, ...rest } of attempts) {
          if (inSecond !== (where.id === second.id)) continue;
          await aFinishedAttempt(where, people[person] as Account, { ...rest, finishedAt: close - beforeClose });
          if (refreshes) await refreshStandings();
        }
        await refreshStandings();
      };
      const expectRebuilt = async (now: number) => {
        const rows = await allRowsOf(contest);
        await rebuildStandings({ contestId: contest.id, now });
        expect(await allRowsOf(contest)).toEqual(rows);
        const db = await database();
        await db.standing.deleteMany({ where: { contestId: contest.id } });
        await db.attempt.updateMany({ where: { contestId: contest.id }, data: { isRanked: false } });
        expect(await refreshStandings()).toEqual({
          refreshed: await db.attempt.count({ where: { contestId: contest.id } }),
        });
        expect(await allRowsOf(contest)).toEqual(rows);
      };
      await sit(round, CLOSE);
      await expectRebuilt(CLOSE);
      await settleRounds({ now: CLOSE });
      await expectRebuilt(CLOSE);
      await sit(second, CLOSE + DAY);
      await expectRebuilt(CLOSE + DAY);
      await settleRounds({ now: CLOSE + DAY });
      await expectRebuilt(CLOSE + DAY);
    }),
    { numRuns: 20 },
  );
}, 120_000);
