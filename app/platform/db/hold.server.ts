import { env } from '#app/platform/env.server.ts';
import { engineOf } from './client.server.ts';
import type { Tx } from './transaction.server.ts';

/**
 * Holds a name until the end of the transaction, together with all others that hold it together; whoever wants it alone waits
 * for them, and they for him. On SQLite nothing is to be done: there transactions that write come one after the other, and one
 * that read before another wrote cannot write any more.
 */
export async function holdTogether(tx: Tx, name: string): Promise<void> {
  if (engineOf(env().DATABASE_URL) === 'sqlite') return;
  // why $executeRaw: the function gives a column without a type, which $queryRaw cannot read.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock_shared(hashtextextended(${name}, 0))`;
}

/** Holds a name alone until the end of the transaction, see holdTogether(). */
export async function holdAlone(tx: Tx, name: string): Promise<void> {
  if (engineOf(env().DATABASE_URL) === 'sqlite') return;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${name}, 0))`;
}
