import { beforeAll, describe, expect, it } from 'vitest';
import { startOfLocalDay } from '#app/domain/kernel/time.ts';
import { dropUnitIndex, findUnits, findUnitToJoin, loadUnits } from '#app/features/units/index.server.ts';
import { database } from '#app/platform/db/client.server.ts';
import { OPENING } from '#tests/support/clock.ts';
import { useTestDatabase } from '#tests/support/database.ts';

useTestDatabase();

beforeAll(async () => {
  await loadUnits({ now: OPENING });
});

const find = async (query: string) => findUnits({ query, now: OPENING });

describe('old names', () => {
  it('lead to the unit of today, and are told', async () => {
    for (const query of ['hợp giang', 'phuong hop giang', 'HOP GIANG']) {
      expect((await find(query))[0]).toMatchObject({
        id: 'phuong-thuc-phan',
        former: 'Phường Hợp Giang, Thành phố Cao Bằng',
      });
    }
  });

  it('stand behind a unit that has the name today, each with its district', async () => {
    expect((await find('hưng đạo')).map(({ id, former }) => [id, former])).toEqual([
      ['xa-hung-dao', undefined],
      ['xa-tam-kim', 'Xã Hưng Đạo, Huyện Nguyên Bình'],
      ['phuong-thuc-phan', 'Xã Hưng Đạo, Thành phố Cao Bằng'],
    ]);
  });

  it('do not show twice what kept its name', async () => {
    const hits = await find('lý bôn');
    expect(hits.map(({ id, former }) => [id, former])).toEqual([['xa-ly-bon', undefined]]);
  });

  it('are found where the tone was set the other way', async () => {
    const [own] = await find('đàm thuỷ');
    expect([own?.id, own?.former]).toEqual(['xa-dam-thuy', undefined]);
    expect((await find('hòa chung'))[0]).toMatchObject({ id: 'phuong-tan-giang' });
  });

  it('of a unit that was renamed are told; a name that is yet to come is not', async () => {
    const client = await database();
    const at = (day: number): Date => new Date(startOfLocalDay(day));
    const rest = { unitId: 'so-y-te', parentId: 'dang-bo-ubnd-tinh', kind: 'agency' };
    await client.unitVersion.deleteMany({ where: { unitId: 'so-y-te' } });
    await client.unitVersion.createMany({
      data: [
        { ...rest, validFrom: at(20250701), name: 'Sở Sức khỏe' },
        { ...rest, validFrom: at(20250801), name: 'Sở Y tế' },
        { ...rest, validFrom: at(20990101), name: 'Sở Vũ trụ' },
      ],
    });
    dropUnitIndex();
    expect(await find('suc khoe')).toMatchObject([
      { id: 'so-y-te', former: 'Sở Sức khỏe, Đảng bộ Ủy ban nhân dân tỉnh' },
    ]);
    expect(await find('vu tru')).toEqual([]);
  });
});

describe('branches', () => {
  it('cannot be chosen but opened, and say who belongs there', async () => {
    const [branch] = await find('đảng bộ công an');
    expect(branch).toMatchObject({
      id: 'dang-bo-cong-an-tinh',
      isBranch: true,
      below: 1,
      guidance: { of: 'Đảng bộ Công an tỉnh', text: expect.stringContaining('Công an tỉnh') as string },
    });
    const opened = await findUnits({ query: '', now: OPENING, below: 'dang-bo-cong-an-tinh' });
    expect(opened).toMatchObject([
      { id: 'cong-an-tinh', pathText: expect.stringContaining('Đảng bộ Công an') as string },
    ]);
    expect(opened[0]?.isBranch).toBeUndefined();
    expect(await findUnits({ query: '', now: OPENING, below: 'khong-co' })).toEqual([]);
  });

  it('that take people can be chosen too', async () => {
    expect(await findUnitToJoin({ unitId: 'dang-bo-ubnd-tinh', now: OPENING })).toBeUndefined();
    await (await database()).unit.update({ where: { id: 'dang-bo-ubnd-tinh' }, data: { takesPeople: true } });
    dropUnitIndex();
    expect(await findUnitToJoin({ unitId: 'dang-bo-ubnd-tinh', now: OPENING })).toMatchObject({ below: 18 });
    const [branch] = await find('dang bo uy ban');
    expect([branch?.id, branch?.isBranch]).toEqual(['dang-bo-ubnd-tinh', undefined]);
  });
});

describe('the tree of another day', () => {
  it('is searched as it was then', async () => {
    const at = startOfLocalDay(20250630);
    const hits = await findUnits({ query: 'hop giang', now: OPENING, at, only: 'all' });
    expect(hits).toEqual([
      {
        id: 'tp-cao-bang-phuong-hop-giang',
        name: 'Phường Hợp Giang',
        pathText: 'Tỉnh Cao Bằng › Thành phố Cao Bằng',
      },
    ]);
    expect(await findUnits({ query: 'thuc phan', now: OPENING, at, only: 'all' })).toEqual([]);
    expect(await findUnitToJoin({ unitId: 'tp-cao-bang-phuong-hop-giang', now: OPENING })).toBeUndefined();
  });
});
