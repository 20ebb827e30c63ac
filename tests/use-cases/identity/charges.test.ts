import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '#app/domain/identity/actor.ts';
import {
  findChargeSearch,
  getManagersPage,
  giveCharge,
  grantRole,
  listCharges,
  takeCharge,
} from '#app/features/identity/index.server.ts';
import { database } from '#app/platform/db/client.server.ts';
import { forgetEverything } from '#app/platform/db/forget.server.ts';
import { afterOpening } from '#tests/support/clock.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { anAccount, aUnit } from '#tests/support/factories.ts';
import type { Account, Unit } from '#prisma/generated/sqlite/client.ts';

useTestDatabase({ per: 'test' });
beforeEach(() => forgetEverything());

const NOW = afterOpening({ hours: 5 });
const COMMUNES = 'Khối xã, phường';
const AGENCIES = 'Khối cơ quan';

/** A province with two communes in one block and an agency in another; the first commune has a school below it. */
async function aWorld() {
  const top = await aUnit({ id: 'tinh', name: 'Tỉnh' });
  const commune = await aUnit({ id: 'xa', parent: top, name: 'Xã Trường Hà', block: COMMUNES });
  const school = await aUnit({ id: 'truong', parent: commune, name: 'Trường THCS' });
  const other = await aUnit({ id: 'xa-hai', parent: top, name: 'Xã Lũng Nặm', block: COMMUNES });
  const agency = await aUnit({ id: 'so', parent: top, name: 'Sở Nội vụ', block: AGENCIES });
  return { top, commune, school, other, agency };
}

async function inCharge(unit: Unit, block?: string, role: 'unitManager' | 'organizer' = 'unitManager') {
  const account = await anAccount({ unit });
  await (
    await database()
  ).grant.create({
    data: { accountId: account.id, role, unitId: unit.id, block: block ?? '', grantedAt: new Date(NOW) },
  });
  return actorOf(account, [{ role, unitId: unit.id, unitPath: unit.path, block }]);
}

const actorOf = (account: Account, grants: Actor['grants'] = []): Actor & { account: Account } => ({
  accountId: account.id,
  unitId: account.unitId,
  unitPath: '',
  birthYear: account.birthYear,
  grants,
  account,
});

const grants = async (accountId: string) =>
  (await database()).grant.findMany({
    where: { accountId },
    select: { role: true, unitId: true, block: true, grantedById: true },
  });

describe('giving a charge', () => {
  test('at the own unit and below, once, with who gave it', async () => {
    const { commune, school } = await aWorld();
    const clerk = await inCharge(commune);
    const { id } = await anAccount({ unit: school });
    const give = (unitId: string) => giveCharge({ actor: clerk, accountId: id, unitId, now: NOW });
    expect(await give('truong')).toEqual({ ok: true, value: undefined });
    expect(await give('truong')).toEqual({ ok: true, value: undefined });
    expect(await give('xa')).toEqual({ ok: true, value: undefined });
    expect(await grants(id)).toEqual([
      { role: 'unitManager', unitId: 'truong', block: '', grantedById: clerk.accountId },
      { role: 'unitManager', unitId: 'xa', block: '', grantedById: clerk.accountId },
    ]);
    const noted = await (await database()).auditEntry.findMany({ where: { action: 'role.granted' } });
    expect(noted).toHaveLength(2);
    expect(noted[0]).toMatchObject({ actorId: clerk.accountId, subject: `account:${id}` });
  });

  test('is refused above, beside and to nobody, and changes nothing', async () => {
    const { commune } = await aWorld();
    const clerk = await inCharge(commune);
    const { id } = await anAccount({ unit: commune });
    const give = (unitId: string, block?: string, accountId = id) =>
      giveCharge({ actor: clerk, accountId, unitId, block, now: NOW });
    expect(await give('tinh')).toEqual({ ok: false, error: 'forbidden' });
    expect(await give('tinh', COMMUNES)).toEqual({ ok: false, error: 'forbidden' });
    expect(await give('xa-hai')).toEqual({ ok: false, error: 'forbidden' });
    expect(await give('khong-co')).toEqual({ ok: false, error: 'unknown-unit' });
    expect(await give('xa', undefined, 'khong-co')).toEqual({ ok: false, error: 'unknown-person' });
    expect(await give('xa', AGENCIES)).toEqual({ ok: false, error: 'block-not-here' });
    expect(await grants(id)).toEqual([]);
  });

  test('by a block manager stays in the block', async () => {
    const { top, commune } = await aWorld();
    const manager = await inCharge(top, COMMUNES);
    const { id } = await anAccount({ unit: commune });
    const give = (unitId: string, block?: string) =>
      giveCharge({ actor: manager, accountId: id, unitId, block, now: NOW });
    expect(await give('tinh')).toEqual({ ok: false, error: 'beyond-own-charge' });
    expect(await give('tinh', AGENCIES)).toEqual({ ok: false, error: 'beyond-own-charge' });
    expect(await give('so')).toEqual({ ok: false, error: 'forbidden' });
    expect(await give('xa')).toEqual({ ok: true, value: undefined });
    expect(await give('tinh', COMMUNES)).toEqual({ ok: true, value: undefined });
  });

  test('for the only block of a branch is one for the whole branch', async () => {
    const { top, commune } = await aWorld();
    const manager = await inCharge(top, COMMUNES);
    const { id } = await anAccount({ unit: commune });
    expect(await giveCharge({ actor: manager, accountId: id, unitId: 'xa', block: COMMUNES, now: NOW })).toEqual({
      ok: true,
      value: undefined,
    });
    expect(await grants(id)).toMatchObject([{ unitId: 'xa', block: '' }]);
    const found = await getManagersPage({ actor: manager, unitId: 'xa', text: '', page: 1, now: NOW });
    expect(found).toMatchObject({ ok: true, value: { list: { blocks: [], givesWhole: true } } });
  });

  test('by somebody without any charge is refused', async () => {
    const { commune } = await aWorld();
    const contestant = actorOf(await anAccount({ unit: commune }));
    const command = { actor: contestant, accountId: contestant.accountId, unitId: 'xa', now: NOW };
    expect(await giveCharge(command)).toEqual({ ok: false, error: 'forbidden' });
    expect(await takeCharge(command)).toEqual({ ok: false, error: 'forbidden' });
  });
});

describe('taking a charge', () => {
  test('takes exactly that one, and not one of somebody above', async () => {
    const { top, commune, school } = await aWorld();
    const clerk = await inCharge(commune);
    const teacher = await inCharge(school);
    const above = await inCharge(top);
    expect(await takeCharge({ actor: clerk, accountId: above.accountId, unitId: 'tinh', now: NOW })).toEqual({
      ok: false,
      error: 'forbidden',
    });
    expect(await takeCharge({ actor: clerk, accountId: teacher.accountId, unitId: 'truong', now: NOW })).toEqual({
      ok: true,
      value: undefined,
    });
    expect(await grants(teacher.accountId)).toEqual([]);
    expect(await grants(above.accountId)).toHaveLength(1);
    expect(await takeCharge({ actor: clerk, accountId: teacher.accountId, unitId: 'truong', now: NOW })).toEqual({
      ok: false,
      error: 'unknown-person',
    });
  });

  test('leaves the last own one', async () => {
    const { commune } = await aWorld();
    const clerk = await inCharge(commune);
    expect(await takeCharge({ actor: clerk, accountId: clerk.accountId, unitId: 'xa', now: NOW })).toEqual({
      ok: false,
      error: 'last-own-charge',
    });
    expect(await grants(clerk.accountId)).toHaveLength(1);
  });

  test('by a block manager does not reach a whole charge at the top', async () => {
    const { top } = await aWorld();
    const manager = await inCharge(top, COMMUNES);
    const whole = await inCharge(top);
    expect(await takeCharge({ actor: manager, accountId: whole.accountId, unitId: 'tinh', now: NOW })).toEqual({
      ok: false,
      error: 'beyond-own-charge',
    });
  });
});

describe('the page of who is in charge', () => {
  const page = (actor: Actor, unitId: string, text = '') => getManagersPage({ actor, unitId, text, page: 1, now: NOW });
  const units = async (actor: Actor, unitId: string, text = '') => {
    const found = await page(actor, unitId, text);
    return found.ok ? found.value.list.rows.map((row) => `${row.unitId} ${row.block ?? ''}`.trim()) : found.error;
  };

  test('shows the branch, the unit first, and only what one could give', async () => {
    const { top, commune, school, agency } = await aWorld();
    const clerk = await inCharge(commune);
    await inCharge(school);
    await inCharge(agency);
    const province = await inCharge(top);
    const block = await inCharge(top, COMMUNES);
    expect(await units(clerk, 'xa')).toEqual(['xa', 'truong']);
    expect(await units(clerk, 'truong')).toEqual(['truong']);
    expect(await units(clerk, 'tinh')).toBe('forbidden');
    expect(await units(clerk, 'so')).toBe('forbidden');
    expect(await units(clerk, 'khong-co')).toBe('forbidden');
    expect(await units(province, 'khong-co')).toBe('not-found');
    expect(await units(province, 'tinh')).toEqual(['tinh', `tinh ${COMMUNES}`, 'so', 'xa', 'truong']);
    expect(await units(province, 'tinh', 'noi vu')).toEqual(['so']);
    expect(await units(block, 'tinh')).toEqual([`tinh ${COMMUNES}`, 'xa', 'truong']);
    expect(await units(block, 'so')).toBe('forbidden');
    const found = await page(block, 'tinh');
    expect(found).toMatchObject({ ok: true, value: { list: { blocks: [COMMUNES], givesWhole: false } } });
  });

  test('is paged, and no page is beyond the last', async () => {
    const { top, school } = await aWorld();
    const province = await inCharge(top);
    for (let at = 0; at < 60; at += 1) await inCharge(school);
    const last = await getManagersPage({ actor: province, unitId: 'tinh', text: '', page: 9, now: NOW });
    expect(last).toMatchObject({ ok: true, value: { list: { page: 2, pages: 2, count: 61 } } });
    expect(last.ok && last.value.list.rows).toHaveLength(11);
  });
});

describe('looking for whom to put in charge', () => {
  const search = (actor: Actor, personQuery: string, pageUnit: string) =>
    findChargeSearch({ actor, raw: { personQuery }, pageUnit, now: NOW });

  test('finds people of the branch by name, others by sign-in name only, and tells little of them', async () => {
    const { commune, school, agency } = await aWorld();
    const clerk = await inCharge(commune);
    await anAccount({ unit: school, fullName: 'Nông Thị Mai', birthYear: 1988 });
    const far = await anAccount({ unit: agency, fullName: 'Hoàng Văn Sơn', signInName: '0912345678' });
    expect(await search(clerk, 'nong thi mai', 'xa')).toMatchObject({
      ok: true,
      value: { people: [{ name: 'Nông Thị Mai', birthYear: 1988, unitName: 'Trường THCS' }], unit: { id: 'xa' } },
    });
    expect(await search(clerk, 'Hoàng Văn Sơn', 'xa')).toMatchObject({ ok: true, value: { people: [] } });
    const found = await search(clerk, '0912 345 678', 'xa');
    expect(found).toMatchObject({
      ok: true,
      value: { people: [{ accountId: far.id, name: 'Hoàng V. S', birthYear: undefined, unitName: undefined }] },
    });
    const looks = await (await database()).look.findMany({ where: { what: 'person' } });
    expect(looks.map((look) => look.actorId)).toEqual([clerk.accountId, clerk.accountId]);
  });

  test('by a block manager finds no people of other blocks by name', async () => {
    const { top, agency, commune } = await aWorld();
    const manager = await inCharge(top, COMMUNES);
    await anAccount({ unit: agency, fullName: 'Hoàng Văn Sơn' });
    const here = await anAccount({ unit: commune, fullName: 'Hoàng Văn Sơn' });
    const found = await search(manager, 'Hoàng Văn Sơn', 'tinh');
    expect(found.ok && found.value.people?.map(({ accountId }) => accountId)).toEqual([here.id]);
  });

  test('ends when numbers are tried one by one', async () => {
    const { commune } = await aWorld();
    const clerk = await inCharge(commune);
    const answers = new Set<string>();
    for (let at = 0; at < 61; at += 1) {
      const found = await search(clerk, `09000000${String(at).padStart(2, '0')}`, 'xa');
      answers.add(found.ok ? 'ok' : found.error);
    }
    expect([...answers]).toEqual(['ok', 'too-many-tries']);
  });
});

test('what somebody is in charge of is listed with units of a block, and nothing for others', async () => {
  const { top, commune } = await aWorld();
  const manager = await inCharge(top, COMMUNES);
  const both = { ...manager, grants: [...manager.grants, ...(await inCharge(commune)).grants] };
  expect(await listCharges(both, NOW)).toMatchObject([
    { unitId: 'xa', unitName: 'Xã Trường Hà', above: 'Tỉnh', block: undefined, units: [] },
    { unitId: 'tinh', block: COMMUNES, units: [{ id: 'xa-hai' }, { id: 'xa' }] },
  ]);
  expect(await listCharges(undefined, NOW)).toEqual([]);
  expect(await listCharges({ ...manager, grants: [] }, NOW)).toEqual([]);
});

test('the operator gives a role for one block, which must be there', async () => {
  const { top, commune } = await aWorld();
  const operator = {
    ...(await inCharge(top)),
    grants: [{ role: 'administrator', unitId: '', unitPath: '/' }],
  } as const;
  const { id } = await anAccount({ unit: commune });
  const give = (block: string) =>
    grantRole({ actor: operator, accountId: id, role: 'unitManager', unitId: 'tinh', block, now: NOW });
  expect(await give('Khối khác')).toEqual({ ok: false, error: 'block-not-here' });
  expect(await give(COMMUNES)).toEqual({ ok: true, value: undefined });
  expect(await grants(id)).toMatchObject([{ unitId: 'tinh', block: COMMUNES }]);
});
