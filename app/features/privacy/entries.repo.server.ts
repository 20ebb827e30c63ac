import { database } from '#app/platform/db/client.server.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';

/** A contest that a person has entered, and what of it can still change. */
export interface OwnContest {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly unitId: string;
  /** Rounds that are not settled. */
  readonly openRounds: readonly string[];
  readonly settledRounds: readonly string[];
}

/** The contests that a person has entered, practice left out, the newest first. */
export async function findOwnContests(accountId: string, tx?: Tx): Promise<OwnContest[]> {
  const rows = await (tx ?? (await database())).participation.findMany({
    where: { accountId, counts: true },
    orderBy: { registeredAt: 'desc' },
    select: {
      unitId: true,
      contest: {
        select: {
          id: true,
          slug: true,
          title: true,
          rounds: { where: { kind: 'contest' }, select: { id: true, settledAt: true } },
        },
      },
    },
  });
  return rows.map(({ unitId, contest: { rounds, ...contest } }) => ({
    ...contest,
    unitId,
    openRounds: rounds.filter(({ settledAt }) => settledAt === null).map(({ id }) => id),
    settledRounds: rounds.filter(({ settledAt }) => settledAt !== null).map(({ id }) => id),
  }));
}

/** All units that the figures of a person count in. */
export async function findUnitsOf(tx: Tx, accountId: string): Promise<string[]> {
  const [account, entries] = await Promise.all([
    tx.account.findUnique({ where: { id: accountId }, select: { unitId: true } }),
    tx.participation.findMany({ where: { accountId }, select: { unitId: true } }),
  ]);
  return [...new Set([...(account ? [account.unitId] : []), ...entries.map(({ unitId }) => unitId)])];
}

/** Has the entry of a person count for nothing any more. */
export async function dropEntry(tx: Tx, contestId: string, accountId: string): Promise<void> {
  await tx.participation.update({
    where: { contestId_accountId: { contestId, accountId } },
    data: { counts: false },
  });
}

/** Accounts that were merged into this one, and are not erased. */
export const findMergedInto = async (tx: Tx, accountId: string): Promise<string[]> =>
  (
    await tx.account.findMany({
      where: { mergedIntoId: accountId, erasedAt: null },
      orderBy: { id: 'asc' },
      select: { id: true },
    })
  ).map(({ id }) => id);
