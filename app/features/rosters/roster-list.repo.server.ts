import { categoriesOf, type Category } from '#app/domain/units/category.ts';
import { database } from '#app/platform/db/client.server.ts';
import { Prisma } from '#prisma/generated/sqlite/client.ts';

/** How far a person of a roster is: the account is to be looked at, there is none, not yet taken part, taken part. */
export const ROSTER_STATES = ['review', 'noAccount', 'notTaken', 'taken'] as const;
export type RosterState = (typeof ROSTER_STATES)[number];

/** Which people of a list. */
export interface RosterQuery {
  readonly unitId: string;
  readonly importId: string;
  readonly contestId: string;
  /** Folded, letters and digits only; empty for everybody. */
  readonly name: string;
  readonly state: RosterState | undefined;
}

/** A person of a roster in a list. */
export interface RosterLine {
  readonly id: string;
  readonly number: number;
  readonly fullName: string;
  readonly birthYear: number | undefined;
  readonly position: string;
  readonly categories: readonly Category[];
  readonly match: string;
  readonly accountId: string | undefined;
  readonly state: RosterState;
}

/** The people of a list, each with how far they are in a contest: an entry that counts, whatever unit it carries. */
const listed = ({ unitId, importId, contestId, name }: RosterQuery): Prisma.Sql => Prisma.sql`
  SELECT p."id", p."number", p."fullName", p."birthYear", p."position", p."categories", p."match", p."accountId",
    CASE WHEN p."match" = 'unsure' THEN 'review'
      WHEN p."accountId" IS NULL THEN 'noAccount'
      WHEN q."accountId" IS NULL THEN 'notTaken'
      ELSE 'taken' END AS "state"
  FROM "RosterPerson" p
    LEFT JOIN "Participation" q ON q."contestId" = ${contestId} AND q."accountId" = p."accountId" AND q."counts"
  WHERE p."unitId" = ${unitId} AND p."importId" = ${importId} AND p."foldedName" LIKE ${`%${name}%`}`;

interface Row extends Omit<RosterLine, 'birthYear' | 'categories' | 'accountId' | 'number'> {
  readonly number: bigint | number;
  readonly birthYear: bigint | number | null;
  readonly categories: string;
  readonly accountId: string | null;
}

/** A part of a list in its order. */
export async function findLines(query: RosterQuery, part: { skip: number; take: number }): Promise<RosterLine[]> {
  const state = query.state ?? '';
  const rows = await (
    await database()
  ).$queryRaw<Row[]>`
    SELECT * FROM (${listed(query)}) AS "list"
    WHERE ${state} = '' OR "state" = ${state}
    ORDER BY "number" LIMIT ${part.take} OFFSET ${part.skip}`;
  return rows.map((row) => ({
    ...row,
    number: Number(row.number),
    birthYear: row.birthYear === null ? undefined : Number(row.birthYear),
    categories: categoriesOf(row.categories),
    accountId: row.accountId ?? undefined,
  }));
}

/** How many people of a list are how far. */
export async function countStates(query: RosterQuery): Promise<Record<RosterState, number>> {
  const rows = await (
    await database()
  ).$queryRaw<{ state: RosterState; people: bigint | number }[]>`
    SELECT "state", COUNT(*) AS "people" FROM (${listed(query)}) AS "list" GROUP BY "state"`;
  const counts = { review: 0, noAccount: 0, notTaken: 0, taken: 0 };
  for (const { state, people } of rows) counts[state] = Number(people);
  return counts;
}

/** What may be told of a roster outside of its unit: numbers. */
export interface RosterCounts {
  readonly people: number;
  readonly matched: number;
  readonly taken: number;
}

const UNITS = 500;

/** The figures of the rosters in force of some units, in one contest; units without a roster are left out. */
export async function countRosters(unitIds: readonly string[], contestId: string): Promise<Map<string, RosterCounts>> {
  const client = await database();
  const counts = new Map<string, RosterCounts>();
  for (let first = 0; first < unitIds.length; first += UNITS) {
    const ids = Prisma.join(unitIds.slice(first, first + UNITS));
    const rows = await client.$queryRaw<
      { unitId: string; people: bigint | number; matched: bigint | number; taken: bigint | number }[]
    >`
      SELECT i."unitId" AS "unitId", COUNT(*) AS "people", COUNT(p."accountId") AS "matched",
        COUNT(q."accountId") AS "taken"
      FROM "RosterImport" i
        JOIN "RosterPerson" p ON p."unitId" = i."unitId" AND p."importId" = i."id"
        LEFT JOIN "Participation" q ON q."contestId" = ${contestId} AND q."accountId" = p."accountId" AND q."counts"
      WHERE i."droppedAt" IS NULL AND i."unitId" IN (${ids})
      GROUP BY i."unitId"`;
    for (const { unitId, people, matched, taken } of rows) {
      counts.set(unitId, { people: Number(people), matched: Number(matched), taken: Number(taken) });
    }
  }
  return counts;
}
