import { beforeAll, describe, expect, it } from 'vitest';
import { DAY } from '#app/domain/kernel/time.ts';
import { dropUnitIndex, getUnitTree } from '#app/features/units/index.server.ts';
import { database } from '#app/platform/db/client.server.ts';
import { OPENING } from '#tests/support/clock.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aUnit } from '#tests/support/factories.ts';

useTestDatabase();

/** The day on which two communes of a district became one, and the district ended. */
const MERGER = OPENING - 10 * DAY;
const BEFORE = MERGER - 1;

beforeAll(async () => {
  const client = await database();
  const root = await aUnit({ id: 'tinh', name: 'Tỉnh' });
  const district = await aUnit({ id: 'huyen', name: 'Huyện', parent: root, block: 'Khối huyện' });
  for (const id of ['xa-b', 'xa-a']) await aUnit({ id, name: id, parent: district });
  await client.unit.updateMany({
    where: { id: { in: ['huyen', 'xa-a', 'xa-b'] } },
    data: { validTo: new Date(MERGER) },
  });
  await aUnit({ id: 'xa-moi', name: 'Xã Mới', parent: root });
  await client.unit.update({ where: { id: 'xa-moi' }, data: { validFrom: new Date(MERGER) } });
  for (const fromId of ['xa-a', 'xa-b'])
    await client.unitLink.create({ data: { fromId, toId: 'xa-moi', at: new Date(MERGER) } });
});

const pathsAt = async (at: number) => (await getUnitTree(at, OPENING)).units.map((unit) => unit.path);

describe('the tree of a day', () => {
  it('is the one that was valid then', async () => {
    expect(await pathsAt(OPENING)).toEqual(['/tinh/', '/tinh/xa-moi/']);
    expect(await pathsAt(MERGER)).toEqual(['/tinh/', '/tinh/xa-moi/']);
    expect((await pathsAt(BEFORE)).toSorted()).toEqual([
      '/tinh/',
      '/tinh/huyen/',
      '/tinh/huyen/xa-a/',
      '/tinh/huyen/xa-b/',
    ]);
    expect(await pathsAt(0)).toEqual([]);
  });

  it('tells what stood below and above a unit, and the block of the branch', async () => {
    const tree = await getUnitTree(BEFORE, OPENING);
    expect(tree.childrenOf('huyen').map((unit) => unit.id)).toEqual(['xa-a', 'xa-b']);
    expect(tree.childrenOf(undefined).map((unit) => unit.id)).toEqual(['tinh']);
    expect(tree.childrenOf('xa-moi')).toEqual([]);
    expect(tree.pathIds('xa-a')).toEqual(['tinh', 'huyen', 'xa-a']);
    expect(tree.pathIds('xa-moi')).toEqual([]);
    expect(tree.byId.get('xa-a')?.block).toBe('Khối huyện');
  });

  it('maps units of every other day into it', async () => {
    const [now, before] = [await getUnitTree(OPENING, OPENING), await getUnitTree(BEFORE, OPENING)];
    expect(['tinh', 'huyen', 'xa-a', 'xa-b', 'xa-moi', 'unknown'].map((id) => now.remap(id))).toEqual([
      'tinh',
      'tinh',
      'xa-moi',
      'xa-moi',
      'xa-moi',
      'tinh',
    ]);
    expect(before.remap('xa-moi')).toBe('huyen');
  });

  it('is kept until something changes, and has another stamp then, on the days that it changes only', async () => {
    const [now, before] = [await getUnitTree(OPENING, OPENING), await getUnitTree(BEFORE, OPENING)];
    expect(await getUnitTree(OPENING - DAY, OPENING + 60_000)).toBe(now);
    const client = await database();
    await client.unitVersion.createMany({
      data: [
        { unitId: 'xa-moi', validFrom: new Date(MERGER), parentId: 'tinh', name: 'Xã Mới', kind: 'commune' },
        { unitId: 'xa-moi', validFrom: new Date(OPENING - DAY), parentId: 'tinh', name: 'Phường Mới', kind: 'ward' },
      ],
    });
    expect(await getUnitTree(OPENING, OPENING + 61_000)).toBe(now);
    const changed = await getUnitTree(OPENING, OPENING + 70_000);
    expect(changed.byId.get('xa-moi')).toMatchObject({ name: 'Phường Mới', kind: 'ward' });
    expect(changed.stamp).not.toBe(now.stamp);
    expect((await getUnitTree(OPENING - 2 * DAY, OPENING + 70_000)).byId.get('xa-moi')?.name).toBe('Xã Mới');
    expect((await getUnitTree(BEFORE, OPENING + 70_000)).stamp).toBe(before.stamp);
    await client.unitLink.update({
      where: { fromId_toId: { fromId: 'xa-a', toId: 'xa-moi' } },
      data: { toId: 'tinh' },
    });
    dropUnitIndex();
    const relinked = await getUnitTree(OPENING, OPENING + 70_000);
    expect(relinked.stamp).not.toBe(changed.stamp);
    expect(relinked.remap('xa-a')).toBe('tinh');
  });
});
