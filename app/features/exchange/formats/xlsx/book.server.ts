import type { Workbook, Worksheet } from 'exceljs';
import { settlePackage } from '#app/platform/settle-package.server.ts';
import type { Role } from '../table/columns.ts';
import { WRITTEN_AT } from '../table/pack-table.server.ts';

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** The sheet of the questions. */
export const SHEET = 'Câu hỏi';

/** An empty workbook that does not tell when it was made. */
export async function newBook(): Promise<Workbook> {
  // why here: the library is large, and the server needs it only when somebody asks for a workbook.
  const { default: ExcelJs } = await import('exceljs');
  const book = new ExcelJs.Workbook();
  const at = new Date(WRITTEN_AT);
  book.created = at;
  book.modified = at;
  return book;
}

/** The workbook as bytes that do not tell when it was written. */
export const bytesOf = async (book: Workbook): Promise<Uint8Array> =>
  settlePackage(new Uint8Array(await book.xlsx.writeBuffer()), WRITTEN_AT);

const WIDTHS: Partial<Record<Role, number>> = {
  prompt: 60,
  rationale: 50,
  topic: 28,
  lesson: 28,
  source: 36,
  kind: 16,
};

const widthOf = (role: Role): number =>
  WIDTHS[role] ?? (role.startsWith('option') ? 28 : role.startsWith('why') ? 24 : 14);

/** Heads that stay in sight, and cells that show the whole of their text. */
export function styleSheet(sheet: Worksheet, roles: readonly Role[]): void {
  sheet.views = [{ state: 'frozen', ySplit: 1, xSplit: 1 }];
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: roles.length } };
  for (const [index, role] of roles.entries()) {
    const column = sheet.getColumn(index + 1);
    column.width = widthOf(role);
    column.alignment = { wrapText: true, vertical: 'top' };
    column.numFmt = '@';
  }
  const head = sheet.getRow(1);
  head.font = { bold: true };
  head.alignment = { wrapText: true, vertical: 'middle' };
  head.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE6EEEE' } };
}
