// Writes the next migration of each engine after schema.prisma has changed: `npm run db:migration -- short-name`.
// It compares schema.prisma with migrations/schema.prisma, the schema as of the last migration; POSTGRES_URL names any PostgreSQL
// that answers (the engine asks it for its version, and changes nothing);
// tests/contracts/migrations.test.ts proves that the migrations give exactly that schema.
// why by hand: `prisma migrate dev` needs an engine binary; this is the same engine, as WebAssembly.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { PrismaPg } from '@prisma/adapter-pg';
import type { DiffTarget } from '@prisma/schema-engine-wasm';
import { MIGRATIONS_DIR } from '#app/platform/paths.server.ts';
import { withSchemaEngine } from '#app/platform/db/schema-engine.server.ts';
import { forEngine, readSchema, type Engine } from './engines.ts';

const name = process.argv[2];
if (!name || !/^[a-z0-9-]+$/.test(name)) {
  console.error('usage: npm run db:migration -- short-name');
  process.exit(2);
}
const lastFile = `${MIGRATIONS_DIR}/schema.prisma`;
const last = existsSync(lastFile) ? readFileSync(lastFile, 'utf8') : undefined;
const next = readSchema();
const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
const asTarget = (content: string): DiffTarget => ({
  tag: 'schemaDatamodel',
  files: [{ path: 'schema.prisma', content }],
});

for (const engine of ['sqlite', 'postgresql'] satisfies Engine[]) {
  const factory =
    engine === 'sqlite'
      ? new PrismaBetterSqlite3({ url: ':memory:' })
      : new PrismaPg({ connectionString: process.env['POSTGRES_URL'] ?? 'postgres://postgres@localhost/postgres' });
  const sql = await withSchemaEngine(factory, forEngine(next, engine), async (schema) => {
    const { stdout } = await schema.diff({
      from: last === undefined ? { tag: 'empty' } : asTarget(forEngine(last, engine)),
      to: asTarget(forEngine(next, engine)),
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    });
    return stdout ?? '';
  });
  if (!/^(CREATE|ALTER|DROP|PRAGMA|INSERT)/m.test(sql)) {
    console.log(`${engine}: no change`);
    continue;
  }
  const folder = `${MIGRATIONS_DIR}/${engine}/${stamp}_${name.replaceAll('-', '_')}`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/migration.sql`, sql);
  console.log(`${engine}: ${folder}/migration.sql`);
}
writeFileSync(lastFile, next);
