// R8: the server dies in the middle of an attempt, and nothing that was promised is lost. It runs a server of its own, as the
// other tests need theirs alive.
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import BetterSqlite3 from 'better-sqlite3';
import type { Page } from 'playwright/test';
import { SECOND } from '#app/domain/kernel/time.ts';
import { paths } from '#app/paths.ts';
import { attemptIdOf, CONTEST, registerNewcomer, startAttempt } from '#tests/support/people.ts';
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

  get #env(): NodeJS.ProcessEnv {
    return {
      ...process.env,
      NODE_ENV: 'production',
      DEMO: '1',
      HOST: '127.0.0.1',
      PORT: String(this.#port),
      DATA_DIR: this.#folder,
      DATABASE_URL: `file:${this.#folder}/demo.db`,
      LOG_LEVEL: 'warn',
    };
  }

  /** Its database, beside it: whether it runs or not. */
  look<T>(work: (db: BetterSqlite3.Database) => T): T {
    const db = new BetterSqlite3(`${this.#folder}/demo.db`, { timeout: 10_000 });
    try {
      return work(db);
    } finally {
      db.close();
    }
  }

  /** Runs a command of the application on its database. @throws where it fails */
  async command(...args: readonly string[]): Promise<string> {
    const all = ['--import', 'tsx', 'app/cli/main.ts', ...args];
    return (await promisify(execFile)(process.execPath, all, { env: this.#env })).stdout;
  }

  /** Starts it, and waits until it answers. why not npx: a signal to npx does not reach the server. */
  async start(): Promise<void> {
    this.#process = spawn(process.execPath, ['--import', 'tsx', 'app/cli/main.ts', 'demo'], {
      env: this.#env,
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
  // why: before scripts run the sheet shows all questions, and one at a time afterwards.
  await expect(question(page)).toHaveCount(1);
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

const LENGTH = 20 * SECOND;
const GRACE = 2 * SECOND;

interface Ended {
  readonly state: string;
  readonly started: number;
  readonly finished: number | null;
  readonly durationMs: number | null;
  readonly score: number | null;
  readonly steps: string;
  readonly lastStep: number;
}

const SHORT = 'vong-ngan';

/** A contest like that of the demonstration, with attempts of some seconds. */
const shortContest = (server: OwnServer): void =>
  server.look((db) => {
    const now = Date.now();
    const all = `SELECT r.id, r.opensAt, r.closesAt FROM Round r JOIN Contest c ON c.id = r.contestId
      WHERE c.slug = ? AND r.kind = 'contest'`;
    const rounds = db.prepare(all).all(CONTEST) as { id: string; opensAt: string; closesAt: string }[];
    const open = rounds.find(({ opensAt, closesAt }) => Date.parse(opensAt) <= now && now < Date.parse(closesAt));
    db.prepare(
      `INSERT INTO Contest (id, slug, title, rules, isEdited, lotSeed, createdAt, updatedAt)
       SELECT @slug, @slug, 'Vòng ngắn', json_set(rules, '$.grace', @grace), 1, 'mầm', createdAt, updatedAt
       FROM Contest WHERE slug = @model`,
    ).run({ slug: SHORT, model: CONTEST, grace: GRACE });
    const { changes } = db
      .prepare(
        `INSERT INTO Round (id, contestId, number, title, kind, opensAt, closesAt, durationMs, blueprint, lotSeed,
           createdAt, updatedAt)
         SELECT @id, @slug, 1, title, kind, opensAt, closesAt, @length, blueprint, 'mầm', createdAt, updatedAt
         FROM Round WHERE id = @model`,
      )
      .run({ id: `${SHORT}-1`, slug: SHORT, model: open?.id, length: LENGTH });
    expect(changes).toBe(1);
  });

/** What is stored of an attempt. */
const ended = (server: OwnServer, attemptId: string): Ended =>
  server.look(
    (db) =>
      db
        .prepare(
          `SELECT state, startedAt AS started, finishedAt AS finished, durationMs, score,
             (SELECT group_concat(kind) FROM (SELECT kind FROM AttemptStep WHERE attemptId = a.id ORDER BY sequence)) AS steps,
             (SELECT receivedAt FROM AttemptStep WHERE attemptId = a.id ORDER BY sequence DESC LIMIT 1) AS lastStep
           FROM Attempt a WHERE id = ?`,
        )
        .get(attemptId) as Ended,
  );

/** Sits an attempt up to its first answer, which is right, and goes away. */
async function leaveAfterOneAnswer(page: Page, bank: ReadonlyMap<string, readonly string[]>): Promise<string> {
  await registerNewcomer(page);
  await page.goto(paths.contest(SHORT));
  await startAttempt(page);
  const attemptId = attemptIdOf(page);
  // why: before scripts run the sheet shows all questions, and one at a time afterwards.
  await expect(page.locator('.sheet:not(.sheet--still)')).toBeVisible();
  await answerRightly(page, bank);
  await expect(badge(page)).toContainText(/Đã lưu \d\d:\d\d:\d\d/);
  // why away: an open sheet would submit by itself at its end.
  await page.goto(paths.health());
  return attemptId;
}

test('a deadline that passes while the server is dead ends an attempt as one that passes while it lives', async ({
  browser,
  page,
  server,
  baseURL,
}) => {
  const bank = await keys();
  shortContest(server);
  const watched = await leaveAfterOneAnswer(page, bank);
  await expect.poll(() => ended(server, watched).state, { timeout: 60_000 }).toBe('expired');

  const other = await browser.newContext(baseURL === undefined ? {} : { baseURL });
  const unwatched = await leaveAfterOneAnswer(await other.newPage(), bank);
  await server.kill();
  const { started } = ended(server, unwatched);
  const deadline = new Date(started).getTime() + LENGTH;
  expect(ended(server, unwatched).state).toBe('inProgress');
  await expect.poll(() => Date.now(), { timeout: 60_000 }).toBeGreaterThan(deadline + GRACE);
  await server.start();
  await expect.poll(() => ended(server, unwatched).state, { timeout: 30_000 }).toBe('expired');

  const told = [watched, unwatched].map((attemptId) => {
    const { started: from, finished, lastStep, steps, ...rest } = ended(server, attemptId);
    const took = new Date(finished ?? 0).getTime() - new Date(from).getTime();
    // why each kind once: a question with several right options is answered in several steps.
    const kinds = [...new Set(steps.split(','))];
    return { ...rest, kinds, took, stepped: new Date(lastStep).getTime() - new Date(from).getTime() };
  });
  expect(told[0]).toEqual({
    state: 'expired',
    durationMs: LENGTH,
    score: 1,
    kinds: ['started', 'responseSaved', 'expired'],
    took: LENGTH,
    stepped: LENGTH,
  });
  expect(told[1]).toEqual(told[0]);
  const otherPage = other.pages()[0]!;
  await otherPage.goto(paths.result(unwatched));
  await expect(otherPage.locator('.result__score')).toHaveText('1/20');
  await other.close();
  // And all of it follows from the steps; so does what made-up people sat before, and what lived through the deaths.
  expect(await server.command('verify', '--contest', CONTEST)).toContain('khớp');
  // The round of the short contest was put into the database by hand, which is all that is found about it.
  const found = await server.command('verify', '--contest', SHORT).catch((error: { stdout: string }) => error.stdout);
  expect(found).toMatch(new RegExp(`^${SHORT}: .*: khớp\\.$`, 'mu'));
  expect(found).toContain(`hàng ${SHORT}-1: hàng này không do phần mềm ghi`);
});
