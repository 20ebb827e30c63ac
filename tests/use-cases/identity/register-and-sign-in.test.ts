import { describe, expect, it, vi } from 'vitest';
import { CONSENT_VERSIONS } from '#app/domain/privacy/consents.ts';
import { DAY } from '#app/domain/kernel/time.ts';
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
    expect(await findActor(sessionId)).toMatchObject({ accountId, grants: [] });
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

  it('lets nobody in after ten wrong passwords for one name, right or not', async () => {
    await anAccount({ signInName: 'thu.nhieu', password: PASSWORD });
    const clientAddress = someAddress();
    for (let i = 0; i < 10; i += 1) {
      const answer = await signIn({ form: { signInName: 'Thu.Nhieu', password: 'sai' }, clientAddress, now: OPENING });
      expect(answer).toEqual({ ok: false, error: 'wrong-credentials' });
    }
    const answer = await signIn({
      form: { signInName: 'thu.nhieu', password: PASSWORD },
      clientAddress: someAddress(),
      now: OPENING,
    });
    expect(answer).toEqual({ ok: false, error: 'too-many-tries' });
  });

  it('gives the tries back after a right password', async () => {
    await anAccount({ signInName: 'hay.quen', password: PASSWORD });
    const tryWith = (password: string) =>
      signIn({ form: { signInName: 'hay.quen', password }, clientAddress: someAddress(), now: OPENING });
    for (let i = 0; i < 9; i += 1) await tryWith('sai');
    expect(await tryWith(PASSWORD)).toMatchObject({ ok: true });
    expect(await tryWith('sai')).toEqual({ ok: false, error: 'wrong-credentials' });
  });

  it('stops one address after 300 tries in a minute', async () => {
    const unit = await aUnit();
    await anAccount({ signInName: 'da.co', unit });
    // Refused before a hash is made, so the test is quick: the name is taken.
    const ask = () =>
      registerAccount({ form: aForm(unit.id, { signInName: 'da.co' }), clientAddress: '192.0.2.7', now: OPENING });
    for (let i = 0; i < 300; i += 1) expect(await ask()).toEqual({ ok: false, error: 'name-taken' });
    expect(await ask()).toEqual({ ok: false, error: 'too-many-tries' });
  });
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
    expect(await findActor(previousSessionId)).toBeUndefined();
    expect(await findActor(second.value.sessionId)).toBeDefined();
  });

  it('end at signing out', async () => {
    const registered = await register();
    if (!registered.ok) throw new Error(registered.error);
    const { sessionId } = registered.value;
    const actor = await findActor(sessionId);
    if (!actor) throw new Error('the session must be open');
    await signOut({ actor, sessionId, now: OPENING });
    await signOut({ actor, sessionId, now: OPENING });
    expect(await findActor(sessionId)).toBeUndefined();
  });

  it('are moved on when half used, and end after thirty days without use', async () => {
    const registered = await register();
    if (!registered.ok) throw new Error(registered.error);
    const { sessionId } = registered.value;
    const db = await database();
    const expiry = async () => (await db.session.findFirst())?.expiresAt.getTime() ?? 0;
    const before = await expiry();
    vi.useFakeTimers({ now: before - 16 * DAY, toFake: ['Date'] });
    try {
      await findActor(sessionId);
      expect(await expiry()).toBe(before);
      vi.setSystemTime(before - 10 * DAY);
      await findActor(sessionId);
      expect(await expiry()).toBe(before + 20 * DAY);
      vi.setSystemTime(before + 20 * DAY);
      expect(await findActor(sessionId)).toBeUndefined();
      expect(await db.session.count()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });

  it.each(['', 'x', "' OR 1=1 --", 'a'.repeat(40), 'a'.repeat(100_000)])(
    'are not opened by bad cookie %#',
    async (sessionId) => {
      expect(await findActor(sessionId)).toBeUndefined();
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
    expect(await findActor(signedIn.value.sessionId)).toMatchObject({
      grants: [{ role: 'administrator', unitPath: '/cao-bang/' }],
    });
    expect(await createAdmin({ ...command, password: 'một câu rất khác' })).toMatchObject({
      ok: true,
      value: { isNew: false },
    });
    expect(await findActor(signedIn.value.sessionId)).toBeUndefined();
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
