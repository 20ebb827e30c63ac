import { setTimeout } from 'node:timers/promises';
import type { Prisma, PrismaClient } from '#prisma/generated/sqlite/client.ts';
import { transactionClient } from './client.server.ts';
import { closeActs, openActs } from './pending-acts.server.ts';

/** A running transaction: repositories take it as their first argument. */
export type Tx = Prisma.TransactionClient;

const MAX_WAIT_MS = 10_000;
const TIMEOUT_MS = 15_000;
/** Of writers to one attempt one wins each time: so many at once all come through. */
const TRIES = 25;
const LONGEST_PAUSE_MS = 30;
/** How long another process may hold the file: an import of ten thousand questions takes about that. */
const BUSY_MS = 20_000;

/** Unique conflict, write conflict or deadlock: somebody else was faster, and trying again sees what they did. */
const isConflict = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && (error.code === 'P2002' || error.code === 'P2034');

/**
 * SQLite: another process holds the file, or wrote to it between a reading and a writing of ours. The driver waits by itself only a
 * moment, as nothing else goes on meanwhile (client.server.ts): the rest is waited for here.
 */
const isBusy = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  (('code' in error && error.code === 'P1008') ||
    ('cause' in error &&
      typeof error.cause === 'object' &&
      error.cause !== null &&
      'kind' in error.cause &&
      error.cause.kind === 'SocketTimeout'));

/**
 * Runs work that changes the world in one transaction: all of it is stored, or none.
 * When another writer was faster the work is run again from the start, so it must not have effects outside the database.
 * @param timeoutMs work that takes longer is taken back; only what is long by its nature asks for more than others
 */
export async function inTransaction<T>(
  work: (tx: Tx) => Promise<T>,
  { timeoutMs = TIMEOUT_MS }: { timeoutMs?: number } = {},
): Promise<T> {
  const client: PrismaClient = await transactionClient();
  const recorded = async (tx: Tx): Promise<T> => {
    const watched = openActs(tx);
    const result = await work(watched);
    await closeActs(watched, tx);
    return result;
  };
  const began = performance.now();
  let conflicts = 0;
  for (;;) {
    try {
      return await client.$transaction(recorded, { maxWait: MAX_WAIT_MS, timeout: timeoutMs });
    } catch (error) {
      if (isConflict(error)) conflicts += 1;
      else if (!isBusy(error) || performance.now() - began > BUSY_MS) throw error;
      if (conflicts >= TRIES) throw error;
      // why by chance: those who lost together must not come back together.
      await setTimeout(Math.random() * LONGEST_PAUSE_MS);
    }
  }
}
