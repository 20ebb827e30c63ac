import type { FileNote, FilePlace, ParsedItem } from '#app/domain/exchange/parsed-file.ts';
import { isTyped } from '#app/domain/items/item.ts';
import { EMPTY_QUESTION, type RawLine, type RawQuestion } from '../clerk/raw-question.ts';
import { itemOfRaw } from '../clerk/item-of-raw.ts';
import { kindOf } from '../clerk/kind-words.ts';
import { isLegacyText } from '../clerk/legacy-text.ts';
import type { Role } from './columns.ts';
import { groupsOf, SHARED } from './group-rows.ts';
import { guessHeads } from './guess-heads.ts';
import { findHeads, unknownColumns, type Heads } from './heads.ts';
import {
  columnName,
  CROSS,
  isFilled,
  markedLines,
  textOf,
  type Cell,
  type Row,
  type Table,
} from '#app/platform/tables/table.ts';

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
  /** Pictures that belong to no question. */
  readonly strayPictures: number;
}

/**
 * Questions of a table; undefined where no row looks like the heads of one.
 * @param mayGuess whether a table without heads is understood by what stands in its columns
 */
export function readTable(
  table: Table,
  withImages: (markdown: string) => string,
  mayGuess: boolean,
): ReadTable | undefined {
  const found = findHeads(table.rows);
  const heads = found ?? (mayGuess ? guessHeads(table.rows) : undefined);
  if (!heads) return undefined;
  const items: ParsedItem[] = [];
  const body = table.rows.filter(({ number }) => number > heads.row.number);
  const pictures = new Set(table.pictures ?? []);
  for (const group of groupsOf(body, heads)) {
    const shown = [...pictures].filter(({ row }) => group.some(({ number }) => number === row));
    const raw = rawOf([spread(group[0], table, heads), ...group.slice(1)], heads.roles, table.sheet, withImages);
    if (!raw) continue;
    for (const picture of shown) pictures.delete(picture);
    const prompt = [raw.question.prompt, ...shown.map(({ address }) => `![](${address})`)];
    items.push(itemOfRaw({ ...raw.question, prompt: prompt.join('\n\n').trim() }, raw.notes));
  }
  const notes = found ? unknownColumns(table, heads, body) : [guessed(table, heads)];
  return { items, notes, strayPictures: pictures.size };
}

/** How a table without heads was understood, for a person to look at. */
function guessed({ sheet }: Table, { roles }: Heads): FileNote {
  const columnOf = (name: string): string =>
    [...roles].flatMap(([column, role]) => (role.startsWith(name) ? columnName(column) : [])).join(', ');
  const values = { prompt: columnOf('prompt'), options: columnOf('option'), key: columnOf('key') };
  return { level: 'warning', code: 'heads-guessed', at: sheet === undefined ? {} : { sheet }, values };
}

/** The row with what it shares with the rows above it by merged cells. */
function spread(row: Row | undefined, table: Table, heads: Heads): Row {
  if (!row) return { number: 0, cells: [] };
  const shared = (table.merges ?? []).flatMap(({ column, first, last }): Cell[] => {
    const isHere = first > heads.row.number && first < row.number && row.number <= last;
    const role = heads.roles.get(column);
    if (!isHere || !role || !SHARED.includes(role)) return [];
    return table.rows.find(({ number }) => number === first)?.cells.filter((cell) => cell.column === column) ?? [];
  });
  const own = row.cells.filter((cell) => !shared.some(({ column }) => column === cell.column));
  return { number: row.number, cells: [...own, ...shared] };
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
  const notes = rows.flatMap((row) => notesOf(row, roles, at));
  return {
    notes: firstOfEach(notes),
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
      key: CROSS.test(text('key')) ? '' : text('key'),
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

/** What is wrong with the cells themselves. */
function notesOf(row: Row, roles: ReadonlyMap<number, Role>, at: FilePlace): FileNote[] {
  return row.cells.flatMap((cell): FileNote[] => {
    if ((roles.get(cell.column) ?? 'ignored') === 'ignored') return [];
    const place = { ...at, row: row.number, column: columnName(cell.column) };
    if (cell.fault !== undefined)
      return [{ level: 'error', code: 'cell-fault', at: place, values: { fault: cell.fault.slice(0, 20) } }];
    if (cell.isLegacy) return [{ level: 'error', code: 'legacy-font', at: place }];
    return isLegacyText(textOf(cell)) ? [{ level: 'error', code: 'legacy-text', at: place }] : [];
  });
}

/** Every failed formula, and of the old letters the first cell: the others are no news. */
const firstOfEach = (notes: readonly FileNote[]): FileNote[] =>
  notes.filter(
    ({ code }, at) => code === 'cell-fault' || notes.findIndex((other) => other.code.startsWith('legacy')) === at,
  );

/** A line under the table or between its parts: one cell with words, and nothing of a question. */
function isRemark(row: Row, roles: ReadonlyMap<number, Role>): boolean {
  const filled = row.cells.filter(isFilled);
  if (filled.length !== 1) return false;
  const words = textOf(filled[0]);
  const role = roles.get(filled[0]?.column ?? -1) ?? 'ignored';
  const isOfQuestion = role === 'prompt' || role === 'key' || role.startsWith('option');
  return FOOT.test(words) || /^(?:ph[ầa]n|ch[ưu][ơo]ng|chuy[êe]n [đd][ềe]|[IVX]+\.)\s/iu.test(words) || !isOfQuestion;
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
    const below = row === rows[0] ? 0 : 100 * row.number;
    const isCrossed = row.cells.some((cell) => roles.get(cell.column) === 'key' && CROSS.test(textOf(cell)));
    for (const cell of row.cells) {
      const role = roles.get(cell.column) ?? 'ignored';
      const place = Number(/\d+$/u.exec(role)?.[0] ?? -1);
      if (role.startsWith('why')) whys.set(place + below, textOf(cell));
      if (!role.startsWith('option') || textOf(cell) === '') continue;
      const lines = markedLines(cell);
      const isList = lines.length > 1 && lines.every(({ text }) => LETTERED.test(text));
      const parts = isList ? lines : [{ text: textOf(cell), isMarked: lines.every(({ isMarked }) => isMarked) }];
      for (const [index, { text, isMarked }] of parts.entries()) {
        const line = {
          ...read(text, isMarked || isCrossed),
          at: { ...at, row: row.number, column: columnName(cell.column) },
        };
        found.push({ place: place + index + below, line });
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
