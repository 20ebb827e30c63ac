import ExcelJS from 'exceljs';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { keepSession } from '#app/features/identity/guard.server.ts';
import { openSession } from '#app/features/identity/session.repo.server.ts';
import { database } from '#app/platform/db/client.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { loader as loadDashboard } from '#app/routes/manage.contests.$contestSlug.tsx';
import { loader as loadFigures } from '#app/routes/units.$unitId_.figures.$type.ts';
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
  const sessionId = await inTransaction((tx) =>
    openSession(tx, accountId, NOW, { secondFactorAt: NOW, steppedUpAt: NOW }),
  );
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

const unitOf = async (id: string) => (await database()).unit.findUniqueOrThrow({ where: { id } });
const auditRows = async () => (await database()).auditEntry.findMany();

describe('the page of a unit', () => {
  test('tells a visitor figures and no names', async () => {
    await twoUnits();
    const page = await unitPage('bac');
    expect(page.dashboard?.figures).toMatchObject({ headcount: 20, people: 1, missing: 19, rate: 0.05 });
    expect(page.dashboard?.isInCharge).toBe(false);
    expect(page.pages).toEqual([]);
    expect(JSON.stringify(page)).not.toMatch(/Mai|Sơn|Đã Thi/);
    expect(await auditRows()).toEqual([]);
  });

  test('tells its manager more, and still nobody by name: refreshing it is no look at people', async () => {
    const { manager } = await twoUnits();
    const cookie = await cookieOf(manager.id);
    const page = await unitPage('bac', cookie);
    expect(page.dashboard?.isInCharge).toBe(true);
    expect(page.pages).toContain('missing');
    expect((await unitPage('bac', cookie, '?view=categories')).dashboard?.part.view).toBe('categories');
    expect(JSON.stringify(page)).not.toMatch(/Mai|Sơn|Đã Thi/);
    expect(await auditRows()).toEqual([]);
  });

  test('is to the manager of another unit as to everybody', async () => {
    const { neighbour } = await twoUnits();
    const page = await unitPage('bac', await cookieOf(neighbour.id), '?view=categories');
    expect(page.dashboard?.isInCharge).toBe(false);
    expect(page.dashboard?.part.view).toBe('overview');
    expect(page.pages).toEqual([]);
  });

  test('keeps means from everybody until the board opens, but for organizers', async () => {
    const { manager, organizer } = await twoUnits('after-close');
    for (const cookie of [undefined, await cookieOf(manager.id)]) {
      const page = await unitPage('tinh', cookie, '?view=units');
      expect(page.dashboard?.scores).toBe('held');
      expect(page.dashboard?.figures).toMatchObject({ mean: undefined, median: undefined, allRight: 0 });
    }
    const ahead = await unitPage('tinh', await cookieOf(organizer.id));
    expect(ahead.dashboard?.scores).toBe('now');
    expect(ahead.isAhead).toBe(true);
  });

  test('names the units without anybody to those in charge alone', async () => {
    const { organizer } = await twoUnits();
    const part = async (cookie?: string) => (await unitPage('tinh', cookie)).dashboard?.part;
    expect(await part()).toMatchObject({ view: 'overview', withoutAnybody: undefined });
    expect(await part(await cookieOf(organizer.id))).toMatchObject({
      withoutAnybody: { count: 1, rows: [{ unitId: 'nam', headcount: 30 }] },
    });
  });

  test.each([
    ['an unknown unit', 'khong-co', ''],
    ['an unknown contest', 'bac', '?contest=khong-co'],
    ['an unknown topic', 'bac', '?topic=khong-co'],
    ['a very long id', 'x'.repeat(5_000), ''],
  ])('is not found for %s', async (_, unitId, query) => {
    await twoUnits();
    await expect(unitPage(unitId, undefined, query)).rejects.toMatchObject({ init: { status: 404 } });
  });

  test('says so where the unit was not in the tree of the day', async () => {
    await twoUnits();
    const page = await unitPage('bac', undefined, '?tree=1999-01-01');
    expect(page.dashboard).toBeUndefined();
    expect(page.state.tree).toBe('1999-01-01');
  });

  test('stands before there is a contest', async () => {
    const root = await aUnit({ id: 'tinh' });
    await aUnit({ id: 'bac', parent: root });
    const page = await unitPage('tinh');
    expect(page.frame).toBeUndefined();
    expect(page.below.map((unit) => unit.id)).toEqual(['bac']);
  });
});

describe('the file of the units below', () => {
  const file = async (type: string, cookie?: string, unitId = 'tinh') =>
    loadFigures(argsOf(`/units/${unitId}/figures/${type}`, { unitId, type }, cookie));

  test('is for those in charge: nobody else gets it', async () => {
    const { manager } = await twoUnits();
    await expect(file('xlsx')).rejects.toMatchObject({ status: 302 });
    await expect(file('xlsx', await cookieOf(manager.id))).rejects.toMatchObject({ init: { status: 403 } });
    await expect(file('xlsx', await cookieOf(manager.id), 'nam')).rejects.toMatchObject({ init: { status: 403 } });
    await expect(file('exe', await cookieOf(manager.id), 'bac')).rejects.toMatchObject({ init: { status: 404 } });
  });

  test('has numbers as numbers, formulas of ours, and no formula of a name', async () => {
    const { organizer } = await twoUnits();
    await aUnit({ id: 'gian', name: '=1+1', parent: await unitOf('tinh'), people: 5 });
    const cookie = await cookieOf(organizer.id);
    const csv = await (await file('csv', cookie)).text();
    expect(csv).toContain("'=1+1,5,0,0,5,0,0");
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(await (await file('xlsx', cookie)).arrayBuffer());
    const sheet = workbook.worksheets[0]!;
    const rows = sheet.getSheetValues().filter(Array.isArray) as unknown[][];
    expect(rows.find((row) => row[2] === '=1+1')?.slice(3, 5)).toEqual([5, 0]);
    const total = rows.at(-1)!;
    expect(total[3]).toMatchObject({ formula: expect.stringMatching(/^SUM\(C\d+:C\d+\)$/u), result: 55 });
    expect(total[5]).toMatchObject({ result: 1 / 55 });
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
