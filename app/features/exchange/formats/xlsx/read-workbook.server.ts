import { SaxesParser, type SaxesTagPlain } from 'saxes';
import type { FileRefusal } from '#app/domain/exchange/parsed-file.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import type { Archive } from '#app/platform/archive.server.ts';
import { decodeText } from '#app/platform/decode-text.server.ts';
import type { Cell, CellRun, Row, Table } from '../table/table.ts';
import { noteFont, StyleReader, type CellStyle } from './read-styles.ts';

export const WORKBOOK_LIMITS = { rows: 20_100, cells: 1_000_000, sheets: 60, cellLength: 40_000 };

class Refused extends Error {
  readonly refusal: FileRefusal;
  constructor(refusal: FileRefusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/** Walks through an XML part; prefixes of names are taken off. */
async function walk(
  archive: Archive,
  file: string,
  handlers: { open: (tag: SaxesTagPlain) => void; text?: (text: string) => void; close?: (name: string) => void },
): Promise<void> {
  const bytes = await archive.read(file);
  if (!bytes.ok) throw new Refused(bytes.error);
  const text = decodeText(bytes.value);
  if (!text.ok) throw new Refused(text.error);
  const parser = new SaxesParser();
  const bare = (name: string): string => name.slice(name.indexOf(':') + 1);
  parser.on('doctype', () => {
    throw new Refused({ code: 'has-doctype', at: { file } });
  });
  parser.on('opentag', (tag) => handlers.open({ ...tag, name: bare(tag.name) }));
  parser.on('text', (part) => handlers.text?.(part));
  parser.on('cdata', (part) => handlers.text?.(part));
  parser.on('closetag', ({ name }) => handlers.close?.(bare(name)));
  parser.on('error', () => {
    throw new Refused({ code: 'broken-xml', at: { file, line: parser.line } });
  });
  parser.write(text.value).close();
}

/** The sheets of a workbook that are not hidden, in their order. Refused where a part is broken or too large. */
export async function readWorkbook(archive: Archive): Promise<Result<Table[], FileRefusal>> {
  try {
    const root = archive.names.find((name) => /(?:^|\/)xl\/workbook\.xml$/u.test(name)) ?? '';
    const folder = root.slice(0, root.lastIndexOf('/') + 1);
    const has = (name: string): boolean => archive.names.includes(name);
    const targets = await relationsOf(archive, `${folder}_rels/workbook.xml.rels`, folder);
    const { sheets, is1904 } = await sheetsOf(archive, root);
    const strings = has(`${folder}sharedStrings.xml`) ? await stringsOf(archive, `${folder}sharedStrings.xml`) : [];
    const styles = new StyleReader();
    if (has(`${folder}styles.xml`)) await walk(archive, `${folder}styles.xml`, { open: (tag) => styles.open(tag) });
    const tables: Table[] = [];
    for (const { name, id } of sheets.slice(0, WORKBOOK_LIMITS.sheets)) {
      const file = targets.get(id);
      if (file === undefined || !has(file)) continue;
      tables.push({ sheet: name, rows: await rowsOf(archive, file, { strings, styles: styles.styles, is1904 }) });
    }
    return ok(tables);
  } catch (error) {
    if (error instanceof Refused) return refuse(error.refusal);
    throw error;
  }
}

async function relationsOf(archive: Archive, file: string, folder: string): Promise<Map<string, string>> {
  const targets = new Map<string, string>();
  await walk(archive, file, {
    open: ({ name, attributes }) => {
      const target = attributes['Target'];
      if (name !== 'Relationship' || target === undefined || attributes['TargetMode'] === 'External') return;
      targets.set(attributes['Id'] ?? '', target.startsWith('/') ? target.slice(1) : folder + target);
    },
  });
  return targets;
}

async function sheetsOf(archive: Archive, file: string) {
  const sheets: { name: string; id: string }[] = [];
  let is1904 = false;
  await walk(archive, file, {
    open: ({ name, attributes }) => {
      if (name === 'workbookPr') is1904 = /^(?:1|true)$/u.test(attributes['date1904'] ?? '');
      const isSeen = (attributes['state'] ?? 'visible') === 'visible';
      if (name === 'sheet' && isSeen) sheets.push({ name: attributes['name'] ?? '', id: idOf(attributes) });
    },
  });
  return { sheets, is1904 };
}

const idOf = (attributes: Readonly<Record<string, string>>): string =>
  Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? '';

interface Text {
  readonly runs: readonly CellRun[];
  readonly isLegacy: boolean;
}

/** Gathers the runs of a rich text, as of a shared string or one within its cell. */
class TextReader {
  #runs: CellRun[] = [];
  #font = { isMarked: false, isLegacy: false };
  #isLegacy = false;
  #inText = false;
  #inPhonetic = false;
  #length = 0;

  open(tag: SaxesTagPlain): void {
    if (tag.name === 'rPh') this.#inPhonetic = true;
    else if (tag.name === 'r') this.#font = { isMarked: false, isLegacy: false };
    else if (tag.name === 't') this.#inText = !this.#inPhonetic;
    else noteFont(this.#font, tag);
  }

  text(part: string): void {
    if (!this.#inText || (this.#length += part.length) > WORKBOOK_LIMITS.cellLength) return;
    this.#runs.push({ text: part, isMarked: this.#font.isMarked });
    this.#isLegacy ||= this.#font.isLegacy && part.trim() !== '';
  }

  close(name: string): void {
    if (name === 't') this.#inText = false;
    if (name === 'rPh') this.#inPhonetic = false;
  }

  take(): Text {
    const text = { runs: this.#runs, isLegacy: this.#isLegacy };
    this.#runs = [];
    this.#font = { isMarked: false, isLegacy: false };
    this.#isLegacy = false;
    this.#length = 0;
    return text;
  }
}

async function stringsOf(archive: Archive, file: string): Promise<Text[]> {
  const strings: Text[] = [];
  const reader = new TextReader();
  await walk(archive, file, {
    open: (tag) => reader.open(tag),
    text: (part) => reader.text(part),
    close: (name) => {
      reader.close(name);
      if (name === 'si') strings.push(reader.take());
    },
  });
  return strings;
}

interface Book {
  readonly strings: readonly Text[];
  readonly styles: readonly CellStyle[];
  readonly is1904: boolean;
}

async function rowsOf(archive: Archive, file: string, book: Book): Promise<Row[]> {
  const rows: { number: number; cells: Cell[] }[] = [];
  const inline = new TextReader();
  let [row, column, cells] = [0, 0, 0];
  let [type, style, value] = ['', 0, ''];
  let [inValue, inInline, isHidden] = [false, false, false];
  await walk(archive, file, {
    open: (tag) => {
      const { name, attributes } = tag;
      if (inInline) inline.open(tag);
      if (name === 'row') {
        row = Number(attributes['r'] ?? row + 1);
        isHidden = /^(?:1|true)$/u.test(attributes['hidden'] ?? '');
        column = -1;
        if (rows.length >= WORKBOOK_LIMITS.rows) {
          throw new Refused({ code: 'too-many-items', values: { limit: WORKBOOK_LIMITS.rows } });
        }
        rows.push({ number: row, cells: [] });
      } else if (name === 'c') {
        column = columnOf(attributes['r'] ?? '') ?? column + 1;
        [type, style, value] = [attributes['t'] ?? 'n', Number(attributes['s'] ?? 0), ''];
        if ((cells += 1) > WORKBOOK_LIMITS.cells) throw new Refused({ code: 'file-too-large' });
      } else if (name === 'v') inValue = true;
      else if (name === 'is') inInline = true;
    },
    text: (part) => {
      if (inInline) inline.text(part);
      else if (inValue && value.length < WORKBOOK_LIMITS.cellLength) value += part;
    },
    close: (name) => {
      if (inInline) inline.close(name);
      if (name === 'v') inValue = false;
      else if (name === 'is') inInline = false;
      else if (name === 'c' && !isHidden) {
        const found = cellText(type, value, inline.take(), book.styles[style], book);
        if (found.runs.some(({ text }) => text.trim() !== '')) rows.at(-1)?.cells.push({ column, ...found });
      }
    },
  });
  return rows.filter((each) => each.cells.length > 0);
}

/** 2 for "C7". */
function columnOf(reference: string): number | undefined {
  const letters = /^[A-Z]{1,3}/u.exec(reference)?.[0];
  if (letters === undefined) return undefined;
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 0x40, 0) - 1;
}

/** What a cell shows. A formula shows what it gave last; a date the day as Vietnamese write it. */
function cellText(type: string, value: string, inline: Text, style: CellStyle | undefined, book: Book): Text {
  const isMarked = style?.isMarked ?? false;
  const plain = (text: string): Text => ({ runs: [{ text, isMarked }], isLegacy: style?.isLegacy ?? false });
  const rich = (text: Text | undefined): Text => ({
    runs: (text?.runs ?? []).map((run) => ({ ...run, isMarked: run.isMarked || isMarked })),
    isLegacy: (text?.isLegacy ?? false) || (style?.isLegacy ?? false),
  });
  switch (type) {
    case 's':
      return rich(book.strings[Number(value)]);
    case 'inlineStr':
      return rich(inline);
    case 'b':
      return plain(value === '1' ? 'Đúng' : 'Sai');
    case 'e':
      return plain('');
    case 'n':
      return plain(style?.isDate && value !== '' ? dateText(Number(value), book.is1904) : numberText(value));
    default:
      return plain(value);
  }
}

const numberText = (value: string): string => {
  const number = Number(value);
  return value === '' || !Number.isFinite(number) ? value : String(Number(number.toPrecision(15)));
};

const DAY_MS = 86_400_000;

/** Days since 30 December 1899, or since 1904 (ECMA-376 part 1, 18.17.4). */
function dateText(days: number, is1904: boolean): string {
  if (!Number.isFinite(days) || days < 0 || days > 2_958_466) return '';
  const date = new Date(Date.UTC(1899, 11, 30) + Math.round((days + (is1904 ? 1_462 : 0)) * DAY_MS));
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${two(date.getUTCDate())}/${two(date.getUTCMonth() + 1)}/${date.getUTCFullYear()}`;
}
