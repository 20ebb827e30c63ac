import type ExcelJS from 'exceljs';

export type Value = ExcelJS.CellValue;

/** The line of heads: what stays in sight, and is repeated on paper. */
export const HEAD_ROW = 4;
export const FONT = { name: 'Times New Roman', size: 11 };
export const WHOLE = '#,##0';
const THIN = { style: 'thin' } as const;
const BORDER = { top: THIN, left: THIN, bottom: THIN, right: THIN };

/** A share as a formula that is empty without a whole, with its result. */
export const over = (a: string, b: string, result: number | undefined): Value => ({
  formula: `IF(${b}>0,${a}/${b},"")`,
  result: result ?? '',
});

/** A cell with a border. A text stays a text, whatever it begins with. */
export function put(cell: ExcelJS.Cell, value: Value, format?: string): void {
  cell.value = value;
  cell.font = FONT;
  cell.border = BORDER;
  if (format !== undefined) cell.numFmt = format;
}

/** The heads of columns. */
export function headLine(sheet: ExcelJS.Worksheet, at: number, columns: readonly { readonly name: string }[]): void {
  columns.forEach(({ name }, index) => {
    const cell = sheet.getCell(at, index + 1);
    put(cell, name);
    cell.font = { ...FONT, bold: true };
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFEEEEEE' } };
  });
}
