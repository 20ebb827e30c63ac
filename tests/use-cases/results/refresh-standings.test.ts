import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CountedAttempt, TieBreak } from '#app/domain/contests/contest.ts';
import { MINUTE, SECOND } from '#app/domain/kernel/time.ts';
import { submitAttempt } from '#app/features/attempts/index.server.ts';
import { refreshStandings } from '#app/features/results/index.server.ts';
import { database } from '#app/platform/db/client.server.ts';
import type { Account, Contest, Round } from '#prisma/generated/sqlite/client.ts';
import { aContestant, formOf, placesOfOptions, save, started } from '#tests/support/attempts.ts';
import { afterOpening } from '#tests/support/clock.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aContest, anAccount, aUnit } from '#tests/support/factories.ts';

useTestDatabase();

const NOW = afterOpening({ hours: 1 });
let slugs = 0;

interface Finished {
  readonly number: number;
  readonly score: number;
  readonly duration: number;
  readonly startedAt?: number;
}

/** An attempt that is over, as finishing leaves it: the standings do not know it yet. */
async function aFinishedAttempt(contest: Contest, round: Round, account: Account, finished: Finished): Promise<string> {
  const { number, score, duration, startedAt = NOW + number * 20 * MINUTE } = finished;
  const { id } = await (
    await database()
  ).attempt.create({
    data: {
      roundId: round.id,
      contestId: contest.id,
      accountId: account.id,
      unitId: account.unitId,
      number,
      seed: 'x',
      form: '{"slots":[]}',
      startedAt: new Date(startedAt),
      deadlineAt: new Date(startedAt + 10 * MINUTE),
      graceMs: 0,
      state: 'submitted',
      finishedAt: new Date(startedAt + duration),
      durationMs: duration,
      score,
      maxScore: 10,
    },
  });
  return id;
}

const newContest = (counted: CountedAttempt = 'best', tieBreaks: TieBreak[] = ['duration', 'submittedAt']) =>
  aContest({ slug: `bang-${(slugs += 1)}`, items: 0, rules: { attempts: { limit: 5, counted }, tieBreaks } });

/** The board of a round in its order, without what says when it was written. */
async function boardOf(roundId: string) {
  const rows = await (
    await database()
  ).standing.findMany({ where: { roundId }, orderBy: [{ rankKey: 'asc' }, { accountId: 'asc' }] });
  return rows.map(({ updatedAt: _, ...row }) => row);
}

test('a submission reaches the board, and refreshing again changes nothing', async () => {
  const { contest, round } = await aContest({ slug: 'thi', rules: { attempts: { limit: 2, counted: 'best' } } });
  const actor = await aContestant();
  const attemptId = await started(actor, contest.slug, NOW);
  await refreshStandings();
  expect(await boardOf(round.id)).toEqual([]);
  const form = await formOf(attemptId);
  for (const slot of [1, 2])
    await save(actor, attemptId, NOW + SECOND, { slot, places: placesOfOptions(form, slot, ['a']) });
  await submitAttempt({ actor, attemptId, now: NOW + 5 * MINUTE });
  const refreshed = await Promise.all([refreshStandings(), refreshStandings(), refreshStandings()]);
  expect(refreshed.reduce((sum, each) => sum + each.refreshed, 0)).toBeGreaterThanOrEqual(1);
  const board = await boardOf(round.id);
  expect(board).toMatchObject([
    {
      accountId: actor.accountId,
      attemptId,
      unitId: actor.unitId,
      score: 2,
      maxScore: 10,
      durationMs: 5 * MINUTE,
      submittedAt: new Date(NOW + 5 * MINUTE),
    },
  ]);
  expect(await refreshStandings()).toEqual({ refreshed: 0 });
  expect(await boardOf(round.id)).toEqual(board);
});

describe('of several attempts counts', () => {
  const ATTEMPTS: readonly Finished[] = [
    { number: 1, score: 6, duration: 5 * MINUTE },
    { number: 2, score: 9, duration: 8 * MINUTE },
    { number: 3, score: 9, duration: 7 * MINUTE },
    { number: 4, score: 2, duration: MINUTE },
  ];

  test.each([
    ['best', 3],
    ['first', 1],
    ['last', 4],
  ] as const)('the %s, whether they are folded in together or one by one', async (counted, expected) => {
    const unit = await aUnit();
    const [together, oneByOne] = [await newContest(counted), await newContest(counted)];
    const account = await anAccount({ unit });
    const number = async (roundId: string) => {
      const [row] = await boardOf(roundId);
      return (await (await database()).attempt.findUnique({ where: { id: row?.attemptId ?? '' } }))?.number;
    };
    for (const attempt of ATTEMPTS) await aFinishedAttempt(together.contest, together.round, account, attempt);
    await refreshStandings();
    expect(await number(together.round.id)).toBe(expected);
    for (const attempt of ATTEMPTS) {
      await aFinishedAttempt(oneByOne.contest, oneByOne.round, account, attempt);
      await refreshStandings();
    }
    expect(await number(oneByOne.round.id)).toBe(expected);
    expect(await boardOf(oneByOne.round.id)).toHaveLength(1);
  });
});

test('refreshed bit by bit, the board is the one that is built from nothing, and the one worked out by hand', async () => {
  const unit = await aUnit();
  const people = await Promise.all(Array.from({ length: 6 }, () => anAccount({ unit })));
  const attempt = fc.record({
    person: fc.integer({ min: 0, max: people.length - 1 }),
    // why so few: ties are what goes wrong.
    score: fc.constantFrom(0, 3, 3.33333, 10),
    duration: fc.constantFrom(MINUTE, MINUTE + 400, 2 * MINUTE),
    refreshes: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(attempt, { minLength: 1, maxLength: 12 }),
      fc.constantFrom<CountedAttempt>('best', 'first', 'last'),
      async (attempts, counted) => {
        const { contest, round } = await newContest(counted, ['duration']);
        const byPerson = new Map<Account, Finished[]>();
        for (const { person, score, duration, refreshes } of attempts) {
          const account = people[person] as Account;
          const own = byPerson.get(account) ?? [];
          byPerson.set(account, own);
          own.push({ number: own.length + 1, score, duration });
          await aFinishedAttempt(contest, round, account, { number: own.length, score, duration });
          if (refreshes) await refreshStandings();
        }
        await refreshStandings();
        const board = await boardOf(round.id);
        expect(board.map(({ accountId, score, durationMs }) => ({ accountId, score, durationMs }))).toEqual(
          byHand(byPerson, counted),
        );
        const db = await database();
        await db.standing.deleteMany({ where: { roundId: round.id } });
        await db.attempt.updateMany({ where: { roundId: round.id }, data: { isRanked: false } });
        expect(await refreshStandings()).toEqual({ refreshed: attempts.length });
        expect(await boardOf(round.id)).toEqual(board);
      },
    ),
    { numRuns: 15 },
  );
});

/** Highest score, then fewest whole seconds; equal rows by account. */
function byHand(byPerson: ReadonlyMap<Account, readonly Finished[]>, counted: CountedAttempt) {
  const seconds = ({ duration }: Finished) => Math.floor(duration / SECOND);
  const better = (a: Finished, b: Finished) => b.score - a.score || seconds(a) - seconds(b);
  const rows = [...byPerson].map(([{ id }, own]) => {
    const counts = counted === 'first' ? own[0] : counted === 'last' ? own.at(-1) : own.toSorted(better)[0];
    return { accountId: id, ...(counts as Finished) };
  });
  return rows
    .toSorted((a, b) => better(a, b) || (a.accountId < b.accountId ? -1 : 1))
    .map(({ accountId, score, duration }) => ({ accountId, score, durationMs: duration }));
}
