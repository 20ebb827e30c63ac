import type { Instant } from '#app/domain/kernel/time.ts';
import { database } from '#app/platform/db/client.server.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';

/** Notices of a contest that nobody has withdrawn, newest first. */
export async function findStandingNotices(contestId: string): Promise<{ id: string; text: string; at: Instant }[]> {
  const rows = await (
    await database()
  ).notice.findMany({
    where: { contestId, withdrawnAt: null },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: 20,
    select: { id: true, text: true, at: true },
  });
  return rows.map((row) => ({ ...row, at: row.at.getTime() }));
}

/** Stores a notice. */
export async function storeNotice(
  tx: Tx,
  notice: { id: string; contestId: string; text: string; actorId: string; at: Instant },
): Promise<void> {
  await tx.notice.create({ data: { ...notice, at: new Date(notice.at) } });
}
