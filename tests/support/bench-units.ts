// How long the pages of units take in a province of 5,000 units, 500,000 people and 700,000 attempts, and what counting them costs:
//   npm run build && npm run bench:units -- --people 500000 --attempts 700000
// on a new SQLite file, or on the empty database that BENCH_URL names, of either engine. BENCH_KEEP names a file that is kept and
// taken up again (--fill only fills it). The server is the built one, as it runs in production.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { addAttempts, fillerOf, fillProvince, type Filler, type Province } from './bench-units-seed.ts';

const PASSWORD = 'do-tai-cong-kenh-2026';
const RUNS = 40;
const DIRTY = 300;

const { values } = parseArgs({
  options: {
    people: { type: 'string' },
    attempts: { type: 'string' },
    json: { type: 'boolean' },
    fill: { type: 'boolean' },
  },
});
const size = { people: Number(values.people ?? 500_000), attempts: Number(values.attempts ?? 700_000) };
const folder = mkdtempSync(join(tmpdir(), 'tim-hieu-bench-'));
const kept = process.env['BENCH_KEEP'];
const url = process.env['BENCH_URL'] ?? `file:${kept ?? join(folder, 'bench.db')}`;
const isFilled = kept !== undefined && existsSync(kept);

const environment = (port: number): NodeJS.ProcessEnv => ({
  ...process.env,
  NODE_ENV: 'production',
  DATABASE_URL: url,
  DATA_DIR: folder,
  PORT: String(port),
  HOST: '127.0.0.1',
  APP_ORIGIN: `http://127.0.0.1:${port}`,
  LOG_LEVEL: 'error',
});

function app(args: readonly string[], input?: string): void {
  const { status } = spawnSync('npx', ['tsx', 'app/cli/main.ts', ...args], {
    env: environment(3000),
    input,
    stdio: [input === undefined ? 'ignore' : 'pipe', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error(`${args.join(' ')} failed`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  const { port } = server.address() as { port: number };
  await new Promise((done) => server.close(done));
  return port;
}

async function started(port: number): Promise<ChildProcess> {
  const server = spawn('npx', ['tsx', 'app/cli/main.ts', 'start'], {
    env: environment(port),
    stdio: ['ignore', 'ignore', 'inherit'],
    detached: true,
  });
  for (let tries = 0; tries < 300; tries += 1) {
    const answer = await fetch(`http://127.0.0.1:${port}/health`).catch(() => undefined);
    if (answer?.ok) return server;
    await setTimeout(100);
  }
  throw new Error('the server did not start');
}

async function cookieOf(origin: string): Promise<string> {
  const answer = await fetch(`${origin}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', Origin: origin },
    body: new URLSearchParams({ signInName: 'do-tai-quan-tri', password: PASSWORD }),
  });
  const cookie = answer.headers.getSetCookie().map((each) => each.split(';')[0]);
  if (answer.status !== 302 || cookie.length === 0) throw new Error(`signing in gave ${answer.status}`);
  return cookie.join('; ');
}

interface Measured {
  readonly name: string;
  readonly p50: number;
  readonly p95: number;
  readonly most: number;
  /** How many times an empty page: /health, measured in the same run. */
  readonly ratio: number;
}

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
const rounded = (ms: number): number => Math.round(ms * 10) / 10;

async function timed(address: string, cookie: string): Promise<number> {
  const start = performance.now();
  const answer = await fetch(address, { headers: { Cookie: cookie } });
  await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`${address} gave ${answer.status}`);
  return performance.now() - start;
}

async function samplesOf(address: string, cookie: string, pauseMs: number): Promise<number[]> {
  const taken: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    floors.push(await timed(new URL('/health', address).href, ''));
    taken.push(await timed(address, cookie));
    // why: figures are remembered for seconds, and some of the looks must be those that read them.
    await setTimeout(pauseMs);
  }
  return taken.toSorted((a, b) => a - b);
}

/** An empty page, asked for beside every page that is measured: what the machine does meanwhile slows down both. */
const floors: number[] = [];

function lineOf(name: string, sorted: readonly number[]): Measured {
  const p50 = at(sorted, 0.5);
  const beside = floors.splice(0).toSorted((a, b) => a - b);
  const floor = beside.length > 0 ? at(beside, 0.5) : p50;
  return {
    name,
    p50: rounded(p50),
    p95: rounded(at(sorted, 0.95)),
    most: rounded(sorted.at(-1) ?? 0),
    ratio: rounded(p50 / floor),
  };
}

/** How long others wait while something goes on: an empty page, asked for again and again. */
async function meanwhile<T>(origin: string, name: string, work: Promise<T>): Promise<Measured> {
  const state = { isDone: false };
  const done = work.finally(() => (state.isDone = true));
  const taken: number[] = [];
  for (;;) {
    taken.push(await timed(`${origin}/health`, ''));
    if (state.isDone) break;
    await setTimeout(10);
  }
  await done;
  return lineOf(
    name,
    taken.toSorted((a, b) => a - b),
  );
}

async function untilCounted(db: Filler, contestId: string, since: number): Promise<number> {
  const start = performance.now();
  for (;;) {
    const [row] = await db.ask(`SELECT "upTo" FROM "TallyState" WHERE "contestId" = ?`, contestId);
    if (row && new Date(row['upTo'] as string).getTime() >= since) return performance.now() - start;
    await setTimeout(50);
  }
}

const pagesOf = ({ slug, line, rounds }: Province): [string, string][] => [
  ['unit page, root', `/units/${line[0]}?contest=${slug}`],
  ['unit page, middle', `/units/${line[1]}?contest=${slug}`],
  ['unit page, leaf', `/units/${line[3]}?contest=${slug}`],
  ['unit page, root, one round', `/units/${line[0]}?contest=${slug}&round=${rounds.length}`],
  ['board of units', `/contests/${slug}/units`],
  ['board of blocks', `/contests/${slug}/blocks`],
  ['chooser, one letter', '/units/search?q=b'],
  ['chooser, two words', '/units/search?q=ban%20na&only=all'],
  ['list of contests, organizers', '/manage'],
  ['contest, organizers', `/manage/contests/${slug}`],
];

async function main(): Promise<void> {
  const db = await prepare();
  const province = await provinceOf(db);
  if (values.fill === true) return db.close();
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const startedAt = Date.now();
  const server = await started(port);
  try {
    const cookie = await cookieOf(origin);
    // The second step of signing in is taken for the person who is measured.
    await db.ask('UPDATE "Session" SET "secondFactorAt" = "createdAt" RETURNING "idHash"');
    const rows: Measured[] = [];
    const first = untilCounted(db, province.contestId, startedAt);
    const firstRow = await meanwhile(origin, 'empty page during the first count', first);
    console.error(`first count of all units: ${rounded((await first) / 1000)} s`);
    rows.push(lineOf('empty page (/health)', await samplesOf(`${origin}/health`, '', 5)), firstRow);
    for (const [name, path] of pagesOf(province)) rows.push(lineOf(name, await samplesOf(origin + path, cookie, 150)));
    const changedAt = Date.now();
    await addAttempts(db, province, province.leaves.filter((_, index) => index % 14 === 0).slice(0, DIRTY), changedAt);
    const again = untilCounted(db, province.contestId, changedAt);
    rows.push(await meanwhile(origin, `empty page while ${DIRTY} units are counted`, again));
    console.error(`${DIRTY} units in which something happened: counted after ${rounded((await again) / 1000)} s`);
    const seconds = { firstCount: rounded((await first) / 1000), dirtyCount: rounded((await again) / 1000) };
    if (values.json === true)
      console.log(JSON.stringify({ ...size, engine: url.split(':')[0], seconds, rows }, null, 1));
    else print(rows);
  } finally {
    // why the group: npx starts the server as a child of its own.
    if (server.pid !== undefined) process.kill(-server.pid, 'SIGTERM');
    await setTimeout(2_000);
    await db.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function prepare(): Promise<Filler> {
  if (!isFilled) {
    app(['load-content']);
    app(['create-admin', '--name', 'do-tai-quan-tri', '--full-name', 'Đo Tải', '--birth-year', '1980'], PASSWORD);
  }
  return fillerOf(url);
}

async function provinceOf(db: Filler): Promise<Province> {
  if (!isFilled) {
    const start = performance.now();
    const province = await fillProvince(db, { ...size, now: Date.now() });
    console.error(
      `${size.people} people and ${size.attempts} attempts written in ${rounded((performance.now() - start) / 1000)} s`,
    );
    return province;
  }
  const leaves = await db.ask(`SELECT "id" FROM "Unit" WHERE "kind" = 'cell' ORDER BY "id"`);
  const [top] = await db.ask(`SELECT "id" FROM "Unit" WHERE "parentId" IS NULL ORDER BY "validFrom" DESC LIMIT 1`);
  for (const state of ['do-tai', 'basis:do-tai', 'claim:do-tai']) {
    await db.ask(`DELETE FROM "TallyState" WHERE "contestId" = ? RETURNING "contestId"`, state);
  }
  await db.ask(`DELETE FROM "UnitTally" RETURNING "unitId"`);
  return {
    contestId: 'do-tai',
    slug: 'do-tai',
    rounds: ['do-tai-1', 'do-tai-2'],
    line: [String(top?.['id']), 'x0', 'x0-0', 'x0-0-0'],
    leaves: leaves.map((row) => String(row['id'])),
  };
}

function print(rows: readonly Measured[]): void {
  console.log(`${'ms'.padEnd(48)}${'p50'.padStart(8)}${'p95'.padStart(8)}${'most'.padStart(8)}${'ratio'.padStart(8)}`);
  for (const { name, p50, p95, most, ratio } of rows) {
    const cells = [p50, p95, most, ratio].map((each) => each.toFixed(1).padStart(8)).join('');
    console.log(name.padEnd(48) + cells);
  }
}

await main();
