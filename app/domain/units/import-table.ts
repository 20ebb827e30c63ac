import { fold, tidy } from '../kernel/text.ts';
import type { Instant } from '../kernel/time.ts';
import { dayStart } from './unit-day.ts';
import type { UnitKind } from './kind.ts';
import { kindOfWord } from './kind-words.ts';
import { isUnitId } from './unit-names.ts';

/** Columns of a table of units. */
export const UNIT_COLUMNS = [
  'id',
  'name',
  'parentId',
  'parent',
  'kind',
  'block',
  'code',
  'validFrom',
  'validTo',
  'people',
] as const;
export type UnitColumn = (typeof UNIT_COLUMNS)[number];

/** What clerks write above the columns, folded. */
const HEADS: Record<UnitColumn, readonly string[]> = {
  id: ['ma', 'ma don vi', 'id', 'ma dinh danh'],
  name: ['ten don vi', 'ten', 'don vi', 'ten co quan, don vi', 'ten xa, phuong', 'co quan, don vi'],
  parentId: ['ma don vi cap tren', 'ma cap tren'],
  parent: ['don vi cap tren', 'cap tren', 'truc thuoc', 'don vi cha', 'thuoc', 'don vi truc thuoc', 'co quan cap tren'],
  kind: ['loai', 'loai don vi', 'loai hinh', 'cap'],
  block: ['khoi', 'khoi thi dua', 'cum', 'cum, khoi', 'cum thi dua'],
  code: ['ma gso', 'ma thong ke', 'ma tctk', 'ma don vi hanh chinh', 'ma hanh chinh', 'ma dvhc', 'ma xa'],
  validFrom: ['tu ngay', 'ngay thanh lap', 'hieu luc tu', 'ngay bat dau', 'ngay hieu luc'],
  validTo: ['den ngay', 'ngay ket thuc', 'het hieu luc', 'ngay giai the'],
  people: ['quan so', 'so nguoi', 'tong so', 'tong quan so', 'tong so nguoi'],
};

/** A fault of a row, with the column and what stands in the cell. */
export interface CellFault {
  readonly column: UnitColumn;
  readonly code:
    | 'name-missing'
    | 'name-too-long'
    | 'bad-id'
    | 'bad-kind'
    | 'bad-code'
    | 'bad-day'
    | 'bad-people'
    | 'ended-unit'
    | 'parent-missing'
    | 'parent-unknown'
    | 'parent-in-circle'
    | 'same-as-row'
    | 'people-left'
    | 'tree';
  readonly value: string;
}

/** A row of the table as it was meant; what its cell leaves empty is undefined, and says nothing. */
export interface ImportedUnit {
  /** As the file counts it. */
  readonly number: number;
  readonly id: string | undefined;
  readonly name: string;
  readonly parentId: string | undefined;
  readonly parent: string | undefined;
  readonly kind: UnitKind | undefined;
  readonly block: string | undefined;
  readonly code: string | undefined;
  readonly validFrom: Instant | undefined;
  readonly validTo: Instant | undefined;
  readonly people: number | undefined;
  readonly faults: readonly CellFault[];
}

/** A sheet of texts, as the reader of files gives it. */
export interface TextSheet {
  readonly rows: readonly { readonly number: number; readonly cells: readonly string[] }[];
}

const HEAD_WITHIN = 40;
const LONGEST_NAME = 200;

/**
 * Finds the table of units in the sheets of a file: the first row with a head for the name and one more. Titles above it and
 * columns that are not known are passed over; rows without a name and without an id too.
 */
export function readUnitTable(sheets: readonly TextSheet[], now: Instant): ImportedUnit[] | undefined {
  for (const { rows } of sheets) {
    for (const [at, row] of rows.slice(0, HEAD_WITHIN).entries()) {
      const columns = columnsOf(row.cells);
      if (columns.size < 2 || !columns.has('name')) continue;
      return rows.slice(at + 1).flatMap(({ number, cells }) => {
        const texts = (column: UnitColumn): string => tidy(cells[columns.get(column) ?? -1] ?? '');
        const isEmpty = UNIT_COLUMNS.every((column) => texts(column) === '');
        const isNumbering = UNIT_COLUMNS.every((column) => /^(?:\d{0,2}|\(\d{1,2}\))$/u.test(texts(column)));
        return isEmpty || isNumbering ? [] : [unitOf(number, texts, now)];
      });
    }
  }
  return undefined;
}

function columnsOf(cells: readonly string[]): Map<UnitColumn, number> {
  const columns = new Map<UnitColumn, number>();
  for (const [index, cell] of cells.entries()) {
    const head = fold(cell)
      .replaceAll(/\s*\(.*?\)\s*|[*:]/gu, '')
      .trim();
    const column = UNIT_COLUMNS.find((each) => HEADS[each].includes(head));
    if (column && !columns.has(column)) columns.set(column, index);
  }
  return columns;
}

function unitOf(number: number, text: (column: UnitColumn) => string, now: Instant): ImportedUnit {
  const faults: CellFault[] = [];
  const given = (column: UnitColumn): string | undefined => text(column) || undefined;
  const read = <T>(
    column: UnitColumn,
    code: CellFault['code'],
    parse: (value: string) => T | undefined,
  ): T | undefined => {
    const value = given(column);
    const parsed = value === undefined ? undefined : parse(value);
    if (value !== undefined && parsed === undefined) faults.push({ column, code, value });
    return parsed;
  };
  const name = text('name');
  if (name === '') faults.push({ column: 'name', code: 'name-missing', value: '' });
  if (name.length > LONGEST_NAME) faults.push({ column: 'name', code: 'name-too-long', value: name.slice(0, 40) });
  const idText = (value: string): string | undefined => (isUnitId(value) ? value : undefined);
  return {
    number,
    name,
    id: read('id', 'bad-id', idText),
    parentId: read('parentId', 'bad-id', idText),
    parent: given('parent'),
    kind: read('kind', 'bad-kind', kindOfWord),
    block: given('block')?.slice(0, 120),
    code: read('code', 'bad-code', codeOf),
    validFrom: read('validFrom', 'bad-day', (value) => dayStart(value, now)),
    validTo: read('validTo', 'bad-day', (value) => dayStart(value, now)),
    people: read('people', 'bad-people', peopleOf),
    faults,
  };
}

/** Five digits; a spreadsheet that took the code for a number has dropped the zeros before it. */
const codeOf = (value: string): string | undefined => (/^\d{1,5}$/u.test(value) ? value.padStart(5, '0') : undefined);

function peopleOf(value: string): number | undefined {
  const digits = value.replaceAll(/(?<=\d)[.\s](?=\d{3}(?:\D|$))/gu, '');
  return /^\d{1,8}$/u.test(digits) && Number(digits) <= 10_000_000 ? Number(digits) : undefined;
}
