import { database } from './client.server.ts';
import { inTransaction, type Tx } from './transaction.server.ts';

/** Something counted under a key until an instant. */
export interface Counted {
  readonly points: number;
  readonly expireAt: number;
}

const countedOf = (row: { points: number; expire: Date | null }): Counted => ({
  points: row.points,
  expireAt: row.expire?.getTime() ?? Number.POSITIVE_INFINITY,
});

/** What is counted under these keys and has not ended, by key. */
export async function readCounts(keys: readonly string[], now: number): Promise<Map<string, Counted>> {
  const rows = await (await database()).rateLimit.findMany({ where: { key: { in: [...keys] } } });
  return new Map(rows.map((row) => [row.key, countedOf(row)] as const).filter(([, { expireAt }]) => expireAt > now));
}

/**
 * Adds points to a key; the database adds them, so that all processes count together.
 * @param isRestarted whether its time begins anew with these points
 * @returns what is counted now
 */
export async function addToCount(
  tx: Tx,
  key: string,
  { points, lastsMs, isRestarted }: { points: number; lastsMs: number; isRestarted: boolean },
  now: number,
): Promise<Counted> {
  await tx.rateLimit.deleteMany({ where: { key, expire: { lte: new Date(now) } } });
  const expire = new Date(now + lastsMs);
  const row = await tx.rateLimit.upsert({
    where: { key },
    create: { key, points, expire },
    update: { points: { increment: points }, ...(isRestarted ? { expire } : {}) },
  });
  return countedOf(row);
}

/** Forgets what is counted under these keys. @returns how many there were */
export async function forgetCounts(tx: Tx, keys: readonly string[]): Promise<number> {
  return (await tx.rateLimit.deleteMany({ where: { key: { in: [...keys] } } })).count;
}

const AT_A_TIME = 1_000;

/** Clears counts that have ended, a thousand at a time. @returns how many */
export async function clearEndedCounts(now: number): Promise<number> {
  const where = { expire: { lte: new Date(now) } };
  const ended = await (await database()).rateLimit.findMany({ where, select: { key: true }, take: AT_A_TIME });
  if (ended.length === 0) return 0;
  const keys = ended.map(({ key }) => key);
  return inTransaction(async (tx) => (await tx.rateLimit.deleteMany({ where: { ...where, key: { in: keys } } })).count);
}
