import type { Instant } from '#app/domain/kernel/time.ts';
import type { DatedRuling, RulingCause, RulingKind } from '#app/domain/rulings/ruling.ts';
import { database } from '#app/platform/db/client.server.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';
import type { Prisma } from '#prisma/generated/sqlite/client.ts';

/** A decision of people that an attempt does not count, or counts again. */
export interface StoredRuling extends DatedRuling {
  readonly id: string;
  readonly attemptId: string;
  readonly contestId: string;
  readonly accountId: string;
  readonly causeId: string;
  readonly reason: string;
  readonly proposalId: string | undefined;
  readonly actorId: string;
}

const rulingOf = ({ at, kind, cause, proposalId, ...row }: Prisma.AttemptRulingGetPayload<object>): StoredRuling => ({
  ...row,
  kind: kind as RulingKind,
  cause: cause as RulingCause,
  proposalId: proposalId ?? undefined,
  at: at.getTime(),
});

const IN_ORDER = [{ at: 'asc' }, { id: 'asc' }] as const;

/** Appends a ruling, and has the attempt count or not from now on. @throws where the attempt stands so already */
export async function storeRuling(tx: Tx, ruling: Omit<StoredRuling, 'id'>): Promise<string> {
  const { at, proposalId, ...row } = ruling;
  const isSetAside = ruling.kind === 'setAside';
  const { count } = await tx.attempt.updateMany({
    where: { id: ruling.attemptId, isSetAside: !isSetAside },
    data: { isSetAside },
  });
  if (count !== 1) throw new Error(`attempt ${ruling.attemptId} was ruled on twice at once`);
  const data = { ...row, proposalId: proposalId ?? null, at: new Date(at) };
  return (await tx.attemptRuling.create({ data, select: { id: true } })).id;
}

/** The rulings on some attempts, in the order in which they were made. */
export async function findRulings(tx: Tx | undefined, attemptIds: readonly string[]): Promise<StoredRuling[]> {
  const rows = await (tx ?? (await database())).attemptRuling.findMany({
    where: { attemptId: { in: [...attemptIds] } },
    orderBy: [...IN_ORDER],
  });
  return rows.map(rulingOf);
}

/** The last instant at which something was ruled in a contest, and how often anything was; 0 and 0 where nothing ever was. */
export async function findRulingState(
  tx: Tx | undefined,
  contestId: string,
): Promise<{ readonly lastAt: Instant; readonly count: number }> {
  const { _max, _count } = await (tx ?? (await database())).attemptRuling.aggregate({
    where: { contestId },
    _max: { at: true },
    _count: { _all: true },
  });
  return { lastAt: _max.at?.getTime() ?? 0, count: _count._all };
}

/** The rulings of a contest, the latest first. */
export async function pageRulings(
  contestId: string,
  { skip, take }: { readonly skip: number; readonly take: number },
): Promise<{ rows: StoredRuling[]; total: number }> {
  const { attemptRuling } = await database();
  const where = { contestId };
  const [rows, total] = await Promise.all([
    attemptRuling.findMany({ where, orderBy: [{ at: 'desc' }, { id: 'desc' }], skip, take }),
    attemptRuling.count({ where }),
  ]);
  return { rows: rows.map(rulingOf), total };
}
