import type { Workbook, Worksheet } from 'exceljs';
import { settlePackage } from '../settle-package.server.ts';
import { columnName } from './table.ts';

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A formula of ours with the number that it gives, so that programs which do not reckon show it too. */
export interface WrittenFormula {
  /** Without "=": "SUM(C4:C60)". Never made of a text of people. */
  readonly formula: string;
  readonly result: number;
}

/** Texts stay texts whatever they begin with: a cell that holds a text is no formula in any program. */
export type WrittenCell = string | number | null | WrittenFormula;

export interface WrittenColumn {
  readonly head: string;
  /** Letters that fit. */
  readonly width: number;
  /** count: 1.234; decimal: 17,25; percent: a fraction 0..1 shown as 45,6 %. */
  readonly kind: 'text' | 'count' | 'decimal' | 'percent';
}

export interface WrittenSheet {
  readonly name: string;
  /** Lines above the table: the first one large. */
  readonly above?: readonly string[] | undefined;
  readonly columns: readonly WrittenColumn[];
  readonly rows: readonly (readonly WrittenCell[])[];
  /** A last row in bold. */
  readonly totals?: readonly WrittenCell[] | undefined;
}

/** The row of the file in which the first row of the table stands, from 1: for formulas that name cells. */
export const firstRowOf = (sheet: Pick<WrittenSheet, 'above'>): number =>
  (sheet.above?.length ?? 0) + (sheet.above?.length ? 3 : 2);

/** "C" for the third column: for formulas that name cells. */
export const columnLetter = (column: number): string => columnName(column);

/** As Excel counts sizes of paper (ECMA-376 part 1, 18.3.1.63). */
const A4 = 9;

const FORMATS: Record<WrittenColumn['kind'], string> = {
  text: '@',
  count: '#,##0',
  decimal: '#,##0.00',
  percent: '0.0%',
};

/**
 * An Excel workbook of tables, A4 across where it is printed, heads kept in sight and repeated on every page.
 * @param at instant in UTC, ms, written into the file: the same tables and instant give the same bytes
 */
export async function writeWorkbook(sheets: readonly WrittenSheet[], at: number): Promise<Uint8Array> {
  // why here: the library is large, and the server needs it only when somebody asks for a workbook.
  const { default: ExcelJs } = await import('exceljs');
  const book: Workbook = new ExcelJs.Workbook();
  book.created = new Date(at);
  book.modified = new Date(at);
  const names = new Set<string>();
  for (const sheet of sheets) fill(book.addWorksheet(nameOf(sheet.name, names)), sheet);
  return settlePackage(new Uint8Array(await book.xlsx.writeBuffer()), at);
}

/** Names of sheets have 31 letters, none of them a sign that Excel refuses, and no name comes twice. */
function nameOf(wanted: string, taken: Set<string>): string {
  const plain =
    wanted
      .replaceAll(/[\\/*?:[\]']/gu, ' ')
      .trim()
      .slice(0, 31) || 'Trang';
  let name = plain;
  for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${plain.slice(0, 27)} ${number}`;
  taken.add(name.toLowerCase());
  return name;
}

function fill(page: Worksheet, sheet: WrittenSheet): void {
  const first = firstRowOf(sheet);
  for (const [index, column] of sheet.columns.entries()) page.getColumn(index + 1).width = column.width;
  for (const [index, text] of (sheet.above ?? []).entries()) {
    const cell = page.getCell(index + 1, 1);
    cell.value = text;
    cell.font = index === 0 ? { bold: true, size: 14 } : { italic: true };
  }
  const head = page.getRow(first - 1);
  for (const [index, column] of sheet.columns.entries()) {
    const cell = head.getCell(index + 1);
    cell.value = column.head;
    cell.font = { bold: true };
    cell.alignment = { wrapText: true, vertical: 'middle', horizontal: column.kind === 'text' ? 'left' : 'center' };
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE6EEEE' } };
    rule(cell);
  }
  for (const [index, row] of sheet.rows.entries()) writeRow(page, first + index, sheet.columns, row, false);
  if (sheet.totals) writeRow(page, first + sheet.rows.length, sheet.columns, sheet.totals, true);
  page.views = [{ state: 'frozen', ySplit: first - 1 }];
  Object.assign(page.pageSetup, {
    paperSize: A4,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    printTitlesRow: `${first - 1}:${first - 1}`,
  });
}

function writeRow(
  page: Worksheet,
  number: number,
  columns: readonly WrittenColumn[],
  row: readonly WrittenCell[],
  isBold: boolean,
): void {
  for (const [index, column] of columns.entries()) {
    const cell = page.getCell(number, index + 1);
    const value = row[index] ?? null;
    cell.value = value !== null && typeof value === 'object' ? { ...value } : value;
    cell.numFmt = FORMATS[column.kind];
    cell.alignment = { wrapText: column.kind === 'text', vertical: 'top' };
    if (isBold) cell.font = { bold: true };
    rule(cell);
  }
}

function rule(cell: ReturnType<Worksheet['getCell']>): void {
  const thin = { style: 'thin', color: { argb: 'FF9AA5A5' } } as const;
  cell.border = { top: thin, bottom: thin, left: thin, right: thin };
}
