import { expect, test } from 'vitest';
import { HOUR, MINUTE } from '#app/domain/kernel/time.ts';
import { medianOfTally, type UnitTally } from '#app/domain/participation/tally.ts';
import { getContest } from '#app/features/contests/index.server.ts';
import {
  countTallies,
  markUnits,
  readAll,
  readBranch,
  recountParticipation,
} from '#app/features/participation/index.server.ts';
import { rebuildStandings, refreshStandings } from '#app/features/results/index.server.ts';
import { database } from '#app/platform/db/client.server.ts';
import { forgetEverything } from '#app/platform/db/forget.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { afterOpening, OPENING } from '#tests/support/clock.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aContest, anAccount, aUnit } from '#tests/support/factories.ts';
import { aFinishedAttempt, anotherRound } from '#tests/support/standings.ts';

useTestDatabase({ per: 'test' });

const NOW = afterOpening({ hours: 30 });

async function aProvince() {
  const root = await aUnit({ id: 'tinh' });
  const commune = await aUnit({ id: 'xa', parent: root });
  const hamlet = await aUnit({ id: 'xom', parent: commune });
  const office = await aUnit({ id: 'so', parent: root });
  const { contest, round } = await aContest({ slug: 'thi', rules: { overall: 'sum' } });
  return { root, commune, hamlet, office, contest, round };
}

async function contestNow(now = NOW) {
  const found = await getContest('thi', now);
  if (!found) throw new Error('the contest is gone');
  return found;
}

const short = ({ people, attempts, valid, finished, allRight, scoreCount, scoreSum }: UnitTally) => ({
  people,
  attempts,
  valid,
  finished,
  allRight,
  scoreCount,
  scoreSum,
});

/** An act that the audit tells of, as starting and submitting do. */
async function aTold(attemptId: string, at: number, action = 'attempt.submitted'): Promise<void> {
  await (
    await database()
  ).auditEntry.create({
    data: { at: new Date(at), action, subject: `attempt:${attemptId}`, detail: '{}' },
  });
}

test('a branch is its own figures and those below it, by hour and score', async () => {
  const { commune, hamlet, office, round } = await aProvince();
  const person = await anAccount({ unit: hamlet });
  await aFinishedAttempt(round, person, { score: 4, finishedAt: OPENING + 10 * MINUTE });
  await aFinishedAttempt(round, person, { score: 10, finishedAt: OPENING + 2 * HOUR + 10 * MINUTE });
  await aFinishedAttempt(round, await anAccount({ unit: commune }), { score: 7, finishedAt: OPENING + 10 * MINUTE });
  await aFinishedAttempt(round, await anAccount({ unit: office }), { score: 3, isValid: false });
  await aFinishedAttempt(round, await anAccount({ unit: office }), { state: 'inProgress' });
  await refreshStandings();
  const found = await readBranch({ contestNow: await contestNow(), scopeId: round.id, unitId: 'tinh', now: NOW });
  expect(found.asOf).toBe(NOW);
  expect(short(found.unit)).toEqual({
    people: 4,
    attempts: 5,
    valid: 3,
    finished: 4,
    allRight: 1,
    scoreCount: 2,
    scoreSum: 17,
  });
  expect(medianOfTally(found.unit)).toBe(8.5);
  expect(found.own.people).toBe(0);
  expect(Object.fromEntries([...found.children].map(([id, tally]) => [id, tally.people]))).toEqual({ so: 2, xa: 2 });
  const hour = OPENING / HOUR;
  expect(found.children.get('xa')?.hours).toEqual(
    new Map([
      [hour, { people: 2, attempts: 2 }],
      [hour + 2, { people: 0, attempts: 1 }],
    ]),
  );
  const below = await readBranch({ contestNow: await contestNow(), scopeId: round.id, unitId: 'xa', now: NOW });
  expect([below.unit.people, below.own.people, below.children.get('xom')?.people]).toEqual([2, 1, 1]);
});

test('several rounds: people of the contest are its entries, attempts those of all rounds', async () => {
  const { hamlet, contest, round } = await aProvince();
  const second = await anotherRound(round, {});
  const [one, two] = [await anAccount({ unit: hamlet }), await anAccount({ unit: hamlet })];
  for (const each of [round, second]) await aFinishedAttempt(each, one, { score: 6 });
  await aFinishedAttempt(second, two, { score: 10 });
  await refreshStandings();
  const of = async (scopeId: string) =>
    short((await readBranch({ contestNow: await contestNow(), scopeId, unitId: 'xa', now: NOW })).unit);
  expect(await of(round.id)).toMatchObject({ people: 1, attempts: 1, scoreSum: 6 });
  expect(await of(second.id)).toMatchObject({ people: 2, attempts: 2, scoreSum: 16, allRight: 1 });
  expect(await of(contest.id)).toMatchObject({ people: 2, attempts: 3, scoreCount: 2, scoreSum: 22 });
});

test('an attempt that the audit tells of is counted by the next sweep, and again once it is ranked', async () => {
  const { hamlet, round } = await aProvince();
  await countTallies({ now: NOW });
  const id = await aFinishedAttempt(round, await anAccount({ unit: hamlet }), { score: 8 });
  await aTold(id, NOW + MINUTE);
  const readAt = async (now: number) =>
    (await readAll({ contestNow: await contestNow(now), scopeId: round.id, now })).own.get('xom');
  await countTallies({ now: NOW + 2 * MINUTE });
  expect(await readAt(NOW + 2 * MINUTE)).toMatchObject({ people: 1, finished: 1, scoreCount: 0 });
  await refreshStandings();
  await countTallies({ now: NOW + 20 * MINUTE });
  expect(await readAt(NOW + 20 * MINUTE)).toMatchObject({ people: 1, finished: 1, scoreCount: 1, scoreSum: 8 });
});

test('rows that are written anew, and units that are marked, are counted again', async () => {
  const { hamlet, office, contest, round } = await aProvince();
  const person = await anAccount({ unit: hamlet });
  const attempt = await aFinishedAttempt(round, person, { score: 8 });
  await refreshStandings();
  await countTallies({ now: NOW });
  const db = await database();
  await db.attempt.update({ where: { id: attempt }, data: { score: 9 } });
  await rebuildStandings({ contestId: contest.id, now: NOW });
  await countTallies({ now: NOW + MINUTE });
  const read = async (now: number) =>
    (await readAll({ contestNow: await contestNow(now), scopeId: round.id, now })).own;
  expect((await read(NOW + MINUTE)).get('xom')).toMatchObject({ scoreSum: 9 });
  await inTransaction(async (tx) => {
    await tx.attempt.updateMany({ where: { accountId: person.id }, data: { unitId: office.id } });
    await tx.participation.updateMany({ where: { accountId: person.id }, data: { unitId: office.id } });
    await tx.standing.updateMany({ where: { accountId: person.id }, data: { unitId: office.id } });
    await markUnits(tx, contest.id, [hamlet.id, office.id]);
  });
  await countTallies({ now: NOW + 2 * MINUTE });
  const moved = await read(NOW + 2 * MINUTE);
  expect([moved.get('xom'), moved.get('so')?.people]).toEqual([undefined, 1]);
  expect(await db.tallyMark.count()).toBe(0);
});

test('a tree that changed is summed up anew, and is right before that too', async () => {
  const { commune, hamlet, office, round } = await aProvince();
  await aFinishedAttempt(round, await anAccount({ unit: hamlet }), { score: 8 });
  await refreshStandings();
  await countTallies({ now: NOW });
  const db = await database();
  await db.unit.update({ where: { id: hamlet.id }, data: { parentId: office.id, path: '/tinh/so/xom/' } });
  forgetEverything();
  const read = async (now: number) => {
    const { unit, children } = await readBranch({
      contestNow: await contestNow(now),
      scopeId: round.id,
      unitId: 'tinh',
      now,
    });
    return [unit.people, children.get(commune.id)?.people, children.get(office.id)?.people];
  };
  expect(await read(NOW + MINUTE)).toEqual([1, 0, 1]);
  await countTallies({ now: NOW + 2 * MINUTE });
  expect(await read(NOW + 2 * MINUTE)).toEqual([1, 0, 1]);
  const parts = await db.unitTally.groupBy({ by: ['part'], _count: { _all: true } });
  expect(parts).toHaveLength(2);
});

test('a full recount writes the same rows', async () => {
  const { hamlet, office, round } = await aProvince();
  for (const unit of [hamlet, office]) await aFinishedAttempt(round, await anAccount({ unit }), { score: 8 });
  await refreshStandings();
  await countTallies({ now: NOW });
  const rows = async () => (await database()).unitTally.findMany({ orderBy: [{ part: 'asc' }, { unitId: 'asc' }] });
  const before = await rows();
  expect(await recountParticipation(await contestNow(), { now: NOW })).toBe(4);
  expect(await rows()).toEqual(before);
  expect(before).toHaveLength(2 + 4);
});
