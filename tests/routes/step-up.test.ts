// Who may do what only after the second step, and after proving again who they are: asked of the routes themselves.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { MINUTE } from '#app/domain/kernel/time.ts';
import { keepSession } from '#app/features/identity/guard.server.ts';
import { openSession } from '#app/features/identity/session.repo.server.ts';
import { database } from '#app/platform/db/client.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { afterOpening } from '#tests/support/clock.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aContest, anAccount, aUnit } from '#tests/support/factories.ts';
import { addressOf, call, routeModule } from '#tests/support/routes.ts';

useTestDatabase({ per: 'test' });

const NOW = afterOpening({ hours: 5 });

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'], now: NOW }));
afterEach(() => vi.useRealTimers());

async function aWorld() {
  const root = await aUnit({ id: 'tinh' });
  const unit = await aUnit({ id: 'xa', parent: root, people: 5 });
  await aContest({ slug: 'thi' });
  const organizer = await anAccount({ unit, grants: [{ role: 'administrator', unit: root }] });
  const manager = await anAccount({ unit, grants: [{ role: 'unitManager', unit }] });
  return { organizer, manager };
}

const cookie = async (accountId: string, proofs: { secondFactorAt?: number; steppedUpAt?: number }) => {
  const sessionId = await inTransaction((tx) => openSession(tx, accountId, NOW, proofs));
  return keepSession(sessionId)['Set-Cookie'].split(';')[0] as string;
};

const LONG_AGO = NOW - 11 * MINUTE;
const WORLD = { contestSlug: 'thi', unitId: 'xa' };

/** Files that ask once more who it is, who may have them, and the page that they are offered on. */
const FILES: readonly (readonly [string, 'organizer' | 'manager', string, string, number])[] = [
  ['manage.contests.$contestSlug_.results[.]json.ts', 'organizer', '', '/manage/contests/thi/results', 200],
  [
    'manage.contests.$contestSlug_.results[.]csv.ts',
    'organizer',
    '?names=1&reason=doi+chieu',
    '/manage/contests/thi/results',
    200,
  ],
  ['manage.items.export_.file.ts', 'organizer', '?format=csv', '/manage/items/export?format=csv', 200],
  [
    'units.$unitId_.missing[.]xlsx.ts',
    'manager',
    '?contest=thi&reason=nhac+nguoi',
    '/units/xa/missing?contest=thi&reason=nhac+nguoi',
    200,
  ],
  // The unit has no list yet: that is told to those who may ask.
  [
    'units.$unitId_.roster_.file[.]xlsx.ts',
    'manager',
    '?q=a&reason=nhac+nguoi',
    '/units/xa/roster?q=a&reason=nhac+nguoi',
    404,
  ],
];

describe('a file', () => {
  test.each(FILES)('of %s asks the %s, and leads back to the page', async (file, who, query, page, status) => {
    const world = await aWorld();
    const { loader } = await routeModule(file);
    const address = addressOf(file, WORLD) + query;
    const ask = async (proofs: object) =>
      call(loader as never, address, WORLD, { cookie: await cookie(world[who].id, proofs) });
    const stale = await ask({ secondFactorAt: NOW, steppedUpAt: LONG_AGO });
    expect([stale.status, stale.location]).toEqual([302, `/account/step-up?returnTo=${encodeURIComponent(page)}`]);
    const held = await ask({ steppedUpAt: NOW });
    expect([held.status, held.location]).toEqual([
      302,
      `/sign-in/second-factor?returnTo=${encodeURIComponent(address)}`,
    ]);
    expect((await ask({ secondFactorAt: NOW, steppedUpAt: NOW })).status).toBe(status);
  });
});

describe('an act', () => {
  test.each([
    ['manage.items.team.tsx', 'organizer', 'do=give&role=itemAuthor&signInName=ai-do'],
    ['units.$unitId_.charges.tsx', 'manager', 'intent=give&accountId=x&unitId=xa'],
  ] as const)('of %s is refused beside its form, and changes nothing', async (file, who, body) => {
    const world = await aWorld();
    const { action } = await routeModule(file);
    const ask = async (proofs: object) =>
      call(action as never, addressOf(file, WORLD), WORLD, {
        method: 'POST',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        body,
        cookie: await cookie(world[who].id, proofs),
      });
    const before = await (await database()).grant.count();
    const stale = await ask({ secondFactorAt: NOW, steppedUpAt: LONG_AGO });
    expect([stale.status, stale.body.includes('step-up-needed')]).toEqual([403, true]);
    const held = await ask({ steppedUpAt: NOW });
    expect([held.status, held.body.includes('second-factor-needed')]).toEqual([403, true]);
    const fresh = await ask({ secondFactorAt: NOW, steppedUpAt: NOW });
    expect([fresh.status, fresh.body.includes('unknown-person')]).toEqual([422, true]);
    expect(await (await database()).grant.count()).toBe(before);
  });
});

describe('the page of own devices', () => {
  test('ends none of somebody else, by any name', async () => {
    const { organizer, manager } = await aWorld();
    const own = await cookie(manager.id, { secondFactorAt: NOW });
    await cookie(organizer.id, {});
    const theirs = await (await database()).session.findFirstOrThrow({ where: { accountId: organizer.id } });
    const { action } = await routeModule('account_.sessions.tsx');
    const ask = (handle: string) =>
      call(
        action as never,
        '/account/sessions',
        {},
        {
          method: 'POST',
          headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
          body: `intent=one&handle=${handle}`,
          cookie: own,
        },
      );
    expect((await ask(theirs.idHash)).status).toBe(404);
    expect((await ask('f'.repeat(64))).status).toBe(404);
    expect((await ask('../x')).status).toBe(422);
    expect(await (await database()).session.count()).toBe(2);
  });
});

describe('the page of own factors', () => {
  test('opens to nobody who has a factor and has not shown it, however fresh the password', async () => {
    const { organizer } = await aWorld();
    const at = new Date(NOW);
    await (
      await database()
    ).totp.create({ data: { accountId: organizer.id, secret: 'x', confirmedAt: at, createdAt: at } });
    const { loader, action } = await routeModule('account_.second-factor.tsx');
    const held = await cookie(organizer.id, { steppedUpAt: NOW });
    const page = await call(loader as never, '/account/second-factor', {}, { cookie: held });
    expect([page.status, page.location]).toEqual([302, '/sign-in/second-factor?returnTo=%2Faccount%2Fsecond-factor']);
    const passkeys = await routeModule('account_.passkeys.$ceremony.ts');
    const post = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{"intent":"begin"}' };
    for (const [handler, address, params] of [
      [action, '/account/second-factor', {}],
      [passkeys.action, '/account/passkeys/register', { ceremony: 'register' }],
    ] as const) {
      const answer = await call(handler as never, address, params, { ...post, cookie: held });
      expect([answer.status, answer.body.includes('second-factor-needed')]).toEqual([403, true]);
    }
    expect(await (await database()).challenge.count()).toBe(0);
  });
});
