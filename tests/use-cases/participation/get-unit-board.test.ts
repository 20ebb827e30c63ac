import { describe, expect, test } from 'vitest';
import type { ContestRules, UnitCriterion } from '#app/domain/contests/contest.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { scopeOf } from '#app/domain/results/board-scope.ts';
import { getContest } from '#app/features/contests/index.server.ts';
import {
  figureScopes,
  getParticipation,
  getUnitBoard,
  getUnitOverview,
  type Audience,
} from '#app/features/participation/index.server.ts';
import { database } from '#app/platform/db/client.server.ts';
import { aContest, anAccount, aParticipation, aUnit } from '#tests/support/factories.ts';
import { afterOpening } from '#tests/support/clock.ts';
import { useTestDatabase } from '#tests/support/database.ts';

useTestDatabase({ per: 'test' });

const NOW = afterOpening({ hours: 30 });
const ALL: readonly UnitCriterion[] = ['rate', 'people', 'meanScore', 'allRight'];

/** A province with two blocks; people of a unit take part in the contest in the numbers that are given. */
async function aProvince(rules: Partial<ContestRules> = {}) {
  const { contest, round } = await aContest({
    rules: { units: { criteria: ALL, minimumHeadcount: 10 }, ...rules },
  });
  const root = await aUnit({ id: 'tinh' });
  const commune = (id: string, people?: number) =>
    aUnit({ id, name: `Xã ${id}`, parent: root, block: 'Khối xã', ...(people === undefined ? {} : { people }) });
  const [north, south, east, small, uncounted] = [
    await commune('bac', 20),
    await commune('nam', 40),
    await commune('dong', 100),
    await commune('be', 9),
    await commune('chua-dem'),
  ];
  const committee = await aUnit({ id: 'dang-bo', parent: root, block: 'Khối cơ quan' });
  const office = await aUnit({ id: 'so', parent: committee, block: 'Khối cơ quan', people: 30 });
  const school = await aUnit({ id: 'truong', parent: committee, block: 'Khối cơ quan', people: 70 });
  const takePart = async (unit: typeof root, people: number, counts = true) => {
    for (let i = 0; i < people; i += 1) await aParticipation(contest, await anAccount({ unit }), { counts });
  };
  await takePart(north, 2);
  await takePart(south, 4);
  await takePart(east, 5);
  await takePart(small, 9);
  await takePart(uncounted, 1);
  await takePart(office, 3);
  await takePart(school, 2);
  // People who only practised: no figure may know them.
  await takePart(north, 3, false);
  return { contest, round, root, committee };
}

async function contestNow(slug: string, now: Instant) {
  const found = await getContest(slug, now);
  if (!found) throw new Error('the contest is gone');
  return found;
}

async function boardOf(
  slug: string,
  {
    key = null,
    by = null,
    audience = 'everybody',
    now = NOW,
  }: Partial<{ key: string | null; by: string | null; audience: Audience; now: Instant }> = {},
) {
  const found = await contestNow(slug, now);
  return getUnitBoard(found, { scope: scopeOf(figureScopes(found), key), criterion: by, audience, now });
}

let standings = 0;

/** A counted result of somebody of a unit. */
async function aStanding(contestId: string, scopeId: string, unitId: string, score: number): Promise<void> {
  const number = (standings += 1);
  await (
    await database()
  ).standing.create({
    data: {
      scopeId,
      contestId,
      accountId: `nguoi-${number}`,
      attemptId: `luot-${number}`,
      unitId,
      block: 'Khối xã',
      score,
      maxScore: 10,
      durationMs: 60_000,
      submittedAt: new Date(NOW),
      attempts: 1,
      rounds: 1,
      birthYear: 1990,
      isAllRight: score === 10,
      rankKey: String(number),
    },
  });
}

describe('the board of units', () => {
  test('ranks by rate, shares the rank of equal rates and leaves small and uncounted units without one', async () => {
    const { contest } = await aProvince();
    const board = await boardOf(contest.slug);
    expect(board.criterion).toBe('rate');
    const rows = board.blocks.find((block) => block.name === 'Khối xã')?.rows ?? [];
    expect(rows.map(({ unitId, rank, rate }) => [unitId, rank, rate])).toEqual([
      ['bac', 1, 0.1],
      ['nam', 1, 0.1],
      ['dong', 3, 0.05],
      ['be', undefined, 1],
      ['chua-dem', undefined, undefined],
    ]);
  });

  test('a parent is the sum of what is below it, up to the top', async () => {
    const { contest, root, committee } = await aProvince();
    const found = await contestNow(contest.slug, NOW);
    const { totals, own } = await getParticipation(found, figureScopes(found)[0], { audience: 'everybody', now: NOW });
    expect(totals.get(committee.id)).toMatchObject({ headcount: 100, people: 5 });
    const all = [...own.values()];
    expect(totals.get(root.id)).toMatchObject({
      headcount: all.reduce((sum, figures) => sum + figures.headcount, 0),
      people: all.reduce((sum, figures) => sum + figures.people, 0),
    });
  });

  test('each block has a ranking of its own, and blocks are ranked against each other', async () => {
    const { contest } = await aProvince();
    const board = await boardOf(contest.slug, { by: 'people' });
    const rows = board.blocks.find((block) => block.name === 'Khối cơ quan')?.rows ?? [];
    expect(rows.map(({ unitId, rank, people }) => [unitId, rank, people])).toEqual([['dang-bo', 1, 5]]);
    expect(board.contestants.map(({ name, rank, people, headcount }) => [name, rank, people, headcount])).toEqual([
      ['Khối xã', 1, 21, 169],
      ['Khối cơ quan', 2, 5, 100],
    ]);
  });

  test('blocks of the contest itself: the units that they name, and below the head of a branch its units', async () => {
    const { contest } = await aProvince({
      blocks: [
        { name: 'Vùng cao', units: ['bac', 'dong'] },
        { name: 'Cơ quan tỉnh', units: ['dang-bo'] },
      ],
    });
    const board = await boardOf(contest.slug, { by: 'people' });
    expect(board.blocks.map(({ name, rows }) => [name, rows.map(({ unitId, rank }) => [unitId, rank])])).toEqual([
      [
        'Vùng cao',
        [
          ['dong', 1],
          ['bac', 2],
        ],
      ],
      [
        'Cơ quan tỉnh',
        [
          ['so', 1],
          ['truong', 2],
        ],
      ],
      [
        '',
        [
          ['be', 1],
          ['nam', 2],
          ['chua-dem', 3],
        ],
      ],
    ]);
    expect(board.contestants.map(({ name, people }) => [name, people])).toEqual([
      ['Vùng cao', 7],
      ['Cơ quan tỉnh', 5],
    ]);
  });

  test('ranks by mean score and by people all right once scores may be seen, and small units not by means', async () => {
    const { contest, round } = await aProvince({ boards: 'after-close' });
    for (const [unitId, score] of [
      ['bac', 10],
      ['nam', 9],
      ['nam', 10],
      ['be', 10],
    ] as const) {
      await aStanding(contest.id, round.id, unitId, score);
    }
    const before = await boardOf(contest.slug, { by: 'meanScore' });
    expect(before).toMatchObject({ scores: 'held', criteria: ['rate', 'people'], criterion: 'rate' });
    expect(JSON.stringify(before)).not.toMatch(/"mean":[0-9]|"allRight":[1-9]/);
    const after = { now: afterOpening({ hours: 24 * 7 }) };
    const rows = async (by: string) =>
      (await boardOf(contest.slug, { by, ...after })).blocks[1]?.rows.filter((row) => row.mean !== undefined);
    expect((await rows('meanScore'))?.map(({ unitId, rank, mean }) => [unitId, rank, mean])).toEqual([
      ['bac', 1, 10],
      ['nam', 2, 9.5],
      ['be', undefined, 10],
    ]);
    expect((await rows('allRight'))?.map(({ unitId, rank }) => [unitId, rank])).toEqual([
      ['bac', 1],
      ['be', 1],
      ['nam', 1],
    ]);
  });

  test('shows scores as of the freeze while the board is frozen, and organizers those of now', async () => {
    const hours = 24 * 7;
    const { contest, round } = await aProvince({ boards: 'frozen', frozenFor: 3_600_000 });
    await aStanding(contest.id, `${round.id}@frozen`, 'bac', 4);
    await aStanding(contest.id, round.id, 'bac', 8);
    const meanAt = async (now: Instant, audience: Audience = 'everybody') => {
      const board = await boardOf(contest.slug, { by: 'meanScore', now, audience });
      return board.blocks.flatMap((block) => block.rows).find((row) => row.unitId === 'bac')?.mean;
    };
    expect(await meanAt(afterOpening({ hours: hours - 1 }) - 1)).toBe(8);
    expect(await meanAt(afterOpening({ hours: hours - 1 }))).toBe(4);
    expect(await meanAt(afterOpening({ hours: hours - 1 }), 'organizers')).toBe(8);
    expect(await meanAt(afterOpening({ hours }))).toBe(8);
  });

  test('reads the database once in five seconds, however many look', async () => {
    const { contest } = await aProvince();
    const first = await boardOf(contest.slug);
    await aParticipation(contest, await anAccount());
    expect((await boardOf(contest.slug, { now: NOW + 4_999 })).asOf).toBe(first.asOf);
    expect((await boardOf(contest.slug, { now: NOW + 5_000 })).asOf).toBe(NOW + 5_000);
  });
});

describe('rounds', () => {
  /** A contest with practice and two contest rounds; who sat which round, by unit. */
  async function aTwoRoundContest() {
    const { contest, round } = await aContest({ rules: { units: { criteria: ALL, minimumHeadcount: 1 } } });
    const db = await database();
    const { id: _, ...copy } = round;
    const second = await db.round.create({ data: { ...copy, number: 2, title: 'Vòng 2' } });
    const practice = await db.round.create({ data: { ...copy, number: 3, title: 'Luyện tập', kind: 'practice' } });
    const root = await aUnit({ id: 'tinh' });
    const north = await aUnit({ id: 'bac', parent: root, people: 20 });
    const sit = async (accountId: string, roundId: string, number: number) =>
      db.attempt.create({
        data: {
          roundId,
          contestId: contest.id,
          accountId,
          unitId: north.id,
          number,
          seed: 's',
          form: '{"slots":[]}',
          startedAt: new Date(NOW),
          deadlineAt: new Date(NOW),
          graceMs: 0,
          state: 'inProgress',
          maxScore: 10,
        },
      });
    const [both, once, practised] = [
      await anAccount({ unit: north }),
      await anAccount({ unit: north }),
      await anAccount({ unit: north }),
    ];
    await aParticipation(contest, both);
    await aParticipation(contest, once);
    await aParticipation(contest, practised, { counts: false });
    await sit(both.id, round.id, 1);
    await sit(both.id, round.id, 2);
    await sit(both.id, second.id, 1);
    await sit(once.id, round.id, 1);
    await sit(practised.id, practice.id, 1);
    return contest;
  }

  test('count every person once in each, practice nowhere, and all together as people of the contest', async () => {
    const { slug } = await aTwoRoundContest();
    const peopleIn = async (key: string) => (await boardOf(slug, { key })).blocks[0]?.rows[0]?.people;
    expect([await peopleIn('1'), await peopleIn('2'), await peopleIn('all')]).toEqual([2, 1, 2]);
    expect(figureScopes(await contestNow(slug, NOW)).map(({ key }) => key)).toEqual(['1', '2', 'all']);
  });

  test('that stand alone have no scores together', async () => {
    const { slug } = await aTwoRoundContest();
    expect(await boardOf(slug, { key: 'all' })).toMatchObject({ scores: 'unkept', criteria: ['rate', 'people'] });
    expect(await boardOf(slug, { key: '1' })).toMatchObject({ scores: 'now', criteria: ALL });
  });
});

describe('the page of a unit', () => {
  const overviewOf = async (slug: string, unitId: string, unitPath: string) => {
    const found = await contestNow(slug, NOW);
    const scope = scopeOf(figureScopes(found), null);
    return getUnitOverview({ unitId, unitPath }, found, { scope, audience: 'everybody', now: NOW });
  };

  test('says how many of how many, day by day, and its places among its like', async () => {
    const { contest } = await aProvince();
    const overview = await overviewOf(contest.slug, 'dong', '/tinh/dong/');
    expect(overview).toMatchObject({ headcount: 100, people: 5, missing: 95, rate: 0.05, mean: undefined });
    expect(overview.places).toEqual([
      { criterion: 'rate', block: 'Khối xã', rank: 3, of: 3 },
      { criterion: 'people', block: 'Khối xã', rank: 2, of: 5 },
      { criterion: 'allRight', block: 'Khối xã', rank: 1, of: 5 },
    ]);
    expect(overview.days).toEqual([
      { day: 20_260_901, people: 5, total: 5, rate: 0.05 },
      { day: 20_260_902, people: 0, total: 5, rate: 0.05 },
    ]);
    expect(overview.children).toEqual([]);
  });

  test('has no rate without a headcount, and no place at the top', async () => {
    const { contest, root } = await aProvince();
    const uncounted = await overviewOf(contest.slug, 'chua-dem', '/tinh/chua-dem/');
    expect(uncounted).toMatchObject({ headcount: 0, people: 1, rate: undefined, missing: 0 });
    expect(uncounted.places.map(({ criterion }) => criterion)).not.toContain('rate');
    expect(uncounted.days.every((day) => day.rate === undefined)).toBe(true);
    const top = await overviewOf(contest.slug, root.id, root.path);
    expect(top.places).toEqual([]);
    expect(top.people).toBe(26);
    expect(top.children.map((row) => row.unitId)).toContain('dang-bo');
  });
});
