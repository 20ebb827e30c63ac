// Getting back into an account: by a code that a unit's manager gives, by mail, and by nothing else.
import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor, Role } from '#app/domain/identity/actor.ts';
import { MINUTE } from '#app/domain/kernel/time.ts';
import { CONSENT_VERSIONS } from '#app/domain/privacy/consents.ts';
import {
  getOwnEmail,
  getRecoveryNotices,
  getRecoveryPage,
  getConsents,
  giveEmail,
  issueRecoveryCode,
  recoverAccount,
  removeEmail,
  requestRecoveryCode,
  signIn,
  verifyEmail,
} from '#app/features/identity/index.server.ts';
import { openBody, openRecipient } from '#app/features/messages/message-body.server.ts';
import { findActor, openSession } from '#app/features/identity/session.repo.server.ts';
import { getUnitIndex } from '#app/features/units/index.server.ts';
import { database } from '#app/platform/db/client.server.ts';
import { forgetEverything } from '#app/platform/db/forget.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { anAccount, aUnit } from '#tests/support/factories.ts';
import type { Account, Unit } from '#prisma/generated/sqlite/client.ts';

useTestDatabase({ per: 'test' });
beforeEach(() => forgetEverything());

// why now: sessions end by the clock of the machine.
const NOW = Date.now();
const NEW = 'mua xuan nho nho';
let count = 0;
/** Names and addresses that no throttle has heard of. */
const fresh = (word: string): string => `${word}-${(count += 1)}`;

const actorOf = (account: Account, grants: { role: Role; unit: Unit; block?: string }[] = []): Actor => ({
  accountId: account.id,
  unitId: account.unitId,
  unitPath: '',
  birthYear: 1980,
  grants: grants.map(({ role, unit, block }) => ({ role, unitId: unit.id, unitPath: unit.path, block })),
});

async function aWorld() {
  const top = await aUnit({ id: 'tinh', name: 'Tỉnh' });
  const commune = await aUnit({ id: 'xa', parent: top, name: 'Xã Trường Hà', block: 'Khối xã' });
  const other = await aUnit({ id: 'xa-hai', parent: top, name: 'Xã Lũng Nặm', block: 'Khối xã' });
  const office = await aUnit({ id: 'so', parent: top, name: 'Sở Nội vụ', block: 'Khối sở' });
  const managerAccount = await anAccount({ unit: commune, fullName: 'Hoàng Văn Sơn' });
  const manager = actorOf(managerAccount, [{ role: 'unitManager', unit: commune }]);
  const person = await anAccount({
    unit: commune,
    fullName: 'Nông Thị Mai',
    signInName: fresh('mai'),
    password: 'mat khau da quen',
  });
  return { top, commune, other, office, manager, person };
}

const issue = (actor: Actor, accountId: string, unitId = 'xa', now = NOW) =>
  issueRecoveryCode({ actor, accountId, unitId, checkedBy: 'papers', now });
const recover = (signInName: string, code: string, given: { now?: number; password?: string; from?: string } = {}) =>
  recoverAccount({
    form: { signInName, code, password: given.password ?? NEW },
    clientAddress: given.from ?? fresh('10.0.0'),
    now: given.now ?? NOW + MINUTE,
  });

async function codeFor(actor: Actor, accountId: string): Promise<string> {
  const issued = await issue(actor, accountId);
  if (!issued.ok) throw new Error(issued.error);
  return issued.value.code;
}

describe('a code that a manager gives', () => {
  test('opens the account once: a new password, all other sessions over, and everything written down', async () => {
    const { manager, person } = await aWorld();
    const before = await inTransaction((tx) => openSession(tx, person.id, NOW));
    const issued = await issue(manager, person.id);
    expect(issued).toMatchObject({ ok: true, value: { fullName: 'Nông Thị Mai', expiresAt: NOW + 30 * MINUTE } });
    const code = issued.ok ? issued.value.code : '';
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/u);
    const recovered = await recover(person.signInName.toUpperCase(), ` ${code.toLowerCase().replace('-', ' ')} `);
    expect(recovered.ok).toBe(true);
    expect(await findActor(before, { now: Date.now() })).toBeUndefined();
    if (recovered.ok)
      expect(await findActor(recovered.value.sessionId, { now: Date.now() })).toMatchObject({ accountId: person.id });
    const by = (password: string) =>
      signIn({ form: { signInName: person.signInName, password }, clientAddress: fresh('10.1'), now: NOW + MINUTE });
    expect((await by('mat khau da quen')).ok).toBe(false);
    expect((await by(NEW)).ok).toBe(true);
    expect(await recover(person.signInName, code)).toEqual({ ok: false, error: 'wrong-code' });
    const acts = await (await database()).auditEntry.findMany({ where: { subject: `account:${person.id}` } });
    const said = acts.map(({ action, actorId, detail }) => [action, actorId, detail]);
    expect(said).toContainEqual(['recovery-code.issued', manager.accountId, '{"unitId":"xa","checkedBy":"papers"}']);
    expect(said).toContainEqual([
      'password.recovered',
      person.id,
      JSON.stringify({ by: 'manager', issuedById: manager.accountId }),
    ]);
    expect(await getRecoveryNotices(person.id, NOW + MINUTE)).toEqual([
      { kind: 'password.recovered', at: NOW + MINUTE, by: 'Hoàng Văn Sơn' },
      { kind: 'recovery-code.issued', at: NOW, by: 'Hoàng Văn Sơn' },
    ]);
  });

  test('lies nowhere in clear', async () => {
    const { manager, person } = await aWorld();
    const code = await codeFor(manager, person.id);
    const db = await database();
    const dump = JSON.stringify([
      await db.oneTimeCode.findMany(),
      await db.auditEntry.findMany(),
      await db.outgoingMessage.findMany(),
    ]);
    expect(dump).not.toContain(code);
    expect(dump).not.toContain(code.replace('-', ''));
  });

  test('is good for thirty minutes, and only for that person', async () => {
    const { manager, person, commune } = await aWorld();
    const other = await anAccount({ unit: commune, signInName: fresh('khac'), password: 'mat khau cu' });
    const code = await codeFor(manager, person.id);
    expect(await recover(other.signInName, code)).toEqual({ ok: false, error: 'wrong-code' });
    expect(await recover(person.signInName, code, { now: NOW + 30 * MINUTE })).toMatchObject({ ok: false });
    expect(await recover(person.signInName, code, { now: NOW + 30 * MINUTE - 1 })).toMatchObject({ ok: true });
  });

  test('takes the place of the one before', async () => {
    const { manager, person } = await aWorld();
    const first = await codeFor(manager, person.id);
    const second = await codeFor(manager, person.id);
    expect(await recover(person.signInName, first)).toMatchObject({ ok: false });
    expect(await recover(person.signInName, second)).toMatchObject({ ok: true });
  });

  test('is no good after five wrong ones, however many come at once', async () => {
    const { manager, person } = await aWorld();
    const code = await codeFor(manager, person.id);
    const wrong = code.startsWith('0') ? '11111-11111' : '00000-00000';
    await Promise.all(Array.from({ length: 9 }, () => recover(person.signInName, wrong)));
    expect((await (await database()).oneTimeCode.findFirst())?.tries).toBe(5);
    expect(await recover(person.signInName, code)).toEqual({ ok: false, error: 'wrong-code' });
  });

  test('opens once when it comes twice at the same time', async () => {
    const { manager, person } = await aWorld();
    const code = await codeFor(manager, person.id);
    const both = await Promise.all([recover(person.signInName, code), recover(person.signInName, code)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test('costs no try where what was typed is no code, and stays good when the new password is too weak', async () => {
    const { manager, person } = await aWorld();
    const code = await codeFor(manager, person.id);
    for (let i = 0; i < 6; i += 1) await recover(person.signInName, 'ABC');
    const weak = await recover(person.signInName, code, { password: 'Nông Thị Mai' });
    expect(weak.ok).toBe(false);
    expect(weak).not.toEqual({ ok: false, error: 'wrong-code' });
    expect(await recover(person.signInName, code)).toMatchObject({ ok: true });
  });

  test('leaves the second factor to be shown: the session has none, and proves nothing anew', async () => {
    const { top, person } = await aWorld();
    const admin = actorOf(await anAccount({ unit: top }), [{ role: 'administrator', unit: top }]);
    const data = { accountId: person.id, role: 'organizer', unitId: 'tinh', grantedAt: new Date(NOW) };
    await (await database()).grant.create({ data });
    const recovered = await recover(person.signInName, await codeFor(admin, person.id));
    expect(recovered.ok).toBe(true);
    const session = await (await database()).session.findFirstOrThrow({ where: { accountId: person.id } });
    expect([session.secondFactorAt, session.steppedUpAt]).toEqual([null, null]);
  });

  test('opens no account that is switched off', async () => {
    const { manager, person } = await aWorld();
    const code = await codeFor(manager, person.id);
    await (await database()).account.update({ where: { id: person.id }, data: { disabledAt: new Date(NOW) } });
    expect(await recover(person.signInName, code)).toEqual({ ok: false, error: 'wrong-code' });
    expect(await issue(manager, person.id)).toEqual({ ok: false, error: 'account-off' });
  });
});

describe('whom a manager may give a code', () => {
  test('nobody outside of the own part, nobody by the page of another unit, nobody without a right', async () => {
    const { manager, person, other, commune } = await aWorld();
    const stranger = await anAccount({ unit: other });
    expect(await issue(manager, stranger.id)).toEqual({ ok: false, error: 'unknown-person' });
    expect(await issue(manager, stranger.id, 'xa-hai')).toEqual({ ok: false, error: 'unknown-person' });
    expect(await issue(manager, person.id, 'xa-hai')).toEqual({ ok: false, error: 'unknown-person' });
    expect(await issue(manager, 'khong-co')).toEqual({ ok: false, error: 'unknown-person' });
    expect(await issue(manager, manager.accountId)).toEqual({ ok: false, error: 'own-account' });
    const plain = actorOf(await anAccount({ unit: commune }));
    const auditor = actorOf(await anAccount({ unit: commune }), [{ role: 'auditor', unit: commune }]);
    for (const actor of [plain, auditor]) expect(await issue(actor, person.id)).toMatchObject({ ok: false });
    expect(await (await database()).oneTimeCode.count()).toBe(0);
  });

  test('nobody with a role: an organizer of the own unit is not taken over by it', async () => {
    const { manager, top, commune, person } = await aWorld();
    for (const [role, unitId] of [
      ['organizer', 'tinh'],
      ['itemAuthor', 'tinh'],
      ['unitManager', 'xa'],
    ] as const) {
      const db = await database();
      await db.grant.deleteMany({ where: { accountId: person.id } });
      await db.grant.create({ data: { accountId: person.id, role, unitId, grantedAt: new Date(NOW) } });
      expect(await issue(manager, person.id), role).toEqual({ ok: false, error: 'person-has-roles' });
    }
    const organizer = actorOf(await anAccount({ unit: top }), [{ role: 'organizer', unit: top }]);
    expect(await issue(organizer, person.id)).toEqual({ ok: false, error: 'person-has-roles' });
    const admin = actorOf(await anAccount({ unit: top }), [{ role: 'administrator', unit: top }]);
    expect(await issue(admin, person.id)).toMatchObject({ ok: true });
    const below = actorOf(await anAccount({ unit: commune }), [{ role: 'administrator', unit: commune }]);
    expect(await issue(below, person.id)).toMatchObject({ ok: true });
    await (
      await database()
    ).grant.create({
      data: { accountId: person.id, role: 'itemAuthor', unitId: 'tinh', grantedAt: new Date(NOW) },
    });
    expect(await issue(below, person.id)).toEqual({ ok: false, error: 'person-has-roles' });
  });

  test('whoever has one block: only people of that block', async () => {
    const { top, person, office } = await aWorld();
    const clerk = actorOf(await anAccount({ unit: top }), [{ role: 'unitManager', unit: top, block: 'Khối xã' }]);
    const elsewhere = await anAccount({ unit: office, fullName: 'Nông Thị Mai Hoa' });
    expect(await issue(clerk, person.id)).toMatchObject({ ok: true });
    expect(await issue(clerk, elsewhere.id, 'so')).toEqual({ ok: false, error: 'unknown-person' });
    const place = (await getUnitIndex(NOW)).get('tinh');
    if (!place) throw new Error('no unit');
    const page = await getRecoveryPage({ actor: clerk, place, text: 'nong thi', page: 1, who: undefined, now: NOW });
    expect(page.ok && page.value.search.people.map(({ accountId }) => accountId)).toEqual([person.id]);
    const asked = await getRecoveryPage({ actor: clerk, place, text: '', page: 1, who: elsewhere.id, now: NOW });
    expect(asked.ok && asked.value.chosen).toBeUndefined();
  });
});

describe('the search', () => {
  const find = async (actor: Actor, text: string, page = 1) => {
    const place = (await getUnitIndex(NOW)).get('xa');
    if (!place) throw new Error('no unit');
    const found = await getRecoveryPage({ actor, place, text, page, who: undefined, now: NOW });
    if (!found.ok) throw new Error(found.error);
    return found.value.search;
  };

  test('finds by the beginning of a name, by the given name and by the name to sign in with; never everybody', async () => {
    const { manager, person, other } = await aWorld();
    await anAccount({ unit: other, fullName: 'Nông Thị Mai' });
    for (const text of ['Nông Thị', 'nong thi mai', 'MAI', person.signInName]) {
      expect(
        (await find(manager, text)).people.map(({ accountId }) => accountId),
        text,
      ).toEqual([person.id]);
    }
    for (const text of ['', '%', '_', '%%%', ' ']) expect((await find(manager, text)).people, text).toEqual([]);
    expect((await find(manager, 'n')).isTooShort).toBe(true);
  });

  test('gives pages of twenty, and says when a name is too common', async () => {
    const { manager, commune } = await aWorld();
    for (let i = 0; i < 45; i += 1) await anAccount({ unit: commune, fullName: 'Bế Văn Đàn' });
    const first = await find(manager, 'bế văn');
    expect([first.people.length, first.count, first.pages, first.isCut]).toEqual([20, 45, 3, false]);
    expect((await find(manager, 'bế văn', 3)).people).toHaveLength(5);
    expect((await find(manager, 'bế văn', 99)).page).toBe(3);
  });
});

const messages = async () =>
  (await (await database()).outgoingMessage.findMany({ orderBy: { createdAt: 'asc' } })).map((row) => ({
    purpose: row.purpose,
    to: openRecipient(row),
    ...openBody(row),
  }));

async function withEmail(account: Account, email: string): Promise<Actor> {
  const actor = actorOf(account);
  await giveEmail({ actor, email, now: NOW });
  const code = (await messages()).at(-1)?.values?.['code'] ?? '';
  expect(await verifyEmail({ actor, code, now: NOW })).toEqual({ ok: true, value: undefined });
  await (await database()).outgoingMessage.deleteMany();
  return actor;
}

describe('the own address', () => {
  test('counts once its code has come back, and is kept sealed', async () => {
    const { person } = await aWorld();
    const actor = actorOf(person);
    expect(await giveEmail({ actor, email: 'khong co', now: NOW })).toEqual({ ok: false, error: 'email-form' });
    await giveEmail({ actor, email: 'Mai@Example.VN', now: NOW });
    expect(await getOwnEmail(person.id, NOW)).toEqual({
      email: undefined,
      verifiedAt: undefined,
      pending: 'Mai@example.vn',
    });
    expect(await verifyEmail({ actor, code: '00000-00000', now: NOW })).toEqual({ ok: false, error: 'wrong-code' });
    const code = (await messages())[0]?.values?.['code'] ?? '';
    expect(await verifyEmail({ actor, code, now: NOW + 30 * MINUTE })).toMatchObject({ ok: false });
    expect(await verifyEmail({ actor, code, now: NOW + MINUTE })).toMatchObject({ ok: true });
    expect(await getOwnEmail(person.id, NOW)).toMatchObject({ email: 'Mai@example.vn', pending: undefined });
    expect(JSON.stringify(await (await database()).account.findMany())).not.toContain('example.vn');
    const agreed = async () => (await getConsents(person.id, NOW))?.purposes.find(({ purpose }) => purpose === 'email');
    expect(await agreed()).toMatchObject({ state: 'given', at: NOW + MINUTE, textVersion: CONSENT_VERSIONS.email });
    await removeEmail({ actor, now: NOW + 2 * MINUTE });
    expect(await agreed()).toMatchObject({ state: 'withdrawn', at: NOW + 2 * MINUTE });
  });

  test('is nobody else’s, and the one from before is told when it changes', async () => {
    const { person, commune } = await aWorld();
    const actor = await withEmail(person, 'mai@example.vn');
    const other = actorOf(await anAccount({ unit: commune }));
    await giveEmail({ actor: other, email: 'MAI@example.vn', now: NOW });
    const code = (await messages())[0]?.values?.['code'] ?? '';
    expect(await verifyEmail({ actor: other, code, now: NOW })).toEqual({ ok: false, error: 'email-taken' });
    await (await database()).outgoingMessage.deleteMany();
    await removeEmail({ actor, now: NOW });
    expect(await messages()).toMatchObject([{ purpose: 'emailChanged', to: 'mai@example.vn' }]);
    expect(await getOwnEmail(person.id, NOW)).toMatchObject({ email: undefined });
  });

  test('is asked for codes five times an hour at most', async () => {
    const { person } = await aWorld();
    const actor = actorOf(person);
    const given = [];
    for (let i = 0; i < 7; i += 1) given.push((await giveEmail({ actor, email: `a${i}@example.vn`, now: NOW })).ok);
    expect(given).toEqual([true, true, true, true, true, false, false]);
  });
});

describe('a code by mail', () => {
  const ask = (signInName: string, now = NOW) => requestRecoveryCode({ signInName, clientAddress: fresh('10.2'), now });

  test('goes to the verified address and opens the account; the address is told', async () => {
    const { person } = await aWorld();
    await withEmail(person, 'mai@example.vn');
    expect(await ask(person.signInName)).toEqual({ ok: true, value: undefined });
    const [sent] = await messages();
    expect(sent).toMatchObject({ purpose: 'recoveryCode', to: 'mai@example.vn', expiresAt: NOW + 30 * MINUTE });
    expect(await recover(person.signInName, sent?.values?.['code'] ?? '')).toMatchObject({ ok: true });
    expect((await messages()).map(({ purpose }) => purpose).toSorted()).toEqual(['passwordRecovered', 'recoveryCode']);
  });

  test('is answered alike and as late for who has none, is unknown, or is switched off; and is sent to nobody', async () => {
    const { person, commune } = await aWorld();
    const off = await anAccount({ unit: commune, signInName: fresh('tat') });
    await withEmail(off, 'tat@example.vn');
    await (await database()).account.update({ where: { id: off.id }, data: { disabledAt: new Date(NOW) } });
    for (const name of [person.signInName, off.signInName, fresh('khong-co'), '0912345678', '!!']) {
      const began = performance.now();
      expect(await ask(name), name).toEqual({ ok: true, value: undefined });
      expect(performance.now() - began, name).toBeGreaterThan(290);
    }
    expect(await messages()).toEqual([]);
  });

  test('is sent three times an hour at most, and says nothing about it', async () => {
    const { person } = await aWorld();
    await withEmail(person, 'mai@example.vn');
    for (let i = 0; i < 5; i += 1) expect((await ask(person.signInName)).ok).toBe(true);
    expect(await messages()).toHaveLength(3);
  });
});

test('a wrong code and an unknown name are one answer, which comes as late', async () => {
  const { manager, person } = await aWorld();
  await codeFor(manager, person.id);
  for (const name of [person.signInName, fresh('khong-co'), 'khong co']) {
    const began = performance.now();
    expect(await recover(name, '22222-22222'), name).toEqual({ ok: false, error: 'wrong-code' });
    if (name !== 'khong co') expect(performance.now() - began, name).toBeGreaterThan(390);
  }
});

test('codes cannot be tried without end, for one name or from one address', async () => {
  const name = fresh('ai-do');
  const tried = await Promise.all(Array.from({ length: 20 }, () => recover(name, '22222-22222')));
  expect(tried.filter((each) => !each.ok && each.error === 'too-many-tries')).toHaveLength(5);
  const from = fresh('10.9');
  const many = await Promise.all(Array.from({ length: 130 }, (_, i) => recover(`ten-${i}-${from}`, '2', { from })));
  expect(many.filter((each) => !each.ok && each.error === 'too-many-tries')).toHaveLength(10);
});
