// The door of an installation that is reached over https, behind a proxy.
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { cookieOf } from '#tests/support/routes.ts';
import { keepSession } from '#app/features/identity/guard.server.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { anAccount } from '#tests/support/factories.ts';
import { OPENING } from '#tests/support/clock.ts';
import { openDoor, type OwnDoor } from '#tests/support/own-door.ts';

// why hoisted: settings are read once, and some imports ask for one.
vi.hoisted(() =>
  Object.assign(process.env, {
    APP_ORIGIN: 'https://thi.example.vn',
    SECURITY_CONTACT: 'mailto:an-ninh@example.vn',
    TRUSTED_PROXIES: '1',
  }),
);

useTestDatabase({ per: 'file' });

let door: OwnDoor;
let seen: { ip?: string | undefined } = {};
beforeAll(async () => {
  door = await openDoor((request, response) => {
    seen = { ip: request.ip };
    response.send('x');
  });
});
afterAll(() => door.close());

test('every answer says that the site is reached over https alone: pages, data, files, refusals', async () => {
  for (const path of ['/', '/account.data', '/assets/khong-co.js', '/units?q=%00', '/.well-known/security.txt']) {
    const { headers } = await door.ask(path);
    expect([path, headers['strict-transport-security']]).toEqual([path, 'max-age=63072000; includeSubDomains']);
  }
  expect((await door.ask('/')).headers['content-security-policy']).toContain('upgrade-insecure-requests');
});

test('the cookie of a session can be set by this host alone, over https alone, and is read by no script', async () => {
  const account = await anAccount();
  const cookie = await cookieOf(account.id, OPENING);
  expect(cookie).toMatch(/^__Host-tim_hieu=.{20,}/u);
  const attributes = keepSession('x')['Set-Cookie'].split('; ').slice(1);
  expect(attributes).toEqual(expect.arrayContaining(['HttpOnly', 'Secure', 'Path=/', 'SameSite=Lax']));
  expect(attributes.some((attribute) => attribute.startsWith('Domain'))).toBe(false);
});

test('a post is measured by the address that visitors use, whatever the proxy calls the host', async () => {
  const post = (Origin: string) =>
    door.ask('/account', {
      method: 'POST',
      headers: { Origin, 'Content-Type': 'application/x-www-form-urlencoded', Host: 'ben-trong:3000' },
      body: 'a=1',
    });
  expect((await post('https://thi.example.vn')).status).toBe(200);
  expect((await post('http://ben-trong:3000')).status).toBe(403);
});

test('the address of a visitor is what the one proxy says, not what the visitor has put before it', async () => {
  await door.ask('/', { headers: { 'X-Forwarded-For': '6.6.6.6, 203.0.113.7' } });
  expect(seen.ip).toBe('203.0.113.7');
  expect((await door.ask('/', { headers: { 'X-Forwarded-Host': 'a:b' } })).status).toBe(400);
});

test('security.txt says whom to tell, and until when that holds', async () => {
  const { body, headers } = await door.ask('/.well-known/security.txt');
  expect(headers['content-type']).toBe('text/plain; charset=utf-8');
  expect(body).toMatch(
    /^Contact: mailto:an-ninh@example\.vn\nExpires: .+Z\nPreferred-Languages: vi, en\nCanonical: https:\/\/thi\.example\.vn\/\.well-known\/security\.txt\n$/u,
  );
  const expires = Date.parse(/Expires: (.+)/u.exec(body)?.[1] ?? '');
  expect(expires).toBeGreaterThan(Date.now() + 90 * 86_400_000);
  expect(expires).toBeLessThan(Date.now() + 365 * 86_400_000);
});
