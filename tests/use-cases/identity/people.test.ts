// Accounts of others: who finds whom, who gives and takes which role, who may lock whom out.
import { beforeEach, describe, expect, test } from 'vitest';
import { ROLES, type Actor, type Role } from '#app/domain/identity/actor.ts';
import {
  doAccountAct,
  getPerson,
  givePersonRole,
  listPeople,
  takePersonRole,
} from '#app/features/identity/index.server.ts';
import type { AccountAct } from '#app/features/identity/people/person.schema.ts';
import { findActor, openSession } from '#app/features/identity/session.repo.server.ts';
import { database } from '#app/platform/db/client.server.ts';
import { forgetEverything } from '#app/platform/db/forget.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { anAccount, aUnit } from '#tests/support/factories.ts';
import type { Unit } from '#prisma/generated/sqlite/client.ts';

useTestDatabase({ per: 'test' });
beforeEach(() => forgetEverything());

const NOW = Date.now();
const REASON = 'Theo quyết định số 12';

async function aWorld() {
  const top = await aUnit({ id: 'tinh' });
  const north = await aUnit({ id: 'bac', parent: top, block: 'Khối xã' });
  const below = await aUnit({ id: 'bac-1', parent: north, block: 'Khối xã' });
  const south = await aUnit({ id: 'nam', parent: top, block: 'Khối sở' });
  return { top, north, below, south };
}

async function somebody(unit: Unit, grants: { role: Role; unit: Unit; block?: string }[] = []): Promise<Actor> {
  const account = await anAccount({ unit });
  for (const { role, unit: at, block = '' } of grants) {
    const data = { accountId: account.id, role, unitId: at.id, block, grantedAt: new Date(NOW) };
    await (await database()).grant.create({ data });
  }
  const held = grants.map(({ role, unit: at, block }) => ({ role, unitId: at.id, unitPath: at.path, block }));
  return { accountId: account.id, unitId: unit.id, unitPath: unit.path, birthYear: 1990, grants: held };
}

const give = (actor: Actor, accountId: string, role: Role, unitId: string, block?: string) =>
  givePersonRole({ actor, accountId, role, unitId, block, reason: REASON, now: NOW });
const take = (actor: Actor, accountId: string, role: Role, unitId: string, block?: string) =>
  takePersonRole({ actor, accountId, role, unitId, block, reason: REASON, now: NOW });
const act = (actor: Actor, accountId: string, what: AccountAct) =>
  doAccountAct({ actor, accountId, act: what, reason: REASON, now: NOW });
const rolesOf = async (accountId: string) =>
  (await (await database()).grant.findMany({ where: { accountId }, orderBy: { role: 'asc' } })).map(
    ({ role, unitId, block }) => [role, unitId, block].join(' '),
  );

describe('a role', () => {
  test('of any kind is given and taken by an administrator, once, with the reason', async () => {
    const { top, north } = await aWorld();
    const admin = await somebody(top, [{ role: 'administrator', unit: top }]);
    const { accountId } = await somebody(north);
    for (const role of ROLES) {
      expect(await give(admin, accountId, role, 'bac'), role).toEqual({ ok: true, value: undefined });
      expect(await give(admin, accountId, role, 'bac'), role).toEqual({ ok: true, value: undefined });
      expect(await rolesOf(accountId)).toEqual([`${role} bac `]);
      expect(await take(admin, accountId, role, 'bac'), role).toEqual({ ok: true, value: undefined });
      expect(await take(admin, accountId, role, 'bac'), role).toEqual({ ok: false, error: 'nothing-there' });
    }
    const noted = await (await database()).auditEntry.findMany({ where: { subject: `account:${accountId}` } });
    expect(noted).toHaveLength(ROLES.length * 2);
    expect(JSON.parse(noted[0]?.detail ?? '')).toMatchObject({ role: ROLES[0], unitId: 'bac', reason: REASON });
  });

  test('is given by nobody who is no administrator, whatever else they are', async () => {
    const { top, north } = await aWorld();
    const { accountId } = await somebody(north);
    for (const own of ROLES.filter((role) => role !== 'administrator')) {
      const actor = await somebody(top, [{ role: own, unit: top }]);
      for (const role of ROLES) {
        expect(await give(actor, accountId, role, 'bac'), `${own} gives ${role}`).toEqual({
          ok: false,
          error: 'forbidden',
        });
        expect(await give(actor, actor.accountId, role, 'bac'), `${own} takes ${role}`).toEqual({
          ok: false,
          error: 'forbidden',
        });
      }
    }
    expect(await rolesOf(accountId)).toEqual([]);
  });

  test('above or beside the own part, or of all of a branch by who has a block, is out of reach', async () => {
    const { top, north, below } = await aWorld();
    const admin = await somebody(north, [{ role: 'administrator', unit: north }]);
    const { accountId } = await somebody(below);
    for (const role of ROLES) {
      for (const unitId of ['tinh', 'nam']) {
        expect(await give(admin, accountId, role, unitId)).toEqual({ ok: false, error: 'beyond-own-reach' });
        expect(await give(admin, admin.accountId, role, unitId)).toEqual({ ok: false, error: 'beyond-own-reach' });
      }
      expect(await give(admin, accountId, role, 'bac-1')).toMatchObject({ ok: true });
    }
    const ofBlock = await somebody(top, [{ role: 'administrator', unit: top, block: 'Khối xã' }]);
    expect(await give(ofBlock, accountId, 'organizer', 'tinh')).toEqual({ ok: false, error: 'beyond-own-reach' });
    expect(await give(ofBlock, accountId, 'organizer', 'tinh', 'Khối sở')).toEqual({
      ok: false,
      error: 'beyond-own-reach',
    });
    expect(await give(ofBlock, accountId, 'unitManager', 'tinh', 'Khối xã')).toMatchObject({ ok: true });
  });

  test('goes to nobody outside of the own part, nobody who is off, and to no block that is not there', async () => {
    const { top, north, south } = await aWorld();
    const admin = await somebody(north, [{ role: 'administrator', unit: north }]);
    const stranger = await somebody(south);
    expect(await give(admin, stranger.accountId, 'organizer', 'bac')).toEqual({ ok: false, error: 'unknown-person' });
    expect(await give(admin, 'khong-co', 'organizer', 'bac')).toEqual({ ok: false, error: 'unknown-person' });
    const chief = await somebody(top, [{ role: 'administrator', unit: top }]);
    expect(await give(chief, stranger.accountId, 'organizer', 'khong-co')).toEqual({
      ok: false,
      error: 'unknown-unit',
    });
    expect(await give(chief, stranger.accountId, 'unitManager', 'bac', 'Khối sở')).toMatchObject({
      error: 'block-not-here',
    });
    await act(chief, stranger.accountId, 'disable');
    expect(await give(chief, stranger.accountId, 'organizer', 'nam')).toEqual({ ok: false, error: 'account-off' });
  });

  test('as the last administrator is kept: by oneself, by another, and when two take each other’s at once', async () => {
    const { top } = await aWorld();
    const one = await somebody(top, [{ role: 'administrator', unit: top }]);
    expect(await take(one, one.accountId, 'administrator', 'tinh')).toEqual({ ok: false, error: 'last-administrator' });
    const two = await somebody(top, [{ role: 'administrator', unit: top }]);
    const both = await Promise.all([
      take(one, two.accountId, 'administrator', 'tinh'),
      take(two, one.accountId, 'administrator', 'tinh'),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await (await database()).grant.count({ where: { role: 'administrator' } })).toBe(1);
  });
});

describe('an account', () => {
  test('that is switched off has no session and gets one again only when it is on', async () => {
    const { top, north } = await aWorld();
    const admin = await somebody(top, [{ role: 'administrator', unit: top }]);
    const { accountId } = await somebody(north);
    const session = await inTransaction((tx) => openSession(tx, accountId, NOW));
    expect(await act(admin, accountId, 'disable')).toEqual({ ok: true, value: undefined });
    expect(await findActor(session, { now: Date.now() })).toBeUndefined();
    expect(await act(admin, accountId, 'disable')).toEqual({ ok: false, error: 'nothing-there' });
    expect(await getPerson({ actor: admin, accountId, now: NOW })).toMatchObject({
      value: { isOff: true, disabledAt: NOW },
    });
    expect(await act(admin, accountId, 'enable')).toEqual({ ok: true, value: undefined });
    expect(await act(admin, accountId, 'enable')).toEqual({ ok: false, error: 'nothing-there' });
    const noted = await (await database()).auditEntry.findMany({ where: { subject: `account:${accountId}` } });
    expect(noted.map(({ action, detail }) => [action, detail])).toEqual([
      ['account.disabled', JSON.stringify({ reason: REASON })],
      ['account.enabled', JSON.stringify({ reason: REASON })],
    ]);
  });

  test('loses its sessions, or its second factor with them', async () => {
    const { top, north } = await aWorld();
    const admin = await somebody(top, [{ role: 'administrator', unit: top }]);
    const { accountId } = await somebody(north);
    const open = () => inTransaction((tx) => openSession(tx, accountId, NOW));
    const [first, second] = [await open(), await open()];
    expect(await act(admin, accountId, 'end-sessions')).toMatchObject({ ok: true });
    for (const session of [first, second]) expect(await findActor(session, { now: Date.now() })).toBeUndefined();
    expect(await act(admin, accountId, 'remove-factors')).toEqual({ ok: false, error: 'nothing-there' });
    const db = await database();
    const at = new Date(NOW);
    await db.totp.create({ data: { accountId, secret: 'x', createdAt: at, confirmedAt: at } });
    await db.spareCode.create({ data: { accountId, codeHash: 'x', createdAt: at } });
    const third = await open();
    expect(await getPerson({ actor: admin, accountId, now: NOW })).toMatchObject({
      value: { access: { sessions: 1, hasTotp: true, spareCodes: 1, passkeys: 0 } },
    });
    expect(await act(admin, accountId, 'remove-factors')).toMatchObject({ ok: true });
    expect([await db.totp.count(), await db.spareCode.count()]).toEqual([0, 0]);
    expect(await findActor(third, { now: Date.now() })).toBeUndefined();
  });

  test('of oneself, of somebody beyond the own part, and by who is no administrator is left alone', async () => {
    const { top, north, south } = await aWorld();
    const chief = await somebody(top, [{ role: 'administrator', unit: top }]);
    const admin = await somebody(north, [{ role: 'administrator', unit: north }]);
    const stranger = await somebody(south);
    const above = await somebody(north, [{ role: 'organizer', unit: top }]);
    const person = await somebody(north);
    for (const what of ['disable', 'end-sessions', 'remove-factors'] as const) {
      expect(await act(chief, chief.accountId, what)).toEqual({ ok: false, error: 'own-account' });
      expect(await act(admin, stranger.accountId, what)).toEqual({ ok: false, error: 'unknown-person' });
      expect(await act(admin, above.accountId, what)).toEqual({ ok: false, error: 'beyond-own-reach' });
      for (const role of ROLES.filter((each) => each !== 'administrator')) {
        const actor = await somebody(top, [{ role, unit: top }]);
        expect(await act(actor, person.accountId, what), role).toEqual({ ok: false, error: 'unknown-person' });
      }
    }
  });
});

describe('the list', () => {
  const list = async (actor: Actor, text = '', unitId = '') => {
    const found = await listPeople({ actor, text, unitId, page: 1, now: NOW });
    return found.ok ? found.value.people.map(({ accountId }) => accountId).toSorted() : found.error;
  };

  test('is for administrators, and has people of their part alone', async () => {
    const { top, north, south } = await aWorld();
    const admin = await somebody(north, [{ role: 'administrator', unit: north }]);
    const [mine, theirs] = [
      await anAccount({ unit: north, fullName: 'Bế Văn Đàn', signInName: 'be.van.dan' }),
      await anAccount({ unit: south, fullName: 'Bế Văn Đàn', signInName: 'be.van.dan2' }),
    ];
    expect(await list(admin)).toEqual([admin.accountId]);
    expect(await list(admin, 'be van')).toEqual([mine.id]);
    expect(await list(admin, 'be.van.dan')).toEqual([mine.id]);
    expect(await list(admin, 'be.van.dan2')).toEqual([]);
    expect(await list(admin, 'bế', 'nam')).toEqual([mine.id]);
    const chief = await somebody(top, [{ role: 'administrator', unit: top }]);
    expect(await list(chief, 'bế văn đàn')).toEqual([mine.id, theirs.id].toSorted());
    expect(await list(chief, 'bế văn đàn', 'nam')).toEqual([theirs.id]);
    for (const role of ROLES.filter((each) => each !== 'administrator')) {
      const actor = await somebody(top, [{ role, unit: top }]);
      expect(await list(actor, 'be van'), role).toBe('forbidden');
      expect(await getPerson({ actor, accountId: mine.id, now: NOW }), role).toEqual({ ok: false, error: 'forbidden' });
    }
    expect(await getPerson({ actor: admin, accountId: theirs.id, now: NOW })).toEqual({
      ok: false,
      error: 'not-found',
    });
  });

  test('shows a phone number with its middle hidden, and finds it whole', async () => {
    const { top } = await aWorld();
    const chief = await somebody(top, [{ role: 'administrator', unit: top }]);
    await anAccount({ unit: top, signInName: '0912345678' });
    const found = await listPeople({ actor: chief, text: '+84 912 345 678', unitId: '', page: 1, now: NOW });
    expect(found.ok && found.value.people.map(({ signInName }) => signInName)).toEqual(['09•• ••• 678']);
  });
});
