import { beforeAll, describe, expect, it } from 'vitest';
import { findUnits, findUnitToJoin, getUnit, getUnitNames, listUnits } from '#app/features/units/index.server.ts';
import { database } from '#app/platform/db/client.server.ts';
import { OPENING } from '#tests/support/clock.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aUnit } from '#tests/support/factories.ts';

useTestDatabase();

const find = async (query: string, only?: 'leaves' | 'all') =>
  (await findUnits({ query, now: OPENING, ...(only ? { only } : {}) })).map((hit) => hit.name);

beforeAll(async () => {
  const root = await aUnit({ id: 'tinh', name: 'Tỉnh Cao Bằng' });
  const communes = 'Khối xã, phường';
  const [one, two] = [
    await aUnit({ parent: root, id: 'xa-mot', name: 'Xã Trường Hà', block: communes }),
    await aUnit({ parent: root, id: 'xa-hai', name: 'Xã Hòa An', block: communes, people: 700 }),
  ];
  await aUnit({ parent: one, id: 'truong-mot', name: 'Trường Tiểu học Kim Đồng', block: communes, people: 30 });
  await aUnit({ parent: root, id: 'xa-hoa-binh', name: 'Xã Hóa Ân', block: communes });
  await aUnit({ parent: root, id: 'so', name: 'Sở Văn hóa, Thể thao và Du lịch', block: 'Khối cơ quan' });
  const ended = await aUnit({ parent: root, id: 'cu', name: 'Xã Trường Cũ', block: communes });
  await aUnit({ parent: root, id: 'truong-hai', name: 'Trường Tiểu học Kim Đồng', block: 'Khối cơ quan' });
  await (await database()).unit.update({ where: { id: ended.id }, data: { validTo: new Date(OPENING) } });
  for (let i = 1; i <= 15; i += 1)
    await aUnit({ parent: two, id: `xom-${i}`, name: `Xóm Nà Lẹng ${i}`, block: communes });
});

describe('finding a unit', () => {
  it('takes names with and without marks, in any case, with either way to set the tone', async () => {
    for (const query of ['Trường Tiểu học', 'truong tieu hoc', 'TRUONG  TIEU', 'trường tiểu học'.normalize('NFD')]) {
      expect(await find(query)).toEqual(['Trường Tiểu học Kim Đồng', 'Trường Tiểu học Kim Đồng']);
    }
    expect(await find('hoà an', 'all')).toEqual(await find('hòa an', 'all'));
  });

  it('puts the unit with the same marks before one that only sounds like it', async () => {
    expect(await find('hòa an', 'all')).toEqual(['Xã Hòa An', 'Xã Hóa Ân']);
    expect(await find('hóa ân', 'all')).toEqual(['Xã Hóa Ân', 'Xã Hòa An']);
  });

  it('puts names where it begins a word first, and finds words in any order, over commas', async () => {
    expect((await find('h')).slice(0, 3).every((name) => / h/iu.test(name))).toBe(true);
    expect(await find('uong')).toContain('Trường Tiểu học Kim Đồng');
    expect(await find('thể thao văn hóa')).toEqual(['Sở Văn hóa, Thể thao và Du lịch']);
    expect(await find('van hoa the thao')).toEqual(['Sở Văn hóa, Thể thao và Du lịch']);
  });

  it('tells like-named units apart by what stands above them', async () => {
    const hits = await findUnits({ query: 'kim đồng', now: OPENING });
    expect(hits.map((hit) => hit.pathText).toSorted()).toEqual([
      'Tỉnh Cao Bằng › Khối cơ quan',
      'Tỉnh Cao Bằng › Khối xã, phường › Xã Trường Hà',
    ]);
  });

  it('gives twelve at most', async () => expect(await find('xóm')).toHaveLength(12));

  it('leaves out units that have ended, and for joining those that have units below', async () => {
    expect(await find('trường cũ', 'all')).toEqual([]);
    expect(await findUnits({ query: 'trường hà', now: OPENING })).toMatchObject([
      { name: 'Xã Trường Hà', isBranch: true },
    ]);
    expect(await find('trường hà', 'all')).toEqual(['Xã Trường Hà']);
    expect(await findUnitToJoin({ unitId: 'xa-mot', now: OPENING })).toBeUndefined();
    expect(await findUnitToJoin({ unitId: 'cu', now: OPENING })).toBeUndefined();
    expect(await findUnitToJoin({ unitId: 'so', now: OPENING })).toMatchObject({
      name: 'Sở Văn hóa, Thể thao và Du lịch',
    });
  });

  it.each(['', '   ', '%', '_', "'; DROP TABLE Unit; --", '%%%a%%%zzz', 'ư'.repeat(10_000), '\u0000'])(
    'gives nothing for query %# of those without an answer',
    async (query) => expect(await find(query)).toEqual([]),
  );
});

describe('one unit', () => {
  it('comes with what stands above and below it', async () => {
    expect(await getUnit({ unitId: 'xa-mot', now: OPENING })).toMatchObject({
      ok: true,
      value: { unit: { name: 'Xã Trường Hà' }, ancestors: [{ id: 'tinh' }], children: [{ id: 'truong-mot' }] },
    });
    expect(await getUnit({ unitId: 'khong-co', now: OPENING })).toEqual({ ok: false, error: 'not-found' });
    expect(await getUnitNames(['so', 'so', 'khong-co'])).toEqual(new Map([['so', 'Sở Văn hóa, Thể thao và Du lịch']]));
  });
});

describe('all units', () => {
  it('stand in tree order with their own headcounts', async () => {
    const rows = await listUnits(OPENING);
    expect(rows.map((row) => row.id).filter((id) => !id.startsWith('xom'))).toEqual([
      'tinh',
      'so',
      'truong-hai',
      'xa-hai',
      'xa-hoa-binh',
      'xa-mot',
      'truong-mot',
    ]);
    expect(rows.find((row) => row.id === 'xa-hai')).toMatchObject({
      headcount: 700,
      parentId: 'tinh',
      block: 'Khối xã, phường',
    });
    expect(rows.find((row) => row.id === 'so')).toMatchObject({ headcount: 0, isSample: false });
  });
});
