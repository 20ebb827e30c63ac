import type { Instant } from '#app/domain/kernel/time.ts';
import type { UnitVersion } from '#app/domain/units/tree-at.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';
import type { Headcount, Unit } from './unit.repo.server.ts';

/** A unit with all that content/ says about it. */
export interface StoredUnit extends Unit {
  readonly guidance: string;
  readonly takesPeople: boolean;
}

/** Where a unit stands, and to which block it belongs. */
export interface PlacedRow {
  readonly path: string;
  readonly block: string | null;
}

/** A step from a unit to what came out of it. */
interface NewLink {
  readonly fromId: string;
  readonly toId: string;
  readonly at: Instant;
  readonly isMain: boolean;
  readonly source: string;
}

/** Units that were changed on screen or imported, by id. */
export async function findEditedUnits(tx: Tx): Promise<Map<string, PlacedRow>> {
  const rows = await tx.unit.findMany({
    where: { isEdited: true },
    select: { id: true, path: true, block: true },
  });
  return new Map(rows.map(({ id, path, block }) => [id, { path, block }]));
}

const KEPT = [
  'parentId',
  'path',
  'name',
  'foldedName',
  'sortKey',
  'kind',
  'block',
  'code',
  'guidance',
  'takesPeople',
] as const;

const sameUnit = (a: StoredUnit, b: StoredUnit): boolean =>
  KEPT.every((key) => a[key] === b[key]) &&
  a.validFrom.getTime() === b.validFrom.getTime() &&
  a.validTo?.getTime() === b.validTo?.getTime();

/**
 * Stores units by id; rows that are the same already are not touched.
 * @param units parents before children
 */
export async function storeUnits(tx: Tx, units: readonly StoredUnit[]): Promise<{ created: number; updated: number }> {
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

const versionText = ({ validFrom, parentId, name, kind, block, code }: UnitVersion): string =>
  JSON.stringify([validFrom, parentId ?? null, name, kind, block ?? null, code ?? null]);

/** Stores the versions of units, all of a unit or none; units whose versions are the same already are not touched. */
export async function storeVersions(
  tx: Tx,
  units: readonly { readonly unitId: string; readonly versions: readonly UnitVersion[] }[],
): Promise<number> {
  const known = new Map<string, string[]>();
  for (const row of await tx.unitVersion.findMany({ orderBy: { validFrom: 'asc' } })) {
    const { unitId, validFrom, parentId, name, kind, block, code } = row;
    const version = { validFrom: validFrom.getTime(), name, kind, parentId: parentId ?? undefined };
    const text = versionText({ ...version, block: block ?? undefined, code: code ?? undefined });
    known.set(unitId, [...(known.get(unitId) ?? []), text]);
  }
  const changed = units.filter(
    ({ unitId, versions }) => versions.map(versionText).join() !== (known.get(unitId) ?? []).join(),
  );
  if (changed.length === 0) return 0;
  await tx.unitVersion.deleteMany({ where: { unitId: { in: changed.map(({ unitId }) => unitId) } } });
  await tx.unitVersion.createMany({
    data: changed.flatMap(({ unitId, versions }) =>
      versions.map(({ validFrom, parentId, name, kind, block, code }) => ({
        unitId,
        validFrom: new Date(validFrom),
        parentId: parentId ?? null,
        name,
        kind,
        block: block ?? null,
        code: code ?? null,
      })),
    ),
  });
  return changed.length;
}

/**
 * Stores links. Those that are the same already are not touched; those between units that are all told by content/, but that it
 * does not name any more, are taken away: they were wrong.
 * @param told ids of all units that content/ tells
 */
export async function storeLinks(tx: Tx, links: readonly NewLink[], told: ReadonlySet<string>): Promise<number> {
  const keyOf = ({ fromId, toId }: { fromId: string; toId: string }): string => `${fromId} ${toId}`;
  const wanted = new Map(links.map((link) => [keyOf(link), link]));
  const known = new Map((await tx.unitLink.findMany()).map((row) => [keyOf(row), row]));
  const gone = [...known.values()].filter(
    (row) => told.has(row.fromId) && told.has(row.toId) && !wanted.has(keyOf(row)),
  );
  const changed = links.filter((link) => {
    const row = known.get(keyOf(link));
    return row?.at.getTime() !== link.at || row.isMain !== link.isMain || row.source !== link.source;
  });
  for (const { fromId, toId } of [...gone, ...changed.filter((link) => known.has(keyOf(link)))])
    await tx.unitLink.delete({ where: { fromId_toId: { fromId, toId } } });
  if (changed.length > 0)
    await tx.unitLink.createMany({ data: changed.map(({ at, ...link }) => ({ ...link, at: new Date(at) })) });
  return gone.length + changed.length;
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
