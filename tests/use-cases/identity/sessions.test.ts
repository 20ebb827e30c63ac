import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE, SECOND } from '#app/domain/kernel/time.ts';
import { endOtherSessions, endSession, grantRole, listSessions, signIn } from '#app/features/identity/index.server.ts';
import {
  closeSession,
  findActor,
  findStepUp,
  openSession,
  renewSession,
} from '#app/features/identity/session.repo.server.ts';
import { database } from '#app/platform/db/client.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { OPENING } from '#tests/support/clock.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { anAccount, aUnit } from '#tests/support/factories.ts';

useTestDatabase({ per: 'test' });

const CHROME = 'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36';
const FULL = { secondFactorAt: OPENING, steppedUpAt: OPENING };

const opened = (accountId: string, now = OPENING, proofs: object = FULL): Promise<string> =>
  inTransaction((tx) => openSession(tx, accountId, now, proofs));

async function aManager() {
  const unit = await aUnit();
  return anAccount({ unit, grants: [{ role: 'unitManager', unit }] });
}

describe('a session of somebody with a role', () => {
  it('ends after half an hour without use, and its row with it', async () => {
    const sessionId = await opened((await aManager()).id);
    expect(await findActor(sessionId, { now: OPENING + 29 * MINUTE })).toBeDefined();
    expect(await findActor(sessionId, { now: OPENING + 58 * MINUTE })).toBeDefined();
    expect(await findActor(sessionId, { now: OPENING + 88 * MINUTE })).toBeUndefined();
    expect(await (await database()).session.count()).toBe(0);
  });

  it('ends after twelve hours however much it is used, and a new id does not lengthen it', async () => {
    let sessionId = await opened((await aManager()).id);
    for (let at = OPENING; at < OPENING + 12 * HOUR; at += 20 * MINUTE) {
      expect(await findActor(sessionId, { now: at })).toBeDefined();
      const renewed = await inTransaction((tx) => renewSession(tx, sessionId, at, { steppedUpAt: at }));
      expect(renewed).toMatch(/^[a-z2-7]{40}$/);
      sessionId = renewed ?? '';
    }
    expect(await findActor(sessionId, { now: OPENING + 12 * HOUR })).toBeUndefined();
  });

  it('holds for a contestant who gets a role: the session ends, and the next one is short', async () => {
    const [account, giver] = [await anAccount(), await aManager()];
    const sessionId = await opened(account.id, OPENING, { steppedUpAt: OPENING });
    const unit = await aUnit({ id: 'tinh' });
    const actor = {
      accountId: giver.id,
      unitId: unit.id,
      unitPath: unit.path,
      birthYear: 1980,
      grants: [{ role: 'administrator' as const, unitId: unit.id, unitPath: unit.path }],
    };
    const given = { actor, accountId: account.id, role: 'organizer' as const, unitId: unit.id, now: OPENING };
    expect(await grantRole(given)).toMatchObject({ ok: true });
    expect(await findActor(sessionId, { now: OPENING })).toBeUndefined();
    const next = await opened(account.id, OPENING, {});
    // Given again it changes nothing, so nobody is signed out.
    await grantRole(given);
    expect(await findActor(next, { now: OPENING })).toMatchObject({ isHeldBack: true, heldRoles: ['organizer'] });
    expect(await findActor(next, { now: OPENING + 30 * MINUTE })).toBeUndefined();
  });
});

describe('the use of a session', () => {
  it('is written down once a minute, however many pages are read', async () => {
    const sessionId = await opened((await anAccount()).id);
    const db = await database();
    const seen = async () => (await db.session.findFirstOrThrow()).lastSeenAt?.getTime();
    await findActor(sessionId, { now: OPENING + SECOND, userAgent: CHROME });
    expect(await seen()).toBe(OPENING + SECOND);
    await findActor(sessionId, { now: OPENING + 59 * SECOND, userAgent: CHROME });
    expect(await seen()).toBe(OPENING + SECOND);
    await findActor(sessionId, { now: OPENING + 61 * SECOND, userAgent: CHROME });
    expect(await seen()).toBe(OPENING + 61 * SECOND);
  });

  it('names the device by its first request only', async () => {
    const account = await anAccount();
    const sessionId = await opened(account.id);
    const actor = await findActor(sessionId, { now: OPENING, userAgent: CHROME });
    await findActor(sessionId, { now: OPENING + 2 * MINUTE, userAgent: 'Mozilla/5.0 Firefox/128.0' });
    if (!actor) throw new Error('the session must be open');
    expect(await listSessions({ actor, sessionId, now: OPENING })).toMatchObject([
      { device: { browser: 'Chrome', system: 'Android' }, createdAt: OPENING, isThis: true },
    ]);
  });
});

describe('nobody acts', () => {
  // Who knows the password of an account that was merged is told so: the other name is to be used.
  it.each([
    ['disabledAt', 'wrong-credentials'],
    ['erasedAt', 'wrong-credentials'],
    ['mergedIntoId', 'account-merged'],
  ] as const)(
    'in an account with %s: the session ends, and the sign-in says %s with the right password, to strangers nothing',
    async (column, said) => {
      const password = 'con suối chảy mãi';
      const account = await anAccount({ password });
      const sessionId = await opened(account.id);
      const value = column === 'mergedIntoId' ? account.id : new Date(OPENING);
      await (await database()).account.update({ where: { id: account.id }, data: { [column]: value } });
      expect(await findActor(sessionId, { now: OPENING })).toBeUndefined();
      expect(await (await database()).session.count()).toBe(0);
      const form = { signInName: account.signInName, password };
      const answer = await signIn({ form, clientAddress: '10.9.0.1', now: OPENING });
      expect(answer).toEqual({ ok: false, error: said });
      const guess = { form: { ...form, password: 'con suối đã cạn' }, clientAddress: '10.9.0.2', now: OPENING };
      expect(await signIn(guess)).toEqual({ ok: false, error: 'wrong-credentials' });
    },
  );

  it('by an id from before a new one was given, nor by one that was signed out', async () => {
    const account = await anAccount();
    const first = await opened(account.id);
    const second = (await inTransaction((tx) => renewSession(tx, first, OPENING, {}))) ?? '';
    expect(second).not.toBe(first);
    expect(await findActor(first, { now: OPENING })).toBeUndefined();
    expect(await inTransaction((tx) => renewSession(tx, first, OPENING, FULL))).toBeUndefined();
    await inTransaction((tx) => closeSession(tx, second));
    expect(await findActor(second, { now: OPENING })).toBeUndefined();
    expect(await inTransaction((tx) => renewSession(tx, second, OPENING, FULL))).toBeUndefined();
  });

  it('twice by one renewal: of many at once one gets the new id', async () => {
    const sessionId = await opened((await anAccount()).id);
    const ids = await Promise.all(
      Array.from({ length: 10 }, () => inTransaction((tx) => renewSession(tx, sessionId, OPENING, FULL))),
    );
    expect(ids.filter((id) => id !== undefined)).toHaveLength(1);
    expect(await (await database()).session.count()).toBe(1);
  });

  it('by a proof of who they are that lacks the second factor they have', async () => {
    const account = await aManager();
    const sessionId = await opened(account.id, OPENING, { steppedUpAt: OPENING });
    expect(await findStepUp(sessionId)).toBe(OPENING);
    const now = new Date(OPENING);
    await (
      await database()
    ).totp.create({ data: { accountId: account.id, secret: 'x', confirmedAt: now, createdAt: now } });
    expect(await findStepUp(sessionId)).toBeUndefined();
    expect(await findStepUp(await opened(account.id))).toBe(OPENING);
    expect(await findStepUp('x')).toBeUndefined();
  });
});

describe('the own sessions', () => {
  it('are listed with this one first, and any of them is ended', async () => {
    const account = await anAccount();
    const [here, there] = [await opened(account.id), await opened(account.id, OPENING + SECOND)];
    const actor = await findActor(here, { now: OPENING });
    if (!actor) throw new Error('the session must be open');
    const list = await listSessions({ actor, sessionId: here, now: OPENING });
    expect(list.map(({ isThis }) => isThis)).toEqual([true, false]);
    expect(JSON.stringify(list)).not.toContain(here);
    const handle = list[1]?.handle ?? '';
    expect(await endSession({ actor, handle, now: OPENING })).toMatchObject({ ok: true });
    expect(await endSession({ actor, handle, now: OPENING })).toEqual({ ok: false, error: 'not-found' });
    expect(await findActor(there, { now: OPENING })).toBeUndefined();
    expect(await findActor(here, { now: OPENING })).toBeDefined();
  });

  it('of others are neither listed nor ended', async () => {
    const [own, other] = [await anAccount(), await anAccount()];
    const [here, theirs] = [await opened(own.id), await opened(other.id)];
    const [actor, otherActor] = [await findActor(here, { now: OPENING }), await findActor(theirs, { now: OPENING })];
    if (!actor || !otherActor) throw new Error('both must be signed in');
    const [line] = await listSessions({ actor: otherActor, sessionId: theirs, now: OPENING });
    expect(await endSession({ actor, handle: line?.handle ?? '', now: OPENING })).toEqual({
      ok: false,
      error: 'not-found',
    });
    expect(await listSessions({ actor, sessionId: here, now: OPENING })).toHaveLength(1);
    expect(await endOtherSessions({ actor, sessionId: here, now: OPENING })).toBe(0);
    expect(await findActor(theirs, { now: OPENING })).toBeDefined();
  });

  it('all end but this one', async () => {
    const account = await anAccount();
    const here = await opened(account.id);
    const others = await Promise.all([opened(account.id), opened(account.id)]);
    const actor = await findActor(here, { now: OPENING });
    if (!actor) throw new Error('the session must be open');
    expect(await endOtherSessions({ actor, sessionId: here, now: OPENING })).toBe(2);
    for (const id of others) expect(await findActor(id, { now: OPENING })).toBeUndefined();
    expect(await findActor(here, { now: OPENING })).toBeDefined();
  });
});
