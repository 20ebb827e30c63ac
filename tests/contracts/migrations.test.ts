// The migrations, applied one after the other to an empty database, give exactly what schema.prisma says.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DiffTarget } from '@prisma/schema-engine-wasm';
import Database from 'better-sqlite3';
import pg from 'pg';
import { afterAll, describe, expect, test } from 'vitest';
import { adapterFor } from '#app/platform/db/client.server.ts';
import { migrate } from '#app/platform/db/migrate.server.ts';
import { readMigrations, withSchemaEngine } from '#app/platform/db/schema-engine.server.ts';
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

/** Rows of a small contest as the first version stored them: one finished attempt, and its place on the board. */
const ROWS_OF_THE_FIRST_VERSION = [
  `INSERT INTO "Unit" ("id", "name", "path", "foldedName", "sortKey", "kind", "validFrom", "updatedAt")
   VALUES ('xa', 'Xã', '/xa/', 'xa', 'xa', 'commune', '2026-01-01 00:00:00', '2026-01-01 00:00:00')`,
  `INSERT INTO "Account" ("id", "signInName", "fullName", "foldedName", "birthYear", "unitId", "passwordHash", "createdAt", "updatedAt")
   VALUES ('nguoi', 'nguoi', 'Nông Văn A', 'nong van a', 1987, 'xa', '!', '2026-01-01 00:00:00', '2026-01-01 00:00:00')`,
  `INSERT INTO "Contest" ("id", "slug", "title", "rules", "updatedAt") VALUES ('thi', 'thi', 'Thi', '{}', '2026-01-01 00:00:00')`,
  `INSERT INTO "Round" ("id", "contestId", "number", "title", "opensAt", "closesAt", "durationMs", "blueprint", "updatedAt")
   VALUES ('vong', 'thi', 1, 'Vòng 1', '2026-01-01 00:00:00', '2026-01-08 00:00:00', 600000, '{}', '2026-01-01 00:00:00')`,
  `INSERT INTO "Participation" ("contestId", "accountId", "unitId", "registeredAt", "day", "updatedAt")
   VALUES ('thi', 'nguoi', 'xa', '2026-01-02 00:00:00', 20260102, '2026-01-02 00:00:00')`,
  `INSERT INTO "Attempt" ("id", "roundId", "contestId", "accountId", "unitId", "number", "seed", "form", "startedAt", "deadlineAt",
     "graceMs", "state", "finishedAt", "durationMs", "score", "maxScore", "isRanked", "updatedAt")
   VALUES ('luot', 'vong', 'thi', 'nguoi', 'xa', 1, 'hat', '{}', '2026-01-02 00:00:00', '2026-01-02 00:10:00',
     15000, 'submitted', '2026-01-02 00:05:00', 300000, 18, 20, true, '2026-01-02 00:05:00')`,
  `INSERT INTO "AttemptStep" ("attemptId", "sequence", "kind", "receivedAt") VALUES ('luot', 1, 'started', '2026-01-02 00:00:00')`,
  `INSERT INTO "Standing" ("roundId", "accountId", "attemptId", "unitId", "score", "maxScore", "durationMs", "submittedAt", "rankKey", "updatedAt")
   VALUES ('vong', 'nguoi', 'luot', 'xa', 18, 20, 300000, '2026-01-02 00:05:00', 'k', '2026-01-02 00:05:00')`,
];

/** Brings an empty database to the structure of the first version. */
const migrateToFirst = async (url: string, engineName: Engine): Promise<void> => {
  const { migrationDirectories, ...list } = readMigrations(engineName);
  await withSchemaEngine(await adapterFor(url), forEngine(readSchema(), engineName), async (engine) => {
    await engine.applyMigrations({
      migrationsList: { ...list, migrationDirectories: migrationDirectories.slice(0, 1) },
      filters,
    });
  });
};

/** What must be true of those rows in the structure of today. */
const QUESTIONS = {
  standings: `SELECT count(*) AS n FROM "Standing"`,
  unranked: `SELECT count(*) AS n FROM "Attempt" WHERE NOT "isRanked" AND "score" = 18`,
  steps: `SELECT count(*) AS n FROM "AttemptStep" WHERE NOT "isLate"`,
  entries: `SELECT count(*) AS n FROM "Participation" WHERE "birthYear" = 1987 AND "counts"`,
  seeds: `SELECT count(*) AS n FROM "Round" WHERE length("lotSeed") = 32`,
} as const;
const ANSWERS = { standings: 0, unranked: 1, steps: 1, entries: 1, seeds: 1 };

describe('the files', () => {
  const names = (engine: Engine): string[] =>
    readdirSync(`prisma/migrations/${engine}`).filter((name) => /^\d{14}_[a-z0-9_]+$/.test(name));

  test('each change has a migration for both engines or for neither', () => {
    expect(names('sqlite')).toEqual(names('postgresql'));
    expect(names('sqlite').length).toBeGreaterThan(0);
  });

  test('no comment of a migration holds a semicolon: the engine takes it for the end of a statement', () => {
    const files = (['sqlite', 'postgresql'] as const).flatMap((engine) => readMigrations(engine).migrationDirectories);
    const texts = files.map(({ migrationFile }) =>
      migrationFile.content.tag === 'ok' ? migrationFile.content.value : '',
    );
    expect(texts.join('\n').match(/^--.*;.*$/gmu) ?? []).toEqual([]);
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

  test('rows of the first version are kept, and standings are folded anew', async () => {
    const file = `${folder}/first.db`;
    await migrateToFirst(`file:${file}`, 'sqlite');
    const before = new Database(file);
    for (const statement of ROWS_OF_THE_FIRST_VERSION) before.exec(statement);
    before.close();
    expect((await migrate(`file:${file}`)).length).toBeGreaterThan(0);
    const after = new Database(file);
    const answers = Object.entries(QUESTIONS).map(([name, sql]) => [
      name,
      (after.prepare(sql).get() as { n: number }).n,
    ]);
    expect(Object.fromEntries(answers)).toEqual(ANSWERS);
    expect(after.pragma('foreign_key_check')).toEqual([]);
    after.close();
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
  const names = ['migrated', 'described', 'first'].map((name) => `tim_hieu_${name}_${process.pid}`) as [
    string,
    string,
    string,
  ];

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

  test('rows of the first version are kept, and standings are folded anew', async () => {
    const [, , first] = names;
    await run(server as string, `CREATE DATABASE ${first}`);
    await migrateToFirst(address(first), 'postgresql');
    await run(address(first), ...ROWS_OF_THE_FIRST_VERSION);
    await migrate(address(first));
    const rows = (await run(address(first), ...Object.values(QUESTIONS))) as { n: string }[][];
    const answers = Object.keys(QUESTIONS).map((name, index) => [name, Number(rows[index]?.[0]?.n)]);
    expect(Object.fromEntries(answers)).toEqual(ANSWERS);
  });
});
