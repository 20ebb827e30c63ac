import { expect, test } from 'vitest';
import { HOUR, MINUTE } from '#app/domain/kernel/time.ts';
import { getContest } from '#app/features/contests/index.server.ts';
import { checkTallies, countTallies, tallyAsOf } from '#app/features/participation/index.server.ts';
import { refreshStandings } from '#app/features/results/index.server.ts';
import { database } from '#app/platform/db/client.server.ts';
import { afterOpening, OPENING } from '#tests/support/clock.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aContest, anAccount, aUnit } from '#tests/support/factories.ts';
import { aFinishedAttempt } from '#tests/support/standings.ts';

useTestDatabase({ per: 'test' });

const UNTIL = afterOpening({ hours: 24 });
const NOW = afterOpening({ hours: 30 });

async function contestNow() {
  const found = await getContest('thi', NOW);
  if (!found) throw new Error('the contest is gone');
  return found;
}

async function sat(
  round: Parameters<typeof aFinishedAttempt>[0],
  account: Parameters<typeof aFinishedAttempt>[1],
  given: {
    score: number;
    finishedAt: number;
  },
): Promise<void> {
  const id = await aFinishedAttempt(round, account, given);
  const db = await database();
  const subject = `attempt:${id}`;
  await db.auditEntry.create({
    data: { at: new Date(given.finishedAt), action: 'attempt.submitted', subject, detail: '{}' },
  });
}

async function aWeek() {
  const root = await aUnit({ id: 'tinh' });
  const [calm, busy] = [await aUnit({ id: 'lang', parent: root }), await aUnit({ id: 'dong', parent: root })];
  const { round } = await aContest({ slug: 'thi', rules: { attempts: { limits: [], counted: 'best' } } });
  await sat(round, await anAccount({ unit: calm }), { score: 6, finishedAt: OPENING + HOUR });
  const [again, late, crossing] = [
    await anAccount({ unit: busy }),
    await anAccount({ unit: busy }),
    await anAccount({ unit: busy }),
  ];
  await sat(round, again, { score: 4, finishedAt: OPENING + 2 * HOUR });
  await sat(round, again, { score: 10, finishedAt: UNTIL + HOUR });
  await sat(round, late, { score: 9, finishedAt: UNTIL + 2 * HOUR });
  await sat(round, crossing, { score: 8, finishedAt: UNTIL + 2 * MINUTE });
  const db = await database();
  await db.participation.updateMany({ where: { accountId: late.id }, data: { registeredAt: new Date(UNTIL + HOUR) } });
  await refreshStandings();
  return round;
}

test('figures as of an instant know nothing that began or was finished later, and choose the attempt of then', async () => {
  const round = await aWeek();
  const own = await tallyAsOf({ contestNow: await contestNow(), scopeId: round.id, until: UNTIL, now: NOW });
  expect(own?.get('lang')).toMatchObject({ people: 1, attempts: 1, finished: 1, scoreSum: 6 });
  // Two have begun: one had handed in 4, whose 10 came later; one was still at it.
  expect(own?.get('dong')).toMatchObject({
    people: 2,
    attempts: 2,
    finished: 1,
    scoreCount: 1,
    scoreSum: 4,
    allRight: 0,
  });
});

test('as of now they are what is counted', async () => {
  const round = await aWeek();
  const own = await tallyAsOf({ contestNow: await contestNow(), scopeId: round.id, until: NOW, now: NOW });
  expect(own?.get('dong')).toMatchObject({
    people: 3,
    attempts: 4,
    finished: 4,
    scoreCount: 3,
    scoreSum: 27,
    allRight: 1,
  });
});

test('stopped, it gives nothing', async () => {
  const round = await aWeek();
  const signal = AbortSignal.abort();
  const of = { contestNow: await contestNow(), scopeId: round.id, until: UNTIL, now: NOW, signal };
  expect(await tallyAsOf(of)).toBeUndefined();
});

test('a check finds nothing in what was counted, and names the unit whose figures somebody has changed', async () => {
  const round = await aWeek();
  await countTallies({ now: NOW });
  expect(await checkTallies(await contestNow(), NOW)).toEqual({ units: 3, differences: [] });
  const db = await database();
  await db.unitTally.updateMany({ where: { scopeId: round.id, part: 'own', unitId: 'dong' }, data: { people: 7 } });
  const { differences } = await checkTallies(await contestNow(), NOW);
  expect(differences.map(({ unitId, part }) => [unitId, part])).toContainEqual(['dong', 'own']);
  expect(differences.find(({ part }) => part === 'own')?.stored).toContain('"people":7');
});
