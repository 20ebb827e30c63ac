import type { FileNote } from '#app/domain/exchange/parsed-file.ts';
import { fold } from '#app/domain/kernel/text.ts';
import { namesAllOptions, roleOf, type Role } from './columns.ts';
import { columnName, isFilled, textOf, type Row, type Table } from '#app/platform/tables/table.ts';

/** Among so many rows the heads are looked for: above them stand titles and letterheads. */
const HEAD_WITHIN = 40;

export interface Heads {
  readonly row: Row;
  readonly roles: ReadonlyMap<number, Role>;
}

/** The row that means most as heads; undefined where none does. */
export function findHeads(rows: readonly Row[]): Heads | undefined {
  let best: (Heads & { readonly score: number }) | undefined;
  for (const row of rows.slice(0, HEAD_WITHIN)) {
    const roles = rolesOf(row);
    const known = [...roles.values()];
    const score = known.filter((role) => role !== 'ignored').length;
    if (known.includes('prompt') && score >= 2 && score > (best?.score ?? 0)) best = { row, roles, score };
  }
  return best;
}

function rolesOf(row: Row): Map<number, Role> {
  const roles = new Map<number, Role>();
  const heads = row.cells.map((cell) => ({ column: cell.column, head: textOf(cell) }));
  // why last: beside "A", "B", "C" a column "Phương án" is not the first option.
  const single = heads.filter(({ head }) => !namesAllOptions(head));
  const together = heads.filter(({ head }) => namesAllOptions(head));
  for (const { column, head } of single) take(roles, column, roleOf(head));
  for (const { column, head } of together) {
    if (![...roles.values()].some((role) => role.startsWith('option'))) take(roles, column, roleOf(head));
  }
  return roles;
}

function take(roles: Map<number, Role>, column: number, role: Role | undefined): void {
  // why the first: of two columns with one name the second is a remark.
  if (role && (role === 'ignored' || ![...roles.values()].includes(role))) roles.set(column, role);
}

/** The heads once more, as at the top of every printed page. */
export function repeatsHeads(row: Row, heads: Heads): boolean {
  const words = new Map(heads.row.cells.map((cell) => [cell.column, fold(textOf(cell))]));
  const filled = row.cells.filter(isFilled);
  return filled.length > 1 && filled.every((cell) => words.get(cell.column) === fold(textOf(cell)));
}

/** Columns that hold something under a head that says nothing to us, or says what another column says already. */
export function unknownColumns({ sheet }: Table, heads: Heads, body: readonly Row[]): FileNote[] {
  const used = new Set(body.flatMap(({ cells }) => cells.filter(isFilled).map(({ column }) => column)));
  return heads.row.cells
    .filter((cell) => textOf(cell) !== '' && used.has(cell.column) && !heads.roles.has(cell.column))
    .map((cell) => ({
      level: 'warning',
      code: 'column-unknown',
      at: { ...(sheet === undefined ? {} : { sheet }), row: heads.row.number, column: columnName(cell.column) },
      values: { head: textOf(cell).slice(0, 80) },
    }));
}
