// The migrations, applied one after the other to an empty database, give exactly what schema.prisma says.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DiffTarget } from '@prisma/schema-engine-wasm';
import pg from 'pg';
import { afterAll, describe, expect, test } from 'vitest';
import { adapterFor } from '#app/platform/db/client.server.ts';
import { migrate } from '#app/platform/db/migrate.server.ts';
import { withSchemaEngine } from '#app/platform/db/schema-engine.server.ts';
import { forEngine, readSchema, type Engine } from '#prisma/engines.ts';

const folder = mkdtempSync(join(tmpdir(), 'tim-hieu-migrations-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const filters = { externalTables: [], externalEnums: [] };
const filesOf = (content: string) => ({ files: [{ path: 'schema.prisma', content }] });

/** The SQL that leads from one state to the schema, and whether there is any. */
const wayTo = async (url: string, from: DiffTarget, schema: string): Promise<{ same: boolean; sql: string }> =>
  withSchemaEngine(await adapterFor(url), schema, async (engine) => {
    const to: DiffTarget = { tag: 'schemaDatamodel', ...filesOf(schema) };
    const { exitCode, stdout } = await engine.diff({ from, to, script: true, exitCode: true, filters });
    return { same: exitCode === 0, sql: stdout ?? '' };
  });

describe('the files', () => {
  const names = (engine: Engine): string[] =>
    readdirSync(`prisma/migrations/${engine}`).filter((name) => /^\d{14}_[a-z0-9_]+$/.test(name));

  test('each change has a migration for both engines or for neither', () => {
    expect(names('sqlite')).toEqual(names('postgresql'));
    expect(names('sqlite').length).toBeGreaterThan(0);
  });

  test('the schema of the last migration is the schema of today', () => {
    // Mend it with: npm run db:migration -- short-name
    expect(readFileSync('prisma/migrations/schema.prisma', 'utf8')).toBe(readSchema());
  });
});

describe('on SQLite', () => {
  const url = `file:${folder}/migrated.db`;
  const database: DiffTarget = { tag: 'schemaDatasource', ...filesOf(readSchema()), configDir: '.' };

  test('migrations and schema.prisma say the same', async () => {
    expect(await migrate(url)).not.toEqual([]);
    expect(await wayTo(url, database, readSchema())).toMatchObject({ same: true });
  });

  test('applying them again changes nothing', async () => {
    expect(await migrate(url)).toEqual([]);
  });

  test('a difference would be noticed', async () => {
    const changed = readSchema().replace('@@index([path])', '');
    expect(await wayTo(url, database, changed)).toMatchObject({ same: false });
  });
});

const server = process.env['POSTGRES_URL'];

describe.runIf(server !== undefined)('on PostgreSQL', () => {
  const address = (name: string): string => {
    const url = new URL(server as string);
    url.pathname = `/${name}`;
    return url.href;
  };
  const names = ['migrated', 'described'].map((name) => `tim_hieu_${name}_${process.pid}`) as [string, string];

  const run = async (url: string, ...statements: string[]): Promise<unknown[]> => {
    const client = new pg.Client(url);
    await client.connect();
    try {
      const rows: unknown[] = [];
      for (const statement of statements) rows.push((await client.query(statement)).rows);
      return rows;
    } finally {
      await client.end();
    }
  };

  /** Columns, indexes and constraints as the catalogue of the server lists them. */
  const catalogue = (name: string): Promise<unknown[]> =>
    run(
      address(name),
      `SELECT table_name, column_name, data_type, is_nullable, column_default, datetime_precision
         FROM information_schema.columns
        WHERE table_schema = 'public' AND table_name <> '_prisma_migrations' ORDER BY 1, 2`,
      `SELECT tablename, indexdef FROM pg_indexes
        WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' ORDER BY 1, 2`,
      `SELECT conrelid::regclass::text AS table, conname, pg_get_constraintdef(oid) AS definition
         FROM pg_constraint
        WHERE connamespace = 'public'::regnamespace AND conrelid::regclass::text <> '_prisma_migrations' ORDER BY 1, 2`,
    );

  afterAll(() => run(server as string, ...names.map((name) => `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)));

  test('migrations and schema.prisma give the same catalogue', async () => {
    const [migrated, described] = names;
    await run(server as string, `CREATE DATABASE ${migrated}`, `CREATE DATABASE ${described}`);
    await migrate(address(migrated));
    // why by two databases: the engine cannot read a PostgreSQL catalogue through this driver.
    const { sql } = await wayTo(address(described), { tag: 'empty' }, forEngine(readSchema(), 'postgresql'));
    await run(address(described), sql);
    expect(await catalogue(migrated)).toEqual(await catalogue(described));
  });
});
