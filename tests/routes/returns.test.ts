// Pages that lead back to where somebody came from lead nowhere else, whatever the address says.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { paths, safeReturn } from '#app/paths.ts';
import { OPENING } from '#tests/support/clock.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { anAccount, aUnit } from '#tests/support/factories.ts';
import { addressOf, call, cookieOf, paramsOf, routeFiles, routeModule } from '#tests/support/routes.ts';

useTestDatabase({ per: 'file' });

const SITE = 'https://thi.example.vn';
const PASSWORD = 'núi cao rừng sâu 1941';

/** Known ways around checks of addresses. */
const CORPUS: readonly string[] = [
  'https://xau.example',
  'http:xau.example',
  '//xau.example',
  '///xau.example',
  '////xau.example',
  '/\\xau.example',
  '\\\\xau.example',
  '\\/xau.example',
  '/\t/xau.example',
  '/\n/xau.example',
  '/\r\n//xau.example',
  '\t//xau.example',
  ' //xau.example',
  '/%09/xau.example',
  '/%5cxau.example',
  '/%2f%2fxau.example',
  '/.//xau.example',
  '/..//xau.example',
  '/../../xau.example',
  '/@xau.example',
  '@xau.example',
  'thi.example.vn@xau.example',
  '/:@xau.example',
  'https:/xau.example',
  'https:xau.example',
  'HTTPS://XAU.EXAMPLE',
  'javascript:alert(1)',
  'java\tscript:alert(1)',
  'JaVaScRiPt://thi.example.vn/%0aalert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:x',
  'blob:https://xau.example/1',
  'file:///etc/passwd',
  '//thi.example.vn@xau.example',
  '//xau.example/thi.example.vn',
  '//xau。example',
  '/\u2028/xau.example',
  '/\u0000/xau.example',
  '/\u200b/xau.example',
  '〱xau.example',
  '／／xau.example',
  '?next=//xau.example',
  '#//xau.example',
  'xau.example',
  '.xau.example',
  '/x\r\nSet-Cookie: a=b',
  '/x%0d%0aSet-Cookie:%20a=b',
  '',
];

const leadsHome = (location: string): boolean => {
  const url = new URL(location, SITE);
  return url.origin === SITE && !/^[/\\]{2}/u.test(location) && !/[\r\n\t]/u.test(location);
};

describe('an address to go back to', () => {
  test.each(CORPUS)('%j is of this site, or is not gone to', (address) => {
    expect(leadsHome(safeReturn(address, paths.home()))).toBe(true);
  });

  test('is of this site for every text', () => {
    const piece = fc.constantFrom(
      '/',
      '\\',
      '//',
      ':',
      '@',
      '\t',
      '\n',
      ' ',
      'http',
      'xau.example',
      '.',
      '..',
      '%2f',
      '?',
      '#',
      'javascript:',
      '\u2028',
    );
    const made = fc.array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 8 });
    fc.assert(
      fc.property(made, (pieces) => {
        const answer = safeReturn(pieces.join(''), '/account');
        // What no address can be made of is no address to go to either: browsers stay where they are.
        return !URL.canParse(answer, SITE) || leadsHome(answer);
      }),
      { numRuns: 2_000 },
    );
  });

  test('is kept where it is one of ours', () => {
    for (const address of ['/', '/contests/thi?unit=bac#vong-1', '/units?q=C%C3%B4ng%20an', '/topics/a/b']) {
      expect(safeReturn(address, '/x')).toBe(address);
    }
  });
});

describe('every page that takes such an address', () => {
  const FILES = routeFiles().filter((file) => /returnTo|safeReturn/u.test(readFileSync(`app/routes/${file}`, 'utf8')));
  let cookie: string;

  beforeAll(async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: OPENING });
    const unit = await aUnit({ id: 'tinh' });
    const { id } = await anAccount({
      unit,
      signInName: 'nguoi-di-ve',
      password: PASSWORD,
      grants: [{ role: 'organizer', unit }],
    });
    cookie = await cookieOf(id, OPENING);
  });
  afterAll(() => void vi.useRealTimers());

  test('is found', () => {
    expect(FILES).toEqual(expect.arrayContaining(['sign-in.tsx', 'register.tsx', 'preferences.ts']));
  });

  test.each(FILES)(
    '%s leads nowhere else',
    async (file) => {
      const { loader, action } = await routeModule(file);
      const params = Object.fromEntries(paramsOf(file).map((name) => [name, 'x']));
      for (const address of CORPUS) {
        const query = `?returnTo=${encodeURIComponent(address)}`;
        const body = new URLSearchParams({ returnTo: address, signInName: 'nguoi-di-ve', intent: 'x' }).toString();
        const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
        const asked = [
          ...(loader
            ? [undefined, cookie].map((who) => call(loader, addressOf(file, params) + query, params, { cookie: who }))
            : []),
          ...(action
            ? [undefined, cookie].map((who) =>
                call(action as never, addressOf(file, params) + query, params, {
                  method: 'POST',
                  headers,
                  body,
                  cookie: who,
                }),
              )
            : []),
        ];
        for (const { status, location } of await Promise.all(asked)) {
          expect(status, address).toBeLessThan(500);
          expect([address, leadsHome(location ?? '/')]).toEqual([address, true]);
        }
      }
    },
    60_000,
  );

  test('leads back to the page itself after a real sign-in, and home after a forged one', async () => {
    const { action } = await routeModule('sign-in.tsx');
    const signIn = (returnTo: string) =>
      call(
        action as never,
        `/sign-in?returnTo=${encodeURIComponent(returnTo)}`,
        {},
        {
          method: 'POST',
          headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
          body: new URLSearchParams({ signInName: 'nguoi-di-ve', password: PASSWORD, returnTo }).toString(),
        },
      );
    const forged = await signIn('//xau.example');
    expect(forged.status).toBe(302);
    expect(leadsHome(forged.location ?? '')).toBe(true);
  });
});
