import { fold } from '#app/domain/kernel/text.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { HEADCOUNT_CATEGORIES, type HeadcountCategory } from '#app/domain/units/category.ts';
import type { HeadNames, TableColumn } from '#app/domain/units/headcount-table.ts';
import { isWithin } from '#app/domain/units/tree.ts';
import { getUnitIndex, listUnits } from '#app/features/units/index.server.ts';
import type { Locale } from '#app/text/define-text.ts';
import { headcountTableText } from '#app/text/headcount-table.ts';
import { headcountsText } from '#app/text/headcounts.ts';
import { formatDate } from '#app/ui/format.ts';
import { findHoldingOfBranch } from './headcount.repo.server.ts';

/** What clerks call a column beside its name in the table that they download. */
const ALSO: Partial<Record<TableColumn, readonly string[]>> = {
  code: ['ma', 'id'],
  name: ['ten don vi', 'don vi (ten)'],
  all: ['quan so', 'tong so', 'tong so nguoi', 'so nguoi'],
  official: ['can bo', 'cbccvc'],
  youthUnionMember: ['doan vien thanh nien'],
  pupil: ['hoc sinh'],
  public: ['nguoi dan'],
  asOf: ['ngay'],
};

const headOf = (column: TableColumn, locale: Locale): string =>
  column === 'code' || column === 'name' || column === 'asOf' || column === 'source'
    ? headcountTableText[locale].columns[column]
    : headcountsText[locale].categories[column];

const COLUMNS: readonly TableColumn[] = ['code', 'name', ...HEADCOUNT_CATEGORIES, 'asOf', 'source'];

/** Heads by which a table is understood, folded: those of the table to download in both languages, and what clerks write. */
export const headNames: HeadNames = Object.fromEntries(
  COLUMNS.map((column) => [column, [fold(headOf(column, 'vi')), fold(headOf(column, 'en')), ...(ALSO[column] ?? [])]]),
) as unknown as HeadNames;

const WIDTHS: Partial<Record<TableColumn, number>> = { code: 22, name: 34, asOf: 16, source: 40 };

/** The headcounts that units of a branch have themselves, as a workbook that can be filled in and sent back. */
export async function headcountXlsx({
  path,
  locale,
  now,
}: {
  path: string;
  locale: Locale;
  now: Instant;
}): Promise<Uint8Array> {
  const [units, holding, index] = await Promise.all([
    listUnits(now),
    findHoldingOfBranch(path, now),
    getUnitIndex(now),
  ]);
  // why here: the library is large, and few ever ask for a workbook.
  const { default: ExcelJS } = await import('exceljs');
  const words = headcountTableText[locale];
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet(words.sheet, { views: [{ state: 'frozen', ySplit: 1, xSplit: 2 }] });
  const heads = ['code', 'name', 'path', ...COLUMNS.slice(2)] as const;
  sheet.addRow(heads.map((head) => (head === 'path' ? words.columns.path : headOf(head, locale))));
  for (const unit of units.filter((each) => isWithin(each.path, path))) {
    const own = holding.get(unit.id);
    const all = own?.get('all') ?? [...(own?.values() ?? [])][0];
    const above = (index.get(unit.id)?.pathIds ?? []).slice(1, -1).map((id) => index.get(id)?.name ?? id);
    sheet.addRow([
      unit.id,
      unit.name,
      above.join(' › '),
      ...HEADCOUNT_CATEGORIES.map((category: HeadcountCategory) => own?.get(category)?.people),
      all ? formatDate(all.asOf) : undefined,
      all?.source,
    ]);
  }
  for (const [at, head] of heads.entries()) {
    const column = sheet.getColumn(at + 1);
    column.width = head === 'path' ? 28 : (WIDTHS[head] ?? 14);
    // why as text: a name that begins with "=" stays a name, and a code its zeros.
    column.numFmt = head !== 'path' && (HEADCOUNT_CATEGORIES as readonly string[]).includes(head) ? '#,##0' : '@';
  }
  const head = sheet.getRow(1);
  head.font = { bold: true };
  head.alignment = { wrapText: true, vertical: 'middle' };
  return new Uint8Array(await book.xlsx.writeBuffer());
}
