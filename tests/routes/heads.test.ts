// Headcounts, targets and who is missing, through the doors of the web: who may, and what is recorded.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { DAY } from '#app/domain/kernel/time.ts';
import { database } from '#app/platform/db/client.server.ts';
import * as code from '#app/routes/units.$unitId_.code[.]png.ts';
import * as headcounts from '#app/routes/units.$unitId_.headcounts.tsx';
import * as table from '#app/routes/units.$unitId_.headcounts_.import.tsx';
import * as missing from '#app/routes/units.$unitId_.missing.tsx';
import * as missingFile from '#app/routes/units.$unitId_.missing[.]xlsx.ts';
import * as targets from '#app/routes/units.$unitId_.targets.tsx';
import { loader as loadLobbyLink } from '#app/routes/register.tsx';
import { afterOpening } from '#tests/support/clock.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aContest, anAccount, aParticipation, aUnit } from '#tests/support/factories.ts';
import { call, cookieOf, type RouteModule } from '#tests/support/routes.ts';

useTestDatabase({ per: 'test' });

const NOW = afterOpening({ hours: 5 });

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'], now: NOW }));
afterEach(() => vi.useRealTimers());

/** A province with two communes and who is in charge of each; two people of the first have not taken part. */
async function aWorld() {
  const { contest } = await aContest({ slug: 'thi' });
  const root = await aUnit({ id: 'tinh' });
  const north = await aUnit({ id: 'bac', parent: root, people: 20, block: 'xã' });
  const south = await aUnit({ id: 'nam', parent: root, people: 30, block: 'phường' });
  const clerk = await anAccount({
    unit: north,
    fullName: 'Hoàng Văn Sơn',
    grants: [{ role: 'unitManager', unit: north }],
  });
  const neighbour = await anAccount({ unit: south, grants: [{ role: 'unitManager', unit: south }] });
  const organizer = await anAccount({ unit: south, grants: [{ role: 'organizer', unit: root }] });
  const author = await anAccount({ unit: south, grants: [{ role: 'itemAuthor', unit: root }] });
  const ofBlock = await anAccount({ unit: south });
  await (
    await database()
  ).grant.create({
    data: { accountId: ofBlock.id, role: 'unitManager', unitId: 'tinh', block: 'xã', grantedAt: new Date(NOW) },
  });
  await anAccount({ unit: north, fullName: 'Nông Thị Mai' });
  await aParticipation(contest, await anAccount({ unit: north, fullName: 'Lý Thị Đã Thi' }));
  const people = { clerk, neighbour, organizer, author, ofBlock };
  const cookies = Object.fromEntries(
    await Promise.all(Object.entries(people).map(async ([name, { id }]) => [name, await cookieOf(id, NOW)] as const)),
  ) as Record<keyof typeof people, string>;
  return { cookies, clerk };
}

const get = ({ loader }: RouteModule, page: string, cookie: string | undefined, unitId = 'bac') =>
  call(loader!, `/units/${unitId}/${page}`, { unitId }, { cookie });

const post = (
  { action }: RouteModule,
  page: string,
  { cookie, unitId = 'bac', form }: { cookie: string; unitId?: string; form: Record<string, string> },
) =>
  call(
    action!,
    `/units/${unitId}/${page}`,
    { unitId },
    {
      cookie,
      method: 'POST',
      body: new URLSearchParams(form),
    },
  );

const PAGES = [
  ['headcounts', headcounts],
  ['headcounts/import', table],
  ['targets', targets],
  ['missing', missing],
  ['missing.xlsx?reason=nhac-du-thi', missingFile],
  ['code.png', code],
] as const;

describe('who may open', () => {
  test.each(PAGES)('%s', async (page, route) => {
    const { cookies } = await aWorld();
    const statuses = { clerk: 200, neighbour: 403, organizer: 200, author: 403, ofBlock: 200 };
    for (const [person, status] of Object.entries(statuses)) {
      const answer = await get(route, page, cookies[person as keyof typeof cookies]);
      expect([person, answer.status]).toEqual([person, status]);
    }
    expect((await get(route, page, undefined)).status).toBe(302);
    expect((await get(route, page, cookies.ofBlock, 'nam')).status).toBe(403);
    expect((await get(route, page, cookies.organizer, 'khong-co')).status).toBe(404);
  });
});

describe('names', () => {
  test('are seen by those in charge of the unit; each look and each file is recorded with its purpose', async () => {
    const { cookies, clerk } = await aWorld();
    const answer = await get(missing, 'missing', cookies.clerk);
    expect(answer.body).toContain('Nông Thị Mai');
    expect(answer.body).not.toContain('Đã Thi');
    await get(missing, 'missing?view=print', cookies.clerk);
    await get(missingFile, 'missing.xlsx?reason=nhắc+dự+thi', cookies.clerk);
    const rows = await (await database()).look.findMany({ orderBy: { id: 'asc' } });
    expect(
      rows.map(({ actorId, what, unitId, people, isFile, reason }) => [actorId, what, unitId, people, isFile, reason]),
    ).toEqual([
      [clerk.id, 'people-of-unit', 'bac', 2, false, ''],
      [clerk.id, 'people-of-unit', 'bac', 2, false, ''],
      [clerk.id, 'people-of-unit', 'bac', 2, true, 'nhắc dự thi'],
    ]);
    expect((await get(missingFile, 'missing.xlsx', cookies.clerk)).status).toBe(422);
    expect((await get(missingFile, 'missing.xlsx?reason=+ab+', cookies.clerk)).status).toBe(422);
    expect(await (await database()).look.count()).toBe(3);
  });

  test('of a unit are not on the page of the one above it', async () => {
    const { cookies } = await aWorld();
    const answer = await get(missing, 'missing', cookies.organizer, 'tinh');
    expect(answer.status).toBe(200);
    expect(answer.body).not.toMatch(/Mai|Văn Sơn/);
    expect(await (await database()).auditEntry.count()).toBe(0);
  });
});

describe('headcounts', () => {
  const form = { intent: 'propose', all: '25', asOf: '2026-09-01', source: 'Công văn 12' };

  test('go from the form of the unit to the list of those above, and into figures', async () => {
    const { cookies } = await aWorld();
    const sent = await post(headcounts, 'headcounts', { cookie: cookies.clerk, form });
    expect(sent).toMatchObject({ status: 302, location: '/units/bac/headcounts?done=proposed&count=1&own=0' });
    const db = await database();
    const { id } = await db.headcountProposal.findFirstOrThrow();
    for (const cookie of [cookies.clerk, cookies.neighbour]) {
      const refused = await post(headcounts, 'headcounts', { cookie, form: { intent: 'approve', id } });
      expect(refused.status).toBe(403);
    }
    const approved = await post(headcounts, 'headcounts', {
      cookie: cookies.organizer,
      unitId: 'tinh',
      form: { intent: 'approve', id },
    });
    expect(approved.location).toBe('/units/tinh/headcounts?done=approved&count=1&own=0');
    expect(await db.headcount.findFirst({ where: { unitId: 'bac' }, orderBy: { asOf: 'desc' } })).toMatchObject({
      people: 25,
      source: 'Công văn 12',
    });
  });

  test('come back with what was typed and what is wrong', async () => {
    const { cookies } = await aWorld();
    const wrong = { ...form, all: 'nhiều', asOf: '2026-09-30', source: '' };
    const answer = await post(headcounts, 'headcounts', { cookie: cookies.clerk, form: wrong });
    expect(answer.status).toBe(422);
    expect(JSON.parse(answer.body)).toEqual({
      values: wrong,
      faults: { all: 'notNumber', asOf: 'asOfFuture', source: 'sourceMissing' },
    });
    const nothing = await post(headcounts, 'headcounts', { cookie: cookies.clerk, form: { ...form, all: '' } });
    expect(JSON.parse(nothing.body)).toMatchObject({ refusal: 'headcount-missing' });
  });

  test('of a table that was looked at are for the branch alone', async () => {
    const { cookies } = await aWorld();
    const rows = `nam\tall\t9\t${NOW - DAY}\tBảng`;
    const answer = await post(table, 'headcounts/import', { cookie: cookies.clerk, form: { intent: 'send', rows } });
    expect(answer.status).toBe(422);
    expect(await (await database()).headcountProposal.count()).toBe(0);
    const done = await post(table, 'headcounts/import', {
      cookie: cookies.organizer,
      unitId: 'tinh',
      form: { intent: 'send', rows },
    });
    expect(done.location).toBe('/units/tinh/headcounts?done=proposed&count=1');
  });
});

describe('targets', () => {
  const form = { intent: 'set', spread: 'unit', measure: 'rate', value: '90', dueAt: '2026-09-05T17:00', note: '' };

  test('are set for a unit from above, and not by itself', async () => {
    const { cookies } = await aWorld();
    expect((await post(targets, 'targets', { cookie: cookies.clerk, form })).status).toBe(403);
    const set = await post(targets, 'targets', { cookie: cookies.ofBlock, form });
    expect(set.location).toBe('/units/bac/targets?contest=thi&round=1&done=set');
    const page = JSON.parse((await get(targets, 'targets', cookies.clerk)).body) as { shown: { page: object } };
    expect(page.shown.page).toMatchObject({ own: { goal: 18, done: 1, missing: 17, state: 'onTrack' } });
  });

  test('come back with what is wrong', async () => {
    const { cookies } = await aWorld();
    const wrong = { ...form, value: '900', dueAt: '' };
    const answer = await post(targets, 'targets', { cookie: cookies.organizer, form: wrong });
    expect(JSON.parse(answer.body)).toMatchObject({ faults: { value: 'rateWrong', dueAt: 'dueMissing' } });
  });
});

test('who registers by the code of a unit finds it chosen', async () => {
  await aWorld();
  const answer = await call(loadLobbyLink, '/register?returnTo=%2Fcontests%2Fthi&unit=bac', {});
  expect(JSON.parse(answer.body)).toMatchObject({ chosen: { id: 'bac' }, returnTo: '/contests/thi' });
});
