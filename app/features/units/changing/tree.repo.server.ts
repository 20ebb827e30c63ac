import { join, sqltag as sql } from '@prisma/client/runtime/client';
import type { Instant } from '#app/domain/kernel/time.ts';
import { fold, sortKey } from '#app/domain/kernel/text.ts';
import type { NewLink } from '#app/domain/units/change-command.ts';
import { presentUnits, type PresentUnit } from '#app/domain/units/present-tree.ts';
import type { UnitVersion } from '#app/domain/units/tree-at.ts';
import type { Forest, UnitEdit, UnitRecord } from '#app/domain/units/unit-record.ts';
import { database } from '#app/platform/db/client.server.ts';
import { holdAlone } from '#app/platform/db/hold.server.ts';
import { sealsOf } from '#app/platform/db/pending-acts.server.ts';
import { SEALED_UNIT } from '#app/platform/db/sealed-models.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';

/** What a statement takes at most: units by their ids, each with a new path and block. */
const PER_STATEMENT = 200;

/** Changes of the tree come one after the other. */
export const holdTree = (tx: Tx): Promise<void> => holdAlone(tx, 'unit-tree');

interface UnitRow extends PresentUnit {
  readonly record: Omit<UnitRecord, 'versions'>;
}

async function readRows(client: Tx): Promise<UnitRow[]> {
  const rows = await client.unit.findMany({ orderBy: [{ sortKey: 'asc' }, { id: 'asc' }] });
  return rows.map(({ id, parentId, path, name, kind, block, code, validFrom, validTo, guidance, takesPeople }) => ({
    id,
    parentId: parentId ?? undefined,
    path,
    name,
    kind,
    block: block ?? undefined,
    code: code ?? undefined,
    record: { id, validFrom: validFrom.getTime(), validTo: validTo?.getTime(), guidance, takesPeople },
  }));
}

/** Every unit with its whole life, by id, in alphabetical order. */
export async function readForest(tx?: Tx): Promise<Forest> {
  const client = tx ?? (await database());
  const rows = await readRows(client);
  const versions = new Map<string, UnitVersion[]>();
  for (const row of await client.unitVersion.findMany({ orderBy: [{ validFrom: 'asc' }, { unitId: 'asc' }] })) {
    const { unitId, validFrom, parentId, name, kind, block, code } = row;
    const of = versions.get(unitId) ?? [];
    of.push({
      validFrom: validFrom.getTime(),
      parentId: parentId ?? undefined,
      name,
      kind,
      block: block ?? undefined,
      code: code ?? undefined,
    });
    versions.set(unitId, of);
  }
  const byId = new Map(rows.map((row) => [row.id, row]));
  return new Map(
    rows.map((row) => [row.id, { ...row.record, versions: versions.get(row.id) ?? [onlyVersion(row, byId)] }]),
  );
}

/** A unit without a history has always been as it is. The block that it has from above is not its own. */
function onlyVersion(row: UnitRow, byId: ReadonlyMap<string, UnitRow>): UnitVersion {
  const above = row.parentId === undefined ? undefined : byId.get(row.parentId)?.block;
  const { parentId, name, kind, block, code, record } = row;
  return { validFrom: record.validFrom, parentId, name, kind, block: block === above ? undefined : block, code };
}

/** Stores units as they are after a change, with their histories; new ones are made. What holds now is brought in line. */
export async function storeEdits(
  tx: Tx,
  edits: readonly UnitEdit[],
  { forest, now }: { forest: Forest; now: Instant },
): Promise<void> {
  const present = presentUnits(forest, now);
  const made = new Set(edits.filter(({ before }) => !before).map(({ after }) => after.id));
  const fresh = [...present.values()].filter(({ id }) => made.has(id));
  if (fresh.length > 0)
    await tx.unit.createMany({ data: fresh.map((unit) => rowOf(unit, forest.get(unit.id) as UnitRecord)) });
  const ids = edits.map(({ after }) => after.id);
  for (const some of chunks(ids)) await tx.unitVersion.deleteMany({ where: { unitId: { in: some } } });
  await tx.unitVersion.createMany({ data: edits.flatMap(({ after }) => versionRows(after)) });
  for (const { before, after } of edits) {
    const { id, validFrom, validTo, guidance, takesPeople } = after;
    if (!before) continue;
    const isSame =
      before.validFrom === validFrom &&
      before.validTo === validTo &&
      before.guidance === guidance &&
      before.takesPeople === takesPeople;
    if (isSame) continue;
    const data = { validFrom: new Date(validFrom), validTo: dateOrNull(validTo), guidance, takesPeople };
    await tx.unit.update({ where: { id }, data });
  }
  for (const some of chunks(ids)) await tx.unit.updateMany({ where: { id: { in: some } }, data: { isEdited: true } });
  await alignUnits(tx, present);
}

const rowOf = (unit: PresentUnit, record: UnitRecord) => ({
  id: unit.id,
  parentId: unit.parentId ?? null,
  path: unit.path,
  ...nameColumns(unit.name),
  kind: unit.kind,
  block: unit.block ?? null,
  code: unit.code ?? null,
  validFrom: new Date(record.validFrom),
  validTo: dateOrNull(record.validTo),
  guidance: record.guidance,
  takesPeople: record.takesPeople,
  isEdited: true,
});

const versionRows = ({ id, versions }: UnitRecord) =>
  versions.map(({ validFrom, parentId, name, kind, block, code }) => ({
    unitId: id,
    validFrom: new Date(validFrom),
    parentId: parentId ?? null,
    name,
    kind,
    block: block ?? null,
    code: code ?? null,
  }));

const nameColumns = (name: string) => ({ name, foldedName: fold(name), sortKey: sortKey(name) });
const dateOrNull = (at: Instant | undefined): Date | null => (at === undefined ? null : new Date(at));

function* chunks(ids: readonly string[]): Generator<string[]> {
  for (let at = 0; at < ids.length; at += PER_STATEMENT) yield ids.slice(at, at + PER_STATEMENT);
}

/** Brings the rows of units in line with how they stand now. @returns how many were not */
export async function alignUnits(tx: Tx, present: ReadonlyMap<string, PresentUnit>): Promise<number> {
  const stale = (await readRows(tx)).flatMap((row) => {
    const unit = present.get(row.id);
    const keys = ['parentId', 'path', 'name', 'kind', 'block', 'code'] as const;
    return unit && keys.some((key) => unit[key] !== row[key]) ? [{ row, unit }] : [];
  });
  const own = stale.filter(({ row, unit }) =>
    (['parentId', 'name', 'kind', 'code'] as const).some((key) => unit[key] !== row[key]),
  );
  for (const { unit } of own) {
    const { id, parentId, path, name, kind, block, code } = unit;
    const data = {
      parentId: parentId ?? null,
      path,
      ...nameColumns(name),
      kind,
      block: block ?? null,
      code: code ?? null,
    };
    await tx.unit.update({ where: { id }, data });
  }
  const byId = new Map(own.map(({ unit }) => [unit.id, unit]));
  const below = stale.filter(({ unit }) => !byId.has(unit.id)).map(({ unit }) => unit);
  for (let at = 0; at < below.length; at += PER_STATEMENT) await moveBranch(tx, below.slice(at, at + PER_STATEMENT));
  return stale.length;
}

/** Units that stand elsewhere only because what is above them moved: many in one statement. */
async function moveBranch(tx: Tx, units: readonly PresentUnit[]): Promise<void> {
  const paths = join(
    units.map(({ id, path }) => sql`WHEN ${id} THEN ${path}`),
    ' ',
  );
  const blocks = join(
    units.map(({ id, block }) => sql`WHEN ${id} THEN ${block ?? ''}`),
    ' ',
  );
  const ids = join(units.map(({ id }) => id));
  const seals = sealsOf(tx);
  const before = await seals.sound(
    SEALED_UNIT,
    await tx.unit.findMany({ where: { id: { in: units.map(({ id }) => id) } } }),
  );
  await tx.$executeRaw`
    UPDATE "Unit"
    SET "path" = CASE "id" ${paths} ELSE "path" END, "block" = NULLIF(CASE "id" ${blocks} ELSE "block" END, '')
    WHERE "id" IN (${ids})`;
  // why by hand: a statement that is written by hand is not seen by the client that notes writes.
  const moved = new Map(units.map(({ id, path, block }) => [id, { path, block: block ?? null }]));
  for (const row of before) seals.note(SEALED_UNIT, { ...row, ...moved.get(String(row['id'])) });
}

/** Stores the links of a change. */
export async function storeLinks(tx: Tx, links: readonly NewLink[], source: string): Promise<void> {
  for (const { fromId, toId, at, isMain } of links) {
    const data = { at: new Date(at), isMain, source };
    await tx.unitLink.upsert({
      where: { fromId_toId: { fromId, toId } },
      create: { fromId, toId, ...data },
      update: data,
    });
  }
}

/** Takes links back. */
export async function dropLinks(tx: Tx, links: readonly NewLink[]): Promise<void> {
  for (const { fromId, toId } of links) await tx.unitLink.deleteMany({ where: { fromId, toId } });
}

/** Deletes units that a change had made, when nothing hangs on them. */
export async function dropUnits(tx: Tx, unitIds: readonly string[]): Promise<void> {
  for (const some of chunks(unitIds)) {
    await tx.unitVersion.deleteMany({ where: { unitId: { in: some } } });
    await tx.unit.updateMany({ where: { id: { in: some } }, data: { parentId: null } });
  }
  for (const some of chunks(unitIds)) await tx.unit.deleteMany({ where: { id: { in: some } } });
}

/** Links from and to a unit. */
export async function findLinks(unitId: string): Promise<NewLink[]> {
  const rows = await (
    await database()
  ).unitLink.findMany({
    where: { OR: [{ fromId: unitId }, { toId: unitId }] },
    orderBy: [{ at: 'asc' }, { fromId: 'asc' }],
  });
  return rows.map(({ fromId, toId, at, isMain }) => ({ fromId, toId, at: at.getTime(), isMain }));
}

/** How many units stand directly below each of these now. */
export async function countBelow(unitIds: readonly string[], now: Instant): Promise<Map<string, number>> {
  const rows = await (
    await database()
  ).unit.groupBy({
    by: ['parentId'],
    where: {
      parentId: { in: [...unitIds] },
      validFrom: { lte: new Date(now) },
      OR: [{ validTo: null }, { validTo: { gt: new Date(now) } }],
    },
    _count: { _all: true },
  });
  return new Map(rows.map((row) => [row.parentId ?? '', row._count._all]));
}
