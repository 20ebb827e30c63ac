import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import type { PrismaClient } from '#prisma/generated/sqlite/client.ts';
import type { Engine } from '#prisma/engines.ts';
import { env } from '#app/platform/env.server.ts';
import { forgetEverything } from './forget.server.ts';

// why FULL: an answer is acknowledged only when it is durable; better-sqlite3's default in WAL is NORMAL.
const PRAGMAS = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA foreign_keys = ON;
  PRAGMA busy_timeout = 5000;
`;

/** SQLite on one connection, with the pragmas that durability needs. */
class DurableSqlite extends PrismaBetterSqlite3 {
  override async connect(): ReturnType<PrismaBetterSqlite3['connect']> {
    const adapter = await super.connect();
    await adapter.executeScript(PRAGMAS);
    return adapter;
  }
}

/** The engine that DATABASE_URL names. */
export const engineOf = (url: string): Engine => (url.startsWith('file:') ? 'sqlite' : 'postgresql');

/** The driver adapter for a DATABASE_URL. Creates the folder of an embedded database. */
export async function adapterFor(url: string): Promise<SqlMigrationAwareDriverAdapterFactory> {
  if (engineOf(url) === 'sqlite') {
    mkdirSync(dirname(url.slice('file:'.length)), { recursive: true });
    return new DurableSqlite({ url });
  }
  const { PrismaPg } = await import('@prisma/adapter-pg');
  return new PrismaPg({ connectionString: url, max: 10 });
}

async function connect(url: string): Promise<PrismaClient> {
  const adapter = await adapterFor(url);
  if (engineOf(url) === 'sqlite') {
    const sqlite = await import('#prisma/generated/sqlite/client.ts');
    return new sqlite.PrismaClient({ adapter });
  }
  const postgresql = await import('#prisma/generated/postgresql/client.ts');
  // why the cast: both clients come from one schema, so their types agree; the code is written against one.
  return new postgresql.PrismaClient({ adapter }) as unknown as PrismaClient;
}

let reader: Promise<PrismaClient> | undefined;
let writer: Promise<PrismaClient> | undefined;

/** The client for reads, connected at first use. Changes go through inTransaction(). */
export const database = (): Promise<PrismaClient> => (reader ??= connect(env().DATABASE_URL));

/**
 * The client that transactions run on; only transaction.server.ts asks for it.
 * why a second one: on SQLite the adapter has one connection, and a read on the writer's connection would see what a
 * transaction that is still open has written, and what it may yet take back. On PostgreSQL a transaction that asks for
 * something remembered (the clock of a contest, the bank) may have to read it first: were all connections held by
 * transactions, each would wait for the others.
 */
export const transactionClient = (): Promise<PrismaClient> => (writer ??= connect(env().DATABASE_URL));

/** Closes the clients; the next use opens new ones. */
export async function closeDatabase(): Promise<void> {
  forgetEverything();
  const open = new Set(await Promise.all([reader, writer]));
  reader = undefined;
  writer = undefined;
  for (const client of open) await client?.$disconnect();
}
