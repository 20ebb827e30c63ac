// Runs once per project: builds the migrated base that every test database is a copy of.
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import BetterSqlite3 from 'better-sqlite3';
import pg from 'pg';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** What test databases are copied from, and where the copies go. */
    readonly testBase:
      | { readonly engine: 'sqlite'; readonly folder: string; readonly base: string }
      | { readonly engine: 'postgresql'; readonly folder: string; readonly base: string; readonly server: string };
  }
}

/** Migrates an empty database. */
async function migrate(url: string): Promise<void> {
  // why a process of its own: projects are set up side by side, and two schema engines in one process share one WebAssembly memory.
  const work = ['--import', 'tsx', 'app/cli/main.ts', 'migrate'];
  await promisify(execFile)(process.execPath, work, {
    env: { ...process.env, DATABASE_URL: url, LOG_LEVEL: 'silent' },
  });
}

/** The address of another database on the same PostgreSQL server. */
const onServer = (server: string, name: string): string => {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
};

async function runOn(server: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client(server);
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

async function sqliteBase(folder: string): Promise<string> {
  const work = join(folder, 'migrated.db');
  const base = join(folder, 'base.db');
  await migrate(`file:${work}`);
  const db = new BetterSqlite3(work);
  // why not a plain copy: part of the migrated database may still stand in its write-ahead log.
  db.exec(`VACUUM INTO '${base}'`);
  db.close();
  return base;
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'tim-hieu-test-'));
  const server = process.env['POSTGRES_URL'];
  if (project.config.env['TEST_ENGINE'] !== 'postgresql' || server === undefined) {
    project.provide('testBase', { engine: 'sqlite', folder, base: await sqliteBase(folder) });
    return async () => rmSync(folder, { recursive: true, force: true });
  }
  const base = `tim_hieu_test_${randomBytes(4).toString('hex')}`;
  await runOn(server, `CREATE DATABASE ${base} TEMPLATE template0 ENCODING 'UTF8'`);
  await migrate(onServer(server, base));
  project.provide('testBase', { engine: 'postgresql', folder, base, server });
  return async () => {
    rmSync(folder, { recursive: true, force: true });
    await runOn(server, `DROP DATABASE IF EXISTS ${base} WITH (FORCE)`);
  };
}
