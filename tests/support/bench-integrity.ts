// What seals, the check of them, the search for signals and the search for double accounts cost:
//   npm run bench:integrity -- --people 200000 --attempts 120000 --sitters 200
// on a new SQLite file, or on the empty databases that BENCH_URL (and BENCH_URL_SAVES) name, of either engine. Each part runs in a
// process of its own, so that its memory is its own; --only names one. BENCH_KEEP names a folder whose database is kept and taken up
// again. `--only saves` imports nothing but what sitting an attempt needs: copied into an older state, it measures that one too.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const PARTS = ['saves', 'fill', 'seal', 'check', 'signals', 'duplicates'] as const;
type Part = (typeof PARTS)[number];

const { values } = parseArgs({
  options: {
    people: { type: 'string' },
    attempts: { type: 'string' },
    sitters: { type: 'string' },
    calls: { type: 'string' },
    only: { type: 'string' },
    part: { type: 'string' },
  },
});
const size = {
  people: Number(values.people ?? 200_000),
  attempts: Number(values.attempts ?? 120_000),
  sitters: Number(values.sitters ?? 200),
  /** How many calls of the search for double accounts are made at most: each looks at some hundred. */
  calls: Number(values.calls ?? 1_000_000),
};

function run(args: readonly string[], env: NodeJS.ProcessEnv, output: 'inherit' | 'ignore' = 'inherit'): void {
  const { status } = spawnSync('npx', ['tsx', ...args], { env, stdio: ['ignore', output, 'inherit'] });
  if (status !== 0) throw new Error(`${args.join(' ')} failed`);
}

function runAll(): void {
  const kept = process.env['BENCH_KEEP'];
  const folder = kept ?? mkdtempSync(join(tmpdir(), 'tim-hieu-bench-'));
  mkdirSync(folder, { recursive: true });
  const filled = join(folder, 'filled');
  const wanted = values.only === undefined ? PARTS : PARTS.filter((part) => part === values.only);
  const environment = (url: string): NodeJS.ProcessEnv => ({
    ...process.env,
    NODE_ENV: 'production',
    LOG_LEVEL: 'error',
    DATABASE_URL: url,
    DATA_DIR: folder,
  });
  try {
    for (const part of wanted) {
      if (existsSync(filled) && (part === 'fill' || part === 'seal')) continue;
      const isOwn = part === 'saves';
      const named = process.env[isOwn ? 'BENCH_URL_SAVES' : 'BENCH_URL'];
      const file = join(folder, isOwn ? 'saves.db' : 'bench.db');
      if (isOwn) rmSync(file, { force: true });
      const env = environment(named ?? `file:${file}`);
      if (isOwn) run(['app/cli/main.ts', 'migrate'], env, 'ignore');
      if (part === 'fill') run(['app/cli/main.ts', 'load-content'], env, 'ignore');
      const sizes = Object.entries(size).flatMap(([name, value]) => [`--${name}`, String(value)]);
      run(['tests/support/bench-integrity.ts', '--part', part, ...sizes], env);
      if (part === 'seal') writeFileSync(filled, '');
    }
  } finally {
    if (kept === undefined) rmSync(folder, { recursive: true, force: true });
  }
}

const seconds = (ms: number): string => (ms / 1000).toFixed(1);
const megabytes = (bytes: number): number => Math.round(bytes / 2 ** 20);

/**
 * Runs a part, and says how long it took, how much of that the processor worked for it, and how much memory the process had, at its
 * beginning and at most.
 */
async function measured(part: Part, work: () => Promise<Record<string, unknown>>): Promise<void> {
  const before = process.memoryUsage.rss();
  const start = performance.now();
  const cpu = process.cpuUsage();
  const figures = await work();
  const took = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  const most = process.resourceUsage().maxRSS * 1024;
  const cost = { seconds: seconds(took), cpuSeconds: seconds((user + system) / 1000) };
  console.log(JSON.stringify({ part, ...cost, mb: [megabytes(before), megabytes(most)], ...figures }));
}

async function runPart(part: Part): Promise<void> {
  if (part === 'saves') {
    const { sitAll } = await import('./bench-saves.ts');
    return measured(part, () => sitAll(size.sitters));
  }
  const work = await import('./bench-integrity-work.ts');
  await measured(part, () => work.WORK[part](size));
}

if (values.part === undefined) runAll();
else await runPart(values.part as Part);
