// Signing in by a provider of OpenID Connect, against a real one that runs here, and attacks on the way back.
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { hasShownSecondFactor } from '#app/domain/identity/provider-claims.ts';
import {
  beginProvider,
  findPendingIdentity,
  finishProvider,
  getOwnLink,
  linkPending,
  newBrowserSecret,
  unlinkProvider,
} from '#app/features/identity/index.server.ts';
import { findActor } from '#app/features/identity/session.repo.server.ts';
import { database } from '#app/platform/db/client.server.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { anAccount } from '#tests/support/factories.ts';
import { startProvider, walk, type LocalProvider } from '#tests/support/local-provider.ts';

const ORIGIN = 'http://localhost:3000';
const CALLBACK = `${ORIGIN}/sign-in/provider/callback`;
const settings = vi.hoisted(() => ({ current: undefined as Record<string, unknown> | undefined }));
vi.mock('#app/platform/env.server.ts', async (original) => {
  const real = await original<typeof import('#app/platform/env.server.ts')>();
  return { ...real, env: () => ({ ...real.env(), ...settings.current }) };
});

useTestDatabase({ per: 'test' });

let provider: LocalProvider;
let other: LocalProvider;
beforeAll(async () => {
  [provider, other] = [await startProvider([CALLBACK]), await startProvider([CALLBACK])];
});
afterAll(async () => {
  await provider.close();
  await other.close();
});

const use = (one: LocalProvider, more: Record<string, unknown> = {}): void => {
  settings.current = {
    OIDC_ISSUER: one.issuer,
    OIDC_CLIENT_ID: one.clientId,
    OIDC_CLIENT_SECRET: one.clientSecret,
    ...more,
  };
};
beforeEach(() => {
  use(provider);
  provider.next = { sub: 'nguoi-1', name: 'Lý  Thị Ước' };
});

const now = (): number => Date.now();

/** Goes to the provider and comes back. */
async function trip(given: { accountId?: string; secret?: string; returnTo?: string } = {}) {
  const secret = given.secret ?? newBrowserSecret();
  const { accountId, returnTo = '/contests' } = given;
  const begun = await beginProvider({ accountId, browserSecret: secret, returnTo, origin: ORIGIN, now: now() });
  if (!begun.ok) throw new Error(begun.error);
  const back = await walk(begun.value.address);
  return { secret, back, address: new URL(begun.value.address) };
}

const finish = (search: string, secret: string | undefined, accountId?: string, at = now()) =>
  finishProvider({ search, browserSecret: secret, accountId, origin: ORIGIN, now: at });

async function linkedPerson(): Promise<string> {
  const { id } = await anAccount();
  const { secret, back } = await trip({ accountId: id });
  expect(await finish(back.search, secret, id)).toEqual({ ok: true, value: { kind: 'linked', returnTo: '/contests' } });
  return id;
}

const FAILED = { ok: false, error: 'provider-failed' };

describe('signing in by the provider', () => {
  test('asks with PKCE, state and nonce, and comes back to our own address', async () => {
    const { address, back } = await trip();
    expect(address.origin).toBe(provider.issuer);
    expect(Object.fromEntries(address.searchParams)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      redirect_uri: CALLBACK,
      scope: 'openid profile',
    });
    for (const name of ['state', 'nonce', 'code_challenge']) {
      expect((address.searchParams.get(name) ?? '').length).toBeGreaterThan(40);
    }
    expect(back.origin + back.pathname).toBe(CALLBACK);
    expect(back.searchParams.get('iss')).toBe(provider.issuer);
  });

  test('opens the account that its owner has linked, and no other; roles wait for our own second factor', async () => {
    const id = await linkedPerson();
    provider.next = { sub: 'nguoi-1', name: 'Lý Thị Ước', amr: ['pwd', 'otp', 'mfa'] };
    const { secret, back } = await trip({ returnTo: '/topics' });
    const entered = await finish(back.search, secret);
    expect(entered).toMatchObject({ ok: true, value: { kind: 'signedIn', returnTo: '/topics' } });
    if (entered.ok && entered.value.kind === 'signedIn') {
      expect(await findActor(entered.value.sessionId, { now: Date.now() })).toMatchObject({ accountId: id });
    }
    expect((await (await database()).session.findFirstOrThrow()).secondFactorAt).toBeNull();
  });

  test('counts the provider’s second factor only where the settings trust it, and only when it was shown', async () => {
    await linkedPerson();
    use(provider, { OIDC_TRUST_MFA: '1' });
    for (const [amr, counts] of [
      [['pwd'], false],
      [['pwd', 'mfa'], true],
    ] as const) {
      await (await database()).session.deleteMany();
      provider.next = { sub: 'nguoi-1', name: 'x', amr: [...amr] };
      const { secret, back } = await trip();
      expect((await finish(back.search, secret)).ok).toBe(true);
      expect((await (await database()).session.findFirstOrThrow()).secondFactorAt !== null).toBe(counts);
    }
  });

  test('opens no account that is switched off', async () => {
    const id = await linkedPerson();
    await (await database()).account.update({ where: { id }, data: { disabledAt: new Date() } });
    const { secret, back } = await trip();
    expect(await finish(back.search, secret)).toEqual(FAILED);
    expect(await (await database()).session.count()).toBe(0);
  });

  test('is off where no provider is set, and says so where it does not answer', async () => {
    const begin = () => beginProvider({ browserSecret: newBrowserSecret(), returnTo: '/', origin: ORIGIN, now: now() });
    settings.current = {};
    expect(await begin()).toEqual({ ok: false, error: 'not-found' });
    expect(await finish('?state=x&code=y', newBrowserSecret())).toEqual({ ok: false, error: 'not-found' });
    settings.current = { OIDC_ISSUER: 'http://127.0.0.1:1', OIDC_CLIENT_ID: 'x' };
    expect(await begin()).toEqual(FAILED);
  });
});

describe('somebody whom nobody here knows', () => {
  test('waits in that browser alone, with the name, and is linked by the person who then signs in, once', async () => {
    const { secret, back } = await trip({ returnTo: '/topics' });
    expect(await finish(back.search, secret)).toEqual({ ok: true, value: { kind: 'unknown' } });
    expect(await (await database()).session.count()).toBe(0);
    expect(await findPendingIdentity(secret, now())).toMatchObject({ name: 'Lý Thị Ước', returnTo: '/topics' });
    expect(await findPendingIdentity(newBrowserSecret(), now())).toBeUndefined();
    expect(JSON.stringify(await (await database()).challenge.findMany())).not.toContain('Lý Thị');
    const { id } = await anAccount();
    expect(await linkPending({ accountId: id, browserSecret: newBrowserSecret(), now: now() })).toEqual(FAILED);
    expect(await linkPending({ accountId: id, browserSecret: secret, now: now() })).toMatchObject({ ok: true });
    expect(await linkPending({ accountId: id, browserSecret: secret, now: now() })).toEqual(FAILED);
    const again = await trip();
    expect(await finish(again.back.search, again.secret)).toMatchObject({ value: { kind: 'signedIn' } });
  });

  test('is not let in as somebody with the same name or address', async () => {
    await anAccount({ fullName: 'Lý Thị Ước', signInName: 'nguoi-ba' });
    provider.next = { sub: 'nguoi-ba', name: 'Lý Thị Ước' };
    const { secret, back } = await trip();
    expect(await finish(back.search, secret)).toEqual({ ok: true, value: { kind: 'unknown' } });
  });
});

describe('a link', () => {
  test('belongs to one account, is seen and can be taken away', async () => {
    const id = await linkedPerson();
    expect((await getOwnLink(id))?.linkedAt).toBeTypeOf('number');
    const second = await anAccount();
    const { secret, back } = await trip({ accountId: second.id });
    expect(await finish(back.search, secret, second.id)).toEqual({ ok: false, error: 'provider-taken' });
    await unlinkProvider({ accountId: id, now: now() });
    expect((await getOwnLink(id))?.linkedAt).toBeUndefined();
    const again = await trip();
    expect(await finish(again.back.search, again.secret)).toEqual({ ok: true, value: { kind: 'unknown' } });
    const acts = await (await database()).auditEntry.findMany({ where: { subject: `account:${id}` } });
    expect(acts.map(({ action }) => action)).toEqual(['provider.linked', 'provider.unlinked']);
  });

  test('is not made for whoever has signed in to the browser meanwhile', async () => {
    const [one, two] = [await anAccount(), await anAccount()];
    for (const signedIn of [two.id, undefined]) {
      const { secret, back } = await trip({ accountId: one.id });
      expect(await finish(back.search, secret, signedIn)).toEqual(FAILED);
    }
    expect(await (await database()).externalIdentity.count()).toBe(0);
  });
});

describe('an attack', () => {
  test('with a state that nobody began, or that another browser began, opens nothing', async () => {
    await linkedPerson();
    const { secret, back } = await trip();
    const forged = new URLSearchParams(back.search);
    forged.set('state', 'x'.repeat(43));
    expect(await finish(`?${forged.toString()}`, secret)).toEqual(FAILED);
    expect(await finish('', secret)).toEqual(FAILED);
    expect(await finish('?state=a%00b&code=x', secret)).toEqual(FAILED);
    // The answer of the attacker's own trip, laid into the browser of somebody else.
    expect(await finish(back.search, newBrowserSecret())).toEqual(FAILED);
    // And with no cookie at all.
    const second = await trip();
    expect(await finish(second.back.search, undefined)).toEqual(FAILED);
    expect(await (await database()).session.count()).toBe(0);
  });

  test('with an answer that was used before, also twice at once, or too late, opens nothing more', async () => {
    await linkedPerson();
    const { secret, back } = await trip();
    const both = await Promise.all([finish(back.search, secret), finish(back.search, secret)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await finish(back.search, secret)).toEqual(FAILED);
    const late = await trip();
    expect(await finish(late.back.search, late.secret, undefined, now() + 10 * 60_000)).toEqual(FAILED);
    expect(await (await database()).session.count()).toBe(1);
  });

  test('with the code of another trip is found out by PKCE', async () => {
    await linkedPerson();
    const [victim, attacker] = [await trip(), await trip()];
    const mixed = new URLSearchParams(victim.back.search);
    mixed.set('code', attacker.back.searchParams.get('code') ?? '');
    expect(await finish(`?${mixed.toString()}`, victim.secret)).toEqual(FAILED);
  });

  test('with an id token for another question is found out by the nonce', async () => {
    await linkedPerson();
    const { secret, back } = await trip();
    const db = await database();
    const row = await db.challenge.findFirstOrThrow();
    const body = JSON.stringify({ ...(JSON.parse(row.body) as object), nonce: 'mot-nonce-khac' });
    await db.challenge.update({ where: { id: row.id }, data: { body } });
    expect(await finish(back.search, secret)).toEqual(FAILED);
  });

  test('with an answer that names another issuer, or comes from another provider, is found out', async () => {
    await linkedPerson();
    const mixed = await trip();
    const search = new URLSearchParams(mixed.back.search);
    search.set('iss', other.issuer);
    expect(await finish(`?${search.toString()}`, mixed.secret)).toEqual(FAILED);
    const without = await trip();
    const none = new URLSearchParams(without.back.search);
    none.delete('iss');
    expect(await finish(`?${none.toString()}`, without.secret)).toEqual(FAILED);
    const begunHere = await trip();
    use(other);
    expect(await finish(begunHere.back.search, begunHere.secret)).toEqual(FAILED);
  });

  test('with an error instead of a code opens nothing', async () => {
    const { secret, back } = await trip();
    const state = back.searchParams.get('state') ?? '';
    const iss = encodeURIComponent(provider.issuer);
    expect(await finish(`?error=access_denied&state=${state}&iss=${iss}`, secret)).toEqual(FAILED);
  });
});

test('a second factor is what the provider calls so, and nothing less', () => {
  expect(hasShownSecondFactor({ amr: ['pwd', 'mfa'] })).toBe(true);
  expect(hasShownSecondFactor({ acr: 'phrh' })).toBe(true);
  for (const claims of [{}, { amr: 'mfa' }, { amr: ['pwd', 'otp'] }, { acr: '0' }, { amr: null, acr: ['mfa'] }]) {
    expect(hasShownSecondFactor(claims)).toBe(false);
  }
});
