import type { Engine } from '#prisma/engines.ts';
import { forEngine, readSchema } from '#prisma/engines.ts';
import { env } from '#app/platform/env.server.ts';
import { adapterFor, engineOf } from './client.server.ts';
import { readMigrations, withSchemaEngine } from './schema-engine.server.ts';

const schemaOf = (engine: Engine): string => forEngine(readSchema(), engine);

/**
 * Applies the migrations that the database of DATABASE_URL has not had yet.
 * @returns the names of those that were applied now
 * @throws when a migration was edited after it had been applied, or fails
 */
export async function migrate(): Promise<string[]> {
  const url = env().DATABASE_URL;
  const engine = engineOf(url);
  return withSchemaEngine(await adapterFor(url), schemaOf(engine), async (schema) => {
    const { appliedMigrationNames } = await schema.applyMigrations({
      migrationsList: readMigrations(engine),
      filters: { externalTables: [], externalEnums: [] },
    });
    return appliedMigrationNames;
  });
}

/** Names of the migrations that the database still needs. */
export async function pendingMigrations(): Promise<string[]> {
  const url = env().DATABASE_URL;
  const engine = engineOf(url);
  return withSchemaEngine(await adapterFor(url), schemaOf(engine), async (schema) => {
    const { history } = await schema.diagnoseMigrationHistory({
      migrationsList: readMigrations(engine),
      optInToShadowDatabase: false,
      filters: { externalTables: [], externalEnums: [] },
    });
    return history && 'unappliedMigrationNames' in history ? history.unappliedMigrationNames : [];
  });
}
