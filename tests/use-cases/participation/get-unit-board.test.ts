import { describe, expect, test } from 'vitest';
import { getContest } from '#app/features/contests/index.server.ts';
import { getParticipation, getUnitBoard, getUnitOverview } from '#app/features/participation/index.server.ts';
import { rankUnits } from '#app/features/participation/get-unit-board.server.ts';
import { aContest, anAccount, aParticipation, aUnit } from '#tests/support/factories.ts';
import { afterOpening } from '#tests/support/clock.ts';
import { useTestDatabase } from '#tests/support/database.ts';

useTestDatabase({ per: 'test' });

const NOW = afterOpening({ hours: 30 });

/** A province with two blocks; people of a unit take part in the contest in the numbers that are given. */
async function aProvince() {
  const { contest } = await aContest({ rules: { minimumHeadcount: 10 } });
  const root = await aUnit({ id: 'tinh' });
  const commune = (id: string, people?: number) =>
    aUnit({ id, parent: root, block: 'Khối xã', ...(people === undefined ? {} : { people }) });
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
  const takePart = async (unit: typeof root, people: number) => {
    for (let i = 0; i < people; i += 1) await aParticipation(contest, await anAccount({ unit }));
  };
  await takePart(north, 2);
  await takePart(south, 4);
  await takePart(east, 5);
  await takePart(small, 9);
  await takePart(uncounted, 1);
  await takePart(office, 3);
  await takePart(school, 2);
  const found = await getContest(contest.slug, NOW);
  if (!found) throw new Error('the contest is gone');
  return { found, root, committee };
}

describe('the board of units', () => {
  test('ranks by rate, shares the rank of equal rates and leaves small and uncounted units without one', async () => {
    const { found } = await aProvince();
    const board = await getUnitBoard(found, NOW);
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
    const { found, root, committee } = await aProvince();
    const { totals, own } = await getParticipation(found, NOW);
    expect(totals.get(committee.id)).toMatchObject({ headcount: 100, people: 5 });
    const all = [...own.values()];
    expect(totals.get(root.id)).toMatchObject({
      headcount: all.reduce((sum, figures) => sum + figures.headcount, 0),
      people: all.reduce((sum, figures) => sum + figures.people, 0),
    });
  });

  test('each block has a ranking of its own', async () => {
    const { found } = await aProvince();
    const board = await getUnitBoard(found, NOW);
    const rows = board.blocks.find((block) => block.name === 'Khối cơ quan')?.rows ?? [];
    expect(rows.map(({ unitId, rank, rate }) => [unitId, rank, rate])).toEqual([['dang-bo', 1, 0.05]]);
  });
});

test('nobody at all stands behind everybody else, and a rate over 1 before', () => {
  const figures = (headcount: number, people: number) => ({ headcount, people, finished: 0, scoreSum: 0 });
  const totals = new Map([
    ['none', figures(100, 0)],
    ['one', figures(3_000, 1)],
    ['stale', figures(10, 15)],
    ['almost', figures(100, 99)],
  ]);
  const units = [...totals.keys()].map((id) => ({ id, name: id }));
  const rows = rankUnits(units, { totals }, { minimumHeadcount: 1 });
  expect(rows.map(({ unitId, rank }) => [unitId, rank])).toEqual([
    ['stale', 1],
    ['almost', 2],
    ['one', 3],
    ['none', 4],
  ]);
});

describe('the page of a unit', () => {
  test('says how many of how many, day by day, and its place among its like', async () => {
    const { found } = await aProvince();
    const overview = await getUnitOverview({ unitId: 'dong', unitPath: '/tinh/dong/' }, found, NOW);
    expect(overview).toMatchObject({
      headcount: 100,
      people: 5,
      missing: 95,
      rate: 0.05,
      place: { rank: 3, of: 3 },
      mean: undefined,
    });
    expect(overview.days).toEqual([
      { day: 20_260_901, people: 5, total: 5, rate: 0.05 },
      { day: 20_260_902, people: 0, total: 5, rate: 0.05 },
    ]);
    expect(overview.children).toEqual([]);
  });

  test('has no rate without a headcount, and no place at the top', async () => {
    const { found, root } = await aProvince();
    const uncounted = await getUnitOverview({ unitId: 'chua-dem', unitPath: '/tinh/chua-dem/' }, found, NOW);
    expect(uncounted).toMatchObject({ headcount: 0, people: 1, rate: undefined, missing: 0, place: undefined });
    expect(uncounted.days.every((day) => day.rate === undefined)).toBe(true);
    const top = await getUnitOverview({ unitId: root.id, unitPath: root.path }, found, NOW);
    expect(top.place).toBeUndefined();
    expect(top.people).toBe(26);
    expect(top.children.map((row) => row.unitId)).toContain('dang-bo');
  });
});
