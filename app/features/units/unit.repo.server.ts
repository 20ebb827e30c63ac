import type { Instant } from '#app/domain/kernel/time.ts';
import { idsOfPath } from '#app/domain/units/tree.ts';
import { database } from '#app/platform/db/client.server.ts';
import { canBeKey } from '#app/platform/db/key-text.server.ts';

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

/** The units above the given ones, by id. */
export async function findAncestors(units: readonly Unit[]): Promise<Map<string, Unit>> {
  const ids = new Set(units.flatMap((unit) => idsOfPath(unit.path).slice(0, -1)));
  if (ids.size === 0) return new Map();
  const rows = await (await database()).unit.findMany({ where: { id: { in: [...ids] } } });
  return new Map(rows.map((row) => [row.id, row]));
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
      // why only units of that day: people of one that has ended are counted in what came out of it.
      unit: { ...currentAt(now), ...(within === undefined ? {} : { path: { startsWith: within } }) },
    },
    // why samples first: what comes later in the list takes the place of what came before.
    orderBy: [{ isSample: 'desc' }, { asOf: 'asc' }],
  });
  return new Map(rows.map((row) => [row.unitId, row]));
}
