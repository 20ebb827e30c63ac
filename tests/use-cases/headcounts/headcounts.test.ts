// Headcounts: proposed by a unit, decided above it, held from then on; and the table of a branch.
import { describe, expect, test } from 'vitest';
import type { Actor, Role } from '#app/domain/identity/actor.ts';
import { DAY } from '#app/domain/kernel/time.ts';
import {
  approveHeadcounts,
  getHeadcountPage,
  headcountXlsx,
  linesToShow,
  listWaiting,
  proposeHeadcounts,
  readHeadcountTable,
  returnHeadcounts,
  unpackProposals,
  withdrawHeadcount,
} from '#app/features/headcounts/index.server.ts';
import { getHeadcounts, listUnits } from '#app/features/units/index.server.ts';
import { database } from '#app/platform/db/client.server.ts';
import { OPENING } from '#tests/support/clock.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aUnit } from '#tests/support/factories.ts';

useTestDatabase({ per: 'test' });

const NOW = OPENING;
const TODAY = NOW - (NOW % DAY) - 7 * 3_600_000;

const actorAt = (
  accountId: string,
  unit: { id: string; path: string },
  role: Role = 'unitManager',
  block?: string,
): Actor => ({
  accountId,
  unitId: unit.id,
  unitPath: unit.path,
  birthYear: 1980,
  grants: [{ role, unitId: unit.id, unitPath: unit.path, ...(block === undefined ? {} : { block }) }],
});

/** A province with two communes, one of them with two villages, and who is in charge of each. */
async function aProvince() {
  const root = await aUnit({ id: 'tinh', name: 'Tỉnh' });
  const north = await aUnit({ id: 'bac', name: 'Xã Bắc', parent: root, people: 20, block: 'xã' });
  const south = await aUnit({ id: 'nam', name: 'Xã Nam', parent: root, people: 30, block: 'phường' });
  const village = await aUnit({ id: 'xom-1', name: 'Xóm 1', parent: north, people: 5 });
  return {
    root,
    north,
    south,
    village,
    clerk: actorAt('can-bo-bac', north),
    neighbour: actorAt('can-bo-nam', south),
    organizer: actorAt('ban-to-chuc', root, 'organizer'),
    second: actorAt('ban-to-chuc-2', root, 'organizer'),
  };
}

const figure = (unitId: string, people: number, category: 'all' | 'official' | 'pupil' = 'all') => ({
  unitId,
  category,
  people,
  asOf: TODAY,
  source: 'Công văn 12',
});

const waitingIds = async (): Promise<string[]> =>
  (await (await database()).headcountProposal.findMany({ where: { state: 'waiting' }, orderBy: { id: 'asc' } })).map(
    ({ id }) => id,
  );

const listFor = (actor: Actor, path: string, given: { query?: string; page?: number } = {}) =>
  listWaiting({
    actor,
    path,
    query: given.query ?? '',
    page: given.page ?? 1,
    tookPart: new Map([['bac', 26]]),
    now: NOW,
  });

describe('a proposal', () => {
  test('changes nothing until somebody above approves it; then figures follow', async () => {
    const { root, clerk, organizer } = await aProvince();
    expect(await proposeHeadcounts({ actor: clerk, proposals: [figure('bac', 25)], now: NOW })).toEqual({
      ok: true,
      value: { proposed: 1 },
    });
    expect((await getHeadcounts({ category: 'all', at: NOW })).get('bac')?.people).toBe(20);
    const ids = await waitingIds();
    expect(await approveHeadcounts({ actor: organizer, ids, now: NOW })).toEqual({
      ok: true,
      value: { decided: 1, own: 0 },
    });
    expect((await getHeadcounts({ category: 'all', at: NOW })).get('bac')).toMatchObject({
      people: 25,
      isSample: false,
    });
    expect((await listUnits(NOW)).find(({ id }) => id === 'bac')?.headcount).toBe(25);
    const page = await getHeadcountPage(root, NOW);
    expect(page.figures[0]).toMatchObject({ category: 'all', own: undefined, branch: { people: 60, units: 3 } });
    // The figure before it still holds for the past.
    expect((await getHeadcounts({ category: 'all', at: TODAY - 1 })).get('bac')?.people).toBe(20);
    const audit = await (await database()).auditEntry.findMany({ orderBy: { id: 'asc' } });
    expect(audit.map(({ action, subject, actorId }) => [action, subject, actorId])).toEqual([
      ['headcount.proposed', 'unit:bac', 'can-bo-bac'],
      ['headcount.approved', 'unit:bac', 'ban-to-chuc'],
    ]);
  });

  test('is not approved by its unit, by a neighbour, or by who proposed it', async () => {
    const { clerk, neighbour, organizer, second } = await aProvince();
    await proposeHeadcounts({ actor: organizer, proposals: [figure('bac', 25)], now: NOW });
    const ids = await waitingIds();
    for (const actor of [clerk, neighbour]) {
      expect(await approveHeadcounts({ actor, ids, now: NOW })).toEqual({ ok: false, error: 'forbidden' });
    }
    expect(await approveHeadcounts({ actor: organizer, ids, now: NOW })).toEqual({ ok: false, error: 'headcount-own' });
    expect(await approveHeadcounts({ actor: second, ids, now: NOW })).toMatchObject({ ok: true });
  });

  test('of the top is decided by another organizer of the top', async () => {
    const { organizer, second } = await aProvince();
    await proposeHeadcounts({ actor: organizer, proposals: [figure('tinh', 7)], now: NOW });
    expect(await approveHeadcounts({ actor: second, ids: await waitingIds(), now: NOW })).toMatchObject({ ok: true });
    expect((await getHeadcounts({ category: 'all', at: NOW })).get('tinh')?.people).toBe(7);
  });

  test('is decided by the manager of a block in that block only', async () => {
    const { root, clerk, neighbour } = await aProvince();
    await proposeHeadcounts({ actor: clerk, proposals: [figure('bac', 25)], now: NOW });
    await proposeHeadcounts({ actor: neighbour, proposals: [figure('nam', 31)], now: NOW });
    const ofBlock = actorAt('khoi-xa', root, 'unitManager', 'xã');
    const list = await listFor(ofBlock, root.path);
    expect(list.rows.map(({ unitId }) => unitId)).toEqual(['bac']);
    expect(await approveHeadcounts({ actor: ofBlock, ids: await waitingIds(), now: NOW })).toMatchObject({
      ok: true,
      value: { decided: 1 },
    });
    expect((await getHeadcounts({ category: 'all', at: NOW })).get('nam')?.people).toBe(30);
  });

  test('is refused for another unit, for a day to come, and where it says nothing new', async () => {
    const { neighbour, clerk } = await aProvince();
    const propose = (actor: Actor, proposal: ReturnType<typeof figure>) =>
      proposeHeadcounts({ actor, proposals: [proposal], now: NOW });
    expect(await propose(neighbour, figure('bac', 25))).toEqual({ ok: false, error: 'forbidden' });
    expect(await propose(clerk, { ...figure('bac', 25), asOf: NOW + DAY })).toEqual({ ok: false, error: 'invalid' });
    expect(await propose(clerk, { ...figure('bac', 20), asOf: NOW - 60 * DAY })).toEqual({
      ok: false,
      error: 'headcount-missing',
    });
    expect(await waitingIds()).toEqual([]);
  });

  test('takes the place of one that waits, and the same one again waits once', async () => {
    const { clerk } = await aProvince();
    await proposeHeadcounts({ actor: clerk, proposals: [figure('bac', 25)], now: NOW });
    await proposeHeadcounts({ actor: clerk, proposals: [figure('bac', 26)], now: NOW + 1 });
    expect(await proposeHeadcounts({ actor: clerk, proposals: [figure('bac', 26)], now: NOW + 2 })).toMatchObject({
      ok: false,
    });
    const rows = await (await database()).headcountProposal.findMany({ orderBy: { proposedAt: 'asc' } });
    expect(rows.map(({ people, state }) => [people, state])).toEqual([
      [25, 'withdrawn'],
      [26, 'waiting'],
    ]);
  });

  test('comes back with a reason, or is withdrawn; both leave what holds', async () => {
    const { clerk, neighbour, organizer, north } = await aProvince();
    const proposals = [figure('bac', 25), figure('bac', 9, 'pupil')];
    await proposeHeadcounts({ actor: clerk, proposals, now: NOW });
    const [first, other] = await waitingIds();
    const back = { actor: organizer, ids: [first as string], now: NOW };
    expect(await returnHeadcounts({ ...back, reason: ' ' })).toEqual({ ok: false, error: 'reason-missing' });
    expect(await returnHeadcounts({ ...back, reason: 'Chưa khớp danh sách' })).toMatchObject({ ok: true });
    expect(await approveHeadcounts(back)).toEqual({ ok: false, error: 'headcount-decided' });
    const withdrawal = { id: other as string, unitId: 'bac', now: NOW };
    expect(await withdrawHeadcount({ ...withdrawal, actor: neighbour })).toEqual({ ok: false, error: 'forbidden' });
    expect(await withdrawHeadcount({ ...withdrawal, actor: clerk })).toMatchObject({ ok: true });
    const page = await getHeadcountPage(north, NOW);
    expect(
      page.proposals.map(({ state, reason }) => `${state}: ${reason}`).toSorted((a, b) => (a < b ? -1 : 1)),
    ).toEqual(['returned: Chưa khớp danh sách', 'withdrawn: ']);
    expect(page.figures[0]?.own?.people).toBe(20);
  });
});

describe('a sample figure', () => {
  test('gives way to a real one, even of an earlier day, and does not come back', async () => {
    const { root, organizer, clerk } = await aProvince();
    await (
      await database()
    ).headcount.updateMany({ where: { unitId: 'bac' }, data: { isSample: true, asOf: new Date(TODAY) } });
    expect((await getHeadcountPage(root, NOW)).figures[0]?.branch).toEqual({ people: 55, units: 3, samples: 1 });
    await proposeHeadcounts({ actor: clerk, proposals: [{ ...figure('bac', 44), asOf: TODAY - DAY }], now: NOW });
    await approveHeadcounts({ actor: organizer, ids: await waitingIds(), now: NOW });
    expect((await getHeadcounts({ category: 'all', at: NOW })).get('bac')).toMatchObject({
      people: 44,
      isSample: false,
    });
    expect((await getHeadcountPage(root, NOW)).figures[0]?.branch).toEqual({ people: 79, units: 3, samples: 0 });
  });
});

describe('what waits', () => {
  test('is listed for those above with what is strange about it, and never what the actor may not decide', async () => {
    const { root, north, clerk, organizer, neighbour } = await aProvince();
    await proposeHeadcounts({ actor: clerk, proposals: [figure('bac', 25), figure('xom-1', 5, 'official')], now: NOW });
    const all = await listFor(organizer, root.path);
    expect(all.total).toBe(2);
    expect(all.rows.find(({ unitId }) => unitId === 'bac')?.warnings).toEqual([
      { code: 'changed', before: 20, share: 0.25 },
      { code: 'belowPeople', people: 26 },
    ]);
    expect(all.rows.find(({ unitId }) => unitId === 'xom-1')).toMatchObject({ pathText: 'Xã Bắc', current: undefined });
    // The clerk stands above the village, and is its own proposer there.
    expect((await listFor(clerk, north.path)).rows.map(({ unitId, isOwn }) => [unitId, isOwn])).toEqual([
      ['xom-1', true],
    ]);
    expect((await listFor(neighbour, root.path)).total).toBe(0);
    expect((await listFor(organizer, root.path, { query: 'xom' })).rows.map(({ unitId }) => unitId)).toEqual(['xom-1']);
  });

  test('has pages', async () => {
    const { root, clerk, organizer } = await aProvince();
    const villages = [];
    for (let i = 0; i < 60; i += 1) villages.push(await aUnit({ parent: (await aUnitOf('bac'))! }));
    await proposeHeadcounts({ actor: clerk, proposals: villages.map(({ id }) => figure(id, 3)), now: NOW + 10_000 });
    const list = await listWaiting({
      actor: organizer,
      path: root.path,
      query: '',
      page: 9,
      tookPart: new Map(),
      now: NOW + 10_000,
    });
    expect([list.total, list.page, list.pages, list.rows.length]).toEqual([60, 2, 2, 10]);
  });
});

const aUnitOf = async (id: string) => (await database()).unit.findUnique({ where: { id } });

describe('the table of a branch', () => {
  const read = (bytes: Uint8Array, path: string) =>
    readHeadcountTable(
      { name: 'quan-so.xlsx', bytes },
      { path, asOf: TODAY, source: 'Bảng', tookPart: new Map(), now: NOW },
    );

  test('comes back as it went out: nothing is new', async () => {
    const { root } = await aProvince();
    const bytes = await headcountXlsx({ path: root.path, locale: 'vi', now: NOW });
    const table = await read(bytes, root.path);
    expect(table).toMatchObject({ ok: true, value: { proposals: [] } });
    const lines = table.ok ? table.value.lines : [];
    expect(lines.map(({ unitId, verdict }) => [unitId, verdict])).toEqual([
      ['nam', 'same'],
      ['bac', 'same'],
      ['xom-1', 'same'],
    ]);
  });

  test('is looked at before it is sent, and what is sent waits', async () => {
    const { root, organizer, second } = await aProvince();
    const csv = 'Mã đơn vị,Đơn vị,Tất cả,Đảng viên\nbac,,28,12\nnam,,30,\nxa-la,,4,\n,Xóm 1,x,\n';
    const table = await readHeadcountTable(
      { name: 'bang.csv', bytes: new TextEncoder().encode(csv) },
      { path: root.path, asOf: TODAY, source: 'Bảng', tookPart: new Map(), now: NOW },
    );
    if (!table.ok) throw new Error(JSON.stringify(table.error));
    const shown = linesToShow(table.value);
    expect(shown.counts).toEqual({ read: 4, changed: 1, same: 1, faulty: 2 });
    expect(shown.lines.map(({ row }) => row)).toEqual([4, 5, 2, 3]);
    expect(await waitingIds()).toEqual([]);
    const proposals = unpackProposals(shown.packed);
    expect(proposals).toEqual(table.value.proposals);
    expect(await proposeHeadcounts({ actor: organizer, proposals: proposals ?? [], now: NOW })).toEqual({
      ok: true,
      value: { proposed: 2 },
    });
    await approveHeadcounts({ actor: second, ids: await waitingIds(), now: NOW });
    expect((await getHeadcounts({ category: 'partyMember', at: NOW })).get('bac')?.people).toBe(12);
  });

  test('of a branch says nothing of units outside of it', async () => {
    const { root, north } = await aProvince();
    const table = await read(await headcountXlsx({ path: root.path, locale: 'vi', now: NOW }), north.path);
    const faulty = table.ok ? table.value.lines.filter(({ verdict }) => verdict === 'faulty') : [];
    expect(faulty.map(({ name, faults }) => [name, faults[0]?.code])).toEqual([['Xã Nam', 'unitUnknown']]);
  });

  test.each(['', 'bac\tall\t5', 'bac\tnobody\t5\t0\tx', 'bac\tall\t-5\t0\tx', `bac\tall\t5\t0\t${'x'.repeat(900)}`])(
    'that nobody has looked at is not taken: %j',
    (packed) => {
      expect(unpackProposals(packed)).toBeUndefined();
    },
  );
});
