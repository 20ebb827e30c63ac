import { bodyOf, isNoTally, mapsOfBody, type TallyBody, type UnitTally } from '#app/domain/participation/tally.ts';
import { roundMark } from '#app/domain/kernel/numbers.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { database } from '#app/platform/db/client.server.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';
import { Prisma } from '#prisma/generated/sqlite/client.ts';

/** Figures of units alone, or those of whole branches in one tree. */
export type Part = 'own' | `branch:${string}`;

/** The part that holds the branches of a tree. */
export const branchPart = (treeStamp: string): Part => `branch:${treeStamp}`;

/** One stored tally. */
export interface StoredTally {
  readonly scopeId: string;
  readonly unitId: string;
  readonly tally: UnitTally;
}

/** What a tally says in numbers alone. */
export type TallyScalars = Omit<UnitTally, 'hours' | 'scores' | 'categories'>;

type Numbers = Record<keyof TallyScalars, bigint | number>;
type Row = Numbers & { readonly scopeId: string; readonly unitId: string; readonly body: string };

const scalarsOf = (row: Numbers): TallyScalars => ({
  people: Number(row.people),
  attempts: Number(row.attempts),
  valid: Number(row.valid),
  finished: Number(row.finished),
  allRight: Number(row.allRight),
  scoreCount: Number(row.scoreCount),
  scoreSum: roundMark(Number(row.scoreSum)),
});

const tallyOf = (row: Numbers & { readonly body: string }): UnitTally => ({
  ...scalarsOf(row),
  ...mapsOfBody(JSON.parse(row.body) as TallyBody),
});

const among = (ids: readonly string[]): Prisma.Sql => Prisma.sql`IN (${Prisma.join([...ids])})`;
const NUMBERS = Prisma.raw(
  ['people', 'attempts', 'valid', 'finished', 'allRight', 'scoreCount', 'scoreSum']
    .map((name) => `t."${name}"`)
    .join(', '),
);

/** Stored tallies of some units in some scopes. */
export async function findTallies(
  tx: Tx | undefined,
  part: Part,
  scopeIds: readonly string[],
  unitIds: readonly string[],
): Promise<StoredTally[]> {
  if (scopeIds.length === 0 || unitIds.length === 0) return [];
  const rows = await (tx ?? (await database())).$queryRaw<Row[]>`
    SELECT t."scopeId", t."unitId", ${NUMBERS}, t."body" FROM "UnitTally" t
    WHERE t."scopeId" ${among(scopeIds)} AND t."part" = ${part} AND t."unitId" ${among(unitIds)}`;
  return rows.map((row) => ({ scopeId: row.scopeId, unitId: row.unitId, tally: tallyOf(row) }));
}

/** Own figures of all units in a scope, in numbers alone: half a million people are some thousand short rows. */
export async function findOwnScalars(scopeId: string): Promise<Map<string, TallyScalars>> {
  const rows = await (
    await database()
  ).$queryRaw<(Numbers & { readonly unitId: string })[]>`
    SELECT t."unitId", ${NUMBERS} FROM "UnitTally" t WHERE t."scopeId" = ${scopeId} AND t."part" = 'own'`;
  return new Map(rows.map((row) => [row.unitId, scalarsOf(row)]));
}

/** What one look at the tables says of a branch. */
export interface BranchLook {
  /** Undefined where nothing was ever counted. */
  readonly state: { readonly upTo: Instant; readonly treeStamp: string } | undefined;
  readonly own: readonly StoredTally[];
  readonly branches: readonly StoredTally[];
}

/**
 * Branches of some units and own figures of others in some scopes, with the tree that they were summed up in: in one statement, so
 * that whatever is counted meanwhile, all of it is of one moment.
 */
export async function lookAtBranch(
  sourceId: string,
  scopeIds: readonly string[],
  { branchIds, ownIds }: { branchIds: readonly string[]; ownIds: readonly string[] },
): Promise<BranchLook> {
  const rows = await (
    await database()
  ).$queryRaw<({ upTo: Date | string; treeStamp: string; part: string | null } & Row)[]>`
    SELECT s."upTo", s."treeStamp", t."part", t."scopeId", t."unitId", ${NUMBERS}, t."body"
    FROM "TallyState" s
    LEFT JOIN "UnitTally" t ON t."scopeId" ${among(scopeIds)} AND t."part" = 'branch:' || s."treeStamp"
      AND t."unitId" ${among(branchIds)}
    WHERE s."contestId" = ${sourceId}
    UNION ALL
    SELECT s."upTo", s."treeStamp", t."part", t."scopeId", t."unitId", ${NUMBERS}, t."body"
    FROM "TallyState" s
    JOIN "UnitTally" t ON t."scopeId" ${among(scopeIds)} AND t."part" = 'own' AND t."unitId" ${among(ownIds)}
    WHERE s."contestId" = ${sourceId}`;
  const [first] = rows;
  const of = (isOwn: boolean): StoredTally[] =>
    rows
      .filter(({ part }) => part !== null && (part === 'own') === isOwn)
      .map((row) => ({ scopeId: row.scopeId, unitId: row.unitId, tally: tallyOf(row) }));
  return {
    state: first && { upTo: new Date(first.upTo).getTime(), treeStamp: first.treeStamp },
    own: of(true),
    branches: of(false),
  };
}

/** Rows that one statement writes: PostgreSQL takes 65,535 values, SQLite half of it. */
const MOST_ROWS = 500;

/** A tally and what it is of. */
export type PartTally = StoredTally & { readonly part: Part };

/** Stores tallies over what is there; those in which nothing is counted are taken away. */
export async function storeTallies(tx: Tx, tallies: readonly PartTally[], countedAt: Instant): Promise<void> {
  const empty = new Map<string, PartTally[]>();
  const rows: Prisma.Sql[] = [];
  for (const each of tallies) {
    const { scopeId, part, unitId, tally } = each;
    if (isNoTally(tally)) {
      const key = `${scopeId} ${part}`;
      empty.set(key, [...(empty.get(key) ?? []), each]);
      continue;
    }
    const { people, attempts, valid, finished, allRight, scoreCount, scoreSum } = tally;
    const body = JSON.stringify(bodyOf(tally));
    rows.push(
      Prisma.sql`(${scopeId}, ${part}, ${unitId}, ${people}, ${attempts}, ${valid}, ${finished}, ${allRight}, ${scoreCount}, ${roundMark(scoreSum)}, ${body}, ${new Date(countedAt)})`,
    );
  }
  for (let from = 0; from < rows.length; from += MOST_ROWS) {
    await tx.$executeRaw`
      INSERT INTO "UnitTally" ("scopeId", "part", "unitId", "people", "attempts", "valid", "finished", "allRight",
        "scoreCount", "scoreSum", "body", "countedAt")
      VALUES ${Prisma.join(rows.slice(from, from + MOST_ROWS))}
      ON CONFLICT ("scopeId", "part", "unitId") DO UPDATE SET "people" = excluded."people",
        "attempts" = excluded."attempts", "valid" = excluded."valid", "finished" = excluded."finished",
        "allRight" = excluded."allRight", "scoreCount" = excluded."scoreCount", "scoreSum" = excluded."scoreSum",
        "body" = excluded."body", "countedAt" = excluded."countedAt"`;
  }
  for (const group of empty.values()) {
    const { scopeId, part } = group[0] as PartTally;
    await tx.unitTally.deleteMany({ where: { scopeId, part, unitId: { in: group.map(({ unitId }) => unitId) } } });
  }
}

/** Takes away branches of scopes but for those of one tree. @returns how many rows, `limit` at most */
export async function deleteOtherBranches(
  tx: Tx,
  scopeIds: readonly string[],
  keep: Part,
  limit: number,
): Promise<number> {
  const where = { scopeId: { in: [...scopeIds] }, part: { startsWith: 'branch:', not: keep } };
  return (await tx.unitTally.deleteMany({ where, limit })).count;
}

/** Takes away the branches of one tree in some scopes. @returns how many rows, `limit` at most */
export async function deleteBranches(tx: Tx, scopeIds: readonly string[], part: Part, limit: number): Promise<number> {
  return (await tx.unitTally.deleteMany({ where: { scopeId: { in: [...scopeIds] }, part }, limit })).count;
}
