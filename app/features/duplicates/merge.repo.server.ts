import type { Instant } from '#app/domain/kernel/time.ts';
import { database } from '#app/platform/db/client.server.ts';
import { canBeKey } from '#app/platform/db/key-text.server.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';
import type { Prisma } from '#prisma/generated/sqlite/client.ts';

/** An account as merging looks at it. */
export interface MergeAccount {
  readonly id: string;
  readonly fullName: string;
  readonly birthYear: number;
  readonly unitId: string;
  readonly createdAt: Instant;
  readonly isGone: boolean;
  readonly isErased: boolean;
  readonly mergedIntoId: string | undefined;
  readonly grants: readonly { readonly role: string; readonly unitId: string; readonly block: string }[];
}

const columns = {
  id: true,
  fullName: true,
  birthYear: true,
  unitId: true,
  createdAt: true,
  disabledAt: true,
  mergedIntoId: true,
  erasedAt: true,
  grants: { select: { role: true, unitId: true, block: true } },
} as const;

const accountOf = (row: Prisma.AccountGetPayload<{ select: typeof columns }>): MergeAccount => {
  const { disabledAt, mergedIntoId, erasedAt, createdAt, ...rest } = row;
  return {
    ...rest,
    createdAt: createdAt.getTime(),
    isErased: erasedAt !== null,
    isGone: disabledAt !== null || mergedIntoId !== null || erasedAt !== null,
    mergedIntoId: mergedIntoId ?? undefined,
  };
};

/** Some accounts by their ids. */
export async function findAccounts(tx: Tx | undefined, ids: readonly string[]): Promise<Map<string, MergeAccount>> {
  const rows = await (tx ?? (await database())).account.findMany({
    where: { id: { in: [...new Set(ids)].filter(canBeKey) } },
    select: columns,
  });
  return new Map(rows.map((row) => [row.id, accountOf(row)]));
}

/** An attempt of one of two accounts. */
export interface AttemptRow {
  readonly id: string;
  readonly contestId: string;
  readonly roundId: string;
  readonly accountId: string;
  readonly unitId: string;
  readonly number: number;
  readonly startedAt: Instant;
  readonly isFinished: boolean;
  readonly isSetAside: boolean;
  readonly score: number | undefined;
  readonly maxScore: number;
}

/** The attempts of some accounts in all contests, practice too, by their start. */
export async function findAttemptsOf(tx: Tx | undefined, accountIds: readonly string[]): Promise<AttemptRow[]> {
  const rows = await (tx ?? (await database())).attempt.findMany({
    where: { accountId: { in: [...accountIds] } },
    orderBy: [{ startedAt: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      contestId: true,
      roundId: true,
      accountId: true,
      unitId: true,
      number: true,
      startedAt: true,
      state: true,
      isSetAside: true,
      score: true,
      maxScore: true,
    },
  });
  return rows.map(({ startedAt, state, score, ...row }) => ({
    ...row,
    startedAt: startedAt.getTime(),
    isFinished: state !== 'inProgress',
    score: score ?? undefined,
  }));
}

/** Entries of some accounts in all contests. */
export const findEntriesOf = async (
  tx: Tx | undefined,
  accountIds: readonly string[],
): Promise<{ contestId: string; accountId: string; unitId: string }[]> =>
  (tx ?? (await database())).participation.findMany({
    where: { accountId: { in: [...accountIds] } },
    orderBy: [{ contestId: 'asc' }, { accountId: 'asc' }],
    select: { contestId: true, accountId: true, unitId: true },
  });

/** Ends all sessions of an account. */
export const endSessions = async (tx: Tx, accountId: string): Promise<void> => {
  await tx.session.deleteMany({ where: { accountId } });
};

/** Two accounts that were made one. */
export interface StoredMerge {
  readonly id: string;
  readonly keptId: string;
  readonly mergedId: string;
  readonly actorId: string;
  readonly at: Instant;
  readonly reason: string;
  /** See move-log.repo.server.ts. */
  readonly moved: string;
  readonly undoneAt: Instant | undefined;
  readonly undoneById: string | undefined;
  readonly undoReason: string;
}

const mergeOf = ({ at, undoneAt, undoneById, ...row }: Prisma.AccountMergeGetPayload<object>): StoredMerge => ({
  ...row,
  at: at.getTime(),
  undoneAt: undoneAt?.getTime(),
  undoneById: undoneById ?? undefined,
});

type NewMerge = Omit<StoredMerge, 'undoneAt' | 'undoneById' | 'undoReason'>;

/** Stores that two accounts were made one. */
export async function storeMerge(tx: Tx, { at, ...merge }: NewMerge): Promise<void> {
  await tx.accountMerge.create({ data: { ...merge, at: new Date(at) } });
}

/** A merge by its id. */
export async function findMerge(tx: Tx, id: string): Promise<StoredMerge | undefined> {
  if (!canBeKey(id)) return undefined;
  const row = await tx.accountMerge.findUnique({ where: { id } });
  return row ? mergeOf(row) : undefined;
}

/** Whether anything was merged into one of these accounts, or one of them into another, after a merge and still holds. */
export async function hasLaterMerge(tx: Tx, { id, keptId, mergedId, at }: StoredMerge): Promise<boolean> {
  const ids = [keptId, mergedId];
  const later = await tx.accountMerge.findFirst({
    where: {
      id: { not: id },
      undoneAt: null,
      at: { gte: new Date(at) },
      OR: [{ keptId: { in: ids } }, { mergedId: { in: ids } }],
    },
    select: { id: true },
  });
  return later !== null;
}

/** Stores that a merge was taken back. @returns whether it still held */
export async function storeUndo(
  tx: Tx,
  id: string,
  { actorId, reason, at }: { actorId: string; reason: string; at: Instant },
): Promise<boolean> {
  const { count } = await tx.accountMerge.updateMany({
    where: { id, undoneAt: null },
    data: { undoneAt: new Date(at), undoneById: actorId, undoReason: reason },
  });
  return count === 1;
}

/** Merges, the latest first. */
export async function pageMerges(skip: number, take: number): Promise<{ rows: StoredMerge[]; total: number }> {
  const { accountMerge } = await database();
  const [rows, total] = await Promise.all([
    accountMerge.findMany({ orderBy: [{ at: 'desc' }, { id: 'desc' }], skip, take }),
    accountMerge.count(),
  ]);
  return { rows: rows.map(mergeOf), total };
}

/** The attempts that a merge set aside and that still are. */
export async function findSetAsideBy(tx: Tx, mergeId: string): Promise<string[]> {
  const rows = await tx.attemptRuling.findMany({
    where: { cause: 'merge', causeId: mergeId, kind: 'setAside' },
    select: { attemptId: true },
  });
  const ids = [...new Set(rows.map(({ attemptId }) => attemptId))];
  const still = await tx.attempt.findMany({ where: { id: { in: ids }, isSetAside: true }, select: { id: true } });
  return still.map(({ id }) => id).toSorted();
}
