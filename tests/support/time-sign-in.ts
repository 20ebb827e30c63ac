// Whether the time of an answer tells if an account exists: npx tsx tests/support/time-sign-in.ts
// By hand and on a quiet machine: a limit of time in a test that runs everywhere would fail for reasons of its own.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'tim-hieu-time-'));
Object.assign(process.env, { DATA_DIR: folder, DATABASE_URL: `file:${folder}/time.db`, LOG_LEVEL: 'silent' });

const TRIES = 500;
const ACCOUNTS = 100;
const ALLOWED = 0.1;

const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0;

async function main(): Promise<boolean> {
  const [{ signIn }, { migrate }, { closeDatabase, database }, { anAccount, aUnit }, { hashPassword }] =
    await Promise.all([
      import('#app/features/identity/index.server.ts'),
      import('#app/platform/db/migrate.server.ts'),
      import('#app/platform/db/client.server.ts'),
      import('./factories.ts'),
      import('#app/platform/passwords.server.ts'),
    ]);
  await migrate();
  const unit = await aUnit();
  const passwordHash = await hashPassword('con suối chảy mãi');
  for (let i = 0; i < ACCOUNTS; i += 1) {
    await anAccount({ unit, signInName: `co.that.${i}` });
    await anAccount({ unit, signInName: `da.tat.${i}` });
  }
  const db = await database();
  await db.account.updateMany({ data: { passwordHash } });
  await db.account.updateMany({ where: { signInName: { startsWith: 'da.tat.' } }, data: { disabledAt: new Date() } });

  const kinds: Record<string, (i: number) => string> = {
    'wrong password': (i) => `co.that.${i % ACCOUNTS}`,
    'unknown name': (i) => `khong.co.${i % ACCOUNTS}`,
    'unknown phone': (i) => `09${String(10_000_000 + (i % ACCOUNTS))}`,
    'switched off': (i) => `da.tat.${i % ACCOUNTS}`,
  };
  const times = new Map(Object.keys(kinds).map((kind) => [kind, [] as number[]]));
  let tries = 0;
  for (let i = -20; i < TRIES; i += 1) {
    for (const [kind, nameOf] of Object.entries(kinds)) {
      tries += 1;
      const clientAddress = `${1 + (tries % 200)}.${(tries >> 8) % 256}.${tries % 256}.1`;
      const form = { signInName: nameOf(Math.abs(i)), password: 'một câu không đúng' };
      const began = performance.now();
      const answer = await signIn({ form, clientAddress, now: Date.now() });
      const ms = performance.now() - began;
      if (answer.ok || answer.error !== 'wrong-credentials') throw new Error(`${kind}: ${JSON.stringify(answer)}`);
      if (i >= 0) times.get(kind)?.push(ms);
    }
  }
  await closeDatabase();
  const medians = [...times].map(([kind, ms]) => [kind, median(ms)] as const);
  for (const [kind, ms] of medians) process.stdout.write(`${kind.padEnd(16)} ${ms.toFixed(2)} ms\n`);
  const all = medians.map(([, ms]) => ms);
  const difference = Math.max(...all) / Math.min(...all) - 1;
  process.stdout.write(`largest difference of the medians of ${TRIES} tries: ${(100 * difference).toFixed(1)} %\n`);
  return difference < ALLOWED;
}

try {
  process.exitCode = (await main()) ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
