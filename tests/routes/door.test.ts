// The server's door as strangers meet it: forged origins, broken requests, floods and slow lines, before any page is asked.
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { networkOf, sessionOf } from '#app/cli/door/limit-rate.ts';
import { readReports } from '#app/cli/door/policy-reports.ts';
import { RATES, rateOf } from '#app/cli/door/rates.ts';
import { openDoor, type OwnDoor } from '#tests/support/own-door.ts';
import { ROUTE_RIGHTS } from '#tests/support/route-rights.ts';
import { addressOf, paramsOf } from '#tests/support/routes.ts';

let door: OwnDoor;
beforeAll(async () => {
  door = await openDoor();
});
afterAll(() => door.close());
afterEach(() => void (door.asked.length = 0));

const FORM = 'application/x-www-form-urlencoded';
const idsOf = (file: string): Record<string, string> =>
  Object.fromEntries(paramsOf(file).map((name) => [name, 'mot-hai-ba']));
const ACTIONS = Object.entries(ROUTE_RIGHTS).flatMap(([file, { post }]) =>
  post ? [addressOf(file, idsOf(file))] : [],
);
const PAGES = Object.entries(ROUTE_RIGHTS).flatMap(([file, { get }]) => (get ? [addressOf(file, idsOf(file))] : []));

describe('a post from elsewhere', () => {
  const own = (): string => `http://127.0.0.1:${door.port}`;
  const FORGED: readonly (readonly [string, Record<string, string>])[] = [
    ['a foreign origin', { Origin: 'https://xau.example' }],
    ['a foreign origin that begins like ours', { Origin: 'http://127.0.0.1.xau.example' }],
    ['no origin that could be named', { Origin: 'null' }],
    ['another port', { Origin: 'http://127.0.0.1:1' }],
    ['what is no address', { Origin: 'http://' }],
    ['a foreign referer', { Referer: 'https://xau.example/trang' }],
    ['another site, as the browser says', { 'Sec-Fetch-Site': 'cross-site' }],
    ['a sister site, as the browser says', { 'Sec-Fetch-Site': 'same-site' }],
    ['another site with our origin', { 'Sec-Fetch-Site': 'cross-site', Origin: 'http://127.0.0.1' }],
  ];

  test.each(ACTIONS)('to %s is refused before the application is asked', async (address) => {
    for (const [name, headers] of FORGED) {
      for (const path of [address, `${address === '/' ? '/_root' : address}.data`]) {
        const { status, body } = await door.ask(path, {
          method: 'POST',
          headers: { 'Content-Type': FORM, Cookie: 'tim_hieu=mot', ...headers },
          body: 'intent=x',
        });
        expect([name, status]).toEqual([name, 403]);
        expect(body).toContain('Chưa có gì thay đổi');
      }
    }
    expect(door.asked).toEqual([]);
  });

  test('is told from one of our own pages', async () => {
    for (const headers of [
      { Origin: own() },
      { 'Sec-Fetch-Site': 'same-origin', Origin: own() },
      { Referer: `${own()}/a` },
      {},
    ]) {
      const sent = { method: 'POST', headers: { 'Content-Type': FORM, ...headers }, body: 'a=1' };
      expect((await door.ask('/account', sent)).status).toBe(200);
    }
    expect(door.asked).toHaveLength(4);
  });

  test('cannot come in the clothes of a kind that a foreign page may send without asking', async () => {
    for (const type of [
      'text/plain',
      'text/plain;application/json',
      'application/xml',
      'application/octet-stream',
      '',
    ]) {
      const headers = { Origin: own(), ...(type === '' ? {} : { 'Content-Type': type }) };
      const { status } = await door.ask('/account', { method: 'POST', headers, body: '{"a":1}' });
      expect([type, status]).toEqual([type, 415]);
    }
    expect(door.asked).toEqual([]);
  });

  test('is not the only way in: other methods change nothing, as nobody is asked', async () => {
    for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND']) {
      const { status, headers } = await door.ask('/account', { method, headers: { 'X-HTTP-Method-Override': 'POST' } });
      expect([method, status, headers.allow]).toEqual([method, 405, 'GET, HEAD, POST']);
    }
    expect(door.asked).toEqual([]);
  });
});

describe('a page that somebody else builds into their own', () => {
  test('is refused as a frame, a picture, a script and by fetch, and opened by a link', async () => {
    const from = (mode: string, dest: string) =>
      door.ask('/account', {
        headers: { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': mode, 'Sec-Fetch-Dest': dest },
      });
    for (const [mode, dest] of [
      ['no-cors', 'image'],
      ['no-cors', 'script'],
      ['cors', 'empty'],
      ['navigate', 'iframe'],
      ['navigate', 'object'],
    ] as const) {
      expect([mode, dest, (await from(mode, dest)).status]).toEqual([mode, dest, 403]);
    }
    expect((await from('navigate', 'document')).status).toBe(200);
  });
});

describe('headers of every answer', () => {
  test.each(PAGES)('%s', async (address) => {
    const { status, headers } = await door.ask(address);
    // why a file may be told to wait: this one session asks for all of them within a second.
    expect([200, 429]).toContain(status);
    const policy = String(headers['content-security-policy']);
    for (const directive of [
      "default-src 'none'",
      "object-src 'none'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      "form-action 'self'",
      "frame-src 'none'",
      "require-trusted-types-for 'script'",
      'report-uri /reports/csp',
    ]) {
      expect(policy.split('; ')).toContain(directive);
    }
    expect(policy).toMatch(/script-src 'self' 'nonce-[A-Za-z0-9+/]{22}=='(?:;|$)/u);
    expect(policy).not.toMatch(/unsafe-|\*|https?:|strict-dynamic/u);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'x-frame-options': 'DENY',
      'cache-control': 'private, no-store',
    });
    expect(headers['permissions-policy']).toMatch(/camera=\(\).*geolocation=\(\).*microphone=\(\)/u);
    for (const name of ['x-powered-by', 'server', 'access-control-allow-origin', 'strict-transport-security']) {
      expect(headers, name).not.toHaveProperty(name);
    }
  });

  test('have a nonce that no other answer has', async () => {
    const nonces = new Set<string>();
    for (let count = 0; count < 50; count += 1) {
      nonces.add(/'nonce-([^']+)'/u.exec(String((await door.ask('/')).headers['content-security-policy']))?.[1] ?? '');
    }
    expect(nonces.size).toBe(50);
  });

  test('say of data what matters for data, and forbid keeping it', async () => {
    const { headers } = await door.ask('/account.data');
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': 'private, no-store' });
  });

  test('leave alone what a route says about keeping, and forbid it for redirects and faults', async () => {
    const own = await openDoor((request, response, next) => {
      if (request.path === '/kept') response.set('Cache-Control', 'public, max-age=60').send('x');
      else if (request.path === '/moved') response.redirect('/kept');
      else next(new Error('a fault of the test'));
    });
    expect((await own.ask('/kept')).headers['cache-control']).toBe('public, max-age=60');
    expect(await own.ask('/moved')).toMatchObject({ status: 302, headers: { 'cache-control': 'private, no-store' } });
    const fault = await own.ask('/fault', { headers: { Accept: 'text/html' } });
    expect(fault).toMatchObject({ status: 500, headers: { 'cache-control': 'private, no-store' } });
    expect(fault.body).toContain('Hệ thống gặp sự cố');
    expect(fault.body).not.toMatch(/a fault of the test|at .+:\d+:\d+/u);
    await own.close();
  });

  test('empty the cache of the browser at sign-out, and nothing else', async () => {
    const headers = { 'Content-Type': FORM };
    expect((await door.ask('/sign-out', { method: 'POST', headers, body: 'a=1' })).headers['clear-site-data']).toBe(
      '"cache"',
    );
    expect((await door.ask('/account', { method: 'POST', headers, body: 'a=1' })).headers).not.toHaveProperty(
      'clear-site-data',
    );
    expect((await door.ask('/sign-out')).headers).not.toHaveProperty('clear-site-data');
  });
});

describe('a broken request', () => {
  const post = (headers: Record<string, string>, body?: string | Buffer) =>
    door.ask('/account', {
      method: 'POST',
      headers: { 'Content-Type': FORM, ...headers },
      ...(body === undefined ? {} : { body }),
    });

  test('with an address that cannot be read or is too long', async () => {
    for (const [path, expected] of [
      ['/units?q=%00', 400],
      ['/units/%00', 400],
      ['/units?q=a%', 400],
      ['/%C0%AE%C0%AE/etc/passwd', 400],
      ['/units?q=%ED%A0%80', 400],
      [`/units?q=${'a'.repeat(8_000)}`, 414],
    ] as const) {
      const { status, body } = await door.ask(path);
      expect([path.slice(0, 30), status]).toEqual([path.slice(0, 30), expected]);
      expect(body).toMatch(/[Đđ]ịa chỉ/u);
    }
    expect(door.asked).toEqual([]);
    expect((await door.ask('/units?q=C%C3%B4ng+an+x%C3%A3')).status).toBe(200);
  });

  test('that is too large, or does not say how large it is', async () => {
    expect((await post({}, 'a'.repeat(256 * 1024 + 1))).status).toBe(413);
    expect((await post({ 'Transfer-Encoding': 'chunked' })).status).toBe(411);
    expect((await post({ 'Content-Length': '99999999999' })).status).toBe(413);
    expect(door.asked).toEqual([]);
  });

  test('with thousands of parts, or a large form without a file, keeps nobody waiting', async () => {
    let read = 0;
    const own = await openDoor((request, response, next) => {
      request.on('data', (piece: Buffer) => (read += piece.length));
      request.on('end', () => response.send('read'));
      request.on('error', next);
    });
    const part = (index: number): string =>
      `--ranh gioi\r\nContent-Disposition: form-data; name="f${index}"\r\n\r\n1\r\n`;
    const form = (count: number): string =>
      `${Array.from({ length: count }, (_, index) => part(index)).join('')}--ranh gioi--\r\n`;
    const send = (body: string, type = 'multipart/form-data; boundary="ranh gioi"') =>
      own.ask('/manage/items/import', { method: 'POST', headers: { 'Content-Type': type }, body });
    const fine = form(900);
    expect(await send(fine)).toMatchObject({ status: 200, body: 'read' });
    expect(read).toBe(Buffer.byteLength(fine));
    read = 0;
    const refused = await send(form(20_000));
    expect(refused).toMatchObject({ status: 413 });
    expect(refused.body).toContain('quá nhiều mục');
    expect(read).toBeLessThan(500_000);
    expect((await send(`a=${'1'.repeat(300_000)}`, FORM)).status).toBe(413);
    expect((await send(form(5))).status).toBe(200);
    await own.close();
  });

  test('whose length and pieces disagree is no request at all', async () => {
    const head = `POST /account HTTP/1.1\r\nHost: 127.0.0.1:${door.port}\r\nContent-Type: ${FORM}\r\n`;
    for (const lines of [
      'Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /x HTTP/1.1\r\nHost: a\r\n\r\n',
      'Content-Length: 3\r\nContent-Length: 30\r\n\r\na=1',
      'Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n',
      'Content-Length: -1\r\n\r\n',
      ' Content-Length: 3\r\n\r\na=1',
    ]) {
      const said = await door.raw(head + lines, 1_500);
      expect(said.slice(0, 12), JSON.stringify(lines).slice(0, 40)).toMatch(/^HTTP\/1\.1 4\d\d/u);
    }
    expect(door.asked).toEqual([]);
  });

  test('with headers without end is told so in Vietnamese', async () => {
    const said = await door.raw(`GET / HTTP/1.1\r\nHost: a\r\nCookie: ${'x'.repeat(40_000)}\r\n\r\n`);
    expect(said).toMatch(/^HTTP\/1\.1 431/u);
    expect(said).toContain('Phần đầu của yêu cầu quá lớn');
  });

  test('with a host that is none', async () => {
    for (const host of ['a b', 'a/b', 'a:b', '"><script>', 'a:999999', '']) {
      const said = await door.raw(`GET / HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`, 1_500);
      expect(said.slice(0, 12), host).toMatch(/^HTTP\/1\.1 400/u);
    }
    expect(door.asked).toEqual([]);
  });

  test('cannot say where it comes from by headers of proxies, where there is no proxy', async () => {
    let seen: unknown;
    const own = await openDoor((request, response) => {
      seen = [request.ip, request.hostname, request.headers['x-forwarded-host'], request.headers.forwarded];
      response.send('x');
    });
    await own.ask('/', {
      headers: {
        'X-Forwarded-For': '1.2.3.4',
        'X-Forwarded-Host': 'xau.example:zz',
        'X-Forwarded-Proto': 'https',
        Forwarded: 'for=1.2.3.4',
      },
    });
    expect(seen).toEqual(['127.0.0.1', '127.0.0.1', undefined, undefined]);
    await own.close();
  });

  test('is answered as a page to who looks at one, with nothing of theirs in it', async () => {
    const { body, headers } = await door.ask('/%00<script>alert(1)</script>', { headers: { Accept: 'text/html' } });
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(body).toContain('<html lang="vi">');
    expect(body).not.toContain('alert(1)');
  });
});

describe('a flood', () => {
  const session = (name: string) => ({ Cookie: `tim_hieu=${name}` });

  test.each(RATES)(
    'of $name ends for one session, and for nobody else',
    async ({ method, path, query, perSession, atOnce }) => {
      const own = await openDoor();
      const address = exampleOf(path, query);
      expect(rateOf(method, address.split('?')[0] as string, new URL(address, 'http://a').searchParams)?.path).toBe(
        path,
      );
      const asks = async (who: string) =>
        own.ask(address, {
          method,
          headers: { ...session(who), ...(method === 'POST' ? { 'Content-Type': 'application/json' } : {}) },
          ...(method === 'POST' ? { body: '[]' } : {}),
        });
      for (let count = 0; count < perSession; count += 1) expect((await asks('mot')).status).toBeLessThan(400);
      const refused = await asks('mot');
      expect(refused.status).toBe(429);
      expect(Number(refused.headers['retry-after'])).toBeGreaterThanOrEqual(1);
      expect(refused.body).toMatch(/Hãy thử lại sau \d+ giây/u);
      expect((await asks('hai')).status).toBeLessThan(400);
      expect(atOnce ?? 1).toBeGreaterThan(0);
      await own.close();
    },
  );

  test('by made-up sessions ends with the network', async () => {
    const own = await openDoor();
    const { perNetwork } = RATES.find(({ name }) => name === 'files') as (typeof RATES)[number];
    let refused = 0;
    for (let count = 0; count < perNetwork + 20; count += 1) {
      const { status } = await own.ask('/manage/units/tree.csv', { headers: session(`gia-${count}`) });
      if (status === 429) refused += 1;
    }
    expect(refused).toBe(20);
    // Pages that cost little are not counted with them.
    expect((await own.ask('/')).status).toBe(200);
    await own.close();
  }, 30_000);

  test('of slow files at once: two for one person, and the third when one of them is there', async () => {
    const release: (() => void)[] = [];
    const own = await openDoor((_, response) => void release.push(() => response.send('x')));
    const file = () => own.ask('/manage/units/tree.xlsx', { headers: session('mot') });
    const [first, second] = [file(), file()];
    await expect.poll(() => release.length).toBe(2);
    expect((await file()).status).toBe(429);
    release[0]?.();
    expect((await first).status).toBe(200);
    const third = file();
    await expect.poll(() => release.length).toBe(3);
    for (const end of release.slice(1)) end();
    expect([(await second).status, (await third).status]).toEqual([200, 200]);
    await own.close();
  });

  test('of a whole school behind one address is none', async () => {
    const own = await openDoor();
    const answers = await Promise.all(
      Array.from({ length: 300 }, (_, index) => own.ask('/units/search?q=truong', { headers: session(`hs-${index}`) })),
    );
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    await own.close();
  });

  test('of a thousand slow lines leaves everybody else alone, and is hung up on', async () => {
    const own = await openDoor();
    const lines = await Promise.all(Array.from({ length: 1_000 }, () => own.socket()));
    let closed = 0;
    for (const line of lines) {
      line.on('error', () => undefined).on('close', () => (closed += 1));
      line.resume().write('GET / HTTP/1.1\r\nHost: a\r\nX-Slow: ');
    }
    const began = performance.now();
    expect((await own.ask('/')).status).toBe(200);
    expect(performance.now() - began).toBeLessThan(2_000);
    await expect.poll(() => closed, { timeout: 25_000, interval: 500 }).toBe(1_000);
    await own.close();
  }, 40_000);

  test('is counted by networks as providers give them', () => {
    expect(networkOf('::ffff:10.1.2.3')).toBe('10.1.2.3');
    expect(networkOf('2001:db8:1:2:3:4:5:6')).toBe(networkOf('2001:db8:1:2:ffff::1'));
    expect(networkOf('2001:db8:1:2::1')).not.toBe(networkOf('2001:db8:1:3::1'));
    expect(networkOf('::1')).toBe('0:0:0:0');
    expect(sessionOf('display=a; __Host-tim_hieu=abc')).toBe('abc');
    expect(sessionOf('not_tim_hieu=abc')).toBeUndefined();
  });
});

/** An address that fits a pattern of the table. */
function exampleOf(path: RegExp, query: readonly string[] | undefined): string {
  const examples = [
    '/units/bac/code.png',
    '/confirm/AAAA',
    '/units/search',
    '/units',
    '/manage/items/import',
    '/manage/contests/thi/keys/preview',
    '/reports/csp',
    '/sign-in',
    '/manage/units/tree.csv',
  ];
  if (query) return `/units?${query[0] ?? ''}=a`;
  return examples.find((example) => path.test(example)) ?? '';
}

describe('what is at fixed places', () => {
  test('leads to where a password is changed', async () => {
    expect(await door.ask('/.well-known/change-password')).toMatchObject({
      status: 302,
      headers: { location: '/account' },
    });
  });

  test('names nobody to tell about holes where the operator has named nobody', async () => {
    await door.ask('/.well-known/security.txt');
    expect(door.asked).toEqual(['GET /.well-known/security.txt']);
  });

  test('reports of browsers are always thanked for, and only their directive and path are kept', async () => {
    const old = {
      'csp-report': {
        'effective-directive': 'script-src-elem',
        'document-uri': 'https://a.vn/units?q=Nguyen+Van+A',
        'blocked-uri': 'inline',
      },
    };
    expect(readReports(old)).toEqual([{ directive: 'script-src-elem', path: '/units' }]);
    const list = [
      { type: 'csp-violation', body: { effectiveDirective: 'img-src', documentURL: 'https://a.vn/confirm/X?y=1#z' } },
      { type: 'deprecation', body: {} },
    ];
    expect(readReports(list)).toEqual([{ directive: 'img-src', path: '/confirm/X' }]);
    for (const body of ['', '[', '"x"', '[1]', JSON.stringify(old), 'a'.repeat(20_000)]) {
      const headers = { 'Content-Type': 'application/csp-report' };
      expect((await door.ask('/reports/csp', { method: 'POST', headers, body })).status).toBe(204);
    }
    expect(door.asked).toEqual([]);
  });
});
