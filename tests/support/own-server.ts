// A demonstration of its own, on a copy of the database of the one that the other tests use, changed before it starts.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import BetterSqlite3 from 'better-sqlite3';

const START_MS = 150_000;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/**
 * Starts a server on a copy of the demonstration.
 * @param change what is done to the copy before the server sees it
 * @throws when it does not answer in time
 */
export async function ownServer(
  change: (db: BetterSqlite3.Database) => void,
): Promise<{ origin: string; close(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'tim-hieu-own-'));
  const file = join(folder, 'demo.db');
  const source = new BetterSqlite3(join(process.env['E2E_FOLDER'] ?? '', 'demo.db'), { timeout: 10_000 });
  await source.backup(file);
  source.close();
  // What is sealed in the copy opens with the secrets of the demonstration that it is a copy of.
  const secrets = join(process.env['DATA_DIR'] ?? '', 'secrets');
  if (existsSync(secrets)) cpSync(secrets, join(folder, 'secrets'), { recursive: true });
  const db = new BetterSqlite3(file);
  change(db);
  db.close();
  const port = await freePort();
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: 'production',
    DEMO: '1',
    HOST: '127.0.0.1',
    PORT: String(port),
    DATA_DIR: folder,
    DATABASE_URL: `file:${file}`,
    LOG_LEVEL: 'silent',
  };
  const child: ChildProcess = spawn(process.execPath, ['--import', 'tsx', 'app/cli/main.ts', 'demo'], {
    env,
    stdio: 'ignore',
  });
  const origin = `http://127.0.0.1:${port}`;
  const giveUp = Date.now() + START_MS;
  const isUp = () =>
    fetch(`${origin}/health`).then(
      (answer) => answer.ok,
      () => false,
    );
  while (!(await isUp())) {
    if (Date.now() > giveUp || child.exitCode !== null) throw new Error('the server of this test did not start');
    await setTimeout(250);
  }
  return {
    origin,
    async close() {
      if (child.exitCode === null) {
        child.kill('SIGTERM');
        await once(child, 'exit');
      }
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
