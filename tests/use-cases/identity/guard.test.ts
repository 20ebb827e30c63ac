import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Role } from '#app/domain/identity/actor.ts';
import {
  dropSession,
  getActor,
  hasSteppedUp,
  keepSession,
  requireActor,
  requireDuties,
  requireRight,
  requireStepUp,
} from '#app/features/identity/guard.server.ts';
import { MINUTE } from '#app/domain/kernel/time.ts';
import { openSession } from '#app/features/identity/session.repo.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { OPENING } from '#tests/support/clock.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { anAccount, aUnit } from '#tests/support/factories.ts';

useTestDatabase({ per: 'test' });

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'], now: OPENING }));
afterEach(() => vi.useRealTimers());

/** Somebody with a role at a unit, as the browser sends them. */
async function browserOf(roles: readonly Role[], { hasShownFactor = true } = {}) {
  const root = await aUnit();
  const [home, elsewhere] = [await aUnit({ parent: root }), await aUnit({ parent: root })];
  const account = await anAccount({
    unit: home,
    grants: roles.map((role) => ({ role, unit: home })),
  });
  const shown = hasShownFactor ? { secondFactorAt: OPENING } : {};
  const proofs = { steppedUpAt: OPENING, ...shown };
  const sessionId = await inTransaction((tx) => openSession(tx, account.id, OPENING, proofs));
  const cookie = keepSession(sessionId)['Set-Cookie'];
  const request = (method = 'GET') =>
    new Request('http://x/manage/contests/a?tab=1', { method, headers: { Cookie: cookie.split(';')[0] ?? '' } });
  return { account, home, elsewhere, root, cookie, request };
}

const thrownBy = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );

describe('the guard', () => {
  it('knows who sends a request by a cookie that scripts cannot read', async () => {
    const { account, home, cookie, request } = await browserOf([]);
    expect(cookie).toMatch(/^tim_hieu=[a-z2-7]{40}; .*HttpOnly.*Path=\/.*SameSite=Lax/);
    expect(await getActor(request())).toEqual({
      accountId: account.id,
      unitId: home.id,
      unitPath: home.path,
      birthYear: account.birthYear,
      grants: [],
    });
    expect(dropSession()['Set-Cookie']).toMatch(/^tim_hieu=; .*Max-Age=0/);
  });

  it('sends visitors from a page to the sign-in page, which leads back, and refuses their posts', async () => {
    const page = (await thrownBy(requireActor(new Request('http://x/attempts/1?a=b&c=d')))) as Response;
    expect(page.status).toBe(302);
    expect(page.headers.get('Location')).toBe('/sign-in?returnTo=%2Fattempts%2F1%3Fa%3Db%26c%3Dd');
    const post = await thrownBy(requireActor(new Request('http://x/attempts/1', { method: 'POST' })));
    expect(post).toMatchObject({ data: { refusal: 'signed-out' }, init: { status: 401 } });
  });

  it.each([[[]], [['unitManager']]] as const)('refuses the dashboard to people with the roles %j', async (roles) => {
    const { home, request } = await browserOf(roles);
    const thrown = await thrownBy(requireRight(request(), 'see-contest-dashboard', home.path));
    expect(thrown).toMatchObject({ data: { refusal: 'forbidden' }, init: { status: 403 } });
  });

  it('lets a manager see the own branch only', async () => {
    const { account, home, elsewhere, root, request } = await browserOf(['unitManager']);
    expect(await requireRight(request(), 'see-people-of-unit', home.path)).toMatchObject({ accountId: account.id });
    for (const unit of [elsewhere, root]) {
      const thrown = await thrownBy(requireRight(request(), 'see-people-of-unit', unit.path));
      expect(thrown).toMatchObject({ data: { refusal: 'forbidden' } });
    }
  });

  it('holds roles back before the second step: pages lead to it and back, and posts are refused', async () => {
    const { home, request } = await browserOf(['unitManager', 'organizer'], { hasShownFactor: false });
    expect(await requireActor(request())).toMatchObject({
      grants: [],
      isHeldBack: true,
      heldRoles: ['organizer', 'unitManager'],
    });
    for (const door of [requireDuties, (asked: Request) => requireRight(asked, 'see-people-of-unit', home.path)]) {
      const page = (await thrownBy(door(request()))) as Response;
      expect(page.status).toBe(302);
      expect(page.headers.get('Location')).toBe('/sign-in/second-factor?returnTo=%2Fmanage%2Fcontests%2Fa%3Ftab%3D1');
      const post = await thrownBy(door(request('POST')));
      expect(post).toMatchObject({ data: { refusal: 'second-factor-needed' }, init: { status: 403 } });
    }
  });

  it('asks who it is once more after ten minutes, and leads back to the page or to where a file is offered', async () => {
    const { request } = await browserOf(['organizer']);
    expect(await hasSteppedUp(request(), OPENING + 10 * MINUTE - 1)).toBe(true);
    await requireStepUp(request(), OPENING + 10 * MINUTE - 1);
    expect(await hasSteppedUp(request(), OPENING + 10 * MINUTE)).toBe(false);
    const page = (await thrownBy(requireStepUp(request(), OPENING + 10 * MINUTE))) as Response;
    expect(page.headers.get('Location')).toBe('/account/step-up?returnTo=%2Fmanage%2Fcontests%2Fa%3Ftab%3D1');
    const file = (await thrownBy(requireStepUp(request(), OPENING + 10 * MINUTE, '/manage'))) as Response;
    expect(file.headers.get('Location')).toBe('/account/step-up?returnTo=%2Fmanage');
    const post = await thrownBy(requireStepUp(request('POST'), OPENING + 10 * MINUTE));
    expect(post).toMatchObject({ data: { refusal: 'step-up-needed' }, init: { status: 403 } });
  });
});
