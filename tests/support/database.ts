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
