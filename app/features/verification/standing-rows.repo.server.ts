import type { Standing } from '#app/domain/results/standing.ts';
import { database } from '#app/platform/db/client.server.ts';
import type { Prisma } from '#prisma/generated/sqlite/client.ts';

/** A row of a ranking as it is stored. Read here by other code than the one that writes it. */
export interface StoredStanding extends Standing {
  readonly scopeId: string;
  readonly accountId: string;
  readonly block: string;
  readonly birthYear: number;
}

type Row = Prisma.StandingGetPayload<object>;

const standingOf = (row: Row): StoredStanding => ({
  scopeId: row.scopeId,
  accountId: row.accountId,
  attemptId: row.attemptId,
  unitId: row.unitId,
  block: row.block,
  score: row.score,
  maxScore: row.maxScore,
  duration: row.durationMs,
  submittedAt: row.submittedAt.getTime(),
  attempts: row.attempts,
  rounds: row.rounds,
  prediction: row.prediction ?? undefined,
  predictionDistance: row.predictionDistance ?? undefined,
  birthYear: row.birthYear,
  isAllRight: row.isAllRight,
  rankKey: row.rankKey,
});

/** A person who has entered a contest. */
export interface Entrant {
  readonly accountId: string;
  readonly birthYear: number;
}

/** People who have entered a contest, behind one of them in an order that stays. */
export async function pageEntrants(contestId: string, after: string, take: number): Promise<Entrant[]> {
  return (await database()).participation.findMany({
    where: { contestId, accountId: { gt: after } },
    orderBy: { accountId: 'asc' },
    take,
    select: { accountId: true, birthYear: true },
  });
}

/** All rows of some people in a contest, whatever their scope. */
export async function findStandingRows(contestId: string, accountIds: readonly string[]): Promise<StoredStanding[]> {
  const rows = await (await database()).standing.findMany({ where: { contestId, accountId: { in: [...accountIds] } } });
  return rows.map(standingOf);
}

/** How many rows a contest has in all scopes. */
export const countStandingRows = async (contestId: string): Promise<number> =>
  (await database()).standing.count({ where: { contestId } });

/** Rows of a scope in rank order, behind one of them; from the first on where `after` is left out. */
export async function pageRanking(
  scopeId: string,
  after: Pick<StoredStanding, 'rankKey' | 'accountId'> | undefined,
  take: number,
): Promise<StoredStanding[]> {
  const { standing } = await database();
  const orderBy = [{ rankKey: 'asc' as const }, { accountId: 'asc' as const }];
  if (!after) return (await standing.findMany({ where: { scopeId }, orderBy, take })).map(standingOf);
  const { rankKey, accountId } = after;
  // why two questions: each walks one index, and an OR of both would sort the whole scope.
  const tied = await standing.findMany({ where: { scopeId, rankKey, accountId: { gt: accountId } }, orderBy, take });
  const behind =
    tied.length < take
      ? await standing.findMany({ where: { scopeId, rankKey: { gt: rankKey } }, orderBy, take: take - tied.length })
      : [];
  return [...tied, ...behind].map(standingOf);
}
