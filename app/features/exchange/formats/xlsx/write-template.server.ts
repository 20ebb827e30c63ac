import type { DataValidation, Worksheet } from 'exceljs';
import type { WrittenFile } from '#app/domain/exchange/parsed-file.ts';
import { TEMPLATE_EXAMPLES, TEMPLATE_GUIDE } from '#app/text/import-template.ts';
import { DIFFICULTY_WORDS, KIND_WORDS } from '../clerk/words-of-item.ts';
import { headsFor, USUAL_LINES, type Role } from '../table/columns.ts';
import { bytesOf, newBook, SHEET, styleSheet, XLSX_TYPE } from './book.server.ts';

/** The hidden sheet that the drop-down lists take their words from; the reader passes over it. */
const LISTS = 'Danh mục';
const GUIDE = 'Hướng dẫn';
/** Rows that have drop-down lists. */
const ROWS = 1_000;

interface Names {
  readonly topics: readonly string[];
  readonly lessons: readonly string[];
}

/** The workbook that clerks fill in: drop-down lists, two examples that are not imported, and a guide. */
export async function writeTemplate({ topics, lessons }: Names): Promise<WrittenFile> {
  const columns = headsFor(USUAL_LINES);
  const roles = columns.map(([role]) => role);
  const book = await newBook();
  const sheet = book.addWorksheet(SHEET);
  sheet.addRow(columns.map(([, head]) => head));
  for (const example of TEMPLATE_EXAMPLES) sheet.addRow(roles.map((role) => example[role] ?? null));
  styleSheet(sheet, roles);
  for (let row = 2; row <= 1 + TEMPLATE_EXAMPLES.length; row += 1)
    sheet.getRow(row).font = { italic: true, color: { argb: 'FF6B7280' } };
  const guide = book.addWorksheet(GUIDE);
  guide.getColumn(1).width = 110;
  guide.getColumn(1).alignment = { wrapText: true, vertical: 'top' };
  for (const line of TEMPLATE_GUIDE) guide.addRow([line]);
  guide.getRow(1).font = { bold: true, size: 14 };
  const lists = book.addWorksheet(LISTS, { state: 'hidden' });
  const choices: readonly (readonly [Role, readonly string[]])[] = Object.entries({
    topic: topics,
    lesson: lessons,
    kind: Object.values(KIND_WORDS),
    difficulty: Object.values(DIFFICULTY_WORDS),
    contested: ['có', 'không'],
    shuffles: ['có', 'không'],
  }) as [Role, readonly string[]][];
  for (const [at, [role, words]] of choices.entries()) {
    const column = at + 1;
    for (const [index, word] of words.entries()) lists.getCell(index + 1, column).value = word;
    if (words.length > 0) offer(sheet, roles.indexOf(role) + 1, lists.getColumn(column).letter, words.length);
  }
  const bytes = await bytesOf(book);
  return { name: 'mau-cau-hoi.xlsx', contentType: XLSX_TYPE, bytes, losses: [] };
}

/** A drop-down list in a column; other words may be typed all the same, and the import says what it does not know. */
function offer(sheet: Worksheet, column: number, letter: string, count: number): void {
  const formulae = [`'${LISTS}'!$${letter}$1:$${letter}$${count}`];
  // why a range: given cell by cell, the library writes two that overlap (row 10 comes before row 2 in its order).
  const { letter: own } = sheet.getColumn(column);
  const lists = (sheet as unknown as WithValidations).dataValidations;
  lists.add(`${own}2:${own}${ROWS}`, { type: 'list', allowBlank: true, formulae, showErrorMessage: false });
}

/** The library has it, and its types leave it out. */
interface WithValidations {
  readonly dataValidations: { add(range: string, validation: DataValidation): void };
}
