// Targets: who sets them, which holds, and how far each unit is from its own.
import { describe, expect, test } from 'vitest';
import type { Actor, Role } from '#app/domain/identity/actor.ts';
import { DAY } from '#app/domain/kernel/time.ts';
import { getContest, type ContestNow } from '#app/features/contests/index.server.ts';
import {
  figureScopes,
  getTargetFor,
  getTargetsPage,
  listTargets,
  setTarget,
  targetRoundOf,
  withdrawTarget,
} from '#app/features/participation/index.server.ts';
import { database } from '#app/platform/db/client.server.ts';
import { OPENING } from '#tests/support/clock.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aContest, anAccount, aParticipation, aUnit } from '#tests/support/factories.ts';

useTestDatabase({ per: 'test' });

const NOW = OPENING + DAY;
const DUE = OPENING + 5 * DAY;

const actorAt = (accountId: string, unit: { id: string; path: string }, role: Role = 'unitManager'): Actor => ({
  accountId,
  unitId: unit.id,
  unitPath: unit.path,
  birthYear: 1980,
  grants: [{ role, unitId: unit.id, unitPath: unit.path }],
});

async function aWorld() {
  const { contest } = await aContest({ slug: 'thi' });
  const root = await aUnit({ id: 'tinh' });
  const north = await aUnit({ id: 'bac', name: 'Xã Bắc', parent: root, people: 10 });
  const south = await aUnit({ id: 'nam', name: 'Xã Nam', parent: root, people: 20 });
  await aUnit({ id: 'dong', name: 'Xã Đông', parent: root });
  for (let i = 0; i < 4; i += 1) await aParticipation(contest, await anAccount({ unit: north }));
  const contestNow = (await getContest('thi', NOW)) as ContestNow;
  return {
    contest,
    contestNow,
    scope: figureScopes(contestNow).at(-1),
    root,
    north,
    south,
    organizer: actorAt('ban-to-chuc', root, 'organizer'),
    clerk: actorAt('can-bo-bac', north),
  };
}

type World = Awaited<ReturnType<typeof aWorld>>;

const targetOf = (world: World, given: object = {}) => ({
  contestId: world.contest.id,
  roundId: targetRoundOf(world.contestNow, world.scope),
  unitId: 'tinh',
  spread: 'below' as const,
  measure: 'rate' as const,
  value: 0.5,
  dueAt: DUE,
  note: '',
  ...given,
});

const pageOf = (world: World, unitId = 'tinh', given: object = {}) =>
  getTargetsPage({
    unit: { id: unitId, parentId: unitId === 'tinh' ? undefined : 'tinh' },
    contestNow: world.contestNow,
    scope: world.scope,
    order: 'missing',
    page: 1,
    now: NOW,
    ...given,
  });

describe('a target for each unit below', () => {
  test('holds for each of them, with its own distance', async () => {
    const world = await aWorld();
    await setTarget({ actor: world.organizer, target: targetOf(world), now: NOW });
    const page = await pageOf(world);
    expect(page.rows.map(({ unitId, target }) => [unitId, target?.goal, target?.missing, target?.state])).toEqual([
      ['nam', 10, 10, 'behind'],
      ['bac', 5, 1, 'onTrack'],
      ['dong', undefined, undefined, 'noHeadcount'],
    ]);
    expect(page.states).toEqual({ reached: 0, onTrack: 1, behind: 1, missed: 0, noHeadcount: 1 });
    expect(page.own).toBeUndefined();
    expect((await pageOf(world, 'bac')).own).toMatchObject({ done: 4, missing: 1 });
    const names = await pageOf(world, 'tinh', { order: 'name' });
    expect(names.rows.map(({ name }) => name)).toEqual(['Xã Bắc', 'Xã Đông', 'Xã Nam']);
  });

  test('gives way to one for the unit by name, until that is withdrawn', async () => {
    const world = await aWorld();
    const { organizer, contestNow, scope } = world;
    await setTarget({ actor: organizer, target: targetOf(world), now: NOW });
    const own = targetOf(world, { unitId: 'bac', spread: 'unit', measure: 'people', value: 9 });
    const set = await setTarget({ actor: organizer, target: own, now: NOW });
    const asked = { unitId: 'bac', parentId: 'tinh', contestNow, scope };
    expect(await getTargetFor(asked)).toMatchObject({ measure: 'people', value: 9 });
    const units = [
      { id: 'bac', parentId: 'tinh' },
      { id: 'nam', parentId: 'tinh' },
      { id: 'tinh', parentId: undefined },
    ];
    const held = await listTargets({ units, contestNow, scope });
    expect([...held].map(([id, { value }]) => [id, value])).toEqual([
      ['bac', 9],
      ['nam', 0.5],
    ]);
    const id = set.ok ? set.value.id : '';
    expect(await withdrawTarget({ actor: organizer, id, unitId: 'bac', now: NOW })).toMatchObject({ ok: true });
    expect(await withdrawTarget({ actor: organizer, id, unitId: 'bac', now: NOW })).toEqual({
      ok: false,
      error: 'target-withdrawn',
    });
    expect(await getTargetFor(asked)).toMatchObject({ value: 0.5 });
    const page = await pageOf(world, 'bac');
    expect(page.history.map(({ value, withdrawnAt }) => [value, withdrawnAt])).toEqual([[9, NOW]]);
  });
});

describe('who sets a target', () => {
  test('for a unit stands above it; for those below, at it', async () => {
    const world = await aWorld();
    const { clerk } = world;
    const set = (given: object) => setTarget({ actor: clerk, target: targetOf(world, given), now: NOW });
    expect(await set({ unitId: 'bac', spread: 'unit' })).toEqual({ ok: false, error: 'forbidden' });
    expect(await set({ unitId: 'bac', spread: 'below' })).toMatchObject({ ok: true });
    expect(await set({ unitId: 'nam', spread: 'below' })).toEqual({ ok: false, error: 'forbidden' });
    expect(await set({ unitId: 'tinh', spread: 'below' })).toEqual({ ok: false, error: 'forbidden' });
  });

  test('does not withdraw what came from above', async () => {
    const world = await aWorld();
    const own = targetOf(world, { unitId: 'bac', spread: 'unit' });
    const set = await setTarget({ actor: world.organizer, target: own, now: NOW });
    const id = set.ok ? set.value.id : '';
    expect(await withdrawTarget({ actor: world.clerk, id, unitId: 'bac', now: NOW })).toEqual({
      ok: false,
      error: 'forbidden',
    });
    // Nor by naming another unit.
    expect(await withdrawTarget({ actor: world.organizer, id, unitId: 'nam', now: NOW })).toEqual({
      ok: false,
      error: 'target-withdrawn',
    });
    expect(await (await database()).target.count({ where: { withdrawnAt: null } })).toBe(1);
  });

  test('gives no due instant that has passed, and no rate over all', async () => {
    const world = await aWorld();
    for (const given of [{ dueAt: NOW }, { value: 1.2 }, { value: 0 }]) {
      expect(await setTarget({ actor: world.organizer, target: targetOf(world, given), now: NOW })).toEqual({
        ok: false,
        error: 'invalid',
      });
    }
  });
});
