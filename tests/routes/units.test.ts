import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { keepSession } from '#app/features/identity/guard.server.ts';
import { openSession } from '#app/features/identity/session.repo.server.ts';
import { database } from '#app/platform/db/client.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { loader as loadDashboard } from '#app/routes/manage.contests.$contestSlug.tsx';
import { loader as loadUnit } from '#app/routes/units.$unitId.tsx';
import { loader as loadBoard } from '#app/routes/contests.$contestSlug_.units.tsx';
import { afterOpening } from '#tests/support/clock.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aContest, anAccount, aParticipation, aUnit } from '#tests/support/factories.ts';

useTestDatabase({ per: 'test' });

const NOW = afterOpening({ hours: 5 });

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'], now: NOW }));
afterEach(() => vi.useRealTimers());

async function cookieOf(accountId: string): Promise<string> {
  const sessionId = await inTransaction((tx) => openSession(tx, accountId, NOW));
  return keepSession(sessionId)['Set-Cookie'].split(';')[0] as string;
}

function argsOf(path: string, params: Record<string, string>, cookie?: string) {
  const request = new Request(`http://localhost${path}`, cookie === undefined ? {} : { headers: { Cookie: cookie } });
  return { request, params, context: { nonce: '', requestId: '', clientAddress: '' } };
}

const unitPage = (unitId: string, cookie?: string, query = '') =>
  loadUnit(argsOf(`/units/${unitId}${query}`, { unitId }, cookie));

/** Two units with a manager each; in the first one person has taken part and one, besides the manager, has not. */
async function twoUnits(boards: 'live' | 'after-close' = 'live') {
  const units = { criteria: ['rate', 'meanScore'], minimumHeadcount: 1 } as const;
  const { contest } = await aContest({ slug: 'cuoc-thi', rules: { boards, units } });
  const root = await aUnit({ id: 'tinh' });
  const [north, south] = [
    await aUnit({ id: 'bac', parent: root, people: 20 }),
    await aUnit({ id: 'nam', parent: root, people: 30 }),
  ];
  const manager = await anAccount({
    unit: north,
    fullName: 'Hoàng Văn Sơn',
    grants: [{ role: 'unitManager', unit: north }],
  });
  const neighbour = await anAccount({ unit: south, grants: [{ role: 'unitManager', unit: south }] });
  const organizer = await anAccount({ unit: south, grants: [{ role: 'organizer', unit: root }] });
  await anAccount({ unit: north, fullName: 'Nông Thị Mai' });
  await aParticipation(contest, await anAccount({ unit: north, fullName: 'Lý Thị Đã Thi' }));
  return { manager, neighbour, organizer };
}

const auditRows = async () => (await database()).auditEntry.findMany();

describe('the page of a unit', () => {
  test('tells a visitor figures and no names', async () => {
    await twoUnits();
    const page = await unitPage('bac');
    expect(page.shown?.overview).toMatchObject({ headcount: 20, people: 1, missing: 19 });
    expect(page.shown?.missing).toBeUndefined();
    expect(JSON.stringify(page)).not.toMatch(/Mai|Sơn|Đã Thi/);
    expect(await auditRows()).toEqual([]);
  });

  test('tells its manager who has not taken part, and the look is recorded', async () => {
    const { manager } = await twoUnits();
    const page = await unitPage('bac', await cookieOf(manager.id));
    expect(page.shown?.missing).toMatchObject({
      registered: 3,
      names: [
        { number: 1, fullName: 'Nông Thị Mai' },
        { number: 2, fullName: 'Hoàng Văn Sơn' },
      ],
      notRegistered: 17,
    });
    expect(await auditRows()).toMatchObject([
      { actorId: manager.id, action: 'people-of-unit.seen', subject: 'unit:bac' },
    ]);
  });

  test('refuses the names to the manager of another unit', async () => {
    const { neighbour } = await twoUnits();
    const page = await unitPage('bac', await cookieOf(neighbour.id));
    expect(page.shown?.missing).toBeUndefined();
    expect(JSON.stringify(page)).not.toMatch(/Mai|Sơn|Đã Thi/);
    expect(await auditRows()).toEqual([]);
  });

  test('keeps means from everybody until the board opens', async () => {
    await twoUnits('after-close');
    const page = await unitPage('tinh');
    expect(page.shown?.overview.scores).toBe('held');
    expect(page.shown?.overview.mean).toBeUndefined();
  });

  test.each([
    ['an unknown unit', 'khong-co', ''],
    ['an unknown contest', 'bac', '?contest=khong-co'],
    ['a very long id', 'x'.repeat(5_000), ''],
  ])('is not found for %s', async (_, unitId, query) => {
    await twoUnits();
    await expect(unitPage(unitId, undefined, query)).rejects.toMatchObject({ init: { status: 404 } });
  });

  test('stands before there is a contest', async () => {
    const root = await aUnit({ id: 'tinh' });
    await aUnit({ id: 'bac', parent: root });
    const page = await unitPage('tinh');
    expect(page.shown).toBeUndefined();
    expect(page.below.map((unit) => unit.id)).toEqual(['bac']);
  });
});

describe('the board of units', () => {
  test('knows the unit of who looks', async () => {
    const { manager } = await twoUnits();
    const args = argsOf('/contests/cuoc-thi/units', { contestSlug: 'cuoc-thi' }, await cookieOf(manager.id));
    const page = await loadBoard(args);
    expect(page.ownUnitId).toBe('bac');
    expect(JSON.stringify(page)).not.toMatch(/Mai|Sơn/);
  });

  test('is not found for an unknown contest', async () => {
    await expect(loadBoard(argsOf('/contests/x/units', { contestSlug: 'x' }))).rejects.toMatchObject({
      init: { status: 404 },
    });
  });
});

describe("the organizer's page", () => {
  const dashboard = (cookie?: string, slug = 'cuoc-thi') =>
    loadDashboard(argsOf(`/manage/contests/${slug}`, { contestSlug: slug }, cookie));

  test('opens for an organizer of the top', async () => {
    const { organizer } = await twoUnits();
    const page = await dashboard(await cookieOf(organizer.id));
    expect(page.figures).toMatchObject({ people: 1, attempts: 0, running: 0, finished: 0, maxScore: 10 });
    expect(page.units.rows.map((row) => row.unitId)).toEqual(['bac', 'nam']);
  });

  test('sends a visitor to the sign-in page and refuses the manager of a unit', async () => {
    const { manager } = await twoUnits();
    await expect(dashboard()).rejects.toMatchObject({ status: 302 });
    await expect(dashboard(await cookieOf(manager.id))).rejects.toMatchObject({ init: { status: 403 } });
  });

  test('is not found for an unknown contest', async () => {
    const { organizer } = await twoUnits();
    await expect(dashboard(await cookieOf(organizer.id), 'khong-co')).rejects.toMatchObject({ init: { status: 404 } });
  });
});
