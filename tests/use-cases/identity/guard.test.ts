import { describe, expect, it } from 'vitest';
import type { Role } from '#app/domain/identity/actor.ts';
import { dropSession, getActor, keepSession, requireActor, requireRight } from '#app/features/identity/guard.server.ts';
import { signIn } from '#app/features/identity/index.server.ts';
import { OPENING } from '#tests/support/clock.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { anAccount, aUnit } from '#tests/support/factories.ts';

useTestDatabase({ per: 'test' });

const PASSWORD = 'con suối chảy mãi';

/** Somebody with a role at a unit, as the browser sends them. */
async function browserOf(roles: readonly Role[]) {
  const root = await aUnit();
  const [home, elsewhere] = [await aUnit({ parent: root }), await aUnit({ parent: root })];
  const account = await anAccount({
    unit: home,
    signInName: 'nong.uoc',
    password: PASSWORD,
    grants: roles.map((role) => ({ role, unit: home })),
  });
  const signedIn = await signIn({
    form: { signInName: 'nong.uoc', password: PASSWORD },
    clientAddress: '10.2.0.1',
    now: OPENING,
  });
  if (!signedIn.ok) throw new Error(signedIn.error);
  const cookie = keepSession(signedIn.value.sessionId)['Set-Cookie'];
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
});
