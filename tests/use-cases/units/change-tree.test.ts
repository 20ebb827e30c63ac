import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '#app/domain/identity/actor.ts';
import { DAY, localDay, startOfLocalDay } from '#app/domain/kernel/time.ts';
import type { ChangeCommand } from '#app/domain/units/change-command.ts';
import {
  carryOutChanges,
  changeTree,
  getUnitIndex,
  previewChange,
  undoChange,
} from '#app/features/units/index.server.ts';
import { database } from '#app/platform/db/client.server.ts';
import { forgetEverything } from '#app/platform/db/forget.server.ts';
import { OPENING } from '#tests/support/clock.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aContest, anAccount, aParticipation, aUnit } from '#tests/support/factories.ts';
import { rowCounts } from '#tests/support/row-counts.ts';

useTestDatabase({ per: 'test' });

const NOW = OPENING;
const TODAY = startOfLocalDay(localDay(NOW));
const fresh = (name: string) => ({ name, kind: 'commune', block: undefined, code: undefined });
let organizer: Actor;

async function aProvince() {
  const root = await aUnit({ id: 'tinh', name: 'Tỉnh' });
  const north = await aUnit({ id: 'bac', name: 'Xã Bắc', parent: root, people: 20, block: 'Khối xã' });
  const south = await aUnit({ id: 'nam', name: 'Xã Nam', parent: root, people: 30, block: 'Khối xã' });
  const hamlet = await aUnit({ id: 'xom', name: 'Xóm Một', parent: north, block: 'Khối xã' });
  const account = await anAccount({ unit: root, grants: [{ role: 'organizer', unit: root }] });
  organizer = {
    accountId: account.id,
    unitId: 'tinh',
    unitPath: '/tinh/',
    birthYear: 1980,
    grants: [{ role: 'organizer', unitId: 'tinh', unitPath: '/tinh/' }],
  };
  return { root, north, south, hamlet };
}
let province: Awaited<ReturnType<typeof aProvince>>;
beforeEach(async () => {
  province = await aProvince();
});

const change = (
  command: ChangeCommand,
  { at = TODAY, now = NOW, seen }: { at?: number; now?: number; seen?: string } = {},
) => changeTree({ actor: organizer, command, effectiveAt: at, now, reason: 'Nghị quyết số 1', seen });
const done = async (...args: Parameters<typeof change>): Promise<string> => {
  const result = await change(...args);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value.changeId;
};
const units = async () => Object.fromEntries((await (await database()).unit.findMany()).map((unit) => [unit.id, unit]));
const unitOf = async (accountId: string) =>
  (await (await database()).account.findUniqueOrThrow({ where: { id: accountId } })).unitId;

/** Everything that a change may touch, but for what says that there was one. */
async function world() {
  const db = await database();
  const strip = <T extends { updatedAt?: unknown; isEdited?: unknown; createdAt?: unknown }>(rows: T[]) =>
    rows.map(({ updatedAt: _, isEdited: __, createdAt: ___, ...row }) => row);
  return {
    units: strip(await db.unit.findMany({ orderBy: { id: 'asc' } })),
    links: strip(await db.unitLink.findMany()),
    accounts: (await db.account.findMany({ orderBy: { id: 'asc' } })).map(({ id, unitId }) => [id, unitId]),
    grants: await db.grant.findMany({ orderBy: [{ accountId: 'asc' }, { unitId: 'asc' }] }),
    headcounts: await db.headcount.findMany({ orderBy: [{ unitId: 'asc' }, { asOf: 'asc' }] }),
  };
}

const MERGE: ChangeCommand = {
  kind: 'merge',
  unitIds: ['bac', 'nam'],
  into: { parentId: 'tinh', unit: fresh('Xã Mới') },
};

describe('a merger', () => {
  test('takes people, roles, headcounts and units below to the new unit; attempts keep theirs', async () => {
    const manager = await anAccount({ unit: province.north, grants: [{ role: 'unitManager', unit: province.north }] });
    const person = await anAccount({ unit: province.south });
    const { contest } = await aContest();
    await aParticipation(contest, person);
    await done(MERGE);
    const all = await units();
    expect(all['xa-moi']).toMatchObject({ path: '/tinh/xa-moi/', validTo: null });
    expect(all['xom']).toMatchObject({ path: '/tinh/xa-moi/xom/', parentId: 'xa-moi' });
    expect(all['bac']?.validTo).toEqual(new Date(TODAY));
    expect([await unitOf(manager.id), await unitOf(person.id)]).toEqual(['xa-moi', 'xa-moi']);
    const db = await database();
    expect(await db.grant.findMany({ where: { accountId: manager.id } })).toMatchObject([{ unitId: 'xa-moi' }]);
    expect(await db.headcount.findMany({ where: { unitId: 'xa-moi' } })).toMatchObject([
      { category: 'all', people: 50, source: 'Cộng từ Xã Bắc, Xã Nam' },
    ]);
    expect(await db.participation.findMany()).toMatchObject([{ unitId: 'nam' }]);
    expect((await db.unitLink.findMany()).map(({ fromId, toId }) => [fromId, toId])).toEqual([
      ['bac', 'xa-moi'],
      ['nam', 'xa-moi'],
    ]);
    expect((await getUnitIndex(NOW)).get('xom')?.path).toBe('/tinh/xa-moi/xom/');
    expect(await db.auditEntry.findMany()).toMatchObject([{ action: 'units.merged', actorId: organizer.accountId }]);
  });

  test('is previewed with the people, roles and headcounts that move, and nothing is changed', async () => {
    await anAccount({ unit: province.north, grants: [{ role: 'unitManager', unit: province.north }] });
    await anAccount({ unit: province.south });
    const before = await rowCounts();
    const preview = await previewChange({ actor: organizer, command: MERGE, effectiveAt: TODAY, now: NOW });
    if (!preview.ok) throw new Error(JSON.stringify(preview.error));
    expect(preview.value).toMatchObject({
      kind: 'merged',
      isPlanned: false,
      heirs: [
        { from: 'Xã Bắc', to: 'Xã Mới', people: 1, grants: 1 },
        { from: 'Xã Nam', to: 'Xã Mới', people: 1, grants: 0 },
      ],
      headcounts: [{ name: 'Xã Mới', category: 'all', people: 50 }],
    });
    expect(await rowCounts()).toEqual(before);
  });

  test('that was confirmed after somebody else changed the tree is not done', async () => {
    const preview = await previewChange({ actor: organizer, command: MERGE, effectiveAt: TODAY, now: NOW });
    if (!preview.ok) throw new Error('refused');
    await done({ kind: 'rename', unitId: 'bac', name: 'Xã Bắc Sơn' });
    expect(await change(MERGE, { seen: preview.value.seen })).toEqual({ ok: false, error: { code: 'changed-since' } });
    await expect(done(MERGE)).resolves.toBeTypeOf('string');
  });

  test('is taken back whole', async () => {
    const both = await anAccount({
      unit: province.north,
      grants: [
        { role: 'unitManager', unit: province.north },
        { role: 'unitManager', unit: province.south },
      ],
    });
    await anAccount({ unit: province.south });
    const before = await world();
    const changeId = await done(MERGE);
    expect((await world()).grants.filter(({ accountId }) => accountId === both.id)).toHaveLength(1);
    expect(await undoChange({ actor: organizer, changeId, now: NOW + 1 })).toEqual({ ok: true, value: { changeId } });
    expect(await world()).toEqual(before);
    expect(await undoChange({ actor: organizer, changeId, now: NOW + 2 })).toMatchObject({
      error: { code: 'already-undone' },
    });
  });

  test('is not taken back once somebody has registered in the new unit, and nothing of the try stays', async () => {
    await anAccount({ unit: province.south });
    const changeId = await done(MERGE);
    await anAccount({ unit: (await units())['xa-moi'] as never });
    const before = await world();
    expect(await undoChange({ actor: organizer, changeId, now: NOW })).toMatchObject({
      error: { code: 'has-been-used', count: 1, names: ['Xã Mới'] },
    });
    expect(await world()).toEqual(before);
  });

  test('is not taken back once a later change rests on it', async () => {
    const changeId = await done(MERGE);
    await done({ kind: 'rename', unitId: 'xa-moi', name: 'Xã Mới Hơn' });
    expect(await undoChange({ actor: organizer, changeId, now: NOW })).toMatchObject({
      error: { code: 'changed-since' },
    });
  });
});

describe('a change for a day to come', () => {
  const tomorrow = TODAY + DAY;

  test('waits, and is carried out when the day has come, once', async () => {
    const person = await anAccount({ unit: province.south });
    await carryOutChanges({ now: NOW });
    const changeId = await done(MERGE, { at: tomorrow });
    expect(await unitOf(person.id)).toBe('nam');
    expect((await units())['xom']?.path).toBe('/tinh/bac/xom/');
    expect(await carryOutChanges({ now: tomorrow - 1 })).toEqual({ changes: 0, units: 0 });
    expect(await carryOutChanges({ now: tomorrow })).toMatchObject({ changes: 1 });
    expect(await unitOf(person.id)).toBe('xa-moi');
    expect((await units())['xom']?.path).toBe('/tinh/xa-moi/xom/');
    forgetEverything();
    expect(await carryOutChanges({ now: tomorrow + 1 })).toEqual({ changes: 0, units: 0 });
    await undoChange({ actor: organizer, changeId, now: tomorrow + 2 });
    expect(await unitOf(person.id)).toBe('nam');
    expect((await units())['xom']?.path).toBe('/tinh/bac/xom/');
  });

  test('a new name comes on its day', async () => {
    await done({ kind: 'rename', unitId: 'bac', name: 'Xã Bắc Sơn' }, { at: tomorrow });
    expect((await units())['bac']).toMatchObject({ name: 'Xã Bắc', foldedName: 'xa bac' });
    await carryOutChanges({ now: tomorrow });
    expect((await units())['bac']).toMatchObject({ name: 'Xã Bắc Sơn', foldedName: 'xa bac son' });
  });

  test('taken back before its day it never happens', async () => {
    const before = await world();
    const changeId = await done(MERGE, { at: tomorrow });
    await undoChange({ actor: organizer, changeId, now: NOW });
    expect(await carryOutChanges({ now: tomorrow })).toEqual({ changes: 0, units: 0 });
    expect(await world()).toEqual(before);
  });
});

describe('a move', () => {
  test('takes the whole branch with it, its paths and its block', async () => {
    for (let number = 0; number < 450; number += 1)
      await aUnit({ id: `to-${number}`, parent: province.hamlet, block: 'Khối xã' });
    const other = await aUnit({ id: 'khac', parent: province.root, block: 'Khối khác' });
    await done({ kind: 'move', unitId: 'xom', parentId: other.id });
    const all = await units();
    expect(all['xom']).toMatchObject({ path: '/tinh/khac/xom/', block: 'Khối khác' });
    const below = Object.values(all).filter(({ id }) => id.startsWith('to-'));
    expect(below).toHaveLength(450);
    expect(new Set(below.map(({ id, path }) => path === `/tinh/khac/xom/${id}/`))).toEqual(new Set([true]));
    // They said no block of their own: what they had was that of the hamlet.
    expect(below[0]?.block).toBe('Khối khác');
  });
});

describe('who may change the tree', () => {
  test('is who has the right at its top; a reason is asked for', async () => {
    const grants = [{ role: 'unitManager', unitId: 'bac', unitPath: '/tinh/bac/' }] as const;
    const command: ChangeCommand = { kind: 'rename', unitId: 'bac', name: 'Xã Của Tôi' };
    const asked = { command, effectiveAt: TODAY, now: NOW, reason: 'Muốn đổi tên', seen: undefined };
    expect(await changeTree({ ...asked, actor: { ...organizer, grants } })).toMatchObject({
      error: { code: 'forbidden' },
    });
    expect(await changeTree({ ...asked, actor: organizer, reason: ' a ' })).toMatchObject({
      error: { code: 'reason-missing' },
    });
    expect((await units())['bac']?.name).toBe('Xã Bắc');
  });
});
