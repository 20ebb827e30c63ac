import type { Instant } from '#app/domain/kernel/time.ts';
import { database } from '#app/platform/db/client.server.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';

interface Key {
  readonly contestId: string;
  readonly accountId: string;
}

/** Whether the person has entered the contest itself, and not practice only. */
export const hasEntered = async (tx: Tx, { contestId, accountId }: Key): Promise<boolean> =>
  (await tx.participation.count({ where: { contestId, accountId, counts: true } })) > 0;

/** Names a person as a member of the organizing board. @returns whether that is new */
export async function storeMember(tx: Tx, key: Key, at: Instant): Promise<boolean> {
  if (await tx.boardMember.findUnique({ where: { contestId_accountId: key } })) return false;
  await tx.boardMember.create({ data: { ...key, addedAt: new Date(at) } });
  return true;
}

/** Takes a person off the organizing board. @returns whether the person was on it */
export const dropMember = async (tx: Tx, key: Key): Promise<boolean> =>
  (await tx.boardMember.deleteMany({ where: key })).count === 1;

/** The members of a contest's organizing board, the first one first, without their names: whoever shows them asks. */
export async function listBoardMembers(contestId: string): Promise<{ accountId: string; addedAt: Instant }[]> {
  const rows = await (
    await database()
  ).boardMember.findMany({ where: { contestId }, orderBy: [{ addedAt: 'asc' }, { accountId: 'asc' }] });
  return rows.map(({ accountId, addedAt }) => ({ accountId, addedAt: addedAt.getTime() }));
}
