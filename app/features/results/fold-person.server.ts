import type { Instant } from '#app/domain/kernel/time.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';
import { foldPeople } from './fold-people.server.ts';
import { readBasis } from './ranking-basis.server.ts';

/**
 * Writes all rows of one person in a contest anew in the caller's transaction, after something that the rows repeat has changed,
 * like the unit of the attempts. Boards that were read before are forgotten with forgetBoards() once it is stored.
 */
export async function foldPerson(
  tx: Tx,
  { contestId, accountId, now }: { contestId: string; accountId: string; now: Instant },
): Promise<void> {
  const basis = await readBasis(tx, contestId, now);
  if (!basis) return;
  await foldPeople(tx, basis, { accountIds: [accountId], roundIds: basis.rounds.map(({ id }) => id) });
}
