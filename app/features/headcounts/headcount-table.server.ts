import { fold } from '#app/domain/kernel/text.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { HEADCOUNT_CATEGORIES } from '#app/domain/units/category.ts';
import type { HeadNames, TableColumn } from '#app/domain/units/headcount-table.ts';
import { isWithin } from '#app/domain/units/tree.ts';
import { getUnitIndex, listUnits } from '#app/features/units/index.server.ts';
import { writeWorkbook, type WrittenColumn } from '#app/platform/tables/write-workbook.server.ts';
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

const HEADS = ['code', 'name', 'path', ...COLUMNS.slice(2)] as const;

const WIDTHS: Partial<Record<(typeof HEADS)[number], number>> = { code: 22, name: 34, path: 28, asOf: 16, source: 40 };

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
  const words = headcountTableText[locale];
  const columns = HEADS.map((head): WrittenColumn => ({
    head: head === 'path' ? words.columns.path : headOf(head, locale),
    width: WIDTHS[head] ?? 14,
    kind: (HEADCOUNT_CATEGORIES as readonly string[]).includes(head) ? 'count' : 'text',
  }));
  const rows = units
    .filter((unit) => isWithin(unit.path, path))
    .map((unit) => {
      const own = holding.get(unit.id);
      const dated = own?.get('all') ?? [...(own?.values() ?? [])][0];
      const above = (index.get(unit.id)?.pathIds ?? []).slice(1, -1).map((id) => index.get(id)?.name ?? id);
      return [
        unit.id,
        unit.name,
        above.join(' › '),
        ...HEADCOUNT_CATEGORIES.map((category) => own?.get(category)?.people ?? null),
        dated ? formatDate(dated.asOf) : null,
        dated?.source ?? null,
      ];
    });
  return writeWorkbook([{ name: words.sheet, columns, rows }], now);
}
