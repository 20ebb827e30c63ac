import type { PredictionTarget } from '#app/domain/contests/contest.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { database } from '#app/platform/db/client.server.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';

/** Figures of a scope, counted once when nothing of it could change any more. */
export type FrozenCount = Readonly<Record<PredictionTarget, number>> & {
  /** The id of a round or of a contest. */
  readonly scopeId: string;
  readonly frozenAt: Instant;
};

/** The frozen figures of a contest by scope. */
export async function findFrozenCounts(contestId: string, tx?: Tx): Promise<Map<string, FrozenCount>> {
  const rows = await (tx ?? (await database())).frozenCount.findMany({ where: { contestId } });
  return new Map(
    rows.map(({ scopeId, people, attempts, peopleAllRight, frozenAt }) => [
      scopeId,
      { scopeId, people, attempts, peopleAllRight, frozenAt: frozenAt.getTime() },
    ]),
  );
}

/** Stores figures for good. @throws a conflict where they are stored already: they are never edited */
export async function storeFrozenCount(tx: Tx, contestId: string, { frozenAt, ...count }: FrozenCount): Promise<void> {
  await tx.frozenCount.create({ data: { contestId, ...count, frozenAt: new Date(frozenAt) } });
}

/** People of a round, and those of them who had everything right, by the attempts that count for them now. */
export async function countPeople(tx: Tx, scopeId: string): Promise<{ people: number; peopleAllRight: number }> {
  const people = await tx.standing.count({ where: { scopeId } });
  return { people, peopleAllRight: await tx.standing.count({ where: { scopeId, isAllRight: true } }) };
}

/** People of a whole contest, each counted once: with a result in any of its rounds, and all right in any of them. */
export async function countPeopleOfContest(
  tx: Tx,
  contestId: string,
): Promise<{ people: number; peopleAllRight: number }> {
  // why by hand: Prisma counts no distinct values, and half a million ids are not to be fetched for a number.
  const rows = await tx.$queryRaw<{ people: bigint | number; right: bigint | number }[]>`
    SELECT COUNT(DISTINCT "accountId") AS "people",
      COUNT(DISTINCT CASE WHEN "isAllRight" THEN "accountId" END) AS "right"
    FROM "Standing"
    WHERE "scopeId" IN (SELECT "id" FROM "Round" WHERE "contestId" = ${contestId} AND "kind" = 'contest')`;
  return { people: Number(rows[0]?.people ?? 0), peopleAllRight: Number(rows[0]?.right ?? 0) };
}
