import { fold, sortKey } from '#app/domain/kernel/text.ts';
import type { SubUnitColumn } from './dashboard-address.ts';

/** What a table says of a unit with everything below it. */
export interface SubUnitRow {
  readonly unitId: string;
  readonly name: string;
  readonly rank: number | undefined;
  readonly headcount: number;
  readonly people: number;
  readonly rate: number | undefined;
  /** Headcount less people; undefined without a headcount. */
  readonly missing: number | undefined;
  readonly attempts: number;
  readonly valid: number;
  /** Undefined without a counted attempt and while scores are held back. */
  readonly mean: number | undefined;
  readonly allRight: number;
  /** People that are missing to the target; undefined without one. */
  readonly toTarget: number | undefined;
}

export const ROWS_PER_PAGE = 100;

const collated = <R extends { readonly name: string }>(rows: readonly R[]): { row: R; key: string }[] =>
  rows.map((row) => ({ row, key: sortKey(row.name) }));

const byKey = (a: { key: string }, b: { key: string }): number => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);

/** Rows by a column; equal ones by name, and those without a figure behind all others either way. */
export function sortSubUnits(
  rows: readonly SubUnitRow[],
  { sort, isDescending }: { readonly sort: SubUnitColumn; readonly isDescending: boolean },
): SubUnitRow[] {
  const turn = isDescending ? -1 : 1;
  return collated(rows)
    .toSorted((a, b) => {
      if (sort === 'name') return turn * byKey(a, b);
      const [left, right] = [a.row[sort], b.row[sort]];
      if (left === undefined || right === undefined) {
        return Number(left === undefined) - Number(right === undefined) || byKey(a, b);
      }
      return turn * (left - right) || byKey(a, b);
    })
    .map(({ row }) => row);
}

/** Rows in whose name every word of a search begins a word, with or without diacritics. */
export function findSubUnits<R extends { readonly name: string }>(rows: readonly R[], search: string): R[] {
  const wanted = fold(search).split(' ').filter(Boolean);
  if (wanted.length === 0) return [...rows];
  return rows.filter(({ name }) => {
    const words = fold(name).split(/[^\p{L}\p{N}]+/u);
    return wanted.every((each) => words.some((word) => word.startsWith(each)));
  });
}

/** The part of a list that one page shows, and how many pages there are; a page behind the last is the last. */
export function pageOfRows<R>(rows: readonly R[], page: number): { rows: R[]; page: number; pages: number } {
  const pages = Math.max(1, Math.ceil(rows.length / ROWS_PER_PAGE));
  const shown = Math.min(Math.max(1, page), pages);
  return { rows: rows.slice((shown - 1) * ROWS_PER_PAGE, shown * ROWS_PER_PAGE), page: shown, pages };
}

const MOST_ENDS = 5;

/** The best and the last by rate, none of them twice: of few, the upper half and the lower half. */
export function endsByRate(rows: readonly SubUnitRow[]): { top: SubUnitRow[]; bottom: SubUnitRow[] } {
  const rated = sortSubUnits(rows, { sort: 'rate', isDescending: true }).filter(({ rate }) => rate !== undefined);
  const count = Math.min(MOST_ENDS, Math.ceil(rated.length / 2));
  const rest = rated.slice(count);
  return { top: rated.slice(0, count), bottom: rest.slice(-MOST_ENDS).toReversed() };
}
