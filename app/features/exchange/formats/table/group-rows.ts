import type { Role } from './columns.ts';
import { repeatsHeads, type Heads } from './heads.ts';
import { CROSS, isFilled, textOf, type Row } from '#app/platform/tables/table.ts';

/** What rows have in common where their cells are merged, or written down the column. */
export const SHARED: readonly Role[] = ['topic', 'lesson', 'kind', 'difficulty', 'source'];

/** Rows that belong together: a question, and the rows below it that hold a line of it each. */
export function* groupsOf(rows: readonly Row[], heads: Heads): Generator<Row[]> {
  let group: Row[] = [];
  for (const row of rows) {
    if (repeatsHeads(row, heads) || !row.cells.some((cell) => isFilled(cell) && isKnown(heads, cell.column))) continue;
    const [first] = group;
    if (first && isContinued(row, first, heads)) group.push(row);
    else {
      if (first) yield group;
      group = [row];
    }
  }
  if (group.length > 0) yield group;
}

const isKnown = ({ roles }: Heads, column: number): boolean => (roles.get(column) ?? 'ignored') !== 'ignored';

/** One option, perhaps with a cross, and why it is right or wrong; a row with more is a question whose words are missing. */
function isContinued(row: Row, first: Row, { roles }: Heads): boolean {
  const filled = row.cells.flatMap((cell) => {
    const role = roles.get(cell.column) ?? 'ignored';
    if (!isFilled(cell) || role === 'ignored' || role.startsWith('why')) return [];
    if (role === 'key' && CROSS.test(textOf(cell))) return [];
    const above = first.cells.find(({ column }) => column === cell.column);
    return SHARED.includes(role) && textOf(cell) === textOf(above) ? [] : [role];
  });
  return filled.length === 1 && (filled[0] ?? '').startsWith('option');
}
