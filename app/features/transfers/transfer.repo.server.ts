import type { Instant } from '#app/domain/kernel/time.ts';
import type { Agreement, Transfer, TransferState } from '#app/domain/transfers/transfer.ts';
import { database } from '#app/platform/db/client.server.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';
import type { Prisma } from '#prisma/generated/sqlite/client.ts';

/** A transfer as it is stored. */
export interface StoredTransfer extends Transfer {
  readonly id: string;
  readonly reason: string;
  readonly requestedAt: Instant;
  readonly refusedReason: string;
  readonly closedAt: Instant | undefined;
  /** Contests that moved or stayed, as JSON; empty before it was carried out. */
  readonly moved: string;
}

type Row = Prisma.UnitTransferGetPayload<object>;

const agreementOf = (byId: string | null, at: Date | null): Agreement | undefined =>
  byId === null || at === null ? undefined : { byId, at: at.getTime() };

const transferOf = (row: Row): StoredTransfer => ({
  id: row.id,
  accountId: row.accountId,
  fromUnitId: row.fromUnitId,
  toUnitId: row.toUnitId,
  requestedById: row.requestedById,
  state: row.state as TransferState,
  from: agreementOf(row.fromDecidedById, row.fromDecidedAt),
  to: agreementOf(row.toDecidedById, row.toDecidedAt),
  reason: row.reason,
  requestedAt: row.requestedAt.getTime(),
  refusedReason: row.refusedReason,
  closedAt: row.closedAt?.getTime(),
  moved: row.moved,
});

const columnsOf = ({ from, to, ...transfer }: Transfer) => ({
  ...transfer,
  fromDecidedById: from?.byId ?? null,
  fromDecidedAt: from ? new Date(from.at) : null,
  toDecidedById: to?.byId ?? null,
  toDecidedAt: to ? new Date(to.at) : null,
});

/** A transfer by its id. */
export async function findTransfer(tx: Tx | undefined, id: string): Promise<StoredTransfer | undefined> {
  const row = await (tx ?? (await database())).unitTransfer.findUnique({ where: { id } });
  return row ? transferOf(row) : undefined;
}

/** Whether a request of the person waits. */
export const hasWaiting = async (tx: Tx, accountId: string): Promise<boolean> =>
  (await tx.unitTransfer.findFirst({ where: { accountId, state: 'waiting' }, select: { id: true } })) !== null;

/** Stores a new request. @returns its id */
export async function createTransfer(tx: Tx, transfer: Transfer, reason: string, at: Instant): Promise<string> {
  const data = { ...columnsOf(transfer), reason, requestedAt: new Date(at) };
  return (await tx.unitTransfer.create({ data, select: { id: true } })).id;
}

/** What became of a transfer that ends. */
export interface Closing {
  readonly closedAt: Instant;
  readonly refusedReason?: string;
  readonly moved?: string;
}

/** Stores how a transfer stands now. */
export async function storeTransfer(tx: Tx, id: string, transfer: Transfer, closing?: Closing): Promise<void> {
  const { state, requestedById, fromDecidedById, fromDecidedAt, toDecidedById, toDecidedAt } = columnsOf(transfer);
  const closed = closing && { ...closing, closedAt: new Date(closing.closedAt) };
  await tx.unitTransfer.update({
    where: { id },
    data: { state, requestedById, fromDecidedById, fromDecidedAt, toDecidedById, toDecidedAt, ...closed },
  });
}

/** The transfers of a person, the latest first. */
export async function findTransfersOf(accountId: string, take: number): Promise<StoredTransfer[]> {
  const rows = await (
    await database()
  ).unitTransfer.findMany({ where: { accountId }, orderBy: [{ requestedAt: 'desc' }, { id: 'desc' }], take });
  return rows.map(transferOf);
}

/** Which transfers of a branch are listed. */
export interface BranchQuery {
  readonly unitPath: string;
  readonly isWaiting: boolean;
  readonly skip: number;
  readonly take: number;
}

/** Transfers that lead out of a branch, into it or stay within it: those that wait, the oldest first; or those that ended, the latest first. */
export async function findTransfersOfBranch(query: BranchQuery): Promise<{ rows: StoredTransfer[]; total: number }> {
  const client = await database();
  const branch = `${query.unitPath}%`;
  const waits = query.isWaiting ? 1 : 0;
  // why raw: units are no relation of a transfer, and the ids of a branch of thousands are not to be sent along.
  const ids = await client.$queryRaw<{ id: string; total: bigint | number }[]>`
    SELECT t."id" AS "id", COUNT(*) OVER () AS "total"
    FROM "UnitTransfer" t
      JOIN "Unit" f ON f."id" = t."fromUnitId"
      JOIN "Unit" u ON u."id" = t."toUnitId"
    WHERE (CASE WHEN t."state" = 'waiting' THEN 1 ELSE 0 END) = ${waits}
      AND (f."path" LIKE ${branch} OR u."path" LIKE ${branch})
    ORDER BY (CASE WHEN t."state" = 'waiting' THEN t."requestedAt" END) ASC, t."closedAt" DESC, t."id" ASC
    LIMIT ${query.take} OFFSET ${query.skip}`;
  const rows = await client.unitTransfer.findMany({ where: { id: { in: ids.map(({ id }) => id) } } });
  const byId = new Map(rows.map((row) => [row.id, transferOf(row)]));
  return { rows: ids.flatMap(({ id }) => byId.get(id) ?? []), total: Number(ids[0]?.total ?? 0) };
}
