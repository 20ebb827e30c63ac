import type { Instant } from '#app/domain/kernel/time.ts';
import { HEADCOUNT_CATEGORIES, type HeadcountCategory } from '#app/domain/units/category.ts';
import { database } from '#app/platform/db/client.server.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';

/** A dated headcount of a unit itself. */
export interface HeadcountRow {
  readonly unitId: string;
  readonly category: HeadcountCategory;
  readonly people: number;
  readonly asOf: Instant;
  readonly source: string;
  readonly isSample: boolean;
}

interface Stored {
  readonly unitId: string;
  readonly category: string;
  readonly asOf: Date;
  readonly people: number;
  readonly source: string;
  readonly isSample: boolean;
}

const isKnown = (text: string): text is HeadcountCategory => (HEADCOUNT_CATEGORIES as readonly string[]).includes(text);

const rowsOf = (rows: readonly Stored[]): HeadcountRow[] =>
  rows.flatMap(({ category, asOf, ...row }) => (isKnown(category) ? [{ ...row, category, asOf: asOf.getTime() }] : []));

/** What holds first: real figures before samples, then the newest. */
const HOLDING_LAST = [{ isSample: 'desc' as const }, { asOf: 'asc' as const }];

/** Headcounts by unit and category. */
export type Holding = ReadonlyMap<string, ReadonlyMap<HeadcountCategory, HeadcountRow>>;

/** @param rows what holds last */
function byUnit(rows: readonly Stored[]): Holding {
  const holding = new Map<string, Map<HeadcountCategory, HeadcountRow>>();
  for (const row of rowsOf(rows)) {
    const ofUnit = holding.get(row.unitId) ?? new Map<HeadcountCategory, HeadcountRow>();
    holding.set(row.unitId, ofUnit.set(row.category, row));
  }
  return holding;
}

/** The headcounts of units that hold at an instant. */
export async function findHolding(unitIds: readonly string[], at: Instant): Promise<Holding> {
  const where = { unitId: { in: [...unitIds] }, asOf: { lte: new Date(at) } };
  return byUnit(await (await database()).headcount.findMany({ where, orderBy: HOLDING_LAST }));
}

/** The headcounts of all units of a branch that hold at an instant; for tables. */
export async function findHoldingOfBranch(path: string, at: Instant): Promise<Holding> {
  const where = { unit: { path: { startsWith: path } }, asOf: { lte: new Date(at) } };
  return byUnit(await (await database()).headcount.findMany({ where, orderBy: HOLDING_LAST }));
}

/** Every dated headcount of a unit, the latest day first. */
export async function findHistory(unitId: string, take: number): Promise<HeadcountRow[]> {
  const rows = await (
    await database()
  ).headcount.findMany({ where: { unitId }, orderBy: [{ asOf: 'desc' }, { category: 'asc' }], take });
  return rowsOf(rows);
}

/** What the units of a branch have together in one category. */
export interface BranchSum {
  readonly people: number;
  /** Units that have a figure of their own. */
  readonly units: number;
  /** Those of them whose figure is a sample. */
  readonly samples: number;
}

/**
 * The headcounts of all units of a branch that are valid, added up by category. One statement, as a branch may be thousands of
 * units with years of figures.
 */
export async function sumBranch(path: string, at: Instant): Promise<Map<HeadcountCategory, BranchSum>> {
  const day = new Date(at);
  const rows = await (
    await database()
  ).$queryRaw<{ category: string; people: bigint | number; units: bigint | number; samples: bigint | number }[]>`
    SELECT h."category" AS "category", SUM(h."people") AS "people", COUNT(*) AS "units",
      SUM(CASE WHEN h."isSample" THEN 1 ELSE 0 END) AS "samples"
    FROM "Unit" u JOIN "Headcount" h ON h."unitId" = u."id"
    WHERE u."path" LIKE ${`${path}%`}
      AND u."validFrom" <= ${day} AND (u."validTo" IS NULL OR u."validTo" > ${day})
      AND h."asOf" <= ${day}
      AND NOT EXISTS (
        SELECT 1 FROM "Headcount" n
        WHERE n."unitId" = h."unitId" AND n."category" = h."category" AND n."asOf" <= ${day}
          AND ((n."isSample" = h."isSample" AND n."asOf" > h."asOf") OR n."isSample" < h."isSample")
      )
    GROUP BY h."category"`;
  return new Map(
    rows.flatMap(({ category, people, units, samples }): [HeadcountCategory, BranchSum][] =>
      isKnown(category) ? [[category, { people: Number(people), units: Number(units), samples: Number(samples) }]] : [],
    ),
  );
}

/** Stores an approved headcount; a figure of the same day, category and unit gives way. */
export async function storeHeadcount(
  tx: Tx,
  { unitId, category, asOf, people, source }: Omit<HeadcountRow, 'isSample'>,
): Promise<void> {
  const key = { unitId, category, asOf: new Date(asOf) };
  const figures = { people, source, isSample: false };
  await tx.headcount.upsert({
    where: { unitId_category_asOf: key },
    create: { ...key, ...figures },
    update: figures,
  });
}
