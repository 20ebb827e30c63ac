import { deletedTables, keptTables } from '#app/domain/privacy/register.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';
import { markUnitsEverywhere } from '../participation/index.server.ts';
import { findMergedInto, findUnitsOf } from './entries.repo.server.ts';
import { blankRowsOf, closeErased, deleteRowsOf, storeErasure } from './person.repo.server.ts';

export type ErasureCause = 'request' | 'retention' | 'restored';

/**
 * Takes a person out of the database, as the register says table by table. What results rest on stays under the account's id,
 * behind which there is no name any more; ranks, scores and the chain of acts do not change. Done again it changes nothing.
 * @returns how many rows stay, by table
 */
export async function erasePerson(
  tx: Tx,
  {
    accountId,
    cause,
    actorId,
    now,
  }: { accountId: string; cause: ErasureCause; actorId: string | undefined; now: Instant },
): Promise<Readonly<Record<string, number>>> {
  // why these too: what was one person's other account has their name and number as well.
  for (const mergedId of await findMergedInto(tx, accountId)) {
    await erasePerson(tx, { accountId: mergedId, cause, actorId, now });
  }
  // why first: lessons that were read count in figures of units, which are to be counted anew.
  await markUnitsEverywhere(tx, await findUnitsOf(tx, accountId));
  for (const table of deletedTables()) await deleteRowsOf(tx, table, accountId);
  const kept: Record<string, number> = {};
  for (const table of keptTables()) {
    const rows = await blankRowsOf(tx, table, accountId, table.erasing.blank);
    if (rows > 0) kept[table.model] = rows;
  }
  await closeErased(tx, accountId, now);
  await storeErasure(tx, { accountId, cause, kept, at: now });
  const subject = `account:${accountId}`;
  await recordAudit(tx, { at: now, actorId, action: 'account.erased', subject, detail: { cause } });
  return kept;
}
