import { fold } from '../kernel/text.ts';
import type { Instant } from '../kernel/time.ts';
import type { CellFault, ImportedUnit } from './import-table.ts';
import { isValidAt, versionAt } from './tree-at.ts';
import { bareName, nameKey, placeName } from './unit-names.ts';
import type { Forest } from './unit-record.ts';

/** A row that somebody has to answer: which of these units is meant? */
export interface RowQuestion {
  readonly about: 'unit' | 'parent';
  readonly candidates: readonly string[];
}

/** What people answered: "u12" for the unit of row 12, "p12" for the unit above it; an id, or "new". */
export type Answers = ReadonlyMap<string, string>;
export const NEW_UNIT = 'new';

/** Which unit a row means. */
export interface MatchedRow {
  readonly row: ImportedUnit;
  /** A unit of the tree, or undefined for a new one. */
  readonly unitId: string | undefined;
  /** Whether the row says the name of the unit as it should be, or only named it somehow. */
  readonly isRenaming: boolean;
  readonly parent: Above;
  readonly question: RowQuestion | undefined;
  readonly faults: readonly CellFault[];
}

/** What stands above: nothing is said, a unit of the tree, or another row of the file. */
export type Above = { readonly unitId: string } | { readonly rowNumber: number } | undefined;

const MOST_CANDIDATES = 20;

type Index = ReadonlyMap<string, readonly string[]>;

/** The units of a day by their names, in the ways in which lists write them. */
interface NameIndex {
  readonly forest: Forest;
  readonly at: Instant;
  readonly exact: Index;
  readonly place: Index;
  readonly bare: Index;
  readonly former: Index;
  readonly codes: ReadonlyMap<string, string>;
}

function indexOf(forest: Forest, at: Instant): NameIndex {
  const [exact, place, bare, former] = [0, 1, 2, 3].map(() => new Map<string, string[]>()) as [
    Map<string, string[]>,
    Map<string, string[]>,
    Map<string, string[]>,
    Map<string, string[]>,
  ];
  const codes = new Map<string, string>();
  const add = (index: Map<string, string[]>, key: string, id: string): void => {
    const ids = index.get(key);
    if (!ids) index.set(key, [id]);
    else if (!ids.includes(id)) ids.push(id);
  };
  for (const unit of forest.values()) {
    if (!isValidAt(unit, at)) continue;
    const { name, code } = versionAt(unit, at);
    add(exact, nameKey(name), unit.id);
    add(place, nameKey(placeName(name)), unit.id);
    add(bare, bareName(name), unit.id);
    for (const version of unit.versions) if (version.name !== name) add(former, nameKey(version.name), unit.id);
    if (code !== undefined) codes.set(code, unit.id);
  }
  return { forest, at, exact, place, bare, former, codes };
}

/** Says for each row which unit it means, and which stands above it; what is not sure is asked about. */
export function matchRows(rows: readonly ImportedUnit[], forest: Forest, at: Instant, answers: Answers): MatchedRow[] {
  const index = indexOf(forest, at);
  const byName = new Map<string, ImportedUnit[]>();
  const byId = new Map<string, ImportedUnit>();
  for (const row of rows) {
    byName.set(nameKey(row.name), [...(byName.get(nameKey(row.name)) ?? []), row]);
    if (row.id !== undefined) byId.set(row.id, row);
  }
  return rows.map((row) => {
    if (row.faults.length > 0)
      return { row, unitId: undefined, isRenaming: false, parent: undefined, question: undefined, faults: row.faults };
    const above = parentOf(row, index, { byName, byId }, answers);
    const base = { row, parent: above.parent, isRenaming: false, unitId: undefined };
    if (above.fault) return { ...base, question: undefined, faults: [above.fault] };
    if (above.question) return { ...base, question: above.question, faults: [] };
    return { ...base, ...unitOf(row, index, above.parent, answers) };
  });
}

interface FoundParent {
  readonly parent: Above;
  readonly question?: RowQuestion;
  readonly fault?: CellFault;
}

interface FileIndex {
  readonly byName: ReadonlyMap<string, readonly ImportedUnit[]>;
  readonly byId: ReadonlyMap<string, ImportedUnit>;
}

function parentOf(row: ImportedUnit, index: NameIndex, file: FileIndex, answers: Answers): FoundParent {
  if (row.parentId !== undefined) {
    if (isThere(index, row.parentId)) return { parent: { unitId: row.parentId } };
    const other = file.byId.get(row.parentId);
    if (other) return { parent: { rowNumber: other.number } };
    return { parent: undefined, fault: { column: 'parentId', code: 'parent-unknown', value: row.parentId } };
  }
  if (row.parent === undefined) return { parent: undefined };
  const answer = answers.get(`p${row.number}`);
  if (answer !== undefined && isThere(index, answer)) return { parent: { unitId: answer } };
  if (isThere(index, row.parent)) return { parent: { unitId: row.parent } };
  const steps = row.parent.split(/\s*[›>]\s*/u).filter(Boolean);
  const name = steps.at(-1) ?? '';
  const units = underNames(index, index.exact.get(nameKey(name)) ?? [], steps.slice(0, -1));
  const rows = (file.byName.get(nameKey(name)) ?? []).filter((other) => other.number !== row.number);
  const [unit] = units;
  if (unit !== undefined && units.length === 1) return { parent: { unitId: unit } };
  if (units.length > 1)
    return { parent: undefined, question: { about: 'parent', candidates: units.slice(0, MOST_CANDIDATES) } };
  if (rows.length === 1 && rows[0]) return { parent: { rowNumber: rows[0].number } };
  const likely = [...(index.place.get(nameKey(placeName(name))) ?? [])];
  if (likely.length === 1 && likely[0] !== undefined) return { parent: { unitId: likely[0] } };
  const perhaps = [
    ...new Set([...likely, ...(index.bare.get(bareName(name)) ?? []), ...(index.former.get(nameKey(name)) ?? [])]),
  ];
  if (perhaps.length > 0)
    return { parent: undefined, question: { about: 'parent', candidates: perhaps.slice(0, MOST_CANDIDATES) } };
  return { parent: undefined, fault: { column: 'parent', code: 'parent-unknown', value: row.parent } };
}

const isThere = ({ forest, at }: NameIndex, id: string): boolean => {
  const unit = forest.get(id);
  return unit !== undefined && isValidAt(unit, at);
};

/** Of units those whose names above are the given ones, as far as they are given. */
function underNames({ forest, at }: NameIndex, ids: readonly string[], above: readonly string[]): string[] {
  return ids.filter((id) => {
    let unit = forest.get(id);
    for (const name of above.toReversed()) {
      const parentId: string | undefined = unit && versionAt(unit, at).parentId;
      unit = parentId === undefined ? undefined : forest.get(parentId);
      if (!unit || nameKey(versionAt(unit, at).name) !== nameKey(name)) return false;
    }
    return true;
  });
}

type FoundUnit = Pick<MatchedRow, 'unitId' | 'isRenaming' | 'question' | 'faults'>;
const meant = (unitId: string | undefined, isRenaming = false): FoundUnit => ({
  unitId,
  isRenaming,
  question: undefined,
  faults: [],
});

function unitOf(row: ImportedUnit, index: NameIndex, parent: Above, answers: Answers): FoundUnit {
  if (row.id !== undefined) {
    if (isThere(index, row.id)) return meant(row.id, true);
    if (!index.forest.has(row.id)) return meant(undefined);
    return { ...meant(undefined), faults: [{ column: 'id', code: 'ended-unit', value: row.id }] };
  }
  const answer = answers.get(`u${row.number}`);
  if (answer === NEW_UNIT) return meant(undefined);
  if (answer !== undefined && isThere(index, answer)) return meant(answer, true);
  const { forest, at } = index;
  const parentId = parent && 'unitId' in parent ? parent.unitId : undefined;
  const isBelow = (id: string): boolean => {
    const unit = forest.get(id);
    return parent === undefined || (unit !== undefined && versionAt(unit, at).parentId === parentId);
  };
  const exact = index.exact.get(nameKey(row.name)) ?? [];
  const here = exact.filter(isBelow);
  if (here.length === 1) return meant(here[0]);
  const place = (index.place.get(nameKey(placeName(row.name))) ?? []).filter(isBelow);
  if (exact.length === 0 && place.length === 1) return meant(place[0]);
  const bare = index.bare.get(bareName(row.name)) ?? [];
  const unmarked = bare.filter((id) => isBelow(id) && fold(nameOf(index, id)) === fold(row.name));
  if (exact.length === 0 && unmarked.length === 1) return meant(unmarked[0]);
  // why two: a name that several have elsewhere, "Xóm 1", says nothing; one that a single unit has elsewhere may be its move.
  if (parent !== undefined && exact.length > 1 && place.length === 0) return meant(undefined);
  const coded = row.code === undefined ? undefined : index.codes.get(row.code);
  const former = index.former.get(nameKey(row.name)) ?? [];
  const perhaps = [
    ...new Set([...exact, ...place, ...bare.filter(isBelow), ...former, ...(coded === undefined ? [] : [coded])]),
  ];
  if (perhaps.length === 0) return meant(undefined);
  return { ...meant(undefined), question: { about: 'unit', candidates: perhaps.slice(0, MOST_CANDIDATES) } };
}

const nameOf = ({ forest, at }: NameIndex, id: string): string => {
  const unit = forest.get(id);
  return unit ? versionAt(unit, at).name : '';
};
