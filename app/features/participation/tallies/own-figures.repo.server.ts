import type {
  AttemptGroup,
  CategoryGroup,
  ContestGroups,
  EntryGroup,
  ScoreGroup,
} from '#app/domain/participation/count-groups.ts';
import { HOUR, type Instant } from '#app/domain/kernel/time.ts';
import { database } from '#app/platform/db/client.server.ts';
import { Prisma } from '#prisma/generated/sqlite/client.ts';

type Count = bigint | number;
type Flag = boolean | Count;

/**
 * The hour of a column, "2026-09-01T01" or "2026-09-01 01" in UTC.
 * why the text: the one way that SQLite, where an instant is a text, and PostgreSQL write alike.
 */
export const hourOf = (column: string): Prisma.Sql => Prisma.raw(`SUBSTR(CAST(${column} AS TEXT), 1, 13)`);

/** Hours since 1970 of such a text. */
export const hourNumber = (text: string): number =>
  Date.parse(`${text.slice(0, 10)}T${text.slice(11, 13)}:00:00Z`) / HOUR;

const among = (ids: readonly string[]): Prisma.Sql => Prisma.sql`IN (${Prisma.join([...ids])})`;

/** Which of the attempts of a contest count as begun and as finished. */
interface AsOf {
  readonly contestId: string;
  /** Only what began, and what was finished, before this instant; left out, everything. */
  readonly until?: Instant | undefined;
}

const beganBefore = (column: string, until: Instant | undefined): Prisma.Sql =>
  until === undefined ? Prisma.empty : Prisma.sql`AND ${Prisma.raw(column)} < ${new Date(until)}`;

/**
 * Whether an attempt `a` is the first of its person in the round that counts: number 1, or the next one where that was set aside.
 * why not always by looking for an earlier one: that costs a look for every attempt, and few contests ever have one set aside.
 */
async function firstOf(contestId: string): Promise<Prisma.Sql> {
  const { attemptRuling } = await database();
  const hasRulings = (await attemptRuling.findFirst({ where: { contestId }, select: { id: true } })) !== null;
  if (!hasRulings) return Prisma.sql`a."number" = 1`;
  return Prisma.sql`(a."number" = 1 OR NOT EXISTS (
    SELECT 1 FROM "Attempt" b
    WHERE b."roundId" = a."roundId" AND b."accountId" = a."accountId" AND b."number" < a."number" AND NOT b."isSetAside"))`;
}

/** Attempts of some units, grouped as far as figures need them. */
export async function findAttemptGroups(
  { contestId, until }: AsOf,
  unitIds: readonly string[],
): Promise<AttemptGroup[]> {
  const first = await firstOf(contestId);
  const finished = until === undefined ? Prisma.empty : Prisma.sql`AND "finishedAt" < ${new Date(until)}`;
  const rows = await (
    await database()
  ).$queryRaw<
    { unitId: string; roundId: string; hour: string; first: Count; over: Count; isValid: Flag; attempts: Count }[]
  >`
    SELECT "unitId", "roundId", ${hourOf('"startedAt"')} AS "hour",
      CASE WHEN ${first} THEN 1 ELSE 0 END AS "first",
      CASE WHEN "state" <> 'inProgress' ${finished} THEN 1 ELSE 0 END AS "over",
      "isValid", COUNT(*) AS "attempts"
    FROM "Attempt" a
    WHERE "contestId" = ${contestId} AND "unitId" ${among(unitIds)} AND NOT "isSetAside"
      ${beganBefore('"startedAt"', until)}
    GROUP BY 1, 2, 3, 4, 5, 6`;
  return rows.map((row) => ({
    unitId: row.unitId,
    roundId: row.roundId,
    hour: hourNumber(row.hour),
    isFirst: Number(row.first) === 1,
    isFinished: Number(row.over) === 1,
    isValid: Boolean(Number(row.isValid)),
    attempts: Number(row.attempts),
  }));
}

/** Entries of some units into a contest; practice is none. */
export async function findEntryGroups({ contestId, until }: AsOf, unitIds: readonly string[]): Promise<EntryGroup[]> {
  const rows = await (
    await database()
  ).$queryRaw<{ unitId: string; hour: string; categories: string; people: Count }[]>`
    SELECT "unitId", ${hourOf('"registeredAt"')} AS "hour", "categories", COUNT(*) AS "people"
    FROM "Participation"
    WHERE "contestId" = ${contestId} AND "unitId" ${among(unitIds)} AND "counts" ${beganBefore('"registeredAt"', until)}
    GROUP BY 1, 2, 3`;
  return rows.map((row) => ({ ...row, hour: hourNumber(row.hour), people: Number(row.people) }));
}

/** What people of some units who sat a round said to be, where they said anything. */
export async function findCategoryGroups(
  { contestId, until }: AsOf,
  unitIds: readonly string[],
): Promise<CategoryGroup[]> {
  const first = await firstOf(contestId);
  const rows = await (
    await database()
  ).$queryRaw<{ unitId: string; roundId: string; categories: string; people: Count }[]>`
    SELECT a."unitId", a."roundId", p."categories", COUNT(*) AS "people"
    FROM "Attempt" a
    JOIN "Participation" p ON p."contestId" = a."contestId" AND p."accountId" = a."accountId"
    WHERE a."contestId" = ${contestId} AND a."unitId" ${among(unitIds)} AND p."categories" <> ''
      AND NOT a."isSetAside" AND ${first}
      ${beganBefore('a."startedAt"', until)}
    GROUP BY 1, 2, 3`;
  return rows.map((row) => ({ ...row, people: Number(row.people) }));
}

/** How often each score is what stands for a person of some units, by scope: read from an index alone. */
export async function findScoreGroups(scopeIds: readonly string[], unitIds: readonly string[]): Promise<ScoreGroup[]> {
  if (scopeIds.length === 0) return [];
  const rows = await (
    await database()
  ).$queryRaw<{ unitId: string; scopeId: string; score: number; isAllRight: Flag; people: Count }[]>`
    SELECT "scopeId", "unitId", "isAllRight", "score", COUNT(*) AS "people"
    FROM "Standing"
    WHERE "scopeId" ${among(scopeIds)} AND "unitId" ${among(unitIds)}
    GROUP BY 1, 2, 3, 4`;
  return rows.map((row) => ({
    unitId: row.unitId,
    scopeId: row.scopeId,
    score: row.score,
    isAllRight: Boolean(Number(row.isAllRight)),
    people: Number(row.people),
  }));
}

/** Attempts, entries and categories of some units as of an instant; categories by round only where somebody said any. */
export async function findGroups(
  of: AsOf & { readonly hasSeveralRounds: boolean },
  unitIds: readonly string[],
): Promise<Omit<ContestGroups, 'scores'>> {
  const entries = await findEntryGroups(of, unitIds);
  const attempts = await findAttemptGroups(of, unitIds);
  const asks = of.hasSeveralRounds && entries.some((entry) => entry.categories !== '');
  return { entries, attempts, categories: asks ? await findCategoryGroups(of, unitIds) : [] };
}
