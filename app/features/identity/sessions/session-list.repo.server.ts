import type { Instant } from '#app/domain/kernel/time.ts';
import { database } from '#app/platform/db/client.server.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';
import { hashOf } from '../lucia.repo.server.ts';

/** A session as its owner sees it. */
export interface SessionRow {
  /** Names the session, and opens it to nobody. */
  readonly handle: string;
  readonly deviceName: string;
  readonly createdAt: Instant;
  readonly lastSeenAt: Instant;
  readonly expiresAt: Instant;
  readonly isThis: boolean;
}

/** Sessions of a person that are not over, the last used first; nobody has more than some, and no list is longer than that. */
export async function findSessions(
  accountId: string,
  sessionId: string,
  now: Instant,
  take: number,
): Promise<SessionRow[]> {
  const rows = await (
    await database()
  ).session.findMany({
    where: { accountId, expiresAt: { gt: new Date(now) } },
    orderBy: [{ lastSeenAt: 'desc' }, { createdAt: 'desc' }],
    take,
  });
  const own = hashOf(sessionId);
  return rows.map((row) => ({
    handle: row.idHash,
    deviceName: row.deviceName,
    createdAt: row.createdAt.getTime(),
    lastSeenAt: (row.lastSeenAt ?? row.createdAt).getTime(),
    expiresAt: row.expiresAt.getTime(),
    isThis: row.idHash === own,
  }));
}

/** Closes one session of a person by its handle. @returns whether there was one */
export async function closeByHandle(tx: Tx, accountId: string, handle: string): Promise<boolean> {
  return (await tx.session.deleteMany({ where: { accountId, idHash: handle } })).count > 0;
}
