import { describe, expect, it } from 'vitest';
import type { Role } from '#app/domain/identity/actor.ts';
import { MINUTE } from '#app/domain/kernel/time.ts';
import { beginPasskey, beginPasskeyUse, finishPasskey, usePasskey } from '#app/features/identity/index.server.ts';
import { findActor, findStepUp, openSession } from '#app/features/identity/session.repo.server.ts';
import { database } from '#app/platform/db/client.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { Authenticator } from '#tests/support/authenticator.ts';
import { OPENING } from '#tests/support/clock.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { anAccount, aUnit } from '#tests/support/factories.ts';

useTestDatabase({ per: 'test' });

const PARTY = { id: 'thi.example.vn', origin: 'https://thi.example.vn' };
const SITE = 'Tìm Hiểu';
const ADDRESS = '10.7.0.1';
const at = { origin: PARTY.origin, rpId: PARTY.id };
const FAILED = { ok: false, error: 'passkey-failed' } as const;

async function somebody(roles: readonly Role[] = []) {
  const unit = await aUnit();
  const account = await anAccount({ unit, grants: roles.map((role) => ({ role, unit })) });
  const sessionId = await inTransaction((tx) => openSession(tx, account.id, OPENING, { steppedUpAt: OPENING }));
  const actor = await findActor(sessionId, { now: OPENING });
  if (!actor) throw new Error('the session must be open');
  return { account, sessionId, actor };
}

async function began(who: Awaited<ReturnType<typeof somebody>>) {
  const begun = await beginPasskey({ actor: who.actor, party: PARTY, site: SITE, now: OPENING });
  if (!begun.ok) throw new Error(begun.error);
  const { id: ceremonyId, options } = begun.value;
  const finish = { actor: who.actor, sessionId: who.sessionId, ceremonyId, name: 'Máy', party: PARTY, now: OPENING };
  return { finish, options, challenge: options.challenge };
}

/** Somebody who has made a passkey. */
async function withPasskey(roles: readonly Role[] = []) {
  const who = await somebody(roles);
  const device = new Authenticator();
  const { finish, challenge } = await began(who);
  const made = await finishPasskey({ ...finish, response: device.register({ ...at, challenge }) });
  if (!made.ok) throw new Error(made.error);
  return { ...who, device, sessionId: made.value.sessionId };
}

/** A ceremony of somebody who is signed in, or of a visitor. */
async function asked(actor?: Parameters<typeof beginPasskeyUse>[0]['actor'], now = OPENING) {
  const begun = await beginPasskeyUse({ actor, clientAddress: ADDRESS, party: PARTY, now });
  if (!begun.ok) throw new Error(begun.error);
  const { id: ceremonyId, options } = begun.value;
  return {
    options,
    challenge: options.challenge,
    use: { actor, sessionId: undefined as string | undefined, ceremonyId, party: PARTY, now },
  };
}

describe('making a passkey', () => {
  it('asks the device to know its owner, and opens the roles of this session under a new id', async () => {
    const who = await somebody(['organizer']);
    const device = new Authenticator();
    const { finish, options, challenge } = await began(who);
    expect(options.authenticatorSelection).toMatchObject({ residentKey: 'required', userVerification: 'required' });
    const made = await finishPasskey({ ...finish, response: device.register({ ...at, challenge }) });
    if (!made.ok) throw new Error(made.error);
    expect(await findActor(who.sessionId, { now: OPENING })).toBeUndefined();
    expect(await findActor(made.value.sessionId, { now: OPENING })).toMatchObject({ grants: [{ role: 'organizer' }] });
    const row = await (await database()).passkey.findUniqueOrThrow({ where: { id: device.id } });
    expect(row).toMatchObject({ accountId: who.account.id, name: 'Máy', transports: '|internal|' });
  });

  it.each<[string, Partial<Parameters<Authenticator['register']>[0]>]>([
    ['another origin', { origin: 'https://thi.example.vn.evil.example' }],
    ['another name', { rpId: 'evil.example' }],
    ['another challenge', { challenge: 'AAAA' }],
    ['an owner that the device did not check', { isVerified: false }],
  ])('fails for %s', async (_, wrong) => {
    const { finish, challenge } = await began(await somebody());
    const response = new Authenticator().register({ ...at, challenge, ...wrong });
    expect(await finishPasskey({ ...finish, response })).toEqual(FAILED);
    expect(await (await database()).passkey.count()).toBe(0);
  });

  it('fails for a ceremony that comes back twice, late, or from somebody else', async () => {
    const [who, other] = [await somebody(), await somebody()];
    const first = await began(who);
    const response = new Authenticator().register({ ...at, challenge: first.challenge });
    const foreign = { actor: other.actor, sessionId: other.sessionId };
    expect(await finishPasskey({ ...first.finish, response, ...foreign })).toEqual(FAILED);
    expect(await finishPasskey({ ...first.finish, response })).toEqual(FAILED);
    const late = await began(who);
    const lateResponse = new Authenticator().register({ ...at, challenge: late.challenge });
    const tooLate = { ...late.finish, response: lateResponse, now: OPENING + 5 * MINUTE };
    expect(await finishPasskey(tooLate)).toEqual(FAILED);
    expect(await (await database()).passkey.count()).toBe(0);
  });

  it('fails for a passkey that somebody has already', async () => {
    const { device } = await withPasskey();
    const { finish, challenge } = await began(await somebody());
    expect(await finishPasskey({ ...finish, response: device.register({ ...at, challenge }) })).toEqual(FAILED);
    expect(await (await database()).passkey.count()).toBe(1);
  });
});

describe('a passkey', () => {
  it('signs a visitor in by both steps at once, and the session of before ends', async () => {
    const { account, device, sessionId } = await withPasskey(['organizer']);
    const { options, challenge, use } = await asked();
    expect(options.allowCredentials ?? []).toEqual([]);
    const done = await usePasskey({ ...use, sessionId, response: device.use({ ...at, challenge }) });
    if (!done.ok) throw new Error(done.error);
    expect(done.value.accountId).toBe(account.id);
    expect(await findActor(sessionId, { now: OPENING })).toBeUndefined();
    expect(await findActor(done.value.sessionId, { now: OPENING })).toMatchObject({ grants: [{ role: 'organizer' }] });
    expect(await findStepUp(done.value.sessionId)).toBe(OPENING);
  });

  it('is the second step of a session, and proves again who it is', async () => {
    const { account, device } = await withPasskey(['organizer']);
    const now = OPENING + MINUTE;
    const held = await inTransaction((tx) => openSession(tx, account.id, OPENING, { steppedUpAt: OPENING }));
    const actor = await findActor(held, { now });
    expect(actor).toMatchObject({ isHeldBack: true });
    const { options, challenge, use } = await asked(actor, now);
    expect(options.allowCredentials).toMatchObject([{ id: device.id }]);
    const done = await usePasskey({ ...use, sessionId: held, response: device.use({ ...at, challenge }) });
    if (!done.ok) throw new Error(done.error);
    expect(await findActor(held, { now })).toBeUndefined();
    expect(await findActor(done.value.sessionId, { now })).toMatchObject({ grants: [{ role: 'organizer' }] });
    expect(await findStepUp(done.value.sessionId)).toBe(now);
  });

  it.each<[string, Partial<Parameters<Authenticator['use']>[0]>]>([
    ['another origin', { origin: 'http://thi.example.vn' }],
    ['another name', { rpId: 'evil.example' }],
    ['another challenge', { challenge: 'AAAA' }],
    ['an owner that the device did not check', { isVerified: false }],
  ])('proves nobody with %s', async (_, wrong) => {
    const { device } = await withPasskey();
    const { challenge, use } = await asked();
    expect(await usePasskey({ ...use, response: device.use({ ...at, challenge, ...wrong }) })).toEqual(FAILED);
  });

  it('proves nobody by an answer that was there before, by a copy of the device, or for another person', async () => {
    const [mine, theirs] = [await withPasskey(), await withPasskey()];
    const first = await asked();
    const response = mine.device.use({ ...at, challenge: first.challenge });
    expect(await usePasskey({ ...first.use, response })).toMatchObject({ ok: true });
    expect(await usePasskey({ ...first.use, response })).toEqual(FAILED);
    mine.device.counter = 0;
    const copied = await asked();
    const old = mine.device.use({ ...at, challenge: copied.challenge });
    expect(await usePasskey({ ...copied.use, response: old })).toEqual(FAILED);
    const foreign = await asked(theirs.actor);
    mine.device.counter = 9;
    const wrong = mine.device.use({ ...at, challenge: foreign.challenge });
    expect(await usePasskey({ ...foreign.use, sessionId: theirs.sessionId, response: wrong })).toEqual(FAILED);
    const unknown = await asked();
    const stranger = new Authenticator().use({ ...at, challenge: unknown.challenge });
    expect(await usePasskey({ ...unknown.use, response: stranger })).toEqual(FAILED);
  });

  it('of an account that is switched off signs nobody in', async () => {
    const { account, device } = await withPasskey();
    const data = { disabledAt: new Date(OPENING) };
    await (await database()).account.update({ where: { id: account.id }, data });
    const { challenge, use } = await asked();
    expect(await usePasskey({ ...use, response: device.use({ ...at, challenge }) })).toEqual(FAILED);
  });

  it.each([{}, { clientDataJSON: 1 }, { authenticatorData: 'x', signature: 'x', clientDataJSON: '!' }])(
    'proves nobody by the nonsense %j',
    async (response) => {
      const { device } = await withPasskey();
      const { use } = await asked();
      const answer = { ...device.use({ ...at, challenge: 'AAAA' }), response } as never;
      expect(await usePasskey({ ...use, response: answer })).toEqual(FAILED);
    },
  );
});
