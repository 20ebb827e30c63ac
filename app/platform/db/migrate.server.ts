import type { Engine } from '#prisma/engines.ts';
import { forEngine, readSchema } from '#prisma/engines.ts';
import { env } from '#app/platform/env.server.ts';
import { adapterFor, engineOf } from './client.server.ts';
import { readMigrations, withSchemaEngine } from './schema-engine.server.ts';

const schemaOf = (engine: Engine): string => forEngine(readSchema(), engine);

/**
 * Applies the migrations that a database has not had yet.
 * @param url the database; left out, that of DATABASE_URL
 * @returns the names of those that were applied now
 * @throws when a migration was edited after it had been applied, or fails
 */
export async function migrate(url: string = env().DATABASE_URL): Promise<string[]> {
  const engine = engineOf(url);
  return withSchemaEngine(await adapterFor(url), schemaOf(engine), async (schema) => {
    const { appliedMigrationNames } = await schema.applyMigrations({
      migrationsList: readMigrations(engine),
      filters: { externalTables: [], externalEnums: [] },
    });
    return appliedMigrationNames;
  });
}

/** Names of the migrations that the database of DATABASE_URL still needs; all of them for a database that is empty. */
export async function pendingMigrations(): Promise<string[]> {
  const url = env().DATABASE_URL;
  const engine = engineOf(url);
  const migrationsList = readMigrations(engine);
  return withSchemaEngine(await adapterFor(url), schemaOf(engine), async (schema) => {
    try {
      const { history } = await schema.diagnoseMigrationHistory({
        migrationsList,
        optInToShadowDatabase: false,
        filters: { externalTables: [], externalEnums: [] },
      });
      return history && 'unappliedMigrationNames' in history ? history.unappliedMigrationNames : [];
    } catch (error) {
      // why by its words: the engine gives no code for a database that has never been migrated.
      if (!(error instanceof Error) || !error.message.includes('_prisma_migrations')) throw error;
      return migrationsList.migrationDirectories.map((migration) => migration.path);
    }
  });
}
