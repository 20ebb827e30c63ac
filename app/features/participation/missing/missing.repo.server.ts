import { database } from '#app/platform/db/client.server.ts';

/**
 * The people of a unit who take part in a contest. By their accounts, not by the unit of their entry: who has moved here since
 * has taken part all the same.
 */
export async function findTakersOfContest(contestId: string, unitId: string): Promise<Set<string>> {
  const rows = await (
    await database()
  ).$queryRaw<{ accountId: string }[]>`
    SELECT p."accountId" AS "accountId"
    FROM "Account" a JOIN "Participation" p ON p."accountId" = a."id" AND p."contestId" = ${contestId}
    WHERE a."unitId" = ${unitId} AND p."counts"`;
  return new Set(rows.map((row) => row.accountId));
}

/** The people of a unit who have begun an attempt in a round. */
export async function findTakersOfRound(roundId: string, unitId: string): Promise<Set<string>> {
  const rows = await (
    await database()
  ).$queryRaw<{ accountId: string }[]>`
    SELECT t."accountId" AS "accountId"
    FROM "Account" a JOIN "Attempt" t ON t."accountId" = a."id" AND t."roundId" = ${roundId} AND t."number" = 1
    WHERE a."unitId" = ${unitId}`;
  return new Set(rows.map((row) => row.accountId));
}

/** The people of a unit who have read a lesson of a topic. */
export async function findReadersOfTopic(topicSlug: string, unitId: string): Promise<Set<string>> {
  const rows = await (
    await database()
  ).$queryRaw<{ accountId: string }[]>`
    SELECT DISTINCT l."accountId" AS "accountId"
    FROM "Account" a JOIN "LessonProgress" l ON l."accountId" = a."id" AND l."topicSlug" = ${topicSlug}
    WHERE a."unitId" = ${unitId} AND l."readAt" IS NOT NULL`;
  return new Set(rows.map((row) => row.accountId));
}
