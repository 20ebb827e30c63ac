// Every page of a unit, asked by everybody who stands somewhere in the tree: who may open it, and who may act on it.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Role } from '#app/domain/identity/actor.ts';
import { database } from '#app/platform/db/client.server.ts';
import { forgetEverything } from '#app/platform/db/forget.server.ts';
import { afterOpening } from '#tests/support/clock.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aContest, anAccount, aUnit } from '#tests/support/factories.ts';
import { addressOf, call, cookieOf, paramsOf, routeFiles, routeModule } from '#tests/support/routes.ts';
import { rowCounts } from '#tests/support/row-counts.ts';
import type { Unit } from '#prisma/generated/sqlite/client.ts';

useTestDatabase({ per: 'test' });

const NOW = afterOpening({ hours: 5 });

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
  forgetEverything();
});
afterEach(() => vi.useRealTimers());

const PEOPLE = [
  'visitor',
  'contestant of the unit',
  'manager of the unit beside',
  'manager of a unit below',
  'manager of its block',
  'manager of another block',
  'manager of the unit',
  'manager of the province',
  'organizer',
] as const;
type Person = (typeof PEOPLE)[number];

const EVERYBODY: readonly Person[] = PEOPLE;
const IN_CHARGE: readonly Person[] = [
  'manager of its block',
  'manager of the unit',
  'manager of the province',
  'organizer',
];
const THE_UNIT_ALONE: readonly Person[] = ['manager of the unit'];

/** Who may open a page of the unit "xa". A page that is not named here fails: its rights have to be decided first. */
const MAY_OPEN: Readonly<Record<string, readonly Person[]>> = {
  // Figures, without names.
  '': EVERYBODY,
  missing: IN_CHARGE,
  // The QR code of a reminder.
  code: IN_CHARGE,
  headcounts: IN_CHARGE,
  targets: IN_CHARGE,
  transfers: IN_CHARGE,
  charges: IN_CHARGE,
  recovery: IN_CHARGE,
  // The same figures as a file.
  figures: IN_CHARGE,
  reports: IN_CHARGE,
  // A list of names that never leaves the unit.
  roster: THE_UNIT_ALONE,
};

/** Pages that show something which this world does not have: a frozen week, a list. Who may open them learns that it is not there. */
const WANTS_MORE = new Set([
  'units.$unitId_.reports_.file.ts',
  'units.$unitId_.reports_.preview.tsx',
  'units.$unitId_.roster_.file[.]xlsx.ts',
]);

const FILES = routeFiles().filter((file) => file.startsWith('units.$unitId'));

/** "units.$unitId_.reports_.$reportId.tsx" is a page of "reports"; the unit's own page is "". */
const pageOf = (file: string): string =>
  (file.replace(/\.tsx?$/u, '').split('.')[2] ?? '').replace(/_$/u, '').replace(/\[$/u, '');

/** Two communes of a block and an agency of another in a province; "xa" has a school below it. */
async function aWorld() {
  await aContest({ slug: 'thi' });
  const top = await aUnit({ id: 'tinh' });
  const unit = await aUnit({ id: 'xa', parent: top, block: 'Khối xã', people: 20 });
  const below = await aUnit({ id: 'truong', parent: unit, people: 5 });
  const beside = await aUnit({ id: 'xa-hai', parent: top, block: 'Khối xã', people: 30 });
  await aUnit({ id: 'so', parent: top, block: 'Khối cơ quan', people: 30 });
  await anAccount({ unit, fullName: 'Hoàng Thị Kín' });
  const cookie = async (at: Unit, held?: { role: Role; unit: Unit; block?: string }): Promise<string> => {
    const account = await anAccount({ unit: at });
    if (held) {
      const { role, block = '' } = held;
      const data = { accountId: account.id, role, unitId: held.unit.id, block, grantedAt: new Date(NOW) };
      await (await database()).grant.create({ data });
    }
    return cookieOf(account.id, NOW);
  };
  const manages = (managed: Unit, block?: string) =>
    cookie(managed, { role: 'unitManager', unit: managed, ...(block === undefined ? {} : { block }) });
  const cookies: Record<Person, string | undefined> = {
    visitor: undefined,
    'contestant of the unit': await cookie(unit),
    'manager of the unit beside': await manages(beside),
    'manager of a unit below': await manages(below),
    'manager of its block': await manages(top, 'Khối xã'),
    'manager of another block': await manages(top, 'Khối cơ quan'),
    'manager of the unit': await manages(unit),
    'manager of the province': await manages(top),
    organizer: await cookie(top, { role: 'organizer', unit: top }),
  };
  return cookies;
}

/** Ids of other things in an address are such as nobody has: an allowed page is not found then, a forbidden one stays so. */
const paramsFor = (file: string): Record<string, string> =>
  Object.fromEntries(paramsOf(file).map((name) => [name, name === 'unitId' ? 'xa' : 'khong-co']));

test('the rights of every page of a unit have been decided', () => {
  expect(FILES.filter((file) => MAY_OPEN[pageOf(file)] === undefined)).toEqual([]);
});

describe.each(FILES)('%s', (file) => {
  const allowed = MAY_OPEN[pageOf(file)] ?? [];

  test('opens for who may see it, and tells everybody else nothing', async () => {
    const { loader } = await routeModule(file);
    if (!loader) return;
    const cookies = await aWorld();
    for (const person of PEOPLE) {
      const params = paramsFor(file);
      const answer = await call(loader, addressOf(file, params), params, { cookie: cookies[person] });
      if (allowed.includes(person)) {
        expect([person, [200, 302, 404].includes(answer.status)]).toEqual([person, true]);
        if (paramsOf(file).length === 1 && person !== 'visitor' && !WANTS_MORE.has(file)) {
          expect([person, answer.status]).toEqual([person, 200]);
        }
      } else {
        expect([person, answer.status]).toEqual([person, person === 'visitor' ? 302 : 403]);
        expect(answer.body).not.toContain('Kín');
      }
    }
  });

  test('takes no act from who may not see it', async () => {
    const { action } = await routeModule(file);
    if (!action) return;
    const cookies = await aWorld();
    const before = await rowCounts();
    for (const person of PEOPLE) {
      const params = paramsFor(file);
      const init = {
        method: 'POST',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        body: 'intent=khong-co',
        cookie: cookies[person],
      };
      const { status } = await call(action, addressOf(file, params), params, init);
      if (!allowed.includes(person)) expect([person, status]).toEqual([person, person === 'visitor' ? 401 : 403]);
      else expect([person, status >= 400 && status < 500 && status !== 401]).toEqual([person, true]);
    }
    expect(await rowCounts()).toEqual(before);
  });

  test('writes down who has looked, wherever it names people of the unit', async () => {
    const { loader } = await routeModule(file);
    if (!loader) return;
    const cookies = await aWorld();
    for (const person of allowed) {
      const params = paramsFor(file);
      const where = { action: { endsWith: '.seen' } };
      const before = await (await database()).auditEntry.count({ where });
      const answer = await call(loader, addressOf(file, params), params, { cookie: cookies[person] });
      const looks = (await (await database()).auditEntry.count({ where })) - before;
      if (answer.body.includes('Kín')) expect([person, looks > 0]).toEqual([person, true]);
    }
  });
});
