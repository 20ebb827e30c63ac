import type { FileNote, ParsedItem } from '#app/domain/exchange/parsed-file.ts';
import { isTyped } from '#app/domain/items/item.ts';
import { EMPTY_QUESTION, type RawLine, type RawQuestion } from '../clerk/raw-question.ts';
import { itemOfRaw, kindOf } from '../clerk/item-of-raw.ts';
import { roleOf, type Role } from './columns.ts';
import { columnName, markedLines, textOf, type Cell, type Row, type Table } from './table.ts';

/** Among so many rows the heads are looked for: above them stand titles and letterheads. */
const HEAD_WITHIN = 40;
/** Examples of the template, and lines under the table. */
// why no \b: it knows the letters of English only, and finds no end of a word after "ụ".
const EXAMPLE = /^(?:v[íi] d[ụu]|m[ẫa]u)(?![\p{L}\p{N}])/iu;
const FOOT =
  /^(?:ghi ch[úu]|l[ưu]u [ýy]|ng[ưu][ờo]i (?:l[ậa]p|so[ạa]n)|t[ổo]ng (?:c[ộo]ng|s[ốo])|cao b[ằa]ng, ng[àa]y)/iu;
// why not before a letter and a full stop: "C.B." is a pen name, and no option C.
const LETTERED = /^\s*(\*?)\s*([A-La-l])\s*[.):](?!\p{L}\.)\s*(\*?)\s*/u;

export interface ReadTable {
  readonly items: readonly ParsedItem[];
  readonly notes: readonly FileNote[];
}

interface Heads {
  readonly row: number;
  readonly roles: ReadonlyMap<number, Role>;
}

/** Questions of a table; undefined where no row looks like the heads of one. */
export function readTable(table: Table, withImages: (markdown: string) => string): ReadTable | undefined {
  const heads = findHeads(table.rows);
  if (!heads) return undefined;
  const items: ParsedItem[] = [];
  const notes: FileNote[] = [];
  const body = table.rows.filter(({ number }) => number > heads.row);
  for (const group of groupsOf(body, heads.roles)) {
    const raw = rawOf(group, heads.roles, table.sheet, withImages);
    if (raw) items.push(itemOfRaw(raw.question, raw.notes));
  }
  return { items, notes };
}

function findHeads(rows: readonly Row[]): Heads | undefined {
  let best: (Heads & { readonly score: number }) | undefined;
  for (const row of rows.slice(0, HEAD_WITHIN)) {
    const roles = new Map<number, Role>();
    for (const cell of row.cells) {
      const role = roleOf(textOf(cell));
      // why the first: of two columns with one name the second is a remark.
      if (role && (role === 'ignored' || ![...roles.values()].includes(role))) roles.set(cell.column, role);
    }
    const known = [...roles.values()];
    const score = known.filter((role) => role !== 'ignored').length;
    if (known.includes('prompt') && score >= 2 && score > (best?.score ?? 0)) best = { row: row.number, roles, score };
  }
  return best;
}

/** Rows that belong together: a question, and the rows below it that have no question of their own but options. */
function* groupsOf(rows: readonly Row[], roles: ReadonlyMap<number, Role>): Generator<Row[]> {
  let group: Row[] = [];
  for (const row of rows) {
    const has = (role: Role): boolean =>
      row.cells.some((cell) => roles.get(cell.column) === role && textOf(cell) !== '');
    if (
      !row.cells.some((cell) => roles.has(cell.column) && roles.get(cell.column) !== 'ignored' && textOf(cell) !== '')
    )
      continue;
    const isMore = group.length > 0 && !has('prompt') && !has('id');
    if (isMore) group.push(row);
    else {
      if (group.length > 0) yield group;
      group = [row];
    }
  }
  if (group.length > 0) yield group;
}

function rawOf(
  rows: readonly Row[],
  roles: ReadonlyMap<number, Role>,
  sheet: string | undefined,
  withImages: (markdown: string) => string,
): { readonly question: RawQuestion; readonly notes: readonly FileNote[] } | undefined {
  const [first] = rows;
  if (!first) return undefined;
  const at = { ...(sheet === undefined ? {} : { sheet }), row: first.number };
  const cellOf = (role: Role): Cell | undefined => first.cells.find((cell) => roles.get(cell.column) === role);
  const text = (role: Role): string => textOf(cellOf(role));
  if (EXAMPLE.test(text('id')) || isRemark(first, roles)) return undefined;
  const { prompt, lines } = splitPrompt(cellOf('prompt'));
  const kind = kindOf(text('kind'));
  const read = kind && isTyped(kind) ? asTyped : unlettered;
  const options = [...optionsOf(rows, roles, at, read), ...(lines.length > 0 ? lines : [])];
  const legacy = rows.flatMap((row) => row.cells.filter((cell) => cell.isLegacy && roles.has(cell.column)));
  const notes: FileNote[] = legacy.slice(0, 1).map(({ column }) => ({
    level: 'error',
    code: 'legacy-font',
    at: { ...at, column: columnName(column) },
  }));
  return {
    notes,
    question: {
      ...EMPTY_QUESTION,
      at,
      id: text('id'),
      topic: text('topic'),
      lesson: text('lesson'),
      kind: text('kind'),
      difficulty: text('difficulty'),
      prompt: withImages(prompt),
      lines: options.map((line) => ({ ...line, text: withImages(line.text) })),
      key: text('key'),
      rationale: withImages(text('rationale')),
      source: text('source'),
      page: text('page'),
      url: text('url'),
      unit: text('unit'),
      tags: text('tags'),
      contested: text('contested'),
      shuffles: text('shuffles'),
      name: text('name'),
    },
  };
}

/** A line under the table or between its parts: one cell with words, and nothing of a question. */
function isRemark(row: Row, roles: ReadonlyMap<number, Role>): boolean {
  const filled = row.cells.filter((cell) => textOf(cell) !== '');
  if (filled.length !== 1) return false;
  const words = textOf(filled[0]);
  const role = roles.get(filled[0]?.column ?? -1);
  return (
    FOOT.test(words) || /^(?:ph[ầa]n|ch[ưu][ơo]ng|chuy[êe]n [đd][ềe]|[IVX]+\.)\s/iu.test(words) || role !== 'prompt'
  );
}

/** "Question?\nA. one\nB. two" in one cell. */
function splitPrompt(cell: Cell | undefined): { readonly prompt: string; readonly lines: RawLine[] } {
  const all = markedLines(cell);
  const start = all.findIndex(({ text }, at) => at > 0 && /^\*?\s*[Aa]\s*[.):]/u.test(text));
  if (start < 1 || all.length - start < 2) return { prompt: textOf(cell), lines: [] };
  const lines = all.slice(start).map(({ text, isMarked }) => unlettered(text, isMarked));
  return {
    prompt: all
      .slice(0, start)
      .map(({ text }) => text)
      .join('\n'),
    lines,
  };
}

/** Options in their columns, in rows below, or all in one cell. */
function optionsOf(
  rows: readonly Row[],
  roles: ReadonlyMap<number, Role>,
  at: { row: number; sheet?: string },
  read: (text: string, isMarked: boolean) => RawLine,
): RawLine[] {
  const found: { readonly place: number; readonly line: RawLine }[] = [];
  const whys = new Map<number, string>();
  for (const row of rows) {
    for (const cell of row.cells) {
      const role = roles.get(cell.column) ?? 'ignored';
      const place = Number(/\d+$/u.exec(role)?.[0] ?? -1);
      if (role.startsWith('why')) whys.set(place, textOf(cell));
      if (!role.startsWith('option') || textOf(cell) === '') continue;
      const lines = markedLines(cell);
      const isList = lines.length > 1 && lines.every(({ text }) => LETTERED.test(text));
      const parts = isList ? lines : [{ text: textOf(cell), isMarked: lines.every(({ isMarked }) => isMarked) }];
      for (const [index, { text, isMarked }] of parts.entries()) {
        const line = { ...read(text, isMarked), at: { ...at, row: row.number, column: columnName(cell.column) } };
        found.push({ place: place + index + (row === rows[0] ? 0 : 100 * row.number), line });
      }
    }
  }
  return found
    .toSorted((a, b) => a.place - b.place)
    .map(({ place, line }) => (whys.get(place) ? { ...line, rationale: whys.get(place) } : line));
}

/** What is accepted for a typed answer: a star in it stands for anything, and a letter before it belongs to it. */
const asTyped = (text: string, isMarked: boolean): RawLine => ({ text: text.trim(), isMarked });

/** "*A. text" without its letter; the star marks it. */
function unlettered(text: string, isMarked: boolean): RawLine {
  const [all = '', before = '', , behind = ''] = LETTERED.exec(text) ?? [];
  const rest = text.slice(all.length).trim();
  const star = before !== '' || behind !== '' || /^\*(?!\*)/u.test(rest) || /(?<!\*)\*$/u.test(rest);
  return { text: rest.replace(/^\*(?!\*)\s*|\s*(?<!\*)\*$/gu, ''), isMarked: isMarked || star };
}
