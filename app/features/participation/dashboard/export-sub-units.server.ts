import { csvLine, text } from '#app/platform/csv.ts';
import {
  columnLetter,
  firstRowOf,
  writeWorkbook,
  type WrittenCell,
  type WrittenColumn,
} from '#app/platform/tables/write-workbook.server.ts';
import type { Locale } from '#app/text/define-text.ts';
import { dashboardText } from '#app/text/dashboard.ts';
import { dashboardPartsText } from '#app/text/dashboard-parts.ts';
import type { FrameKind } from './dashboard.ts';
import type { SubUnitRow } from './sub-units.ts';

/** The table of the units below as a file has it. */
export interface SubUnitFile {
  readonly kind: FrameKind;
  /** Lines above the table: unit, contest, as of when. */
  readonly above: readonly string[];
  readonly rows: readonly SubUnitRow[];
  readonly own: SubUnitRow | undefined;
  readonly showsScores: boolean;
  readonly at: number;
}

type ColumnKey =
  'number' | 'name' | 'headcount' | 'people' | 'rate' | 'missing' | 'attempts' | 'valid' | 'mean' | 'allRight';

function columnsOf({ kind, showsScores }: SubUnitFile): readonly ColumnKey[] {
  return [
    'number',
    'name',
    'headcount',
    'people',
    'rate',
    'missing',
    'attempts',
    ...(kind === 'contest' ? (['valid'] as const) : []),
    ...(showsScores ? (['mean', 'allRight'] as const) : []),
  ];
}

const KINDS: Record<ColumnKey, WrittenColumn['kind']> = {
  number: 'count',
  name: 'text',
  headcount: 'count',
  people: 'count',
  rate: 'percent',
  missing: 'count',
  attempts: 'count',
  valid: 'count',
  mean: 'decimal',
  allRight: 'count',
};

function headOf(column: ColumnKey, kind: FrameKind, locale: Locale): string {
  const [t, p] = [dashboardText[locale], dashboardPartsText[locale]];
  const heads: Record<ColumnKey, string> = {
    number: p.number,
    name: p.unit,
    headcount: t.headcount,
    people: t.of[kind].people,
    rate: t.of[kind].rate,
    missing: t.of[kind].missing,
    attempts: t.of[kind].attempts,
    valid: t.of[kind].valid,
    mean: t.meanShort,
    allRight: t.allRight,
  };
  return heads[column];
}

/** All rows of a file: the units below by name, and what is the unit's own, so that the sum is that of the unit. */
const rowsOf = (file: SubUnitFile, locale: Locale): SubUnitRow[] => [
  ...file.rows,
  ...(file.own ? [{ ...file.own, name: dashboardPartsText[locale].ownRow }] : []),
];

/** The table as CSV, with the mark that makes a spreadsheet read it as UTF-8. */
export function subUnitsCsv(file: SubUnitFile, locale: Locale): string {
  const columns = columnsOf(file);
  const lines = rowsOf(file, locale).map((row, index) =>
    columns.map((column) => {
      if (column === 'number') return index + 1;
      const value = row[column];
      return value === undefined ? null : typeof value === 'number' ? value : text(value);
    }),
  );
  const head = columns.map((column) => text(headOf(column, file.kind, locale)));
  return `\uFEFF${[head, ...lines].map(csvLine).join('')}`;
}

const WIDTHS: Partial<Record<ColumnKey, number>> = { number: 6, name: 44 };

/** The table as a workbook: numbers as numbers, rates and gaps as formulas, and a row of sums. */
export async function subUnitsXlsx(file: SubUnitFile, locale: Locale): Promise<Uint8Array> {
  const columns = columnsOf(file);
  const letter = (column: ColumnKey): string => columnLetter(columns.indexOf(column));
  const first = firstRowOf(file);
  const rows = rowsOf(file, locale);
  const last = first + rows.length - 1;
  const cellOf = (row: SubUnitRow, column: ColumnKey, at: number): WrittenCell => {
    const [people, headcount] = [`${letter('people')}${at}`, `${letter('headcount')}${at}`];
    if (column === 'number') return at - first + 1;
    if (column === 'rate')
      return row.rate === undefined ? null : { formula: `${people}/${headcount}`, result: row.rate };
    if (column === 'missing') {
      return row.missing === undefined ? null : { formula: `MAX(0,${headcount}-${people})`, result: row.missing };
    }
    return row[column] ?? null;
  };
  const sheet = {
    name: dashboardPartsText[locale].unitsTitle,
    above: file.above,
    columns: columns.map((column) => ({
      head: headOf(column, file.kind, locale),
      width: WIDTHS[column] ?? 13,
      kind: KINDS[column],
    })),
    rows: rows.map((row, index) => columns.map((column) => cellOf(row, column, first + index))),
    totals: columns.map((column) => totalOf(column, rows, { letter, first, last, locale })),
  };
  return writeWorkbook([sheet], file.at);
}

interface Ground {
  readonly letter: (column: ColumnKey) => string;
  readonly first: number;
  readonly last: number;
  readonly locale: Locale;
}

function totalOf(column: ColumnKey, rows: readonly SubUnitRow[], { letter, first, last, locale }: Ground): WrittenCell {
  const sum = (key: 'headcount' | 'people' | 'attempts' | 'valid' | 'allRight'): number =>
    rows.reduce((total, row) => total + row[key], 0);
  const at = last + 1;
  const [people, headcount] = [`${letter('people')}${at}`, `${letter('headcount')}${at}`];
  switch (column) {
    case 'name':
      return dashboardPartsText[locale].sumRow;
    case 'number':
    // why no mean: the mean of means is not that of the people.
    case 'mean':
      return null;
    case 'rate':
      return sum('headcount') === 0
        ? null
        : { formula: `${people}/${headcount}`, result: sum('people') / sum('headcount') };
    case 'missing':
      return { formula: `MAX(0,${headcount}-${people})`, result: Math.max(0, sum('headcount') - sum('people')) };
    default:
      return { formula: `SUM(${letter(column)}${first}:${letter(column)}${last})`, result: sum(column) };
  }
}
