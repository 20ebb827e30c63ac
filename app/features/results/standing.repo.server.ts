import type { Duration, Instant } from '#app/domain/kernel/time.ts';
import type { Standing } from '#app/domain/results/standing.ts';
import { database } from '#app/platform/db/client.server.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';
import type { Prisma } from '#prisma/generated/sqlite/client.ts';

/** One row of a ranking: what stands for a person in a scope. */
export interface StandingRow extends Standing {
  /** The id of a round or of a contest; with "@frozen" behind it for the ranking as it stood when the board froze. */
  readonly scopeId: string;
  readonly contestId: string;
  readonly accountId: string;
  /** Empty for units outside of every block. */
  readonly block: string;
  readonly birthYear: number;
}

/** A part of a board: some units, or one block; all of it where both are left out. */
export interface BoardPart {
  readonly unitIds?: readonly string[] | undefined;
  readonly block?: string | undefined;
}

/** Where a row stands in the order of a board; equal keys are in the order of accounts. */
export type RowPosition = Pick<StandingRow, 'rankKey' | 'accountId'>;

type Row = Prisma.StandingGetPayload<object>;

const standingOf = ({
  durationMs,
  submittedAt,
  prediction,
  predictionDistance,
  updatedAt: _,
  ...row
}: Row): StandingRow => ({
  ...row,
  duration: durationMs satisfies Duration,
  submittedAt: submittedAt.getTime() satisfies Instant,
  prediction: prediction ?? undefined,
  predictionDistance: predictionDistance ?? undefined,
});

const IN_ORDER = [{ rankKey: 'asc' }, { accountId: 'asc' }] as const;
const IN_REVERSE = [{ rankKey: 'desc' }, { accountId: 'desc' }] as const;

const wherePart = (scopeId: string, { unitIds, block }: BoardPart): Prisma.StandingWhereInput => ({
  scopeId,
  ...(unitIds ? { unitId: { in: [...unitIds] } } : {}),
  ...(block === undefined ? {} : { block }),
});

/** The row of one person; undefined for somebody who is not ranked in the scope. */
export async function findStanding(scopeId: string, accountId: string): Promise<StandingRow | undefined> {
  const row = await (await database()).standing.findUnique({ where: { scopeId_accountId: { scopeId, accountId } } });
  return row ? standingOf(row) : undefined;
}

/** The rows of some people in rank order. */
export async function findStandingsOf(scopeId: string, accountIds: readonly string[]): Promise<StandingRow[]> {
  const rows = await (
    await database()
  ).standing.findMany({ where: { scopeId, accountId: { in: [...accountIds] } }, orderBy: [...IN_ORDER] });
  return rows.map(standingOf);
}

/** What comparing boards looks at in a row. */
export type RankedStanding = Pick<StandingRow, 'scopeId' | 'accountId' | 'unitId' | 'rankKey' | 'score' | 'isAllRight'>;

/** The rows of some people in some scopes, in no order. */
export async function findRankedOf(
  scopeIds: readonly string[],
  accountIds: readonly string[],
): Promise<RankedStanding[]> {
  return (await database()).standing.findMany({
    where: { scopeId: { in: [...scopeIds] }, accountId: { in: [...accountIds] } },
    select: { scopeId: true, accountId: true, unitId: true, rankKey: true, score: true, isAllRight: true },
  });
}

/** Parts of so few rows are put in order here. */
const SMALL_PART = 3_000;

/**
 * Some rows of a part of a board in rank order.
 * @param total how many rows the part has
 */
export async function findStandings(
  scopeId: string,
  part: BoardPart,
  { skip, take, total }: { skip: number; take: number; total: number },
): Promise<StandingRow[]> {
  const { standing } = await database();
  const where = wherePart(scopeId, part);
  if (part.unitIds === undefined || total > SMALL_PART) {
    return (await standing.findMany({ where, orderBy: [...IN_ORDER], skip, take })).map(standingOf);
  }
  // why: asked for an order, SQLite walks the whole board in it and looks up the unit of every row.
  const keys = await standing.findMany({ where, select: { accountId: true, rankKey: true } });
  const order = (a: RowPosition, b: RowPosition): number =>
    compare(a.rankKey, b.rankKey) || compare(a.accountId, b.accountId);
  const page = keys.toSorted(order).slice(skip, skip + take);
  return findStandingsOf(
    scopeId,
    page.map(({ accountId }) => accountId),
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The row that stands just before or behind another one in the whole scope; undefined at its ends. */
export async function findNeighbour(
  scopeId: string,
  { rankKey, accountId }: RowPosition,
  side: 'above' | 'below',
): Promise<StandingRow | undefined> {
  const { standing } = await database();
  const [beyond, orderBy] = side === 'above' ? (['lt', IN_REVERSE] as const) : (['gt', IN_ORDER] as const);
  // why two questions: each walks one index, and an OR of both would sort the whole scope.
  const row =
    (await standing.findFirst({
      where: { scopeId, rankKey, accountId: { [beyond]: accountId } },
      orderBy: { accountId: orderBy[1].accountId },
    })) ?? (await standing.findFirst({ where: { scopeId, rankKey: { [beyond]: rankKey } }, orderBy: [...orderBy] }));
  return row ? standingOf(row) : undefined;
}

/** How many rows a part of a board has. */
export const countStandings = async (scopeId: string, part: BoardPart = {}): Promise<number> =>
  (await database()).standing.count({ where: wherePart(scopeId, part) });

/** How many rows have this very rank key: those who share a rank. */
export const countTied = async (scopeId: string, rankKey: string): Promise<number> =>
  (await database()).standing.count({ where: { scopeId, rankKey } });

/** How many rows have a rank key in [from, before); from the best one on where `from` is left out. */
export const countBetween = async (scopeId: string, from: string | undefined, before: string): Promise<number> =>
  (await database()).standing.count({
    where: { scopeId, rankKey: { lt: before, ...(from === undefined ? {} : { gte: from }) } },
  });

/** The place of a rank key: one more than the rows that are strictly better (1 2 2 4). */
export const rankOf = async (scopeId: string, rankKey: string): Promise<number> =>
  (await countBetween(scopeId, undefined, rankKey)) + 1;

/** How many of those who share a row's rank key stand before it. */
export const countTiedBefore = async (scopeId: string, { rankKey, accountId }: RowPosition): Promise<number> =>
  (await database()).standing.count({ where: { scopeId, rankKey, accountId: { lt: accountId } } });

/** Whose rows are taken away: those of some people, or of everybody in an order of accounts, behind one and up to another. */
export type Whose = readonly string[] | { readonly after: string; readonly upTo: string | undefined };

/** Takes rows away. Their locks keep two who fold the same people in order: who comes second reads what the first wrote. */
export async function deleteStandings(tx: Tx, scopeIds: readonly string[], whose: Whose): Promise<void> {
  const accountId =
    'after' in whose
      ? { gt: whose.after, ...(whose.upTo === undefined ? {} : { lte: whose.upTo }) }
      : { in: [...whose] };
  await tx.standing.deleteMany({ where: { scopeId: { in: [...scopeIds] }, accountId } });
}

/** Takes away rows of scopes that a contest no longer has. @returns how many, `limit` at most */
export async function deleteOtherScopes(
  tx: Tx,
  contestId: string,
  scopeIds: readonly string[],
  limit: number,
): Promise<number> {
  const { count } = await tx.standing.deleteMany({ where: { contestId, scopeId: { notIn: [...scopeIds] } }, limit });
  return count;
}

/** Stores rows of people who have none in their scopes. */
export async function createStandings(tx: Tx, rows: readonly StandingRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.standing.createMany({
    data: rows.map(({ duration, submittedAt, prediction, predictionDistance, ...row }) => ({
      ...row,
      durationMs: duration,
      submittedAt: new Date(submittedAt),
      prediction: prediction ?? null,
      predictionDistance: predictionDistance ?? null,
    })),
  });
}
