import { fold, sortKey } from '#app/domain/kernel/text.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { childPath } from '#app/domain/units/tree.ts';
import { versionAt } from '#app/domain/units/tree-at.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { inTransaction, type Tx } from '#app/platform/db/transaction.server.ts';
import { dropUnitMemory } from './unit-memory.server.ts';
import { readUnitFiles, type FiledUnit, type UnitFiles } from './read-unit-files.server.ts';
import {
  findEditedUnits,
  storeHeadcounts,
  storeLinks,
  storeUnits,
  storeVersions,
  type PlacedRow,
  type StoredUnit,
} from './unit-store.repo.server.ts';

/**
 * Brings units, their versions, links and headcounts of the database up to what content/units says. Loading the same files again
 * changes nothing. Units that were changed on screen or imported are left alone. Units that the files no longer name stay, as
 * people belong to them: give them a validTo instead.
 * @throws ContentError as readUnitFiles() does; then nothing is stored
 */
export async function loadUnits({ now }: { now: Instant }): Promise<{ units: number; changed: number }> {
  const files = readUnitFiles();
  const loaded = await inTransaction(async (tx) => {
    const detail = await storeFiles(tx, files, now);
    const changed = Object.values(detail).reduce((sum, count) => sum + count, 0);
    if (changed > 0)
      await recordAudit(tx, { at: now, actorId: undefined, action: 'units.loaded', subject: 'units', detail });
    return { units: files.units.length, changed };
  });
  dropUnitMemory();
  return loaded;
}

async function storeFiles(tx: Tx, files: UnitFiles, now: Instant) {
  const edited = await findEditedUnits(tx);
  const units = files.units.filter((unit) => !edited.has(unit.id));
  const ids = new Set(units.map((unit) => unit.id));
  const { created, updated } = await storeUnits(tx, rowsOf(units, edited, now));
  const versions = await storeVersions(
    tx,
    units.map(({ id, versions: all }) => ({ unitId: id, versions: all })),
  );
  const links = await storeLinks(
    tx,
    files.links.filter(({ fromId, toId }) => ids.has(fromId) && ids.has(toId)),
    ids,
  );
  const { stored: headcounts } = await storeHeadcounts(
    tx,
    files.headcounts.filter(({ unitId }) => ids.has(unitId)),
  );
  return { created, updated, versions, links, headcounts };
}

/**
 * Units in the shape of the table, as they are now.
 * @param edited units that stay as they are in the table: what hangs below them goes where they went
 */
function rowsOf(units: readonly FiledUnit[], edited: ReadonlyMap<string, PlacedRow>, now: Instant): StoredUnit[] {
  const filed = new Map(units.map((unit) => [unit.id, unit]));
  const placed = new Map<string, PlacedRow>(edited);
  const place = (id: string | undefined): PlacedRow | undefined => {
    if (id === undefined) return undefined;
    const known = placed.get(id);
    const unit = filed.get(id);
    if (known || !unit) return known;
    const version = versionAt(unit, now);
    const above = place(version.parentId);
    const row = { path: childPath(above?.path, id), block: version.block ?? above?.block ?? null };
    placed.set(id, row);
    return row;
  };
  return units
    .map((unit) => {
      const { parentId, name, kind, code } = versionAt(unit, now);
      const { path, block } = place(unit.id) as PlacedRow;
      return {
        id: unit.id,
        parentId: parentId ?? null,
        path,
        name,
        foldedName: fold(name),
        sortKey: sortKey(name),
        kind,
        // A unit belongs to the block of the nearest unit above that names one.
        block,
        code: code ?? null,
        validFrom: new Date(unit.validFrom),
        validTo: unit.validTo === undefined ? null : new Date(unit.validTo),
        guidance: unit.guidance,
        takesPeople: unit.takesPeople,
      };
    })
    .toSorted((a, b) => a.path.split('/').length - b.path.split('/').length);
}
