// R8: the server dies in the middle of an attempt, and nothing that was promised is lost. It runs a server of its own, as the
// other tests need theirs alive.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Page } from 'playwright/test';
import { paths } from '#app/paths.ts';
import { registerNewcomer, startAttempt } from '#tests/support/people.ts';
import { expect, test as base } from '#tests/support/playwright.ts';

const START_MS = 170_000;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** A demonstration of its own, which can be killed and started again on the same database. */
class OwnServer {
  readonly #folder = mkdtempSync(join(tmpdir(), 'tim-hieu-restart-'));
  readonly #port: number;
  #process: ChildProcess | undefined;

  constructor(port: number) {
    this.#port = port;
  }

  get origin(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** Starts it, and waits until it answers. why not npx: a signal to npx does not reach the server. */
  async start(): Promise<void> {
    this.#process = spawn(process.execPath, ['--import', 'tsx', 'app/cli/main.ts', 'demo'], {
      env: {
        ...process.env,
        NODE_ENV: 'production',
        DEMO: '1',
        HOST: '127.0.0.1',
        PORT: String(this.#port),
        DATA_DIR: this.#folder,
        DATABASE_URL: `file:${this.#folder}/demo.db`,
        LOG_LEVEL: 'warn',
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const end = Date.now() + START_MS;
    while (!(await this.#answers())) {
      if (this.#process.exitCode !== null || Date.now() > end) throw new Error('the server did not start');
      await setTimeout(250);
    }
  }

  /** Ends it as a power cut does: nothing is written or closed any more. */
  async kill(): Promise<void> {
    const running = this.#process;
    if (!running || running.exitCode !== null || running.signalCode !== null) return;
    const ended = once(running, 'exit');
    running.kill('SIGKILL');
    await ended;
  }

  async remove(): Promise<void> {
    await this.kill();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #answers(): Promise<boolean> {
    return fetch(`${this.origin}/ready`).then(
      (response) => response.ok,
      () => false,
    );
  }
}

const test = base.extend<object, { server: OwnServer }>({
  server: [
    async ({ browserName: _ }, use) => {
      const server = new OwnServer(await freePort());
      await server.start();
      await use(server);
      await server.remove();
    },
    { scope: 'worker', timeout: 2 * START_MS },
  ],
  baseURL: ({ server }, use) => use(server.origin),
});

test.describe.configure({ mode: 'serial', timeout: 2 * START_MS });

const question = (page: Page) => page.locator('fieldset.question:not([hidden])');
const badge = (page: Page) => page.locator('.save-badge');
const attemptIdOf = (page: Page): string => /attempts\/([^/?]+)/.exec(page.url())?.[1] ?? '';

/** Prompt and words of the right options of every question of the bank. */
async function keys(): Promise<Map<string, readonly string[]>> {
  const { readContestItems } = await import('#app/features/items/index.server.ts');
  const { tidy } = await import('#app/domain/kernel/text.ts');
  return new Map(
    readContestItems().items.map(({ body }) => [
      tidy(body.prompt),
      body.options.filter(({ id }) => body.key.includes(id)).map(({ text }) => tidy(text)),
    ]),
  );
}

/** Chooses the right answer of the question that is open. */
async function answerRightly(page: Page, bank: ReadonlyMap<string, readonly string[]>): Promise<void> {
  const prompt = (await question(page).locator('.question__prompt').innerText()).replaceAll(/\s+/gu, ' ').trim();
  const right = [...bank].find(([each]) => prompt.endsWith(each))?.[1];
  if (!right) throw new Error(`no question of the bank reads: ${prompt}`);
  const labels = question(page).locator('label.choice');
  for (const [index, text] of (await labels.allInnerTexts()).entries()) {
    if (right.some((key) => text.replaceAll(/\s+/gu, ' ').trim().endsWith(key))) await labels.nth(index).click();
  }
}

test('answers outlive the death of the server, wait on the device, and arrive by themselves', async ({
  page,
  server,
}) => {
  const bank = await keys();
  await registerNewcomer(page);
  await startAttempt(page);
  await answerRightly(page, bank);
  await expect(badge(page)).toContainText(/Đã lưu \d\d:\d\d:\d\d/);

  await server.kill();
  await page.getByRole('button', { name: 'Câu sau' }).click();
  await answerRightly(page, bank);
  await expect(badge(page)).toContainText(/Chưa gửi 1 câu, đang giữ trên máy/);
  await expect(page.locator('.place--waiting')).toHaveCount(1);

  await server.start();
  await expect(badge(page)).toContainText(/Đã lưu \d\d:\d\d:\d\d/, { timeout: 40_000 });
  await expect(page.locator('.place--waiting')).toHaveCount(0);
  await page.reload();
  await expect(page.locator('.place--answered')).toHaveCount(2);

  await page.locator('.sheet__side').getByRole('button', { name: 'Kiểm tra và nộp bài' }).click();
  await page.getByRole('button', { name: 'Nộp bài', exact: true }).click();
  await expect(page).toHaveURL(/result/);
  await expect(page.locator('.result__score')).toHaveText('2/20');
});

test('twenty submissions at once are one result', async ({ page }) => {
  await registerNewcomer(page);
  await startAttempt(page);
  const attemptId = attemptIdOf(page);
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => page.request.post(paths.checkAttempt(attemptId), { maxRedirects: 0 })),
  );
  for (const answer of answers) {
    expect(answer.status()).toBe(302);
    expect(answer.headers()['location']).toBe(paths.result(attemptId));
  }
  await page.goto(paths.result(attemptId));
  await expect(page.locator('.result__score')).toHaveText('0/20');
  const score = await page.locator('main').innerText();
  await page.request.post(paths.checkAttempt(attemptId));
  await page.reload();
  expect(await page.locator('main').innerText()).toBe(score);
});
