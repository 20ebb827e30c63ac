import { beforeAll, describe, expect, it } from 'vitest';
import { startOfLocalDay } from '#app/domain/kernel/time.ts';
import { dayOfTree, getUnitBrowser, getUnitRelations, loadUnits } from '#app/features/units/index.server.ts';
import { OPENING } from '#tests/support/clock.ts';
import { useTestDatabase } from '#tests/support/database.ts';

useTestDatabase();

const CHANGE = startOfLocalDay(20250701);

beforeAll(async () => {
  await loadUnits({ now: OPENING });
});

describe('browsing the tree', () => {
  it('begins with the root, and what stands below it by block', async () => {
    const page = await getUnitBrowser({ open: undefined, at: OPENING, now: OPENING });
    expect(page.top).toMatchObject({ id: 'cao-bang', below: 60 });
    expect(page.groups.map(({ block, units }) => [block, units.length])).toEqual([
      ['Khối cơ quan, lực lượng vũ trang cấp tỉnh', 4],
      ['Khối xã, phường', 56],
    ]);
    expect(page.isSample).toBe(true);
    const sum = page.groups.flatMap(({ units }) => units).reduce((total, { people }) => total + people, 0);
    expect(page.top?.people).toBe(sum);
  });

  it('opens one branch', async () => {
    const page = await getUnitBrowser({ open: 'dang-bo-quan-su-tinh', at: OPENING, now: OPENING });
    expect(page.above).toEqual([{ id: 'cao-bang', name: 'Tỉnh Cao Bằng' }]);
    expect(page.groups).toHaveLength(1);
    expect(page.groups[0]?.units.map(({ name }) => name)).toEqual([
      'Ban Chỉ huy Bộ đội Biên phòng tỉnh',
      'Bộ Chỉ huy Quân sự tỉnh',
    ]);
    expect(page.top?.people).toBe(318 + 386);
  });

  it('shows the tree of another day; what was not in it is not opened', async () => {
    const old = await getUnitBrowser({ open: 'xa-truong-ha', at: CHANGE - 1, now: OPENING });
    expect(old.top).toMatchObject({ id: 'cao-bang', below: 10, people: 0 });
    const district = await getUnitBrowser({ open: 'huyen-ha-quang', at: CHANGE - 1, now: OPENING });
    expect(district.groups[0]?.units).toHaveLength(21);
    const never = await getUnitBrowser({ open: undefined, at: 0, now: OPENING });
    expect(never).toMatchObject({ top: undefined, groups: [], hidden: 0 });
  });

  it.each([
    ['2025-06-30', startOfLocalDay(20250630)],
    ['2025-02-29', undefined],
    ['30/6/2025', undefined],
    ['2025-13-01', undefined],
    ['', undefined],
    [null, undefined],
  ])('reads the day %s', (text, at) => expect(dayOfTree(text)?.at).toBe(at));
});

describe('where a unit came from and what became of it', () => {
  it('is told of an ended unit', async () => {
    const old = await getUnitRelations({ unitId: 'tp-cao-bang-phuong-hop-giang', now: OPENING });
    expect(old).toMatchObject({
      endedAt: CHANGE,
      successors: [{ id: 'phuong-thuc-phan', name: 'Phường Thục Phán', above: undefined, at: CHANGE }],
      predecessors: [],
    });
    const before = await getUnitRelations({ unitId: 'tp-cao-bang-phuong-hop-giang', now: CHANGE - 1 });
    expect(before).toMatchObject({ endedAt: undefined, successors: [] });
  });

  it('is told of a new unit', async () => {
    const { endedAt, predecessors } = await getUnitRelations({ unitId: 'xa-thach-an', now: OPENING });
    expect(endedAt).toBeUndefined();
    expect(predecessors.map(({ name, above }) => [name, above])).toEqual([
      ['Xã Lê Lai', 'Huyện Thạch An'],
      ['Xã Tiên Thành', 'Huyện Quảng Hòa'],
      ['Xã Vân Trình', 'Huyện Thạch An'],
    ]);
  });

  it('is nothing for a unit that nobody knows', async () => {
    expect(await getUnitRelations({ unitId: 'khong-co', now: OPENING })).toEqual({
      endedAt: undefined,
      successors: [],
      predecessors: [],
      formerNames: [],
    });
  });
});
