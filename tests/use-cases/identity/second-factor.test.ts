import { describe, expect, it } from 'vitest';
import type { Role } from '#app/domain/identity/actor.ts';
import { HOUR, MINUTE, SECOND, type Instant } from '#app/domain/kernel/time.ts';
import { beginTotp, confirmTotp } from '#app/features/identity/factors/enrol-totp.server.ts';
import { makeSpareCodes } from '#app/features/identity/factors/make-spare-codes.server.ts';
import { removeFactor } from '#app/features/identity/factors/remove-factor.server.ts';
import {
  getFactors,
  getSampleCode,
  getTotpSetup,
  giveSampleTotp,
  resetSecondFactor,
  showSecondFactor,
  signIn,
  stepUp,
} from '#app/features/identity/index.server.ts';
import { findActor, findStepUp } from '#app/features/identity/session.repo.server.ts';
import { totpCode, totpStep } from '#app/features/identity/factors/totp.server.ts';
import { database } from '#app/platform/db/client.server.ts';
import { OPENING } from '#tests/support/clock.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { anAccount, aUnit } from '#tests/support/factories.ts';

useTestDatabase({ per: 'test' });

const PASSWORD = 'con suối chảy mãi';
const SITE = 'Tìm Hiểu';
let visitors = 0;

/** Somebody who has just given the right password. */
async function signedIn(account: { signInName: string }, now: Instant) {
  const form = { signInName: account.signInName, password: PASSWORD };
  const done = await signIn({ form, clientAddress: `10.8.0.${(visitors += 1)}`, now });
  if (!done.ok) throw new Error(done.error);
  const actor = await findActor(done.value.sessionId, { now });
  if (!actor) throw new Error('the session must be open');
  return { ...done.value, actor };
}

/** Somebody with these roles who has set up an authenticator app. */
async function withTotp(roles: readonly Role[] = ['organizer'], now = OPENING) {
  const unit = await aUnit();
  const account = await anAccount({ unit, password: PASSWORD, grants: roles.map((role) => ({ role, unit })) });
  const { actor, sessionId } = await signedIn(account, now);
  const enrolmentId = await beginTotp({ actor, now });
  const setup = await getTotpSetup({ actor, enrolmentId, site: SITE, now });
  if (!setup) throw new Error('it was just begun');
  const codeAt = (at: Instant, steps = 0): string => totpCode(setup.secret, totpStep(at) + steps);
  const confirmed = await confirmTotp({ actor, sessionId, enrolmentId, typed: codeAt(now), now });
  if (!confirmed.ok) throw new Error(confirmed.error);
  return { account, actor, unit, setup, codeAt, enrolmentId, sessionId: confirmed.value.sessionId, oldId: sessionId };
}

describe('the codes of an authenticator app', () => {
  // RFC 6238, appendix B, the last six of eight digits.
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
  ])('at %s are those of the standard', (second, code) => {
    expect(totpCode('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', totpStep(second * 1_000))).toBe(code);
  });
});

describe('setting up an authenticator app', () => {
  it('keeps the secret sealed, gives the session a new id and the roles, and is written down', async () => {
    const { account, setup, sessionId, oldId } = await withTotp();
    expect(setup.secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(setup.address).toContain(`secret=${setup.secret}`);
    const db = await database();
    const row = await db.totp.findUniqueOrThrow({ where: { accountId: account.id } });
    expect(row.secret).not.toContain(setup.secret);
    expect(await findActor(oldId, { now: OPENING })).toBeUndefined();
    const actor = await findActor(sessionId, { now: OPENING });
    expect(actor).toMatchObject({ grants: [{ role: 'organizer' }] });
    expect(actor?.isHeldBack).toBeUndefined();
    const said = await db.auditEntry.findMany({ where: { subject: `account:${account.id}` } });
    expect(said.map(({ action }) => action)).toContain('totp.enrolled');
    expect(JSON.stringify(said)).not.toContain(setup.secret);
    expect(await db.challenge.count()).toBe(0);
  });

  it('takes no wrong code, nothing that is over, and nothing that somebody else began', async () => {
    const unit = await aUnit();
    const account = await anAccount({ unit, password: PASSWORD, grants: [{ role: 'organizer', unit }] });
    const { actor, sessionId } = await signedIn(account, OPENING);
    const enrolmentId = await beginTotp({ actor, now: OPENING });
    const setup = await getTotpSetup({ actor, enrolmentId, site: SITE, now: OPENING });
    const typed = totpCode(setup?.secret ?? '', totpStep(OPENING));
    const confirm = { actor, sessionId, enrolmentId, typed, now: OPENING };
    const wrong = typed === '000000' ? '000001' : '000000';
    expect(await confirmTotp({ ...confirm, typed: wrong })).toEqual({ ok: false, error: 'wrong-code' });
    const other = await anAccount({ unit, password: PASSWORD });
    const stranger = await signedIn(other, OPENING);
    expect(await getTotpSetup({ actor: stranger.actor, enrolmentId, site: SITE, now: OPENING })).toBeUndefined();
    const theirs = await confirmTotp({ ...confirm, actor: stranger.actor, sessionId: stranger.sessionId });
    expect(theirs).toEqual({ ok: false, error: 'enrolment-over' });
    const late = { ...confirm, now: OPENING + 20 * MINUTE };
    expect(await confirmTotp(late)).toEqual({ ok: false, error: 'enrolment-over' });
    expect(await getFactors(actor)).toMatchObject({ factors: { hasTotp: false } });
    expect(await confirmTotp(confirm)).toMatchObject({ ok: true });
    expect(await confirmTotp(confirm)).toEqual({ ok: false, error: 'enrolment-over' });
  });
});

describe('the second step of signing in', () => {
  it('gives the roles by a code, which is good once, also when it comes twice at the same moment', async () => {
    const { account, codeAt } = await withTotp();
    const now = OPENING + HOUR;
    const [one, two] = [await signedIn(account, now), await signedIn(account, now)];
    expect(one.isHeldBack).toBe(true);
    expect(one.actor).toMatchObject({ grants: [], isHeldBack: true, heldRoles: ['organizer'] });
    expect(await findStepUp(one.sessionId)).toBeUndefined();
    const typed = codeAt(now);
    const both = await Promise.all(
      [one, two].map(({ actor, sessionId }) => showSecondFactor({ actor, sessionId, typed, now })),
    );
    const won = both.flatMap((each) => (each.ok ? [each.value.sessionId] : []));
    expect(won).toHaveLength(1);
    expect(both.find((each) => !each.ok)).toEqual({ ok: false, error: 'wrong-code' });
    expect(await findActor(won[0] ?? '', { now })).toMatchObject({ grants: [{ role: 'organizer' }] });
    // The password was given just now, and the code after it: that is proof enough for ten minutes.
    expect(await findStepUp(won[0] ?? '')).toBe(now);
  });

  it('takes the code of the step before and after, and none that is older', async () => {
    const { account, codeAt } = await withTotp();
    for (const [steps, now] of [
      [-1, OPENING + HOUR],
      [1, OPENING + 2 * HOUR],
    ] as const) {
      const { actor, sessionId } = await signedIn(account, now);
      for (const far of [steps * 2, -2, 2]) {
        const typed = codeAt(now, far);
        expect(await showSecondFactor({ actor, sessionId, typed, now })).toEqual({ ok: false, error: 'wrong-code' });
      }
      expect(await showSecondFactor({ actor, sessionId, typed: codeAt(now, steps), now })).toMatchObject({ ok: true });
    }
  });

  it('takes an older code no more once a later one was taken', async () => {
    const { account, codeAt } = await withTotp();
    const now = OPENING + HOUR;
    const first = await signedIn(account, now);
    expect(await showSecondFactor({ ...first, typed: codeAt(now, 1), now })).toMatchObject({ ok: true });
    const second = await signedIn(account, now);
    expect(await showSecondFactor({ ...second, typed: codeAt(now), now })).toEqual({ ok: false, error: 'wrong-code' });
  });

  it('stops after five wrong codes in a minute, the right one too, and writes every one down', async () => {
    const { account, codeAt } = await withTotp();
    const now = OPENING + HOUR;
    const { actor, sessionId } = await signedIn(account, now);
    for (let i = 0; i < 5; i += 1) {
      const answer = await showSecondFactor({ actor, sessionId, typed: 'ABCDE-FGHJK', now });
      expect(answer).toEqual({ ok: false, error: 'wrong-code' });
    }
    const right = await showSecondFactor({ actor, sessionId, typed: codeAt(now), now });
    expect(right).toEqual({ ok: false, error: 'too-many-codes' });
    const refused = await (await database()).auditEntry.count({ where: { action: 'second-factor.refused' } });
    expect(refused).toBe(5);
  });

  it('takes no code of somebody else', async () => {
    const [mine, theirs] = [await withTotp(), await withTotp()];
    const now = OPENING + HOUR;
    const { actor, sessionId } = await signedIn(mine.account, now);
    const spare = await makeSpareCodes({ actor: theirs.actor, now });
    for (const typed of [theirs.codeAt(now), spare.ok ? (spare.value[0] ?? '') : '']) {
      expect(await showSecondFactor({ actor, sessionId, typed, now })).toEqual({ ok: false, error: 'wrong-code' });
    }
  });
});

describe('spare codes', () => {
  it('are ten, kept as hashes, good once each, and of no use after new ones were made', async () => {
    const { account, actor } = await withTotp();
    const made = await makeSpareCodes({ actor, now: OPENING });
    const codes = made.ok ? made.value : [];
    expect(new Set(codes).size).toBe(10);
    const rows = JSON.stringify(await (await database()).spareCode.findMany());
    for (const code of codes) expect(rows).not.toContain(code.replace('-', ''));
    const typed = (codes[0] ?? '').toLowerCase();
    const now = OPENING + HOUR;
    const first = await signedIn(account, now);
    expect(await showSecondFactor({ ...first, typed, now })).toMatchObject({ ok: true });
    expect(await getFactors(actor)).toMatchObject({ spareCodesLeft: 9 });
    const second = await signedIn(account, now);
    expect(await showSecondFactor({ ...second, typed, now })).toEqual({ ok: false, error: 'wrong-code' });
    const anew = await makeSpareCodes({ actor, now });
    expect(await showSecondFactor({ ...second, typed: codes[1] ?? '', now })).toEqual({
      ok: false,
      error: 'wrong-code',
    });
    const fresh = anew.ok ? (anew.value[0] ?? '') : '';
    expect(await showSecondFactor({ ...second, typed: fresh, now })).toMatchObject({ ok: true });
  });

  it('are good once when used twice at the same moment', async () => {
    const { account, actor } = await withTotp();
    const made = await makeSpareCodes({ actor, now: OPENING });
    const typed = made.ok ? (made.value[0] ?? '') : '';
    const sessions = [await signedIn(account, OPENING), await signedIn(account, OPENING)];
    const both = await Promise.all(sessions.map((each) => showSecondFactor({ ...each, typed, now: OPENING })));
    expect(both.filter((each) => each.ok)).toHaveLength(1);
  });

  it('are not made for somebody without a second factor', async () => {
    const { actor } = await signedIn(await anAccount({ password: PASSWORD }), OPENING);
    expect(await makeSpareCodes({ actor, now: OPENING })).toEqual({ ok: false, error: 'no-factor' });
  });
});

describe('proving again who it is', () => {
  it('takes password and code of somebody with roles, and gives the session a new id', async () => {
    const { actor, sessionId, codeAt } = await withTotp();
    const now = OPENING + 20 * MINUTE;
    const asked = { actor, sessionId, password: PASSWORD, typed: codeAt(now), now };
    expect(await stepUp({ ...asked, password: 'sai' })).toEqual({ ok: false, error: 'wrong-credentials' });
    expect(await stepUp({ ...asked, typed: '' })).toEqual({ ok: false, error: 'wrong-code' });
    const done = await stepUp(asked);
    if (!done.ok) throw new Error(done.error);
    expect(done.value.sessionId).not.toBe(sessionId);
    expect(await findStepUp(sessionId)).toBeUndefined();
    expect(await findStepUp(done.value.sessionId)).toBe(now);
    const again = await stepUp({ ...asked, sessionId: done.value.sessionId });
    expect(again).toEqual({ ok: false, error: 'wrong-code' });
  });

  it('takes the password of a contestant', async () => {
    const { actor, sessionId } = await signedIn(await anAccount({ password: PASSWORD }), OPENING);
    const now = OPENING + HOUR;
    const done = await stepUp({ actor, sessionId, password: PASSWORD, typed: '', now });
    if (!done.ok) throw new Error(done.error);
    expect(await findStepUp(done.value.sessionId)).toBe(now);
    expect(await findActor(done.value.sessionId, { now })).toMatchObject({ grants: [] });
  });
});

describe('giving up a factor', () => {
  it('is refused to somebody with roles who has no other', async () => {
    const { actor, sessionId } = await withTotp();
    const removed = await removeFactor({ actor, sessionId, factor: 'totp', now: OPENING });
    expect(removed).toEqual({ ok: false, error: 'last-factor' });
    expect(await getFactors(actor)).toMatchObject({ factors: { hasTotp: true } });
  });

  it('ends all other sessions, and takes the spare codes with the last', async () => {
    const { account, actor, sessionId } = await withTotp();
    await makeSpareCodes({ actor, now: OPENING });
    const db = await database();
    await db.grant.deleteMany({ where: { accountId: account.id } });
    const other = await signedIn(account, OPENING);
    const unknown = { passkeyId: 'khong-co' };
    expect(await removeFactor({ actor, sessionId, factor: unknown, now: OPENING })).toEqual({
      ok: false,
      error: 'not-found',
    });
    expect(await removeFactor({ actor, sessionId, factor: 'totp', now: OPENING })).toMatchObject({ ok: true });
    expect(await findActor(other.sessionId, { now: OPENING })).toBeUndefined();
    expect(await findActor(sessionId, { now: OPENING })).toBeDefined();
    expect([await db.totp.count(), await db.spareCode.count()]).toEqual([0, 0]);
  });

  it('leaves one of two to somebody with roles, also when both are given up at once', async () => {
    const { account, actor, sessionId } = await withTotp();
    const db = await database();
    const passkey = { accountId: account.id, publicKey: new Uint8Array([1]), counter: 0, createdAt: new Date(OPENING) };
    await db.passkey.create({ data: { id: 'khoa', name: 'Máy', ...passkey } });
    const both = await Promise.all(
      (['totp', { passkeyId: 'khoa' }] as const).map((factor) =>
        removeFactor({ actor, sessionId, factor, now: OPENING }),
      ),
    );
    expect(both.filter((each) => each.ok)).toHaveLength(1);
    expect((await db.totp.count()) + (await db.passkey.count())).toBe(1);
  });

  it('for somebody who lost everything ends every session, and is written down with who did it and why', async () => {
    const { account, actor, sessionId } = await withTotp();
    const reset = { accountId: account.id, actorId: actor.accountId, reason: 'mất điện thoại', now: OPENING };
    expect(await resetSecondFactor(reset)).toMatchObject({ ok: true });
    expect(await findActor(sessionId, { now: OPENING })).toBeUndefined();
    expect(await getFactors(actor)).toMatchObject({ factors: { hasTotp: false, passkeys: 0 }, spareCodesLeft: 0 });
    const db = await database();
    expect(await db.auditEntry.findFirst({ where: { action: 'second-factor.reset' } })).toMatchObject({
      actorId: actor.accountId,
      subject: `account:${account.id}`,
      detail: expect.stringContaining('"reason":"mất điện thoại"') as string,
    });
    expect(await resetSecondFactor({ ...reset, accountId: 'khong-co' })).toEqual({ ok: false, error: 'not-found' });
  });
});

describe('the code on the page of the demonstration', () => {
  it('is never told anywhere else', async () => {
    const { account, codeAt } = await withTotp();
    expect(await getSampleCode(account.id, OPENING + 2 * MINUTE + SECOND)).toBeUndefined();
    const before = await (await database()).totp.findMany();
    await giveSampleTotp(account.id, OPENING);
    expect(await (await database()).totp.findMany()).toEqual(before);
    expect(codeAt(OPENING)).toMatch(/^\d{6}$/);
  });
});
