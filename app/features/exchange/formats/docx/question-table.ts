import { roleOf, type Role } from '../table/columns.ts';
import { CROSS } from '#app/platform/tables/table.ts';
import { lineOf, plainLine, type Line, type Table } from './line.ts';
import { optionStart, questionStart } from './word-patterns.ts';

/** Heads stand at the top, at most below a title of the table. */
const HEAD_WITHIN = 3;

/** What is written before a cell, so that it is read as the same line of a document is. */
const BEFORE: Readonly<Partial<Record<Role, string>>> = {
  key: 'Đáp án: ',
  rationale: 'Giải thích: ',
  difficulty: 'Mức độ: ',
  source: 'Nguồn: ',
  page: 'Trang: ',
  url: 'Liên kết: ',
  topic: 'Chuyên đề: ',
  lesson: 'Bài: ',
  tags: 'Nhãn: ',
  id: 'Mã: ',
  kind: 'Dạng câu: ',
  unit: 'Đơn vị: ',
  contested: 'Tranh luận: ',
  shuffles: 'Trộn: ',
  name: 'Tên câu: ',
};

type Cell = readonly Line[];
type Columns = readonly (Role | 'number' | undefined)[];

/**
 * A table with heads such as "STT | Câu hỏi | Đáp án", a question in each row, as the lines of a document; undefined for other
 * tables. Options stand in columns of their own, below the question in its cell, or in the rows below it.
 */
export function linesOfQuestionTable(table: Table): Line[] | undefined {
  const head = table.rows.slice(0, HEAD_WITHIN).findIndex((row) => isHead(columnsOf(row)));
  const columns = columnsOf(table.rows[head] ?? []);
  if (head < 0) return undefined;
  const lines: Line[] = [];
  let count = 0;
  let options = 0;
  for (const row of table.rows.slice(head + 1)) {
    const prompt = cellOf(row, columns, 'prompt');
    if (prompt.length > 0) {
      const number = cellOf(row, columns, 'number')[0]?.text.replaceAll(/\D/gu, '') || String(count + 1);
      count += 1;
      options = 0;
      lines.push(...(questionStart(prompt[0]?.text ?? '')?.isNamed ? prompt : led(`Câu ${number}. `, prompt)));
    }
    if (count === 0) continue;
    const chosen = optionLines(row, columns, options);
    options += chosen.length;
    lines.push(...chosen, ...(prompt.length > 0 ? fieldLines(row, columns) : []));
  }
  return count > 0 ? lines : undefined;
}

const textOf = (cell: Cell): string =>
  cell
    .map(({ text }) => text.trim())
    .join(' ')
    .trim();

const columnsOf = (row: readonly Cell[]): Columns =>
  row.map((cell) => (/^(?:stt|tt|số tt|câu|câu số|số câu)$/iu.test(textOf(cell)) ? 'number' : roleOf(textOf(cell))));

const isHead = (columns: Columns): boolean =>
  columns.includes('prompt') && columns.some((role) => role === 'key' || role?.startsWith('option') === true);

const cellOf = (row: readonly Cell[], columns: Columns, role: Role | 'number'): Cell =>
  columns.includes(role) ? (row[columns.indexOf(role)] ?? []) : [];

/** The lines of a cell with words before the first. */
function led(before: string, [first, ...more]: Cell): Line[] {
  if (!first) return [];
  return [
    { ...first, ...lineOf([...plainLine(before, first.at).runs, ...first.runs], first.at, first.isLegacy) },
    ...more,
  ];
}

/** The options of a row, each with its letter. @param before how many the question has from the rows above */
function optionLines(row: readonly Cell[], columns: Columns, before: number): Line[] {
  const isCrossed = CROSS.test(textOf(cellOf(row, columns, 'key')));
  const cells = columns.flatMap((role, column) => {
    const cell = role?.startsWith('option') ? (row[column] ?? []) : [];
    return cell.length > 0 ? [{ cell, place: Number(role?.slice('option'.length)) }] : [];
  });
  return cells.flatMap(({ cell, place }): Line[] => {
    if (optionStart(cell[0]?.text ?? '')) return isCrossed ? led('*', cell) : [...cell];
    const letter = String.fromCodePoint(0x41 + before + place);
    return led(`${isCrossed ? '*' : ''}${letter}. `, cell);
  });
}

/** What else the row says of its question, a line each. */
function fieldLines(row: readonly Cell[], columns: Columns): Line[] {
  const hasReasons = columns.includes('rationale');
  return columns.flatMap((role, column): Line[] => {
    const cell = row[column] ?? [];
    const [first, ...more] = cell;
    if (!first || !role || role === 'number' || CROSS.test(textOf(cell))) return [];
    const why = /^why(\d+)$/u.exec(role);
    if (why) return led(`Giải thích ${String.fromCodePoint(0x41 + Number(why[1]))}: `, cell);
    const before = BEFORE[role];
    if (before === undefined) return [];
    if (role === 'rationale') return led(before, cell);
    // why: what stands below a key is why it is right.
    const below = role === 'key' && !hasReasons ? led('Giải thích: ', more) : more;
    return [...led(before, [first]), ...below];
  });
}
