import type { ReportRow } from '#app/domain/reports/report-figures.ts';
import type { CategoryRow, WeeklyReport } from '#app/domain/reports/weekly-report.ts';
import { cell, type PrintCell, type PrintGrid } from '#app/platform/print/print-node.ts';
import { REPORT_WORDS as words } from '#app/text/report-paper.ts';
import { count, goalInTable, hundredth, points } from './paper-words.ts';

interface Columns {
  readonly first: string;
  readonly hasScores: boolean;
  readonly hasTargets: boolean;
  /** For a page that lies: more room, more columns. */
  readonly isWide: boolean;
  readonly maxScore: number | undefined;
}

const SIZE = 11;
/** On a page that stands there is little room for so many columns. */
const SMALL = 10;

type MakeCell = (text: string, how?: { readonly bold?: boolean; readonly indent?: number }) => PrintCell;

/** Makers of cells of one size. */
const cellsOfSize = (size: number): Record<'head' | 'number' | 'middle' | 'name', MakeCell> => ({
  head: (text) => cell(text, { bold: true, align: 'center', shaded: true, size }),
  number: (text, how) => cell(text, { align: 'right', size, ...how }),
  middle: (text, how) => cell(text, { align: 'center', size, ...how }),
  name: (text, how) => cell(text, { size, ...how }),
});

/** The names of the columns, and shares of the width. */
function headOf({ first, hasScores, hasTargets, isWide, maxScore }: Columns): { cells: PrintCell[]; widths: number[] } {
  const { columns } = words;
  const all = maxScore === undefined ? columns.allRight : `${count(maxScore)}/${count(maxScore)}`;
  const { head } = cellsOfSize(isWide ? SIZE : SMALL);
  const named: [string, number, boolean][] = [
    [columns.number, 6, true],
    [first, isWide ? 32 : 22, true],
    [columns.headcount, 9, true],
    [columns.people, 9, true],
    [columns.rate, 8, true],
    [columns.newPeople, 8, isWide],
    [columns.attempts, 9, true],
    [columns.valid, 9, true],
    [columns.mean, 7.5, hasScores],
    [all, 8, hasScores],
    [columns.target, isWide ? 11 : 9, hasTargets],
    [columns.state, 7.5, hasTargets],
  ];
  const shown = named.filter(([, , isShown]) => isShown);
  return { cells: shown.map(([name]) => head(name)), widths: shown.map(([, width]) => width) };
}

/** A line of figures; what a line has of columns is what headOf() names. */
function cellsOf(
  row: ReportRow,
  columns: Columns,
  given: { place: string; name: string; depth?: number; bold?: boolean },
) {
  const { number, middle, name } = cellsOfSize(columns.isWide ? SIZE : SMALL);
  const { target } = row;
  const how = given.bold === true ? { bold: true } : {};
  return [
    middle(given.place, how),
    name(given.name, { ...how, ...(given.depth ? { indent: given.depth * 9 } : {}) }),
    number(row.headcount > 0 ? count(row.headcount) : words.none, how),
    number(count(row.people), how),
    number(row.rate === undefined ? words.none : hundredth(row.rate), how),
    ...(columns.isWide ? [number(count(row.newPeople), how)] : []),
    number(count(row.attempts), how),
    number(count(row.valid), how),
    ...(columns.hasScores ? [number(points(row.mean), how), number(count(row.allRight), how)] : []),
    ...(columns.hasTargets
      ? [
          middle(target ? goalInTable(target) : words.none, how),
          middle(target ? (target.isReached ? words.yes : words.no) : words.none, how),
        ]
      : []),
  ];
}

/** Lines under each other, with the sum of them below. */
export function figureTable(
  rows: readonly { readonly row: ReportRow; readonly name: string; readonly depth?: number }[],
  total: ReportRow,
  columns: Columns,
): PrintGrid {
  const { cells, widths } = headOf(columns);
  return {
    kind: 'grid',
    ruled: true,
    isTight: true,
    headerRows: 1,
    widths,
    rows: [
      cells,
      ...rows.map(({ row, name, depth = 0 }, index) =>
        cellsOf(row, columns, { place: String(index + 1), name, depth }),
      ),
      cellsOf(total, columns, { place: '', name: words.total, bold: true }),
    ],
  };
}

/** Columns that a report has. */
export const columnsOf = (report: WeeklyReport, rows: readonly ReportRow[], isWide = false): Columns => ({
  first: words.columns.unit,
  hasScores: report.hasScores,
  hasTargets: rows.some(({ target }) => target !== undefined),
  isWide,
  maxScore: report.maxScore,
});

/** People by what they said to be. There is no sum: somebody may be several of these. */
export function categoryTable(rows: readonly CategoryRow[]): PrintGrid {
  const { head, middle, name, number } = cellsOfSize(SIZE);
  const { columns } = words;
  const names = [columns.number, columns.category, columns.headcount, columns.people, columns.rate];
  return {
    kind: 'grid',
    ruled: true,
    headerRows: 1,
    widths: [7, 43, 17, 17, 16],
    rows: [
      names.map((each) => head(each)),
      ...rows.map(({ category, headcount, people, rate }, index) => [
        middle(String(index + 1)),
        name(words.categories[category]),
        number(headcount === undefined ? words.none : count(headcount)),
        number(count(people)),
        number(rate === undefined ? words.none : hundredth(rate)),
      ]),
    ],
  };
}
