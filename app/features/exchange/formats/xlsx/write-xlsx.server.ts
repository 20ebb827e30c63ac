import type { OutgoingItem, ParsedMedia, WrittenFile } from '#app/domain/exchange/parsed-file.ts';
import { packTable } from '../table/pack-table.server.ts';
import { writeTable } from '../table/write-table.ts';
import { bytesOf, newBook, SHEET, styleSheet, XLSX_TYPE } from './book.server.ts';

/** Writes items into the workbook that clerks fill in. Every cell is a text: nothing of it can be a formula. */
export async function writeXlsx(
  items: readonly OutgoingItem[],
  media: ReadonlyMap<string, ParsedMedia>,
): Promise<WrittenFile> {
  const { heads, roles, rows, losses } = writeTable(items, media);
  const book = await newBook();
  const sheet = book.addWorksheet(SHEET);
  sheet.addRow(heads);
  for (const row of rows) sheet.addRow(row.map((text) => (text === '' ? null : text)));
  styleSheet(sheet, roles);
  const bytes = await bytesOf(book);
  return packTable({ name: 'cau-hoi.xlsx', contentType: XLSX_TYPE, bytes }, media, losses);
}
