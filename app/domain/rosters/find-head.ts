import type { Category } from '../units/category.ts';
import { categoriesIn, columnKind, isSensitive, plainHead, type ColumnKind } from './columns.ts';

/** A row of a sheet as it was read. */
export interface SheetRow {
  /** As the file counts it, from 1. */
  readonly number: number;
  /** By columns from 0; empty for an empty cell. */
  readonly cells: readonly string[];
}

/** A column that is read. */
export interface Column {
  /** From 0. */
  readonly at: number;
  readonly kind: ColumnKind;
  /** The words above it, for the report. */
  readonly head: string;
  /** The category that a cross in it stands for. */
  readonly category?: Category | undefined;
}

/** Where the table begins, and what its columns hold. */
export interface TableHead {
  readonly columns: readonly Column[];
  /** Columns that are not read, by their heads; sensitive ones are named apart. */
  readonly ignored: readonly { readonly head: string; readonly isSensitive: boolean }[];
  /** Index of the first row below the head. */
  readonly firstRow: number;
}

/** Titles, letterheads and dates stand above the table; a head further down is none. */
const DEEPEST = 40;
const WIDEST = 60;

const said = (row: SheetRow | undefined, at: number): string => (row?.cells[at] ?? '').replaceAll(/\s+/gu, ' ').trim();

/** The head of the list in a sheet: the first row that names a column for names, with the row of smaller heads below it. */
export function findHead(rows: readonly SheetRow[]): TableHead | undefined {
  for (const [index, row] of rows.slice(0, DEEPEST).entries()) {
    const kinds = row.cells.slice(0, WIDEST).map(columnKind);
    const hasName = kinds.includes('fullName') || (kinds.includes('given') && kinds.includes('family'));
    // why two known columns: a title may begin with words that a head also has.
    if (!hasName || new Set(kinds.filter((kind) => kind !== undefined)).size < 2) continue;
    return headAt(rows, index, kinds);
  }
  return undefined;
}

function headAt(rows: readonly SheetRow[], index: number, kinds: readonly (ColumnKind | undefined)[]): TableHead {
  const [top, below] = [rows[index], rows[index + 1]];
  const nameAt = kinds.findIndex((kind) => kind === 'fullName' || kind === 'given');
  const lower = isLowerHead(below, nameAt) ? below : undefined;
  const width = Math.min(WIDEST, Math.max(top?.cells.length ?? 0, lower?.cells.length ?? 0));
  const columns: Column[] = [];
  const ignored: { head: string; isSensitive: boolean }[] = [];
  let above = '';
  for (let at = 0; at < width; at += 1) {
    const [own, sub] = [said(top, at), said(lower, at)];
    // why carried on: a head that is merged over several columns stands in the first of them.
    above = own !== '' || sub === '' ? own : above;
    const head = [above, sub].filter(Boolean).join(' › ');
    if (head === '') continue;
    const kind = isSensitive(above) ? undefined : kindOf(above, sub);
    if (kind === undefined) ignored.push({ head, isSensitive: isSensitive(above) || isSensitive(sub) });
    else columns.push({ at, kind, head, category: kind === 'tick' ? categoriesIn(sub || above)[0] : undefined });
  }
  const firstRow = index + 1 + (lower ? 1 : 0);
  return { columns: withNameBeside(columns, rows, firstRow), ignored, firstRow: behindNumbers(rows, firstRow) };
}

/** Of a two-row head: "Họ và tên › Họ đệm", "Năm sinh › Nam", "Đối tượng › Đảng viên". */
function kindOf(above: string, sub: string): ColumnKind | undefined {
  if (sub === '') return columnKind(above);
  const upper = columnKind(above);
  const lower = columnKind(sub);
  if (upper === 'birth') return ['noi', 'noi sinh'].includes(plainHead(sub)) || isSensitive(sub) ? undefined : 'birth';
  if (upper === 'fullName') return lower === 'family' || lower === 'given' ? lower : 'fullName';
  if (upper === 'category' && lower === undefined) return undefined;
  return lower ?? (upper === 'position' ? 'position' : undefined);
}

/** Whether the row below a head belongs to it: words, no numbers, and none of a person's name where names stand. */
function isLowerHead(row: SheetRow | undefined, nameAt: number): boolean {
  const cells = (row?.cells ?? []).map((cell) => cell.trim()).filter(Boolean);
  if (cells.length === 0 || cells.some((cell) => /\d/u.test(cell) || cell.length > 40)) return false;
  const name = said(row, nameAt);
  return (
    name === '' || columnKind(name) === 'family' || columnKind(name) === 'given' || columnKind(name) === 'fullName'
  );
}

/** "(1) (2) (3)" or "A B 1 2" under a head number its columns, and are nobody. */
function behindNumbers(rows: readonly SheetRow[], firstRow: number): number {
  const cells = (rows[firstRow]?.cells ?? []).map((cell) => cell.trim()).filter(Boolean);
  const isNumbering = cells.length >= 2 && cells.every((cell) => /^\(?(?:\d{1,2}|[A-D])\)?$/u.test(cell));
  return isNumbering ? firstRow + 1 : firstRow;
}

const LOOKED = 20;

/**
 * A head "Họ và tên" that is merged over two columns stands over family and middle names in the one and given names in the
 * other, and nothing stands over the second. It is found by what is in it: single words beside names.
 */
function withNameBeside(columns: readonly Column[], rows: readonly SheetRow[], firstRow: number): Column[] {
  const name = columns.find(({ kind }) => kind === 'fullName');
  const beside = (name?.at ?? 0) + 1;
  if (!name || columns.some(({ at }) => at === beside)) return [...columns];
  const looked = rows.slice(firstRow, firstRow + LOOKED).filter((row) => said(row, name.at) !== '');
  const single = looked.filter((row) => /^[\p{L}\p{M}’']+$/u.test(said(row, beside)));
  if (looked.length === 0 || single.length * 2 < looked.length) return [...columns];
  const others = columns.filter((column) => column !== name);
  return [...others, { ...name, kind: 'family' as const }, { at: beside, kind: 'given' as const, head: name.head }];
}
