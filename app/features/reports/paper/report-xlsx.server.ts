import type ExcelJS from 'exceljs';
import type { ReportRow } from '#app/domain/reports/report-figures.ts';
import type { WeeklyReport } from '#app/domain/reports/weekly-report.ts';
import { settlePackage } from '#app/platform/settle-package.server.ts';
import { REPORT_WORDS as words } from '#app/text/report-paper.ts';
import { goalWords, instantWords, shortDay } from './paper-words.ts';
import { placeName } from './report-document.ts';
import { FONT, headLine, HEAD_ROW, over, put, WHOLE, type Value } from './xlsx-cells.ts';
import { categoryLines, generalSheet } from './xlsx-sheets.ts';

interface Frame {
  readonly hash: string;
  readonly issuer: string;
}

/** Paper as the format numbers it. */
const A4 = 9;

interface Line {
  readonly row: ReportRow;
  readonly name: string;
  readonly depth?: number;
}

/**
 * The report as a workbook: numbers as numbers, rates and totals as formulas with their results, so that programs which work
 * nothing out show them too. Names are text cells, whatever they begin with.
 */
export async function reportXlsx(report: WeeklyReport, frame: Frame): Promise<Uint8Array> {
  const { default: Excel } = await import('exceljs');
  const book = new Excel.Workbook();
  book.creator = frame.issuer;
  book.lastModifiedBy = frame.issuer;
  book.created = new Date(report.at);
  book.modified = new Date(report.at);
  const { sheets, columns } = words;
  generalSheet(addSheet(book, sheets.general, report), report, frame);
  const { below, own, blocks, branch, categories } = report;
  const units: Line[] = [
    ...(own ? [{ row: own, name: words.itself(own.name) }] : []),
    ...below.map((row) => ({ row, name: row.name })),
  ];
  if (below.length > 0)
    figureSheet(addSheet(book, sheets.units, report), report, { first: columns.unit, lines: units, sums: true });
  if (blocks.length + categories.length > 0) {
    const sheet = addSheet(book, sheets.groups, report);
    const lines = blocks.map((row) => ({ row, name: row.name === '' ? words.withoutBlock : row.name }));
    const last =
      blocks.length > 0 ? figureSheet(sheet, report, { first: columns.block, lines, sums: true }) : HEAD_ROW - 2;
    if (categories.length > 0) categoryLines(sheet, report, last + 2);
  }
  if (branch.length > 0) {
    const lines = branch.map((row) => ({ row, name: row.name, depth: row.depth }));
    figureSheet(addSheet(book, sheets.branch, report), report, { first: columns.unit, lines, sums: false });
  }
  return settlePackage(new Uint8Array(await book.xlsx.writeBuffer()), report.at);
}

function addSheet(book: ExcelJS.Workbook, name: string, report: WeeklyReport): ExcelJS.Worksheet {
  const sheet = book.addWorksheet(name, {
    views: [{ state: 'frozen', ySplit: HEAD_ROW, showGridLines: false }],
    pageSetup: {
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `${HEAD_ROW}:${HEAD_ROW}`,
      margins: { left: 0.6, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: '&C&"Times New Roman"&P/&N' },
  });
  Object.assign(sheet.pageSetup, { paperSize: A4 });
  const title = sheet.getCell('A1');
  title.value = `${words.kind} K${words.subject(report.contest.title, shortDay(report.since), shortDay(report.at))}`;
  title.font = { ...FONT, size: 13, bold: true };
  sheet.getCell('A2').value = `${placeName(report)}. ${words.sheetFigures.closedAt} ${instantWords(report.at)}`;
  sheet.getCell('A2').font = { ...FONT, italic: true };
  return sheet;
}

interface Column {
  readonly name: string;
  readonly width: number;
  readonly format?: string;
  readonly value: (line: Line, at: number, letter: (name: string) => string) => Value;
  /** How the sum line is made; left out, it stays empty. */
  readonly total?: 'sum' | 'formula';
}

/** The columns of figures; which there are is what the report has. */
function columnsFor(report: WeeklyReport, hasTargets: boolean): Column[] {
  const { columns, sheetFigures } = words;
  const figure = (name: string, key: keyof ReportRow, width = 12): Column => ({
    name,
    width,
    format: WHOLE,
    total: 'sum',
    value: ({ row }) => row[key] as number,
  });
  return [
    figure(columns.headcount, 'headcount'),
    figure(columns.people, 'people'),
    {
      name: columns.rate,
      width: 11,
      format: '0.00%',
      total: 'formula',
      value: ({ row }, at, letter) =>
        over(`${letter(columns.people)}${at}`, `${letter(columns.headcount)}${at}`, row.rate),
    },
    figure(columns.newPeople, 'newPeople'),
    figure(columns.attempts, 'attempts'),
    figure(columns.valid, 'valid'),
    ...(report.hasScores
      ? [
          figure(sheetFigures.scoreCount, 'scoreCount'),
          { ...figure(sheetFigures.scoreSum, 'scoreSum'), format: '#,##0.##' },
          {
            name: columns.mean,
            width: 10,
            format: '0.00',
            total: 'formula',
            value: ({ row }, at, letter) =>
              over(`${letter(sheetFigures.scoreSum)}${at}`, `${letter(sheetFigures.scoreCount)}${at}`, row.mean),
          } satisfies Column,
          figure(columns.allRight, 'allRight'),
        ]
      : []),
    ...(hasTargets
      ? ([
          { name: columns.target, width: 18, value: ({ row }) => (row.target ? goalWords(row.target) : words.none) },
          {
            name: columns.state,
            width: 10,
            value: ({ row }) => (row.target ? (row.target.isReached ? words.yes : words.no) : words.none),
          },
        ] satisfies Column[])
      : []),
  ];
}

/** @returns the number of its last line */
function figureSheet(
  sheet: ExcelJS.Worksheet,
  report: WeeklyReport,
  { first, lines, sums }: { readonly first: string; readonly lines: readonly Line[]; readonly sums: boolean },
): number {
  const columns: Column[] = [
    { name: words.columns.number, width: 7, value: (_, at) => at - HEAD_ROW },
    { name: first, width: 44, value: ({ name }) => name },
    ...columnsFor(
      report,
      lines.some(({ row }) => row.target !== undefined),
    ),
  ];
  const letter = (name: string): string => sheet.getColumn(columns.findIndex((each) => each.name === name) + 1).letter;
  headLine(sheet, HEAD_ROW, columns);
  columns.forEach(({ width }, index) => (sheet.getColumn(index + 1).width = width));
  lines.forEach((line, index) => {
    const at = HEAD_ROW + 1 + index;
    columns.forEach((column, place) =>
      put(sheet.getCell(at, place + 1), column.value(line, at, letter), column.format),
    );
    const name = sheet.getCell(at, 2);
    name.alignment = { wrapText: true, vertical: 'top', indent: line.depth ?? 0 };
  });
  const last = HEAD_ROW + lines.length;
  const total = { row: report.total, name: words.total };
  columns.forEach((column, place) => {
    const cell = sheet.getCell(last + 1, place + 1);
    const here = sheet.getColumn(place + 1).letter;
    const value = column.value(total, last + 1, letter);
    // why no sum over the list of all: a unit's line has those below it already.
    const isSum = column.total === 'sum' && sums;
    const formula = { formula: `SUM(${here}${HEAD_ROW + 1}:${here}${last})`, result: value as number };
    put(cell, place === 0 ? '' : isSum ? formula : value, column.format);
    cell.font = { ...FONT, bold: true };
  });
  sheet.autoFilter = { from: { row: HEAD_ROW, column: 1 }, to: { row: last, column: columns.length } };
  return last + 1;
}
