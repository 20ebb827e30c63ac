import { describe, expect, it } from 'vitest';
import { maskedName } from '#app/domain/identity/sign-in-name.ts';
import type { Actor } from '#app/domain/identity/actor.ts';
import {
  findAccountId,
  getAccount,
  giveItemRole,
  listItemTeam,
  registerAccount,
  sealAnew,
  sealPlainPhones,
  searchPeople,
  signIn,
} from '#app/features/identity/index.server.ts';
import { database } from '#app/platform/db/client.server.ts';
import { OPENING } from '#tests/support/clock.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { anAccount, aUnit } from '#tests/support/factories.ts';

useTestDatabase({ per: 'test' });

const PHONE = '0912345678';
const PASSWORD = 'con suối chảy mãi';

const organizerAt = (unit: { id: string; path: string }, accountId: string): Actor => ({
  accountId,
  unitId: unit.id,
  unitPath: unit.path,
  birthYear: 1980,
  grants: [{ role: 'organizer', unitId: unit.id, unitPath: unit.path }],
});

/** Everything that the tables hold, as one text. */
async function dump(): Promise<string> {
  const db = (await database()) as unknown as Record<string, { findMany(): Promise<unknown[]> } | undefined>;
  const models = Object.keys(db).filter((name) => !/^[_$]/u.test(name) && typeof db[name]?.findMany === 'function');
  expect(models.length).toBeGreaterThan(40);
  const rows: unknown[] = [];
  for (const name of models) rows.push(await db[name]?.findMany());
  return JSON.stringify(rows);
}

async function aPerson() {
  const unit = await aUnit();
  const form = { fullName: 'Nông Thị Ước', birthYear: 1990, signInName: PHONE, password: PASSWORD, unitId: unit.id };
  const registered = await registerAccount({
    form,
    clientAddress: '192.0.2.1',
    deviceHash: 'd'.repeat(64),
    now: OPENING,
  });
  if (!registered.ok) throw new Error(registered.error);
  return { unit, accountId: registered.value.accountId };
}

describe('a phone number', () => {
  it('stands in no table, whatever its owner does', async () => {
    const { unit, accountId } = await aPerson();
    const tryWith = (password: string) =>
      signIn({ form: { signInName: '+84 912.345.678', password }, clientAddress: '192.0.2.1', now: OPENING });
    expect(await tryWith('sai')).toEqual({ ok: false, error: 'wrong-credentials' });
    expect(await tryWith(PASSWORD)).toMatchObject({ ok: true, value: { accountId } });
    const actor = organizerAt(unit, (await anAccount({ unit })).id);
    await searchPeople({ personQuery: PHONE }, actor, OPENING);
    await giveItemRole({ actor, unitId: unit.id, role: 'itemAuthor', signInName: PHONE, now: OPENING });
    const all = await dump();
    expect(all).toContain('phone:');
    for (const written of [PHONE, '912345678', '0912 345 678', '+84']) expect(all).not.toContain(written);
  });

  it('is found in any spelling, seen whole by its owner and masked by others', async () => {
    const { unit, accountId } = await aPerson();
    expect(await findAccountId('84 912 345 678')).toBe(accountId);
    const actor = organizerAt(unit, (await anAccount({ unit })).id);
    expect((await searchPeople({ personQuery: '0912.345.678' }, actor, OPENING)).people).toMatchObject([{ accountId }]);
    expect(await getAccount({ accountId, now: OPENING })).toMatchObject({ value: { signInName: PHONE } });
    await giveItemRole({ actor, unitId: unit.id, role: 'itemAuthor', signInName: PHONE, now: OPENING });
    expect(await listItemTeam(unit.id)).toMatchObject([{ signInName: '09•• ••• 678' }]);
    expect(maskedName('nong.uoc')).toBe('nong.uoc');
  });

  it('from before numbers were sealed is found, sealed once, and found again', async () => {
    const unit = await aUnit();
    const people = [];
    for (let i = 0; i < 450; i += 1) {
      people.push({ signInName: `09${String(10_000_000 + i)}`, fullName: 'A B', foldedName: 'a b', birthYear: 1990 });
    }
    const db = await database();
    await db.account.createMany({
      data: people.map((person) => ({ ...person, unitId: unit.id, passwordHash: '!', createdAt: new Date(OPENING) })),
    });
    // A user name that begins like a number is none.
    await anAccount({ unit, signInName: '0abc' });
    const before = await findAccountId('0910000001');
    expect(before).toBeDefined();
    expect(await sealPlainPhones()).toBe(450);
    expect(await sealPlainPhones()).toBe(0);
    expect(await findAccountId('0910000001')).toBe(before);
    expect(await findAccountId('0abc')).toBeDefined();
    expect(await getAccount({ accountId: before ?? '', now: OPENING })).toMatchObject({
      value: { signInName: '0910000001' },
    });
    expect(await dump()).not.toContain('0910000001');
  });

  it('that was copied into another row does not open there', async () => {
    const { unit, accountId } = await aPerson();
    const other = await anAccount({ unit });
    const db = await database();
    const { phoneSealed } = await db.account.findUniqueOrThrow({ where: { id: accountId } });
    await db.account.update({ where: { id: other.id }, data: { signInName: 'phone:0', phoneSealed } });
    expect(await getAccount({ accountId: other.id, now: OPENING })).toMatchObject({
      value: { signInName: '0••• ••• •••' },
    });
  });

  it('is not sealed anew while the newest secret has sealed it', async () => {
    await aPerson();
    const db = await database();
    const before = await db.account.findFirst({ where: { phoneSealed: { not: null } } });
    for (const column of await sealAnew()) expect(column).toMatchObject({ sealed: 0, unreadable: 0 });
    expect((await db.account.findFirst({ where: { phoneSealed: { not: null } } }))?.phoneSealed).toBe(
      before?.phoneSealed,
    );
  });
});
