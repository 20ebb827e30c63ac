import { setTimeout } from 'node:timers/promises';
import type { Prisma, PrismaClient } from '#prisma/generated/sqlite/client.ts';
import { transactionClient } from './client.server.ts';

/** A running transaction: repositories take it as their first argument. */
export type Tx = Prisma.TransactionClient;

const MAX_WAIT_MS = 10_000;
const TIMEOUT_MS = 15_000;
/** Of writers to one attempt one wins each time: so many at once all come through. */
const TRIES = 25;
const LONGEST_PAUSE_MS = 30;

/** Unique conflict, write conflict or deadlock: somebody else was faster, and trying again sees what they did. */
const isConflict = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && (error.code === 'P2002' || error.code === 'P2034');

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
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await client.$transaction(work, { maxWait: MAX_WAIT_MS, timeout: timeoutMs });
    } catch (error) {
      if (attempt >= TRIES || !isConflict(error)) throw error;
      // why by chance: those who lost together must not come back together.
      await setTimeout(Math.random() * LONGEST_PAUSE_MS);
    }
  }
}
