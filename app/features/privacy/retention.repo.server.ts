import type { PeriodId } from '#app/domain/privacy/register.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { database } from '#app/platform/db/client.server.ts';
import { inTransaction, type Tx } from '#app/platform/db/transaction.server.ts';

/** Kinds whose rows are simply deleted when their time is over. */
export type DeletedKind = Exclude<PeriodId, 'account' | 'results' | 'audit' | 'roster'>;

interface Rule {
  readonly count: (client: Tx, before: Date) => Promise<number>;
  readonly drop: (tx: Tx, before: Date, limit: number) => Promise<{ count: number }>;
}

const CLOSED = { in: ['done', 'refused', 'withdrawn'] };

const RULES: Readonly<Record<DeletedKind, Rule>> = {
  session: {
    count: (client, lt) => client.session.count({ where: { expiresAt: { lt } } }),
    drop: (tx, lt, limit) => tx.session.deleteMany({ where: { expiresAt: { lt } }, limit }),
  },
  code: {
    count: (client, lt) => client.oneTimeCode.count({ where: { expiresAt: { lt } } }),
    drop: (tx, lt, limit) => tx.oneTimeCode.deleteMany({ where: { expiresAt: { lt } }, limit }),
  },
  challenge: {
    count: (client, lt) => client.challenge.count({ where: { expiresAt: { lt } } }),
    drop: (tx, lt, limit) => tx.challenge.deleteMany({ where: { expiresAt: { lt } }, limit }),
  },
  limit: {
    count: (client, lt) => client.rateLimit.count({ where: { expire: { lt } } }),
    drop: (tx, lt, limit) => tx.rateLimit.deleteMany({ where: { expire: { lt } }, limit }),
  },
  trace: {
    count: (client, lt) => client.attemptTrace.count({ where: { lastAt: { lt } } }),
    drop: (tx, lt, limit) => tx.attemptTrace.deleteMany({ where: { lastAt: { lt } }, limit }),
  },
  message: {
    count: (client, lt) => client.outgoingMessage.count({ where: { createdAt: { lt } } }),
    drop: (tx, lt, limit) => tx.outgoingMessage.deleteMany({ where: { createdAt: { lt } }, limit }),
  },
  look: {
    count: (client, lt) => client.look.count({ where: { at: { lt } } }),
    drop: (tx, lt, limit) => tx.look.deleteMany({ where: { at: { lt } }, limit }),
  },
  request: {
    count: (client, lt) => client.dataRequest.count({ where: { decidedAt: { lt }, state: CLOSED } }),
    drop: (tx, lt, limit) => tx.dataRequest.deleteMany({ where: { decidedAt: { lt }, state: CLOSED }, limit }),
  },
};

export const DELETED_KINDS = Object.keys(RULES) as DeletedKind[];

/** How many rows of a kind were over before that instant. */
export const countOver = async (kind: DeletedKind, before: Instant): Promise<number> =>
  RULES[kind].count(await database(), new Date(before));

const BATCH = 500;

/** Deletes what was over before that instant, in short transactions, so that nobody waits for it. @returns how many rows */
export async function dropOver(kind: DeletedKind, before: Instant): Promise<number> {
  for (let dropped = 0; ;) {
    const { count } = await inTransaction((tx) => RULES[kind].drop(tx, new Date(before), BATCH));
    dropped += count;
    if (count < BATCH) return dropped;
  }
}

/** Accounts without duties that nobody has used since that instant, the longest unused first. */
export async function findUnused(before: Instant, take: number): Promise<string[]> {
  const lt = new Date(before);
  const db = await database();
  const rows = await db.account.findMany({
    where: {
      erasedAt: null,
      createdAt: { lt },
      OR: [{ lastSeenAt: null }, { lastSeenAt: { lt } }],
      grants: { none: {} },
      sessions: { none: { createdAt: { gte: lt } } },
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take,
    select: { id: true },
  });
  const ids = rows.map(({ id }) => id);
  // why: an account from before sign-ins were noted may have been used for an attempt or a lesson since.
  const [attempts, lessons] = await Promise.all([
    db.attempt.findMany({ where: { accountId: { in: ids }, startedAt: { gte: lt } }, select: { accountId: true } }),
    db.lessonProgress.findMany({
      where: { accountId: { in: ids }, updatedAt: { gte: lt } },
      select: { accountId: true },
    }),
  ]);
  const used = new Set([...attempts, ...lessons].map(({ accountId }) => accountId));
  return ids.filter((id) => !used.has(id));
}

/** Acts in the log that are older than the log is kept. */
export const countOldActs = async (before: Instant): Promise<number> =>
  (await database()).auditEntry.count({ where: { at: { lt: new Date(before) } } });

/** Whether a round of a contest is open. */
export async function isRoundOpen(now: Instant): Promise<boolean> {
  const at = new Date(now);
  const where = { kind: 'contest', opensAt: { lte: at }, closesAt: { gt: at } };
  const db = await database();
  if (await db.round.findFirst({ where, select: { id: true } })) return true;
  // why: extra time and extensions let attempts run after the close.
  return (
    (await db.attempt.findFirst({ where: { state: 'inProgress', deadlineAt: { gt: at } }, select: { id: true } })) !==
    null
  );
}

/** When the run was made last. */
export async function findLastRun(): Promise<Instant | undefined> {
  const row = await (
    await database()
  ).auditEntry.findFirst({ where: { action: 'retention.applied' }, orderBy: { at: 'desc' }, select: { at: true } });
  return row?.at.getTime();
}
