import type { Instant } from '#app/domain/kernel/time.ts';
import { idsOfPath } from '#app/domain/units/tree.ts';
import { database } from '#app/platform/db/client.server.ts';
import { canBeKey } from '#app/platform/db/key-text.server.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';

/** A unit as it stands in the table. */
export interface Unit {
  readonly id: string;
  readonly parentId: string | null;
  readonly path: string;
  readonly name: string;
  readonly foldedName: string;
  readonly sortKey: string;
  readonly kind: string;
  readonly block: string | null;
  readonly code: string | null;
  readonly validFrom: Date;
  readonly validTo: Date | null;
}

/** How many people a unit itself has, as of a day. */
export interface Headcount {
  readonly unitId: string;
  readonly category: string;
  readonly asOf: Date;
  readonly people: number;
  readonly source: string;
  readonly isSample: boolean;
}

const currentAt = (now: Instant) => ({
  validFrom: { lte: new Date(now) },
  OR: [{ validTo: null }, { validTo: { gt: new Date(now) } }],
});

/** All units that are valid at an instant, in alphabetical order. */
export async function findCurrentUnits(now: Instant): Promise<Unit[]> {
  return (await database()).unit.findMany({ where: currentAt(now), orderBy: [{ sortKey: 'asc' }, { id: 'asc' }] });
}

/** One unit, valid or no longer; undefined when there is none. */
export async function findUnit(unitId: string): Promise<Unit | undefined> {
  if (!canBeKey(unitId)) return undefined;
  return (await (await database()).unit.findUnique({ where: { id: unitId } })) ?? undefined;
}

/** The unit without one above it that is valid at an instant; of several the one that began last. */
export async function findTop(now: Instant): Promise<{ id: string; path: string; name: string } | undefined> {
  const row = await (
    await database()
  ).unit.findFirst({
    where: { ...currentAt(now), parentId: null },
    orderBy: [{ validFrom: 'desc' }, { id: 'asc' }],
    select: { id: true, path: true, name: true },
  });
  return row ?? undefined;
}

/** Names of units, valid or no longer. */
export async function findNames(unitIds: readonly string[]): Promise<{ id: string; name: string }[]> {
  return (await database()).unit.findMany({ where: { id: { in: [...unitIds] } }, select: { id: true, name: true } });
}

/** The units below one unit that are valid at an instant. */
export async function findChildren(unitId: string, now: Instant): Promise<Unit[]> {
  return (await database()).unit.findMany({
    where: { ...currentAt(now), parentId: unitId },
    orderBy: { sortKey: 'asc' },
  });
}

/** The unit if it is valid at an instant and has no valid unit below it: where people can belong to. */
export async function findLeaf(unitId: string, now: Instant): Promise<Unit | undefined> {
  if (!canBeKey(unitId)) return undefined;
  const where = { ...currentAt(now), id: unitId, children: { none: currentAt(now) } };
  return (await (await database()).unit.findFirst({ where })) ?? undefined;
}

/** The units above the given ones, by id. */
export async function findAncestors(units: readonly Unit[]): Promise<Map<string, Unit>> {
  const ids = new Set(units.flatMap((unit) => idsOfPath(unit.path).slice(0, -1)));
  if (ids.size === 0) return new Map();
  const rows = await (await database()).unit.findMany({ where: { id: { in: [...ids] } } });
  return new Map(rows.map((row) => [row.id, row]));
}

const beginsWord = (text: string) => ({
  OR: [{ foldedName: { startsWith: text } }, { foldedName: { contains: ` ${text}` } }],
});

/**
 * Units whose folded name has a phrase at the beginning of a word; or, in a wide search, anywhere, or each word of it at the
 * beginning of some word.
 * @param only 'leaves': units that people can belong to
 */
export async function searchUnits(
  words: readonly string[],
  { isWide, now, only, take }: { isWide: boolean; now: Instant; only: 'leaves' | 'all'; take: number },
): Promise<Unit[]> {
  const phrase = words.join(' ');
  const matches = isWide
    ? { OR: [{ foldedName: { contains: phrase } }, { AND: words.map(beginsWord) }] }
    : beginsWord(phrase);
  const leaves = only === 'leaves' ? [{ children: { none: currentAt(now) } }] : [];
  return (await database()).unit.findMany({
    where: { AND: [currentAt(now), matches, ...leaves] },
    orderBy: [{ sortKey: 'asc' }, { id: 'asc' }],
    take,
  });
}

/**
 * The headcount of each unit in one category that holds at an instant: the newest, but no sample figure where there is a real one.
 * @param within the path of a branch; all units when left out
 */
export async function findHeadcounts(category: string, now: Instant, within?: string): Promise<Map<string, Headcount>> {
  const rows = await (
    await database()
  ).headcount.findMany({
    where: {
      category,
      asOf: { lte: new Date(now) },
      ...(within === undefined ? {} : { unit: { path: { startsWith: within } } }),
    },
    // why samples first: what comes later in the list takes the place of what came before.
    orderBy: [{ isSample: 'desc' }, { asOf: 'asc' }],
  });
  return new Map(rows.map((row) => [row.unitId, row]));
}

const sameUnit = (a: Unit, b: Unit): boolean =>
  (['parentId', 'path', 'name', 'foldedName', 'sortKey', 'kind', 'block', 'code'] as const).every(
    (key) => a[key] === b[key],
  ) &&
  a.validFrom.getTime() === b.validFrom.getTime() &&
  a.validTo?.getTime() === b.validTo?.getTime();

/**
 * Stores units by id; rows that are the same already are not touched.
 * @param units parents before children
 */
export async function storeUnits(tx: Tx, units: readonly Unit[]): Promise<{ created: number; updated: number }> {
  const known = new Map((await tx.unit.findMany()).map((row) => [row.id, row]));
  const created = units.filter((unit) => !known.has(unit.id));
  const updated = units.filter((unit) => {
    const row = known.get(unit.id);
    return row !== undefined && !sameUnit(row, unit);
  });
  if (created.length > 0) await tx.unit.createMany({ data: [...created] });
  for (const { id, ...data } of updated) await tx.unit.update({ where: { id }, data });
  return { created: created.length, updated: updated.length };
}

/** Stores headcounts by unit, category and day; rows that are the same already are not touched. */
export async function storeHeadcounts(tx: Tx, headcounts: readonly Headcount[]): Promise<{ stored: number }> {
  const keyOf = (row: Headcount): string => `${row.unitId} ${row.category} ${row.asOf.getTime()}`;
  const known = new Map((await tx.headcount.findMany()).map((row) => [keyOf(row), row]));
  const changed = headcounts.filter((row) => {
    const old = known.get(keyOf(row));
    // why: a sample figure of content/ must not come back in the place of one that was approved.
    if (old && !old.isSample && row.isSample) return false;
    return old?.people !== row.people || old.source !== row.source || old.isSample !== row.isSample;
  });
  const fresh = changed.filter((row) => !known.has(keyOf(row)));
  if (fresh.length > 0) await tx.headcount.createMany({ data: [...fresh] });
  for (const { unitId, category, asOf, ...data } of changed.filter((row) => known.has(keyOf(row)))) {
    await tx.headcount.update({ where: { unitId_category_asOf: { unitId, category, asOf } }, data });
  }
  return { stored: changed.length };
}

/** Where every unit stands, those that have ended too. */
export const findUnitPlaces = async (
  tx?: Tx,
): Promise<{ id: string; path: string; name: string; block: string | null }[]> =>
  (tx ?? (await database())).unit.findMany({ select: { id: true, path: true, name: true, block: true } });
