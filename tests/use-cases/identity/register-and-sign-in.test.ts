import { hash } from '@node-rs/argon2';
import { describe, expect, it } from 'vitest';
import { CONSENT_VERSIONS } from '#app/domain/privacy/consents.ts';
import { DAY, SECOND } from '#app/domain/kernel/time.ts';
import { createAdmin, getAccount, registerAccount, signIn, signOut } from '#app/features/identity/index.server.ts';
import { findActor } from '#app/features/identity/session.repo.server.ts';
import { database } from '#app/platform/db/client.server.ts';
import { OPENING } from '#tests/support/clock.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { anAccount, aUnit } from '#tests/support/factories.ts';

useTestDatabase({ per: 'test' });

const PASSWORD = 'con suối chảy mãi';
let visitors = 0;
const someAddress = (): string => `10.0.0.${(visitors += 1)}`;

const aForm = (unitId: string, given: object = {}) => ({
  fullName: 'Nông Thị Ước',
  birthYear: 1990,
  signInName: '0912345678',
  password: PASSWORD,
  unitId,
  ...given,
});

async function register(given: object = {}) {
  const unit = await aUnit();
  return registerAccount({ form: aForm(unit.id, given), clientAddress: someAddress(), now: OPENING });
}

describe('registering', () => {
  it('stores hashes only, keeps the consent and its version, and gives no role', async () => {
    const registered = await register();
    if (!registered.ok) throw new Error(registered.error);
    const { accountId, sessionId } = registered.value;
    const db = await database();
    const account = await db.account.findUniqueOrThrow({
      where: { id: accountId },
      include: { sessions: true, consents: true, grants: true },
    });
    expect(account.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(account.sessions).toHaveLength(1);
    expect(account.sessions[0]?.idHash).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify(account)).not.toContain(sessionId);
    const given = { givenAt: new Date(OPENING), channel: 'web', guardian: '', withdrawnAt: null };
    expect(account.consents.toSorted((a, b) => (a.purpose < b.purpose ? -1 : 1))).toMatchObject([
      { ...given, purpose: 'contest', textVersion: CONSENT_VERSIONS.contest },
      { ...given, purpose: 'traces', textVersion: CONSENT_VERSIONS.traces },
    ]);
    expect(account.grants).toEqual([]);
    expect(account.foldedName).toBe('nong thi uoc');
    expect(await findActor(sessionId, { now: OPENING })).toMatchObject({ accountId, grants: [] });
    expect(await db.auditEntry.findMany()).toMatchObject([{ action: 'account.registered', actorId: accountId }]);
  });

  it('refuses a name that is taken, also when two people ask at the same moment', async () => {
    const unit = await aUnit();
    const both = await Promise.all(
      [1, 2].map(() => registerAccount({ form: aForm(unit.id), clientAddress: someAddress(), now: OPENING })),
    );
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    expect(both.find((one) => !one.ok)).toEqual({ ok: false, error: 'name-taken' });
    expect(await (await database()).account.count()).toBe(1);
  });

  it.each(['khong-co', ''])('refuses the unit "%s"', async (unitId) => {
    expect(await register({ unitId })).toEqual({ ok: false, error: 'unknown-unit' });
  });

  it('refuses a unit that has units below, or has ended', async () => {
    const [parent, ended] = [await aUnit(), await aUnit()];
    await aUnit({ parent });
    await (await database()).unit.update({ where: { id: ended.id }, data: { validTo: new Date(OPENING) } });
    expect(await register({ unitId: parent.id })).toEqual({ ok: false, error: 'unknown-unit' });
    expect(await register({ unitId: ended.id })).toEqual({ ok: false, error: 'unknown-unit' });
  });
});

describe('signing in', () => {
  it('takes the phone number in any spelling, and the password from any keyboard', async () => {
    await anAccount({ signInName: '0912345678', password: PASSWORD.normalize('NFC') });
    for (const typed of ['0912345678', '+84 912 345 678', '84.912.345.678', ' 0912.345.678 ']) {
      const form = { signInName: typed, password: PASSWORD.normalize('NFD') };
      expect(await signIn({ form, clientAddress: someAddress(), now: OPENING })).toMatchObject({ ok: true });
    }
  });

  it('says the same for a wrong password, an unknown name, no name at all, and an account that is closed', async () => {
    await anAccount({ signInName: 'nong.uoc', password: PASSWORD });
    await anAccount({ signInName: 'khoa.lai' });
    for (const [signInName, password] of [
      ['nong.uoc', 'sai mật khẩu'],
      ['khong.co.ai', PASSWORD],
      ['ờ', PASSWORD],
      ['khoa.lai', '!'],
    ] as const) {
      const answer = await signIn({ form: { signInName, password }, clientAddress: someAddress(), now: OPENING });
      expect(answer).toEqual({ ok: false, error: 'wrong-credentials' });
    }
    expect(await (await database()).session.count()).toBe(0);
  });

  it('makes the sixth wrong password from one network wait, and lets the right one in from another', async () => {
    await anAccount({ signInName: 'thu.nhieu', password: PASSWORD });
    const tryFrom = (clientAddress: string, password: string, now = OPENING) =>
      signIn({ form: { signInName: 'Thu.Nhieu', password }, clientAddress, now });
    for (let i = 0; i < 5; i += 1) {
      expect(await tryFrom(`192.0.2.${i}`, 'sai')).toEqual({ ok: false, error: 'wrong-credentials' });
    }
    expect(await tryFrom('192.0.2.9', PASSWORD)).toEqual({ ok: false, error: 'too-many-tries' });
    expect(await tryFrom('198.51.100.9', PASSWORD)).toMatchObject({ ok: true });
    expect(await tryFrom('192.0.2.9', PASSWORD, OPENING + 6 * SECOND)).toMatchObject({ ok: true });
  });

  it('makes an old hash anew once the password is typed, and the password still opens the account', async () => {
    const account = await anAccount({ signInName: 'bam.cu', password: PASSWORD });
    const old = await hash(PASSWORD, { memoryCost: 8_192, timeCost: 1, parallelism: 1 });
    const db = await database();
    await db.account.update({ where: { id: account.id }, data: { passwordHash: old } });
    const tryWith = (password: string) =>
      signIn({ form: { signInName: 'bam.cu', password }, clientAddress: someAddress(), now: OPENING });
    const stored = async () => (await db.account.findUniqueOrThrow({ where: { id: account.id } })).passwordHash;
    await tryWith('sai');
    expect(await stored()).toBe(old);
    expect(await tryWith(PASSWORD)).toMatchObject({ ok: true });
    const renewed = await stored();
    expect(renewed).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/u);
    expect(await tryWith(PASSWORD)).toMatchObject({ ok: true });
    expect(await stored()).toBe(renewed);
  });

  it('an account that is switched off answers as a wrong password does', async () => {
    const account = await anAccount({ signInName: 'da.tat', password: PASSWORD });
    const db = await database();
    await db.account.update({ where: { id: account.id }, data: { disabledAt: new Date(OPENING) } });
    const form = { signInName: 'da.tat', password: PASSWORD };
    expect(await signIn({ form, clientAddress: someAddress(), now: OPENING })).toEqual({
      ok: false,
      error: 'wrong-credentials',
    });
  });

  it('gives the tries back after a right password', async () => {
    await anAccount({ signInName: 'hay.quen', password: PASSWORD });
    const tryWith = (password: string) =>
      signIn({ form: { signInName: 'hay.quen', password }, clientAddress: someAddress(), now: OPENING });
    for (let i = 0; i < 4; i += 1) await tryWith('sai');
    expect(await tryWith(PASSWORD)).toMatchObject({ ok: true });
    expect(await tryWith('sai')).toEqual({ ok: false, error: 'wrong-credentials' });
  });

  it('stops one address after 300 tries in a minute', async () => {
    // Names that are none cost as much as others; a few are enough to try the limit of the address.
    const ask = (i: number) =>
      signIn({ form: { signInName: `ai.do.${i}`, password: 'x' }, clientAddress: '192.0.2.7', now: OPENING });
    const answers = await Promise.all(Array.from({ length: 310 }, (_, i) => ask(i)));
    expect(answers.filter((one) => !one.ok && one.error === 'too-many-tries').length).toBeGreaterThanOrEqual(10);
  }, 60_000);
});

describe('sessions', () => {
  it('have a new id at every sign-in, and the one before ends', async () => {
    const first = await register();
    if (!first.ok) throw new Error(first.error);
    const form = { signInName: '0912345678', password: PASSWORD };
    const previousSessionId = first.value.sessionId;
    const second = await signIn({ form, clientAddress: someAddress(), previousSessionId, now: OPENING });
    if (!second.ok) throw new Error(second.error);
    expect(second.value.sessionId).not.toBe(previousSessionId);
    expect(await findActor(previousSessionId, { now: OPENING })).toBeUndefined();
    expect(await findActor(second.value.sessionId, { now: OPENING })).toBeDefined();
  });

  it('end at signing out', async () => {
    const registered = await register();
    if (!registered.ok) throw new Error(registered.error);
    const { sessionId } = registered.value;
    const actor = await findActor(sessionId, { now: OPENING });
    if (!actor) throw new Error('the session must be open');
    await signOut({ actor, sessionId, now: OPENING });
    await signOut({ actor, sessionId, now: OPENING });
    expect(await findActor(sessionId, { now: OPENING })).toBeUndefined();
  });

  it('end after thirty days without use, and after ninety however much they are used', async () => {
    const registered = await register();
    if (!registered.ok) throw new Error(registered.error);
    const { sessionId } = registered.value;
    const db = await database();
    for (const day of [29, 58, 87]) expect(await findActor(sessionId, { now: OPENING + day * DAY })).toBeDefined();
    expect((await db.session.findFirstOrThrow()).expiresAt).toEqual(new Date(OPENING + 90 * DAY));
    expect(await findActor(sessionId, { now: OPENING + 90 * DAY })).toBeUndefined();
    expect(await db.session.count()).toBe(0);
    const again = await signIn({
      form: { signInName: '0912345678', password: PASSWORD },
      clientAddress: someAddress(),
      now: OPENING,
    });
    if (!again.ok) throw new Error(again.error);
    expect(await findActor(again.value.sessionId, { now: OPENING + 30 * DAY })).toBeUndefined();
  });

  it.each(['', 'x', "' OR 1=1 --", 'a'.repeat(40), 'a'.repeat(100_000)])(
    'are not opened by bad cookie %#',
    async (sessionId) => {
      expect(await findActor(sessionId, { now: OPENING })).toBeUndefined();
    },
  );
});

describe('the administrator of the command line', () => {
  it('is made once, and made again gets a new password and loses the open sessions', async () => {
    await aUnit({ id: 'cao-bang' });
    const command = { signInName: 'quan.tri', fullName: 'Quản Trị', birthYear: 1980, now: OPENING };
    const first = await createAdmin({ ...command, password: PASSWORD });
    expect(first).toMatchObject({ ok: true, value: { isNew: true } });
    const signedIn = await signIn({
      form: { signInName: 'quan.tri', password: PASSWORD },
      clientAddress: someAddress(),
      now: OPENING,
    });
    if (!signedIn.ok) throw new Error(signedIn.error);
    expect(await findActor(signedIn.value.sessionId, { now: OPENING })).toMatchObject({
      grants: [],
      isHeldBack: true,
      heldRoles: ['administrator'],
    });
    expect(await createAdmin({ ...command, password: 'một câu rất khác' })).toMatchObject({
      ok: true,
      value: { isNew: false },
    });
    expect(await findActor(signedIn.value.sessionId, { now: OPENING })).toBeUndefined();
    const account = await getAccount({ accountId: signedIn.value.accountId, now: OPENING });
    expect(account).toMatchObject({ ok: true, value: { roles: [{ role: 'administrator' }] } });
  });

  it.each([
    ['x', PASSWORD, 'invalid'],
    ['quan.tri', 'ngắn', 'passwordShort'],
    ['quan.tri', PASSWORD, 'unknown-unit'],
  ])('is refused: %s %s', async (signInName, password, error) => {
    expect(await createAdmin({ signInName, password, fullName: 'Quản Trị', birthYear: 1980, now: OPENING })).toEqual({
      ok: false,
      error,
    });
  });
});
