import { fold, sortKey, tidy } from '#app/domain/kernel/text.ts';
import { startOfLocalDay, type Instant } from '#app/domain/kernel/time.ts';
import { childPath } from '#app/domain/units/tree.ts';
import { ContentError, listContent, readYaml, type ContentFault } from '#app/platform/content-files.server.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { storeHeadcounts, storeUnits, type Headcount, type Unit } from './unit.repo.server.ts';
import { dropUnitIndex } from './get-unit-index.server.ts';
import { UnitsFile, type UnitEntry } from './unit.schema.ts';

/** An entry with where it stands, so that a fault can be found. */
interface PlacedEntry extends UnitEntry {
  readonly file: string;
  readonly lineOf: (field: string) => number;
  readonly defaults: Omit<UnitsFile, 'units'>;
}

/** The trees of content/units, checked, in the shape of the tables; parents before children. */
export interface UnitTree {
  readonly units: readonly Unit[];
  readonly headcounts: readonly Headcount[];
}

/**
 * Reads and checks every file of content/units.
 * @throws ContentError with every fault: double ids, parents that do not exist, loops, figures above the leaves
 */
export function readUnitFiles(): UnitTree {
  const entries = listContent('units', '.yml').flatMap(placedEntries);
  const faults = faultsOf(entries);
  if (faults.length > 0) throw new ContentError(faults);
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const units = entries.map((entry) => unitOf(entry, byId)).toSorted((a, b) => depthOf(a) - depthOf(b));
  return { units, headcounts: entries.flatMap(headcountOf) };
}

/**
 * Brings units and headcounts of the database up to what content/units says. Loading the same files again changes nothing.
 * Units that the files no longer name stay, as people belong to them: give them a validTo instead.
 * @throws ContentError as readUnitFiles() does; then nothing is stored
 */
export async function loadUnits({ now }: { now: Instant }): Promise<{ units: number; changed: number }> {
  const tree = readUnitFiles();
  const loaded = await inTransaction(async (tx) => {
    const { created, updated } = await storeUnits(tx, tree.units);
    const { stored } = await storeHeadcounts(tx, tree.headcounts);
    const changed = created + updated + stored;
    if (changed > 0) {
      const detail = { created, updated, headcounts: stored };
      await recordAudit(tx, { at: now, actorId: undefined, action: 'units.loaded', subject: 'units', detail });
    }
    return { units: tree.units.length, changed };
  });
  dropUnitIndex();
  return loaded;
}

function placedEntries(file: string): PlacedEntry[] {
  const { value, lineOf } = readYaml(file, UnitsFile);
  const { units, ...defaults } = value;
  return units.map((entry, index) => ({
    ...entry,
    file,
    defaults,
    lineOf: (field: string) => lineOf(['units', index, field]),
  }));
}

function faultsOf(entries: readonly PlacedEntry[]): ContentFault[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const parents = new Set(entries.map((entry) => entry.parent));
  const faults: ContentFault[] = [];
  const fault = (entry: PlacedEntry, field: keyof UnitEntry, message: string): void => {
    faults.push({ file: entry.file, line: entry.lineOf(field), field: `${entry.id}.${field}`, message });
  };
  for (const entry of entries) {
    if (byId.get(entry.id) !== entry) fault(entry, 'id', 'mã đơn vị này đã dùng cho đơn vị khác');
    if (entry.parent !== undefined && !byId.has(entry.parent))
      fault(entry, 'parent', `không có đơn vị cấp trên "${entry.parent}"`);
    else if (isInLoop(entry, byId)) fault(entry, 'parent', 'đơn vị cấp trên tạo thành vòng lặp');
    if (entry.people !== undefined && parents.has(entry.id))
      fault(entry, 'people', 'đơn vị có đơn vị cấp dưới thì không ghi quân số riêng');
    if (entry.validTo !== undefined && entry.validTo <= (entry.validFrom ?? entry.defaults.validFrom)) {
      fault(entry, 'validTo', 'ngày kết thúc phải sau ngày bắt đầu');
    }
  }
  return faults;
}

function isInLoop(entry: UnitEntry, byId: ReadonlyMap<string, UnitEntry>): boolean {
  const seen = new Set<string>();
  for (let at: UnitEntry | undefined = entry; at; at = at.parent === undefined ? undefined : byId.get(at.parent)) {
    if (seen.has(at.id)) return true;
    seen.add(at.id);
  }
  return false;
}

function unitOf(entry: PlacedEntry, byId: ReadonlyMap<string, UnitEntry>): Unit {
  const line: UnitEntry[] = [];
  for (let at: UnitEntry | undefined = entry; at; at = at.parent === undefined ? undefined : byId.get(at.parent))
    line.unshift(at);
  const name = tidy(entry.name);
  return {
    id: entry.id,
    parentId: entry.parent ?? null,
    path: line.reduce<string | undefined>((path, step) => childPath(path, step.id), undefined) as string,
    name,
    foldedName: fold(name),
    sortKey: sortKey(name),
    kind: entry.kind,
    // A unit belongs to the block of the nearest unit above that names one.
    block: line.findLast((step) => step.block !== undefined)?.block ?? null,
    code: entry.code ?? null,
    validFrom: dateOf(entry.validFrom ?? entry.defaults.validFrom),
    validTo: entry.validTo === undefined ? null : dateOf(entry.validTo),
  };
}

function headcountOf({ id, people, defaults }: PlacedEntry): Headcount[] {
  if (people === undefined) return [];
  const { category, asOf, source, sample } = defaults.headcount;
  return [{ unitId: id, category, asOf: dateOf(asOf), people, source, isSample: sample }];
}

const depthOf = (unit: Unit): number => unit.path.split('/').length;

/** "2025-07-01" as the instant at which that day begins in Viet Nam. */
const dateOf = (day: string): Date => new Date(startOfLocalDay(Number(day.replaceAll('-', ''))));
