import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import type { MigrationDirectory, MigrationList, SchemaEngine } from '@prisma/schema-engine-wasm';
import type { Engine } from '#prisma/engines.ts';
import { MIGRATIONS_DIR } from '#app/platform/paths.server.ts';

type Bindings = typeof import('@prisma/schema-engine-wasm/schema_engine_bg') & {
  __wbg_set_wasm(wasm: WebAssembly.Exports): void;
};

let bindings: Promise<Bindings> | undefined;

/** Loads Prisma's schema engine as WebAssembly: the binary that `prisma migrate` wants cannot be downloaded everywhere. */
async function loadBindings(): Promise<Bindings> {
  const require = createRequire(import.meta.url);
  const wasmFile = require.resolve('@prisma/schema-engine-wasm/schema_engine_bg').replace(/js$/, 'wasm');
  const module = (await import('@prisma/schema-engine-wasm/schema_engine_bg')) as Bindings;
  const wasm = await WebAssembly.instantiate(readFileSync(wasmFile), {
    './schema_engine_bg.js': module as unknown as WebAssembly.ModuleImports,
  });
  module.__wbg_set_wasm(wasm.instance.exports);
  (wasm.instance.exports['__wbindgen_start'] as () => void)();
  return module;
}

/** The factory, and a way to close every connection that was made through it. */
function closable(factory: SqlMigrationAwareDriverAdapterFactory): {
  factory: SqlMigrationAwareDriverAdapterFactory;
  close: () => Promise<void>;
} {
  const open: SqlDriverAdapter[] = [];
  const keep = async (connecting: Promise<SqlDriverAdapter>): Promise<SqlDriverAdapter> => {
    const adapter = await connecting;
    open.push(adapter);
    return adapter;
  };
  return {
    factory: {
      provider: factory.provider,
      adapterName: factory.adapterName,
      connect: () => keep(factory.connect()),
      connectToShadowDb: () => keep(factory.connectToShadowDb()),
    },
    close: async () => {
      for (const adapter of open) await adapter.dispose();
    },
  };
}

/**
 * Runs `work` with a schema engine that is bound to one database.
 * @param datamodel the text of the Prisma schema of that database's engine
 */
export async function withSchemaEngine<T>(
  factory: SqlMigrationAwareDriverAdapterFactory,
  datamodel: string,
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  const { SchemaEngine: Engine } = await (bindings ??= loadBindings());
  const connections = closable(factory);
  const engine = await Engine.new(
    { datamodels: [['schema.prisma', datamodel]] },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(connections.factory),
  );
  try {
    return await work(engine);
  } finally {
    engine.free();
    // why: the engine leaves its connections open, and on SQLite holds the whole file locked through them.
    await connections.close();
  }
}

/** The migrations of an engine as they stand in the repository, oldest first. */
export function readMigrations(engine: Engine): MigrationList {
  const baseDir = `${MIGRATIONS_DIR}/${engine}`;
  const names = readdirSync(baseDir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .toSorted();
  const migrationDirectories: MigrationDirectory[] = names.map((path) => ({
    path,
    migrationFile: {
      path: 'migration.sql',
      content: { tag: 'ok', value: readFileSync(`${baseDir}/${path}/migration.sql`, 'utf8') },
    },
  }));
  return {
    baseDir,
    lockfile: { path: 'migration_lock.toml', content: `provider = "${engine}"\n` },
    shadowDbInitScript: '',
    migrationDirectories,
  };
}
