import { readFileSync } from 'node:fs';

/** The two databases that one schema serves. */
export type Engine = 'sqlite' | 'postgresql';

/** The text of schema.prisma, the one source of both engines. */
export const readSchema = (): string => readFileSync('prisma/schema.prisma', 'utf8');

/**
 * The schema as an engine needs it. It is written for SQLite; PostgreSQL differs in the provider line and in the folder that
 * its client is generated into, and in nothing else.
 */
export function forEngine(schema: string, engine: Engine): string {
  if (engine === 'sqlite') return schema;
  return schema
    .replace('provider = "sqlite"', 'provider = "postgresql"')
    .replace('"./generated/sqlite"', '"./generated/postgresql"');
}
