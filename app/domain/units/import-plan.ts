import { localDay, type Instant } from '../kernel/time.ts';
import type { ChangePlan } from './change-command.ts';
import { forestFault } from './forest-fault.ts';
import { matchRows, type Answers, type MatchedRow } from './import-match.ts';
import type { CellFault, ImportedUnit } from './import-table.ts';
import { presentUnits, type PresentUnit } from './present-tree.ts';
import { versionAt, type UnitVersion } from './tree-at.ts';
import { kindOfName } from './kind-words.ts';
import { freshId, nameKey } from './unit-names.ts';
import {
  editsOf,
  withAttributes,
  withEnd,
  type AttributeChanges,
  type Forest,
  type UnitRecord,
} from './unit-record.ts';

export type RowState = 'new' | 'changed' | 'same' | 'ambiguous' | 'fault';

/** What becomes of a row, with the unit that it is about. */
export interface PlannedRow extends MatchedRow {
  readonly state: RowState;
  /** Also for a new one; undefined where that is not known. */
  readonly subjectId: string | undefined;
  readonly headcount: number | undefined;
}

/** What the file would do as a whole. */
export interface ImportPlan {
  readonly rows: readonly PlannedRow[];
  /** Undefined while a row has a fault or waits for an answer. */
  readonly plan: ChangePlan | undefined;
  /** Headcounts of everybody that differ from those known, by unit. */
  readonly headcounts: readonly { readonly unitId: string; readonly people: number }[];
}

export interface ImportContext {
  /** From when on what differs holds. */
  readonly at: Instant;
  readonly answers: Answers;
  /** Accounts of a unit itself. */
  readonly peopleOf: (unitId: string) => number;
  /** The newest headcount of everybody of a unit itself. */
  readonly headcountOf: (unitId: string) => number | undefined;
}

interface Building {
  readonly before: Forest;
  readonly present: ReadonlyMap<string, PresentUnit>;
  readonly forest: Map<string, UnitRecord>;
  readonly idByRow: Map<number, string>;
  readonly taken: Set<string>;
  readonly context: ImportContext;
}

/**
 * Decides what a table of units would do to the tree: each row new, changed, the same, to be asked about, or with a fault. What a
 * row leaves empty stays as it is; units that the file does not name stay too.
 */
export function planImport(rows: readonly ImportedUnit[], forest: Forest, context: ImportContext): ImportPlan {
  const matched = withoutDoubles(matchRows(rows, forest, context.at, context.answers));
  const building: Building = {
    before: forest,
    present: presentUnits(forest, context.at),
    forest: new Map(forest),
    idByRow: new Map(),
    taken: new Set(rows.flatMap(({ id }) => (id === undefined ? [] : [id]))),
    context,
  };
  // why all ids first: a row may stand below one that comes after it.
  for (const row of matched) if (isClear(row)) building.idByRow.set(row.row.number, idOf(row, building));
  const built = matched.map((row) => build(row, building));
  const touched = built.flatMap(({ subjectId }) => (subjectId === undefined ? [] : [subjectId]));
  const isOpen = built.some(({ state }) => state === 'fault' || state === 'ambiguous');
  const edits = editsOf(forest, building.forest, touched);
  const since = Math.min(context.at, ...edits.map(({ after }) => after.validFrom).filter((from) => from < context.at));
  const fault = isOpen ? undefined : forestFault(building.forest, new Set(edits.map(({ after }) => after.id)), since);
  const planned = fault
    ? built.map((row) => (row.subjectId === fault.unitId ? faulty(row, treeFault(fault.refusal)) : row))
    : built;
  const headcounts = built.flatMap(({ subjectId, headcount }) =>
    subjectId === undefined || headcount === undefined ? [] : [{ unitId: subjectId, people: headcount }],
  );
  const plan = { kind: 'imported' as const, effectiveAt: context.at, edits, links: [], heirs: [] };
  return { rows: planned, plan: isOpen || fault ? undefined : plan, headcounts };
}

const isClear = ({ faults, question }: MatchedRow): boolean => faults.length === 0 && question === undefined;

const treeFault = ({ code, names }: { code: string; names?: readonly string[] }): CellFault => ({
  column: code === 'double-code' ? 'code' : code === 'double-name' ? 'name' : 'parent',
  code: 'tree',
  value: [code, ...(names ?? [])].join('|'),
});

const faulty = (row: PlannedRow, fault: CellFault): PlannedRow => ({ ...row, state: 'fault', faults: [fault] });

/** Two rows for one unit: the second is a fault, as one of them would be lost. */
function withoutDoubles(rows: readonly MatchedRow[]): MatchedRow[] {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    if (!isClear(row)) return row;
    const above = row.parent && ('unitId' in row.parent ? row.parent.unitId : `row ${row.parent.rowNumber}`);
    const key = row.unitId ?? row.row.id ?? `${above ?? ''}/${nameKey(row.row.name)}`;
    const first = seen.get(key);
    seen.set(key, first ?? row.row.number);
    if (first === undefined) return row;
    return { ...row, faults: [{ column: 'name', code: 'same-as-row', value: String(first) }] };
  });
}

function idOf({ row, unitId }: MatchedRow, { forest, taken }: Building): string {
  const id = unitId ?? row.id ?? freshId(row.name, (each) => forest.has(each) || taken.has(each));
  taken.add(id);
  return id;
}

function build(matched: MatchedRow, building: Building): PlannedRow {
  const base = { ...matched, headcount: undefined, subjectId: undefined };
  if (matched.faults.length > 0) return { ...base, state: 'fault' };
  if (matched.question) return { ...base, state: 'ambiguous' };
  const { row, parent } = matched;
  const parentId = parent && ('unitId' in parent ? parent.unitId : building.idByRow.get(parent.rowNumber));
  if (parent && parentId === undefined)
    return { ...base, state: 'fault', faults: [{ column: 'parent', code: 'parent-unknown', value: row.parent ?? '' }] };
  const subjectId = building.idByRow.get(row.number) as string;
  const old = building.before.get(subjectId);
  const known = old && building.context.headcountOf(subjectId);
  const headcount = row.people === undefined || row.people === known ? undefined : row.people;
  const planned = { ...base, subjectId, headcount };
  const made = old ? changed(old, matched, parentId, building) : founded(subjectId, row, parentId, building);
  if ('column' in made) return faulty({ ...planned, state: 'fault', headcount: undefined }, made);
  building.forest.set(subjectId, made);
  if (!old) return { ...planned, state: 'new' };
  const isSame = editsOf(building.before, building.forest, [subjectId]).length === 0 && headcount === undefined;
  return { ...planned, state: isSame ? 'same' : 'changed' };
}

function founded(
  id: string,
  row: ImportedUnit,
  parentId: string | undefined,
  { before, context }: Building,
): UnitRecord | CellFault {
  if (parentId === undefined && before.size > 0) return { column: 'parent', code: 'parent-missing', value: row.name };
  const validFrom = row.validFrom ?? context.at;
  const kind = row.kind ?? kindOfName(row.name) ?? (parentId === undefined ? 'province' : 'agency');
  const version: UnitVersion = { validFrom, parentId, name: row.name, kind, block: row.block, code: row.code };
  return { id, validFrom, validTo: row.validTo, versions: [version], guidance: '', takesPeople: false };
}

function changed(
  old: UnitRecord,
  { row, isRenaming }: MatchedRow,
  parentId: string | undefined,
  { present, context }: Building,
): UnitRecord | CellFault {
  const { at } = context;
  const now = versionAt(old, at);
  const seen = present.get(old.id);
  const changes: { -readonly [K in keyof AttributeChanges]: AttributeChanges[K] } = {};
  if (isRenaming && nameKey(row.name) !== nameKey(now.name)) changes.name = row.name;
  if (parentId !== undefined && parentId !== now.parentId) changes.parentId = parentId;
  if (row.kind !== undefined && row.kind !== now.kind) changes.kind = row.kind;
  // why what is seen: a file says the block of every unit, also where it is that of the unit above.
  if (row.block !== undefined && row.block !== seen?.block) changes.block = row.block;
  if (row.code !== undefined && row.code !== now.code) changes.code = row.code;
  const unit = Object.keys(changes).length === 0 ? old : withAttributes(old, at, changes);
  const begun = row.validFrom === undefined ? unit : withBegin(unit, row.validFrom);
  if (row.validTo === undefined || isSameDay(row.validTo, begun.validTo)) return begun;
  const people = context.peopleOf(old.id);
  if (people > 0) return { column: 'validTo', code: 'people-left', value: String(people) };
  return withEnd(begun, row.validTo);
}

/** A file knows days, no hours. */
const isSameDay = (a: Instant, b: Instant | undefined): boolean => b !== undefined && localDay(a) === localDay(b);

/** The unit as if it had begun on another day. */
function withBegin(unit: UnitRecord, validFrom: Instant): UnitRecord {
  const [first, second] = unit.versions;
  if (!first || isSameDay(validFrom, unit.validFrom) || (second && second.validFrom <= validFrom)) return unit;
  return { ...unit, validFrom, versions: [{ ...first, validFrom }, ...unit.versions.slice(1)] };
}
