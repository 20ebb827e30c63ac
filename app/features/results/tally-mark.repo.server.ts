import { randomUUID } from 'node:crypto';
import type { Tx } from '#app/platform/db/transaction.server.ts';

/** The unit of a mark that stands for all units of a contest. */
const ALL_UNITS = '';

/**
 * Says that rows of many people of a contest are written anew, so that figures of its units are to be counted again: the room that
 * counts them stands above this one and looks for the mark. Not for what a person hands in, which the audit tells of.
 */
export async function markAllUnits(tx: Tx, contestId: string): Promise<void> {
  const key = { contestId, unitId: ALL_UNITS };
  const stamp = randomUUID();
  await tx.tallyMark.upsert({
    where: { contestId_unitId: key },
    create: { ...key, stamp },
    update: { stamp },
  });
}
