import { sortKey } from '#app/domain/kernel/text.ts';

/** How a table of units is sorted. */
export interface UnitOrder {
  readonly by: 'rate' | 'people' | 'name';
  readonly isDescending: boolean;
}

const COLUMNS = ['rate', 'people', 'name'] as const;

/** The order that an address asks for: ?sort=rate&order=asc. Numbers come largest first and names in the order of the alphabet. */
export function unitOrderOf(query: URLSearchParams): UnitOrder {
  const by = COLUMNS.find((each) => each === query.get('sort')) ?? 'rate';
  const order = query.get('order');
  return { by, isDescending: order === 'asc' ? false : order === 'desc' ? true : by !== 'name' };
}

/** The part of an address that sorts by a column; for the column in use, the other way round. */
export function sortQuery(by: UnitOrder['by'], now: UnitOrder): string {
  const isDescending = by === now.by ? !now.isDescending : by !== 'name';
  return `sort=${by}&order=${isDescending ? 'desc' : 'asc'}`;
}

interface Sortable {
  readonly name: string;
  readonly people: number;
  readonly rate: number | undefined;
}

/** Units in that order; equal ones by name, and those without a rate behind all others either way. */
export function sortUnits<R extends Sortable>(rows: readonly R[], { by, isDescending }: UnitOrder): R[] {
  const turn = isDescending ? -1 : 1;
  const keyed = rows.map((row) => ({ row, key: sortKey(row.name) }));
  const byName = (a: { key: string }, b: { key: string }): number => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);
  return keyed
    .toSorted((a, b) => {
      if (by === 'name') return turn * byName(a, b);
      const [left, right] = by === 'people' ? [a.row.people, b.row.people] : [a.row.rate, b.row.rate];
      if (left === undefined || right === undefined) {
        return Number(left === undefined) - Number(right === undefined) || byName(a, b);
      }
      return turn * (left - right) || byName(a, b);
    })
    .map(({ row }) => row);
}
