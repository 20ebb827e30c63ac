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
`;
const PATIENT_MS = 5_000;
/** why so little: the driver waits without letting anything else go on; inTransaction() waits better. */
const BRIEF_MS = 5;

/** SQLite on one connection, with the pragmas that durability needs. */
class DurableSqlite extends PrismaBetterSqlite3 {
  readonly #isWriter: boolean;

  constructor(config: ConstructorParameters<typeof PrismaBetterSqlite3>[0], isWriter: boolean) {
    super(config);
    this.#isWriter = isWriter;
  }

  override async connect(): ReturnType<PrismaBetterSqlite3['connect']> {
    const adapter = await super.connect();
    const busyMs = this.#isWriter ? BRIEF_MS : PATIENT_MS;
    await adapter.executeScript(`${PRAGMAS} PRAGMA busy_timeout = ${busyMs};`);
    if (this.#isWriter) adapter.startTransaction = writesFirst(adapter.startTransaction.bind(adapter));
    return adapter;
  }
}

type StartTransaction = Awaited<ReturnType<PrismaBetterSqlite3['connect']>>['startTransaction'];

const plain = (sql: string) => ({ sql, args: [], argTypes: [] });

/**
 * Transactions that hold the file from their beginning, as BEGIN IMMEDIATE does, which the adapter does not offer: one that reads
 * first and writes then is refused by SQLite when another process wrote in between.
 */
const writesFirst =
  (start: StartTransaction): StartTransaction =>
  async (isolation) => {
    const transaction = await start(isolation);
    try {
      await transaction.executeRaw(plain('DELETE FROM "_prisma_migrations" WHERE 0'));
      return transaction;
    } catch (error) {
      // why both: the adapter leaves the statement to its caller, and only lets the next one in by itself.
      await transaction.executeRaw(plain('ROLLBACK'));
      await transaction.rollback();
      throw error;
    }
  };

/** The engine that DATABASE_URL names. */
export const engineOf = (url: string): Engine => (url.startsWith('file:') ? 'sqlite' : 'postgresql');

/**
 * The driver adapter for a DATABASE_URL. Creates the folder of an embedded database.
 * @param isWriter for the client that transactions run on
 */
export async function adapterFor(url: string, isWriter = false): Promise<SqlMigrationAwareDriverAdapterFactory> {
  if (engineOf(url) === 'sqlite') {
    mkdirSync(dirname(url.slice('file:'.length)), { recursive: true });
    return new DurableSqlite({ url }, isWriter);
  }
  const { PrismaPg } = await import('@prisma/adapter-pg');
  return new PrismaPg({ connectionString: url, max: 10 });
}

async function connect(url: string, isWriter: boolean): Promise<PrismaClient> {
  const adapter = await adapterFor(url, isWriter);
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
export const database = (): Promise<PrismaClient> => (reader ??= connect(env().DATABASE_URL, false));

/**
 * The client that transactions run on; only transaction.server.ts asks for it.
 * why a second one: on SQLite the adapter has one connection, and a read on the writer's connection would see what a
 * transaction that is still open has written, and what it may yet take back. On PostgreSQL a transaction that asks for
 * something remembered (the clock of a contest, the bank) may have to read it first: were all connections held by
 * transactions, each would wait for the others.
 */
export const transactionClient = (): Promise<PrismaClient> => (writer ??= connect(env().DATABASE_URL, true));

/** Closes the clients; the next use opens new ones. */
export async function closeDatabase(): Promise<void> {
  forgetEverything();
  const open = new Set(await Promise.all([reader, writer]));
  reader = undefined;
  writer = undefined;
  for (const client of open) await client?.$disconnect();
}
