import type { Role } from './columns.ts';
import type { Heads } from './heads.ts';
import { textOf, type Row } from '#app/platform/tables/table.ts';

const KEY = /^[A-Fa-f](?:\s*[,;&]\s*[A-Fa-f])*\.?$/u;
const NUMBER = /^(?:câu\s*)?\d{1,4}[.:)]?$/iu;
/** Among the rows that hold a whole question so many must have a key where the others have it. */
const MOST = 0.9;
/** Number, question, two options and key: less tells nothing. */
const FEWEST_CELLS = 4;
const MOST_OPTIONS = 8;

/**
 * What the columns of a table without heads are, by what stands in them: letters of a key, numbers, the question, and the
 * options between; undefined where that is not plain. @returns heads whose row is above the first row of the table
 */
export function guessHeads(rows: readonly Row[]): Heads | undefined {
  const whole = rows.filter(({ cells }) => cells.length >= FEWEST_CELLS);
  const width = Math.max(0, ...whole.flatMap(({ cells }) => cells.map(({ column }) => column + 1)));
  const textsOf = (column: number): string[] =>
    whole.map(({ cells }) => textOf(cells.find((cell) => cell.column === column)));
  const share = (column: number, pattern: RegExp): number =>
    textsOf(column).filter((text) => pattern.test(text)).length / whole.length;
  const columns = Array.from({ length: width }, (_, column) => column);
  const key = columns.findLast((column) => share(column, KEY) >= MOST);
  const others = columns.filter((column) => column !== key && share(column, NUMBER) < MOST);
  const [prompt = -1, ...options] = others;
  const isQuestion = prompt >= 0 && textsOf(prompt).every((text) => text !== '' && !KEY.test(text));
  const offered = options.filter((column) => key === undefined || column < key || prompt > key);
  if (key === undefined || !isQuestion || offered.length < 2 || offered.length > MOST_OPTIONS) return undefined;
  const roles = new Map<number, Role>([
    [prompt, 'prompt'],
    [key, 'key'],
  ]);
  for (const [at, column] of offered.entries()) roles.set(column, `option${at}`);
  return { row: { number: (rows[0]?.number ?? 1) - 1, cells: [] }, roles };
}
