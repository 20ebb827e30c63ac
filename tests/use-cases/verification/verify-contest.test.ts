import { describe, expect, test } from 'vitest';
import type { ContestRules } from '#app/domain/contests/contest.ts';
import { DAY, HOUR, MINUTE, SECOND } from '#app/domain/kernel/time.ts';
import { prepareUpcoming } from '#app/features/attempts/index.server.ts';
import { verifyContest, type Difference } from '#app/features/verification/index.server.ts';
import { database } from '#app/platform/db/client.server.ts';
import { forgetEverything } from '#app/platform/db/forget.server.ts';
import type { PrismaClient } from '#prisma/generated/sqlite/client.ts';
import { OPENING } from '#tests/support/clock.ts';
import { useBuiltDatabase, useTestDatabase } from '#tests/support/database.ts';
import { rowCounts } from '#tests/support/row-counts.ts';
import { AFTERWARDS, contestants, settledContest, sit, sweep, twoRounds } from '#tests/support/whole-contest.ts';

// why: a whole contest is sat, by use cases, and machines are busy.
const SLOW = 90_000;

const verify = async () => {
  forgetEverything();
  const found = await verifyContest({ slug: 'thi', now: AFTERWARDS });
  if (!found) throw new Error('there is no contest');
  return found;
};

describe('a contest that was sat, adjusted and settled', () => {
  useTestDatabase({ per: 'test' });

  test('is what its steps say, to the last row', { timeout: SLOW }, async () => {
    const { attemptIds, people } = await settledContest();
    const before = await rowCounts();
    const found = await verify();
    expect(found.differences).toEqual([]);
    expect(found).toMatchObject({
      contestSlug: 'thi',
      people: people.length,
      attempts: attemptIds.length,
      papers: attemptIds.length,
      papersUnkept: 0,
      waiting: 0,
      differenceCount: 0,
    });
    expect(found.steps).toBe(before.attemptStep);
    expect(found.standings).toBe(before.standing);
    expect(before.standing).toBeGreaterThan(30);
    expect(await rowCounts()).toEqual(before);
  });

  const VARIANTS: readonly [string, Partial<ContestRules>][] = [
    [
      'best round, prediction over the contest',
      { overall: 'best', prediction: { asks: 'attempts', scope: 'contest' } },
    ],
    [
      'last attempt, people all right',
      { attempts: { limits: [], counted: 'last' }, prediction: { asks: 'peopleAllRight', scope: 'round' } },
    ],
    [
      'no prediction, live board, rounds alone',
      { overall: 'none', prediction: undefined, boards: 'live', ranking: ['score', 'younger', 'submittedAt'] },
    ],
    ['prediction first', { ranking: ['predictionDistance', 'lot'] }],
  ];
  test.each(VARIANTS)('with other rules: %s', { timeout: SLOW }, async (_, rules) => {
    await settledContest({ rules, people: 5 });
    const found = await verify();
    expect(found.differences).toEqual([]);
    expect(found.standings).toBeGreaterThan(6);
  });
});

describe('a contest that is not over', () => {
  useTestDatabase({ per: 'test' });

  test('a contest that runs is verified too: attempts that run, ended ones that wait to be ranked, prepared papers', async () => {
    await twoRounds();
    const people = await contestants(6);
    await prepareUpcoming({ now: OPENING - MINUTE });
    for (const [index, actor] of people.entries()) {
      await sit(actor, 'thi', OPENING + index * SECOND, `dang-thi-${index}`);
    }
    const waiting = await (await database()).attempt.count({ where: { state: { not: 'inProgress' } } });
    const found = await verify();
    expect(found).toMatchObject({ differences: [], attempts: 6, papers: 6, waiting, standings: 0 });
    expect(waiting).toBeGreaterThan(0);
    await sweep(OPENING + HOUR);
    expect(await verify()).toMatchObject({ differences: [], waiting: 0 });
  });

  test('a contest that does not exist, and one that nobody has sat', async () => {
    await twoRounds();
    expect(await verifyContest({ slug: 'khong-co', now: AFTERWARDS })).toBeUndefined();
    expect(await verify()).toMatchObject({ people: 0, attempts: 0, differences: [] });
  });
});

describe('what was changed behind the back of the application is found, with its place:', () => {
  const built = useBuiltDatabase(() => settledContest());

  type Change = (db: PrismaClient) => Promise<Partial<Difference>>;

  /** A finished attempt that counts somewhere, and that has answers. */
  const anAttempt = async (db: PrismaClient) => {
    const standing = await db.standing.findFirstOrThrow({
      where: { scopeId: { not: built().contestId } },
      orderBy: { attemptId: 'asc' },
    });
    return db.attempt.findUniqueOrThrow({
      where: { id: standing.attemptId },
      include: { steps: { orderBy: { sequence: 'asc' } } },
    });
  };
  const changed = async (db: PrismaClient, data: object, what: string): Promise<Partial<Difference>> => {
    const { id } = await anAttempt(db);
    await db.attempt.update({ where: { id }, data });
    return { attemptId: id, what };
  };
  const aStanding = (db: PrismaClient) =>
    db.standing.findFirstOrThrow({ orderBy: [{ scopeId: 'asc' }, { accountId: 'asc' }] });
  const changedRow = async (db: PrismaClient, data: object, what: string): Promise<Partial<Difference>> => {
    const { scopeId, accountId } = await aStanding(db);
    await db.standing.update({ where: { scopeId_accountId: { scopeId, accountId } }, data });
    return { scopeId, accountId, what };
  };
  const changedStep = async (db: PrismaClient, data: object, what: string): Promise<Partial<Difference>> => {
    const { id, steps } = await anAttempt(db);
    const { sequence } = steps[1]!;
    await db.attemptStep.update({ where: { attemptId_sequence: { attemptId: id, sequence } }, data });
    return { attemptId: id, sequence, what };
  };

  const CHANGES: Record<string, Change> = {
    'a score': (db) => changed(db, { score: 99 }, 'score'),
    'a highest score': (db) => changed(db, { maxScore: 99 }, 'maxScore'),
    'a time': (db) => changed(db, { durationMs: 1_000 }, 'duration'),
    'an end': (db) => changed(db, { finishedAt: new Date(OPENING + HOUR) }, 'finishedAt'),
    'a start': (db) => changed(db, { startedAt: new Date(OPENING) }, 'startedAt'),
    'a state': async (db) => {
      const { state } = await anAttempt(db);
      return changed(db, { state: state === 'submitted' ? 'expired' : 'submitted' }, 'state');
    },
    validity: async (db) => changed(db, { isValid: !(await anAttempt(db)).isValid }, 'isValid'),
    'a prediction': (db) => changed(db, { prediction: 7_777 }, 'prediction'),
    'a number of late answers': (db) => changed(db, { late: 3 }, 'late'),
    'a seed': (db) => changed(db, { seed: 'khac' }, 'paper'),
    'a paper': async (db) => {
      const form = JSON.parse((await anAttempt(db)).form) as { slots: object[] };
      return changed(db, { form: JSON.stringify({ slots: form.slots.toReversed() }) }, 'paper');
    },
    'a bank as it was': async (db) => {
      const { hash, items } = await db.poolSnapshot.findFirstOrThrow();
      await db.poolSnapshot.update({ where: { hash }, data: { items: items.replace('easy', 'hard') } });
      return { what: 'pool' };
    },
    'a bank that is gone': async (db) => {
      await db.poolSnapshot.deleteMany();
      return { what: 'pool', derived: 'none is kept' };
    },
    'a blueprint': async (db) => {
      await db.round.updateMany({
        data: { blueprint: JSON.stringify({ sections: [{ title: 'Khác', quotas: [{ count: 5 }] }] }) },
      });
      return { what: 'paper' };
    },
    'a response': async (db) => {
      const { id, steps } = await anAttempt(db);
      const { sequence, response } = steps.findLast(({ kind }) => kind === 'responseSaved')!;
      const other = response === '["b"]' ? '["a"]' : '["b"]';
      await db.attemptStep.update({
        where: { attemptId_sequence: { attemptId: id, sequence } },
        data: { response: other },
      });
      return { attemptId: id };
    },
    'a step that is gone': async (db) => {
      const { id, steps } = await anAttempt(db);
      await db.attemptStep.delete({ where: { attemptId_sequence: { attemptId: id, sequence: steps[1]!.sequence } } });
      return { attemptId: id, what: 'sequence' };
    },
    'a step behind the end': async (db) => {
      const { id, steps } = await anAttempt(db);
      const { sequence, receivedAt } = steps.at(-1)!;
      await db.attemptStep.create({
        data: {
          attemptId: id,
          sequence: sequence + 1,
          kind: 'responseSaved',
          slot: 1,
          response: '[]',
          key: 'sau-khi-nop',
          receivedAt,
          chosenAt: receivedAt,
        },
      });
      return { attemptId: id, what: 'last step' };
    },
    'an answer after the limit': (db) => changedStep(db, { receivedAt: new Date(AFTERWARDS) }, 'in time'),
    'an answer that was chosen before the start': (db) =>
      changedStep(db, { chosenAt: new Date(OPENING - DAY) }, 'chosen after the start'),
    'an answer that is said to be late': (db) => changedStep(db, { isLate: true }, 'isLate'),
    'an answer to no question': (db) => changedStep(db, { slot: 99 }, 'slot on the paper'),
    'an option of no question': (db) => changedStep(db, { response: '["z"]' }, 'options on the paper'),
    'a mark': async (db) => {
      const { id } = await anAttempt(db);
      await db.outcome.update({ where: { attemptId_slot: { attemptId: id, slot: 2 } }, data: { mark: 50 } });
      return { attemptId: id, slot: 2, what: 'outcome.mark' };
    },
    'a marking scheme': async (db) => {
      const { rules } = await db.contest.findUniqueOrThrow({ where: { id: built().contestId } });
      await db.contest.update({
        where: { id: built().contestId },
        data: { rules: rules.replace('"right":2', '"right":4') },
      });
      return { what: 'score' };
    },
    'a pause that nobody made': async (db) => {
      const { roundId, startedAt, finishedAt } = await anAttempt(db);
      await db.adjustment.create({
        data: {
          contestId: built().contestId,
          roundId,
          kind: 'pause',
          reason: 'không ai biết',
          actorId: 'khong-ai',
          at: startedAt,
          startsAt: startedAt,
          endsAt: finishedAt,
        },
      });
      return { what: 'duration' };
    },
    'a rank': (db) => changedRow(db, { rankKey: '0' }, 'rankKey'),
    'the score of a row': (db) => changedRow(db, { score: 99 }, 'score'),
    'the block of a row': (db) => changedRow(db, { block: 'Khối khác' }, 'block'),
    'the unit of a row': (db) => changedRow(db, { unitId: 'tinh' }, 'unitId'),
    'the time of a row': (db) => changedRow(db, { durationMs: 1 }, 'duration'),
    'the distance of a row': (db) => changedRow(db, { predictionDistance: 9_999 }, 'predictionDistance'),
    'the year of birth of a row': (db) => changedRow(db, { birthYear: 1900 }, 'birthYear'),
    'the attempts of a row': (db) => changedRow(db, { attempts: 9 }, 'attempts'),
    'whether a row is all right': async (db) =>
      changedRow(db, { isAllRight: !(await aStanding(db)).isAllRight }, 'isAllRight'),
    'a row that is gone': async (db) => {
      const { scopeId, accountId } = await aStanding(db);
      await db.standing.delete({ where: { scopeId_accountId: { scopeId, accountId } } });
      return { scopeId, accountId, what: 'row', stored: 'none' };
    },
    'a row of a scope that there is not': async (db) => {
      const { updatedAt: _, ...row } = await aStanding(db);
      await db.standing.create({ data: { ...row, scopeId: 'vong-khac' } });
      return { scopeId: 'vong-khac', accountId: row.accountId, what: 'row', stored: 'there' };
    },
    'a row of somebody who never entered': async (db) => {
      const { updatedAt: _, ...row } = await aStanding(db);
      await db.standing.create({ data: { ...row, accountId: 'nguoi-la' } });
      return { what: 'rows of people who entered' };
    },
    'an attempt of somebody who never entered': async (db) => {
      const { accountId } = await aStanding(db);
      await db.participation.delete({ where: { contestId_accountId: { contestId: built().contestId, accountId } } });
      return { what: 'attempts of people who entered' };
    },
    'a frozen figure': async (db) => {
      const { scopeId } = await db.frozenCount.findFirstOrThrow();
      await db.frozenCount.update({ where: { scopeId }, data: { people: 5_000 } });
      return { scopeId, what: 'people' };
    },
    'a frozen figure that is gone': async (db) => {
      await db.frozenCount.delete({ where: { scopeId: built().contestId } });
      return { scopeId: built().contestId, what: 'frozen figures' };
    },
    'the seed of a lot': async (db) => {
      await db.contest.update({ where: { id: built().contestId }, data: { lotSeed: 'hạt giống khác' } });
      return { scopeId: built().contestId, what: 'rankKey' };
    },
  };

  test.each(Object.entries(CHANGES))('%s', async (_, change) => {
    const db = await database();
    const expected = await change(db);
    const { differences, differenceCount } = await verify();
    expect(differenceCount).toBeGreaterThan(0);
    expect(differences).toContainEqual(expect.objectContaining(expected));
  });
});
