import type { ReportRow } from '#app/domain/reports/report-figures.ts';
import type { CategoryRow, WeeklyReport } from '#app/domain/reports/weekly-report.ts';
import { cell, type PrintCell, type PrintGrid } from '#app/platform/print/print-node.ts';
import { REPORT_WORDS as words } from '#app/text/report-paper.ts';
import { count, goalWords, hundredth, points } from './paper-words.ts';

interface Columns {
  readonly first: string;
  readonly hasScores: boolean;
  readonly hasTargets: boolean;
  /** For a page that lies: more room, more columns. */
  readonly isWide: boolean;
  readonly maxScore: number | undefined;
}

const SIZE = 11;
const head = (text: string): PrintCell => cell(text, { bold: true, align: 'center', shaded: true, size: SIZE });
const number = (text: string, bold = false): PrintCell => cell(text, { align: 'right', size: SIZE, bold });
const middle = (text: string, bold = false): PrintCell => cell(text, { align: 'center', size: SIZE, bold });

/** The names of the columns, and shares of the width. */
function headOf({ first, hasScores, hasTargets, isWide, maxScore }: Columns): { cells: PrintCell[]; widths: number[] } {
  const { columns } = words;
  const all = maxScore === undefined ? columns.allRight : `${count(maxScore)}/${count(maxScore)}`;
  const named: [string, number, boolean][] = [
    [columns.number, 5, true],
    [first, isWide ? 32 : 24, true],
    [columns.headcount, 8, true],
    [columns.people, 8, true],
    [columns.rate, 8, true],
    [columns.newPeople, 8, isWide],
    [columns.attempts, 8, true],
    [columns.valid, 8, true],
    [columns.mean, 7, hasScores],
    [all, 7, hasScores],
    [columns.target, isWide ? 13 : 10, hasTargets],
    [columns.state, 7, hasTargets],
  ];
  const shown = named.filter(([, , isShown]) => isShown);
  return { cells: shown.map(([name]) => head(name)), widths: shown.map(([, width]) => width) };
}

/** A line of figures; what a line has of columns is what headOf() names. */
function cellsOf(row: ReportRow, place: string, columns: Columns, name: PrintCell, bold = false): PrintCell[] {
  const { target } = row;
  return [
    middle(place, bold),
    name,
    number(row.headcount > 0 ? count(row.headcount) : words.none, bold),
    number(count(row.people), bold),
    number(row.rate === undefined ? words.none : hundredth(row.rate), bold),
    ...(columns.isWide ? [number(count(row.newPeople), bold)] : []),
    number(count(row.attempts), bold),
    number(count(row.valid), bold),
    ...(columns.hasScores ? [number(points(row.mean), bold), number(count(row.allRight), bold)] : []),
    ...(columns.hasTargets
      ? [
          middle(target ? goalWords(target) : words.none, bold),
          middle(target ? (target.isReached ? words.yes : words.no) : words.none, bold),
        ]
      : []),
  ];
}

const nameCell = (text: string, bold = false, indent = 0): PrintCell => cell(text, { size: SIZE, bold, indent });

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
    headerRows: 1,
    widths,
    rows: [
      cells,
      ...rows.map(({ row, name, depth = 0 }, index) =>
        cellsOf(row, String(index + 1), columns, nameCell(name, false, depth * 9)),
      ),
      cellsOf(total, '', columns, nameCell(words.total, true), true),
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
export const categoryTable = (rows: readonly CategoryRow[]): PrintGrid => ({
  kind: 'grid',
  ruled: true,
  headerRows: 1,
  widths: [6, 44, 17, 17, 16],
  rows: [
    [
      head(words.columns.number),
      head(words.columns.category),
      head(words.columns.headcount),
      head(words.columns.people),
      head(words.columns.rate),
    ],
    ...rows.map(({ category, headcount, people, rate }, index) => [
      middle(String(index + 1)),
      nameCell(words.categories[category]),
      number(headcount === undefined ? words.none : count(headcount)),
      number(count(people)),
      number(rate === undefined ? words.none : hundredth(rate)),
    ]),
  ],
});
