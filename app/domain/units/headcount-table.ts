import { fold } from '../kernel/text.ts';
import type { Instant } from '../kernel/time.ts';
import { HEADCOUNT_CATEGORIES, type HeadcountCategory } from './category.ts';
import { readDay, readPeople } from './headcount.ts';

/** What a column of a table of headcounts says. */
export type TableColumn = 'code' | 'name' | 'asOf' | 'source' | HeadcountCategory;

/** A row as a file has it. */
interface FileRow {
  readonly number: number;
  readonly cells: readonly string[];
}

/** A unit that a row may be about. */
export interface TableUnit {
  readonly id: string;
  readonly name: string;
}

export type LineFault =
  | { readonly code: 'unitMissing' | 'unitUnknown' | 'unitAmbiguous' | 'badDay' | 'future' }
  | { readonly code: 'unitTwice'; readonly row: number }
  | { readonly code: 'notNumber'; readonly category: HeadcountCategory; readonly text: string };

/** One row as it was understood. Only a line without faults can be taken in. */
export interface TableLine {
  /** As the file counts it, from 1. */
  readonly row: number;
  readonly unitId: string | undefined;
  /** The unit's own name, or what the row calls it. */
  readonly name: string;
  readonly figures: ReadonlyMap<HeadcountCategory, number>;
  readonly asOf: Instant;
  readonly source: string;
  readonly faults: readonly LineFault[];
}

/** Folded heads by column; both languages of the export, and what clerks write. */
export type HeadNames = Readonly<Record<TableColumn, readonly string[]>>;

const NEEDED = 2;

/** Which column says what: the first row that names a unit column and a category; undefined where there is none. */
export function findHeads(
  rows: readonly FileRow[],
  names: HeadNames,
): { head: number; columns: ReadonlyMap<TableColumn, number> } | undefined {
  for (const { number, cells } of rows.slice(0, 30)) {
    const columns = new Map<TableColumn, number>();
    for (const [at, cell] of cells.entries()) {
      const text = fold(cell);
      const column = (Object.keys(names) as TableColumn[]).find((each) => names[each].includes(text));
      if (column !== undefined && !columns.has(column)) columns.set(column, at);
    }
    const hasUnit = columns.has('code') || columns.has('name');
    if (columns.size >= NEEDED && hasUnit && HEADCOUNT_CATEGORIES.some((each) => columns.has(each))) {
      return { head: number, columns };
    }
  }
  return undefined;
}

interface Judging {
  readonly columns: ReadonlyMap<TableColumn, number>;
  /** Units of the branch, the only ones that a row may be about. */
  readonly units: readonly TableUnit[];
  /** What holds for rows that name no day and no source. */
  readonly asOf: Instant;
  readonly source: string;
  readonly now: Instant;
}

/** Reads the rows below the heads. Rows without any figure are left out: a clerk sends the whole table and fills in a part. */
export function judgeRows(rows: readonly FileRow[], of: Judging): TableLine[] {
  const byId = new Map(of.units.map((unit) => [unit.id, unit]));
  const byName = new Map<string, TableUnit[]>();
  for (const unit of of.units) {
    const key = fold(unit.name);
    byName.set(key, [...(byName.get(key) ?? []), unit]);
  }
  const seen = new Map<string, number>();
  return rows.flatMap((row) => {
    const textOf = (column: TableColumn): string => (row.cells[of.columns.get(column) ?? -1] ?? '').trim();
    const faults: LineFault[] = [];
    const figures = figuresOf(textOf, faults);
    if (figures.size === 0 && faults.length === 0) return [];
    const unit = unitOf(textOf, { byId, byName }, faults);
    if (unit) {
      const before = seen.get(unit.id);
      if (before === undefined) seen.set(unit.id, row.number);
      else faults.push({ code: 'unitTwice', row: before });
    }
    const asOf = textOf('asOf') === '' ? of.asOf : readDay(textOf('asOf'));
    if (asOf === undefined) faults.push({ code: 'badDay' });
    else if (asOf > of.now) faults.push({ code: 'future' });
    return [
      {
        row: row.number,
        unitId: unit?.id,
        name: unit?.name ?? (textOf('name') || textOf('code')),
        figures,
        asOf: asOf ?? of.asOf,
        source: textOf('source') || of.source,
        faults,
      },
    ];
  });
}

function figuresOf(textOf: (column: TableColumn) => string, faults: LineFault[]): Map<HeadcountCategory, number> {
  const figures = new Map<HeadcountCategory, number>();
  for (const category of HEADCOUNT_CATEGORIES) {
    const text = textOf(category);
    if (text === '' || text === '-' || text === '–') continue;
    const people = readPeople(text);
    if (people === undefined) faults.push({ code: 'notNumber', category, text: text.slice(0, 40) });
    else figures.set(category, people);
  }
  return figures;
}

/** By the code; by the name only where the row has no code and one unit alone is called so. */
function unitOf(
  textOf: (column: TableColumn) => string,
  units: { byId: ReadonlyMap<string, TableUnit>; byName: ReadonlyMap<string, readonly TableUnit[]> },
  faults: LineFault[],
): TableUnit | undefined {
  const [code, name] = [textOf('code'), fold(textOf('name'))];
  if (code === '' && name === '') {
    faults.push({ code: 'unitMissing' });
    return undefined;
  }
  const named =
    code === '' ? (units.byName.get(name) ?? []) : [units.byId.get(code)].filter((each) => each !== undefined);
  if (named.length > 1) faults.push({ code: 'unitAmbiguous' });
  else if (named.length === 0) faults.push({ code: 'unitUnknown' });
  return named.length === 1 ? named[0] : undefined;
}
