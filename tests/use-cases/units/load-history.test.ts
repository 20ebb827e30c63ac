import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { startOfLocalDay } from '#app/domain/kernel/time.ts';
import { getTopUnit, getUnitTree, listUnits, loadUnits } from '#app/features/units/index.server.ts';
import { database } from '#app/platform/db/client.server.ts';
import { OPENING } from '#tests/support/clock.ts';
import { useTestDatabase } from '#tests/support/database.ts';

useTestDatabase({ per: 'test' });

const LAST_DAY = startOfLocalDay(20250630);
const CHANGE = startOfLocalDay(20250701);

describe('both trees of Cao Bằng', () => {
  it('are told: 10 districts with 161 communes, towns and wards until 30 June 2025, and not a day longer', async () => {
    await loadUnits({ now: OPENING });
    const old = await getUnitTree(LAST_DAY, OPENING);
    const districts = old.childrenOf('cao-bang');
    expect(districts.map(({ kind }) => kind).toSorted()).toEqual(['city', ...Array<string>(9).fill('district')]);
    const communes = districts.flatMap(({ id }) => old.childrenOf(id));
    expect(communes).toHaveLength(161);
    const count = (kind: string): number => communes.filter((unit) => unit.kind === kind).length;
    expect(['commune', 'town', 'ward'].map(count)).toEqual([139, 14, 8]);
    expect(old.units).toHaveLength(172);
    const today = await getUnitTree(CHANGE, OPENING);
    expect(today.units.some(({ kind }) => kind === 'district' || kind === 'town')).toBe(false);
    expect(await getTopUnit(OPENING)).toMatchObject({ id: 'cao-bang' });
    expect((await listUnits(OPENING)).some(({ id }) => old.byId.has(id) && id !== 'cao-bang')).toBe(false);
  });

  it('are joined by links: each old commune is part of one new, and every new one is made of old ones', async () => {
    await loadUnits({ now: OPENING });
    const [old, today] = [await getUnitTree(LAST_DAY, OPENING), await getUnitTree(CHANGE, OPENING)];
    const communes = old.units.filter(({ id }) => old.pathIds(id).length === 3);
    const targets = new Set(communes.map(({ id }) => today.remap(id)));
    const isCommune = (id: string) => ['commune', 'ward'].includes(today.byId.get(id)?.kind ?? '');
    expect([...targets].every(isCommune)).toBe(true);
    expect(targets.size).toBe(56);
    const parts = communes.filter(({ id }) => today.remap(id) === 'phuong-thuc-phan').map(({ name }) => name);
    expect(parts.toSorted()).toEqual([
      'Phường Hợp Giang',
      'Phường Sông Hiến',
      'Phường Đề Thám',
      'Xã Hoàng Tung',
      'Xã Hưng Đạo',
    ]);
    // A new commune made of one old district is read there, one made of two at the province.
    expect(old.remap('xa-bao-lam')).toBe('huyen-bao-lam');
    expect(old.remap('phuong-thuc-phan')).toBe('cao-bang');
    const links = await (await database()).unitLink.findMany();
    expect(links).toHaveLength(161);
    expect(links.every(({ source, at }) => source.includes('1657/NQ-UBTVQH15') && at.getTime() === CHANGE)).toBe(true);
  });
});

describe('what was changed on screen', () => {
  it('is left alone, and what hangs below goes where it went', async () => {
    await loadUnits({ now: OPENING });
    const client = await database();
    await client.unit.update({
      where: { id: 'dang-bo-ubnd-tinh' },
      data: { name: 'Tên khác', path: '/cao-bang/xa-truong-ha/dang-bo-ubnd-tinh/', block: 'Khối khác', isEdited: true },
    });
    await client.unitVersion.deleteMany({ where: { unitId: 'dang-bo-ubnd-tinh' } });
    await loadUnits({ now: OPENING });
    expect(await client.unit.findUniqueOrThrow({ where: { id: 'dang-bo-ubnd-tinh' } })).toMatchObject({
      name: 'Tên khác',
    });
    expect(await client.unitVersion.count({ where: { unitId: 'dang-bo-ubnd-tinh' } })).toBe(0);
    expect(await client.unit.findUniqueOrThrow({ where: { id: 'so-y-te' } })).toMatchObject({
      path: '/cao-bang/xa-truong-ha/dang-bo-ubnd-tinh/so-y-te/',
      block: 'Khối khác',
    });
    expect(await loadUnits({ now: OPENING })).toMatchObject({ changed: 0 });
  });

  it('keeps its links; links between units of the files that the files do not name are taken away', async () => {
    await loadUnits({ now: OPENING });
    const client = await database();
    await client.unit.update({ where: { id: 'so-y-te' }, data: { isEdited: true } });
    const at = new Date(OPENING);
    await client.unitLink.create({ data: { fromId: 'so-y-te', toId: 'xa-hoa-an', at } });
    await client.unitLink.create({ data: { fromId: 'so-noi-vu', toId: 'xa-hoa-an', at } });
    await client.unitLink.updateMany({ where: { toId: 'xa-bao-lam' }, data: { source: 'khác' } });
    expect(await loadUnits({ now: OPENING })).toMatchObject({ changed: 4 });
    expect(await client.unitLink.count({ where: { fromId: 'so-y-te' } })).toBe(1);
    expect(await client.unitLink.count({ where: { fromId: 'so-noi-vu' } })).toBe(0);
  });
});

/** Does something with the units of one file in a folder of its own. */
async function withFile<T>(text: string, work: (room: typeof import('#app/features/units/index.server.ts')) => T) {
  const folder = mkdtempSync(join(tmpdir(), 'tim-hieu-units-'));
  mkdirSync(join(folder, 'units'));
  writeFileSync(join(folder, 'units/thu.yml'), text);
  vi.stubEnv('CONTENT_DIR', folder);
  vi.resetModules();
  try {
    return await work(await import('#app/features/units/index.server.ts'));
  } finally {
    vi.unstubAllEnvs();
    vi.resetModules();
    rmSync(folder, { recursive: true });
  }
}

const TREE = `validFrom: 2020-01-01
units:
  - { id: t, name: Tỉnh, kind: province, guidance: Chọn xã., takesPeople: true }
  - { id: h, parent: t, name: Huyện, kind: district, validTo: 2025-07-01 }
`;

describe('versions, guidance and links in a file', () => {
  it('tell what a unit was until a day, and what holds now stands in the table', async () => {
    const text = `${TREE}  - { id: x, parent: t, name: Xã Mới, kind: commune, versions: [{ until: 2022-01-01, name: Xã Cũ, parent: h }, { until: 2025-07-01, parent: h }] }
`;
    await withFile(text, (room) => {
      const { units } = room.readUnitFiles();
      expect(units.find(({ id }) => id === 't')).toMatchObject({ guidance: 'Chọn xã.', takesPeople: true });
      const versions = units.find(({ id }) => id === 'x')?.versions;
      expect(versions?.map(({ validFrom, parentId, name }) => [validFrom, parentId, name])).toEqual([
        [startOfLocalDay(20200101), 'h', 'Xã Cũ'],
        [startOfLocalDay(20220101), 'h', 'Xã Mới'],
        [startOfLocalDay(20250701), 't', 'Xã Mới'],
      ]);
    });
  });

  it.each([
    ['people without a headcount', '  - { id: x, parent: h, name: X, kind: commune, people: 3 }', 'x.people'],
    [
      'versions out of order',
      '  - { id: x, parent: t, name: X, kind: town, versions: [{ until: 2019-01-01 }] }',
      'x.versions',
    ],
    [
      'a version under no unit',
      '  - { id: x, parent: t, name: X, kind: town, versions: [{ until: 2022-01-01, parent: y }] }',
      'x.versions: không có đơn vị cấp trên "y"',
    ],
    [
      'a loop of earlier years',
      '  - { id: x, parent: t, name: X, kind: town, versions: [{ until: 2022-01-01, parent: y }] }\n  - { id: y, parent: x, name: Y, kind: town }',
      'vòng lặp',
    ],
    [
      'a link from nowhere',
      'links: { at: 2025-07-01, source: s, entries: [{ to: t, from: [z] }] }',
      'units/thu.yml:5 links.t.from',
    ],
    ['a link to nowhere', 'links: { at: 2025-07-01, source: s, entries: [{ to: z, from: [t] }] }', 'links.z.to'],
    [
      'a link to a unit that has ended',
      'links: { at: 2025-07-01, source: s, entries: [{ to: h, from: [t] }] }',
      'links.h.at',
    ],
    [
      'a link twice',
      'links: { at: 2025-07-01, source: s, entries: [{ to: t, from: [h, h] }] }',
      'đã được ghi là tiền thân',
    ],
    [
      'a link before its unit',
      'links: { at: 2020-01-01, source: s, entries: [{ to: t, from: [h] }] }',
      'chưa có đơn vị',
    ],
  ])('%s is refused', async (_, lines, message) => {
    await expect(withFile(`${TREE}${lines}\n`, (room) => room.readUnitFiles())).rejects.toThrow(message);
  });
});
