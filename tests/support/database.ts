import { copyFileSync, rmSync } from 'node:fs';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, inject } from 'vitest';
import { closeDatabase } from '#app/platform/db/client.server.ts';

async function resetSqlite(base: string, file: string): Promise<void> {
  for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true });
  if (base !== '') copyFileSync(base, file);
}

async function resetPostgresql(base: string, url: string, server: string): Promise<void> {
  const name = new URL(url).pathname.slice(1);
  const client = new pg.Client(server);
  await client.connect();
  try {
    await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    if (base !== '') await client.query(`CREATE DATABASE ${name} TEMPLATE ${base}`);
  } finally {
    await client.end();
  }
}

/** Closes the database under test and puts a fresh copy of the migrated base in its place, or nothing. */
async function reset({ leave }: { leave: 'fresh' | 'nothing' }): Promise<void> {
  await closeDatabase();
  const testBase = inject('testBase');
  const url = process.env['DATABASE_URL'] as string;
  const base = leave === 'fresh' ? testBase.base : '';
  if (testBase.engine === 'sqlite') await resetSqlite(base, url.slice('file:'.length));
  else await resetPostgresql(base, url, testBase.server);
}

/**
 * Gives the tests of a file a real, migrated and empty database: `database()` and `inTransaction()` work as in production.
 * Call it at the top of the file, or of a describe.
 * @param per 'file' (default): what one test writes the next one sees; 'test': each test begins with an empty database
 */
export function useTestDatabase({ per = 'file' }: { per?: 'file' | 'test' } = {}): void {
  if (per === 'test') {
    beforeEach(() => reset({ leave: 'fresh' }));
    afterEach(() => closeDatabase());
  } else {
    beforeAll(() => reset({ leave: 'fresh' }));
  }
  afterAll(() => reset({ leave: 'nothing' }));
}

/**
 * Gives each test of a describe the state that `build` has made once: for worlds that take seconds to make.
 * @returns how to get what `build` gave, within a test
 */
export function useBuiltDatabase<T>(build: () => Promise<T>): () => T {
  let built: { value: T } | undefined;
  const url = (): string => process.env['DATABASE_URL'] as string;
  const file = (): string => url().slice('file:'.length);
  const kept = (): string => `${new URL(url()).pathname.slice(1)}_kept`;
  const put = async (from: string, to: string): Promise<void> => {
    const testBase = inject('testBase');
    await closeDatabase();
    if (testBase.engine === 'sqlite') return resetSqlite(from, to);
    const target = new URL(url());
    target.pathname = `/${to}`;
    return resetPostgresql(from, target.href, testBase.server);
  };
  const isSqlite = (): boolean => inject('testBase').engine === 'sqlite';
  const own = (): string => (isSqlite() ? file() : new URL(url()).pathname.slice(1));
  const copy = (): string => (isSqlite() ? `${file()}.kept` : kept());
  beforeAll(async () => {
    await reset({ leave: 'fresh' });
    built = { value: await build() };
    await put(own(), copy());
  }, 120_000);
  beforeEach(() => put(copy(), own()));
  afterAll(async () => {
    await put('', copy());
    await reset({ leave: 'nothing' });
  });
  return () => {
    if (!built) throw new Error('the state is there only within a test');
    return built.value;
  };
}
