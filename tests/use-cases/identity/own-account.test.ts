import { describe, expect, it } from 'vitest';
import type { Actor } from '#app/domain/identity/actor.ts';
import {
  changeBoardName,
  changePassword,
  getAccount,
  getBoardNames,
  grantRole,
  signIn,
} from '#app/features/identity/index.server.ts';
import { findActor } from '#app/features/identity/session.repo.server.ts';
import { database } from '#app/platform/db/client.server.ts';
import type { Account, Unit } from '#prisma/generated/sqlite/client.ts';
import { OPENING } from '#tests/support/clock.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { anAccount, aUnit } from '#tests/support/factories.ts';

useTestDatabase({ per: 'test' });

const PASSWORD = 'con suối chảy mãi';

const actorOf = (account: Account, unit: Unit, grants: Actor['grants'] = []): Actor => ({
  accountId: account.id,
  unitId: unit.id,
  unitPath: unit.path,
  birthYear: 1990,
  grants,
});

describe('the name on boards', () => {
  it('is short until the person turns the full name on, and again after turning it off', async () => {
    const unit = await aUnit();
    const account = await anAccount({ unit, fullName: 'Nguyễn Thị Hoa' });
    const actor = actorOf(account, unit);
    const shown = async () => (await getBoardNames([account.id, account.id, 'nobody'], OPENING)).get(account.id);
    expect(await shown()).toBe('Nguyễn T. H');
    await changeBoardName({ actor, showsFullName: true, now: OPENING });
    expect(await shown()).toBe('Nguyễn Thị Hoa');
    expect(await getAccount({ accountId: account.id, now: OPENING })).toMatchObject({
      value: { boardName: 'Nguyễn Thị Hoa' },
    });
    await changeBoardName({ actor, showsFullName: false, now: OPENING });
    expect(await shown()).toBe('Nguyễn T. H');
    expect(await (await database()).auditEntry.count({ where: { action: 'account.boardNameChanged' } })).toBe(2);
  });

  it('is nothing for people who do not exist', async () => {
    expect(await getBoardNames([], OPENING)).toEqual(new Map());
    expect(await getAccount({ accountId: 'nobody', now: OPENING })).toEqual({ ok: false, error: 'not-found' });
  });
});

describe('changing the password', () => {
  it('needs the current one, ends every session, and opens a new one', async () => {
    const unit = await aUnit();
    const account = await anAccount({ unit, signInName: 'doi.mat.khau', password: PASSWORD });
    const actor = actorOf(account, unit);
    const signedIn = await signIn({
      form: { signInName: 'doi.mat.khau', password: PASSWORD },
      clientAddress: '10.1.0.1',
      now: OPENING,
    });
    if (!signedIn.ok) throw new Error(signedIn.error);
    const wrong = await changePassword({
      actor,
      currentPassword: 'sai',
      newPassword: 'một câu rất khác',
      now: OPENING,
    });
    expect(wrong).toEqual({ ok: false, error: 'wrong-credentials' });
    const changed = await changePassword({
      actor,
      currentPassword: PASSWORD,
      newPassword: 'một câu rất khác',
      now: OPENING,
    });
    if (!changed.ok) throw new Error(changed.error);
    expect(await findActor(signedIn.value.sessionId, { now: OPENING })).toBeUndefined();
    expect(await findActor(changed.value.sessionId, { now: OPENING })).toMatchObject({ accountId: account.id });
    const before = await signIn({
      form: { signInName: 'doi.mat.khau', password: PASSWORD },
      clientAddress: '10.1.0.1',
      now: OPENING,
    });
    expect(before).toEqual({ ok: false, error: 'wrong-credentials' });
  });

  it.each([
    ['ngắn', 'passwordShort'],
    ['12345678', 'passwordCommon'],
    ['Mật khẩu', 'passwordCommon'],
    ['DOI.mat.khau', 'passwordLikeName'],
    ['x'.repeat(129), 'passwordLong'],
  ])('refuses weak password %#', async (newPassword, error) => {
    const unit = await aUnit();
    const account = await anAccount({ unit, signInName: 'doi.mat.khau', password: PASSWORD });
    const changed = await changePassword({
      actor: actorOf(account, unit),
      currentPassword: PASSWORD,
      newPassword,
      now: OPENING,
    });
    expect(changed).toEqual({ ok: false, error });
  });
});

describe('granting roles', () => {
  it('is for administrators, in their own branch', async () => {
    const [root, elsewhere] = [await aUnit(), await aUnit()];
    const unit = await aUnit({ parent: root });
    const account = await anAccount({ unit });
    const grant = (actor: Actor, at: Unit | string) =>
      grantRole({
        actor,
        accountId: account.id,
        role: 'unitManager',
        unitId: typeof at === 'string' ? at : at.id,
        now: OPENING,
      });
    const administrator = actorOf(account, unit, [{ role: 'administrator', unitId: root.id, unitPath: root.path }]);
    const manager = actorOf(account, unit, [{ role: 'unitManager', unitId: root.id, unitPath: root.path }]);
    expect(await grant(actorOf(account, unit), unit)).toEqual({ ok: false, error: 'forbidden' });
    expect(await grant(manager, unit)).toEqual({ ok: false, error: 'forbidden' });
    expect(await grant(administrator, elsewhere)).toEqual({ ok: false, error: 'forbidden' });
    expect(await grant(administrator, 'khong-co')).toEqual({ ok: false, error: 'unknown-unit' });
    expect(await (await database()).grant.count()).toBe(0);
    expect(await grant(administrator, unit)).toMatchObject({ ok: true });
    expect(await grant(administrator, unit)).toMatchObject({ ok: true });
    expect(await (await database()).grant.findMany()).toMatchObject([{ role: 'unitManager', unitId: unit.id }]);
    const nobody = await grantRole({
      actor: administrator,
      accountId: 'nobody',
      role: 'organizer',
      unitId: unit.id,
      now: OPENING,
    });
    expect(nobody).toEqual({ ok: false, error: 'not-found' });
  });
});
