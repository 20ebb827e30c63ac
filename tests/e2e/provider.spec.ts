// Signing in by a provider of OpenID Connect as a person does it: a browser that obeys the policy of the pages, two real servers.
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { paths } from '#app/paths.ts';
import { startProvider, type LocalProvider } from '#tests/support/local-provider.ts';
import { expect, expectAccessible, expectNoSidewaysScroll, test as base } from '#tests/support/playwright.ts';

const START_MS = 170_000;
const NAME = 'Cổng thử';

interface Two {
  readonly origin: string;
  readonly provider: LocalProvider;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function answers(origin: string, server: ChildProcess): Promise<void> {
  const end = Date.now() + START_MS;
  for (;;) {
    if (server.exitCode !== null || Date.now() > end) throw new Error('the server did not start');
    const isReady = await fetch(`${origin}/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady) return;
    await setTimeout(250);
  }
}

const test = base.extend<object, { two: Two }>({
  two: [
    async ({ browserName: _ }, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'tim-hieu-provider-'));
      const port = await freePort();
      const origin = `http://127.0.0.1:${port}`;
      const provider = await startProvider([origin + paths.providerCallback()]);
      const { DEMO: _demo, ...rest } = process.env;
      const env: NodeJS.ProcessEnv = {
        ...rest,
        NODE_ENV: 'production',
        APP_ORIGIN: origin,
        HOST: '127.0.0.1',
        PORT: String(port),
        DATA_DIR: folder,
        DATABASE_URL: `file:${folder}/provider.db`,
        OIDC_ISSUER: provider.issuer,
        OIDC_CLIENT_ID: provider.clientId,
        OIDC_CLIENT_SECRET: provider.clientSecret,
        OIDC_NAME: NAME,
      };
      const app = (verb: string): string[] => ['--import', 'tsx', 'app/cli/main.ts', verb];
      await promisify(execFile)(process.execPath, app('load-content'), { env });
      const server = spawn(process.execPath, app('start'), { env, stdio: ['ignore', 'ignore', 'inherit'] });
      await answers(origin, server);
      await use({ origin, provider });
      server.kill('SIGKILL');
      await once(server, 'exit');
      await provider.close();
      rmSync(folder, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 2 * START_MS },
  ],
});

test.setTimeout(2 * START_MS);

test('somebody new comes from the provider, registers, links, and signs in by it from then on', async ({
  browser,
  two,
}) => {
  // why a page of its own: the page of other tests takes everything from another server for a fault.
  const context = await browser.newContext({
    baseURL: two.origin,
    viewport: { width: 360, height: 740 },
    locale: 'vi-VN',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const refused: string[] = [];
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) refused.push(message.text());
  });
  two.provider.next = { sub: 'nguoi-moi', name: 'Lý Thị Ước' };
  await page.goto(paths.signIn());
  await page.getByRole('button', { name: `Đăng nhập bằng ${NAME}` }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Chưa có tài khoản nào được liên kết' })).toBeVisible();
  expect(new URL(page.url()).search).toBe('');
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);

  await page.getByRole('link', { name: 'Đăng ký dự thi' }).click();
  await page.getByRole('textbox', { name: 'Họ và tên' }).fill('Lý Thị Ước');
  await page.getByRole('textbox', { name: 'Năm sinh' }).fill('1985');
  await page.locator('[name=unitQuery]').fill('truong ha');
  await page.getByRole('button', { name: 'Tìm' }).click();
  await page.getByLabel(/Xã Trường Hà/).check();
  await page.locator('[name=signInName]').fill('ly-thi-uoc');
  await page.locator('[name=password]').fill('núi non nước biếc');
  await page.getByLabel(/Tôi đồng ý/).check();
  await page.locator('main').getByRole('button', { name: 'Đăng ký' }).click();
  await expect(page.getByRole('heading', { level: 1, name: `Liên kết với ${NAME}?` })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Liên kết', exact: true }).click();
  await page.goto(paths.account());
  await expect(page.getByText(`Đã liên kết với ${NAME}`)).toBeVisible();

  await context.clearCookies();
  await page.goto(`${paths.signIn()}?returnTo=${paths.account()}`);
  await page.getByRole('button', { name: `Đăng nhập bằng ${NAME}` }).click();
  await expect(page).toHaveURL((url) => url.pathname === paths.account());
  await expect(page.getByText('Lý Thị Ước').first()).toBeVisible();
  expect(refused).toEqual([]);
  await context.close();
});
