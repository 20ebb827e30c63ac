import type { SaxesTagPlain } from 'saxes';
import type { FileRefusal } from '#app/domain/exchange/parsed-file.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import type { Archive } from '../archive.server.ts';
import type { Cell, CellRun, Merge, Table } from './table.ts';
import { cellText, type Book, type Text } from './cell-text.ts';
import { imagesOf, type PlacedImage } from './read-images.server.ts';
import { noteFont, StyleReader } from './read-styles.ts';
import { Refused, relationsOf, walk } from './walk-part.server.ts';

export const WORKBOOK_LIMITS = { rows: 20_100, cells: 1_000_000, sheets: 60, cellLength: 40_000 };

/** A sheet with the places of its images, which are not read yet. */
export interface Sheet extends Table {
  readonly images: readonly PlacedImage[];
}

/** The sheets of a workbook that are not hidden, in their order. Refused where a part is broken or too large. */
export async function readWorkbook(archive: Archive): Promise<Result<Sheet[], FileRefusal>> {
  try {
    const root = archive.names.find((name) => /(?:^|\/)xl\/workbook\.xml$/u.test(name)) ?? '';
    const folder = root.slice(0, root.lastIndexOf('/') + 1);
    const has = (name: string): boolean => archive.names.includes(name);
    const targets = await relationsOf(archive, root);
    const { sheets, is1904 } = await sheetsOf(archive, root);
    const strings = has(`${folder}sharedStrings.xml`) ? await stringsOf(archive, `${folder}sharedStrings.xml`) : [];
    const styles = new StyleReader();
    if (has(`${folder}styles.xml`)) await walk(archive, `${folder}styles.xml`, { open: (tag) => styles.open(tag) });
    const tables: Sheet[] = [];
    for (const { name, id } of sheets.slice(0, WORKBOOK_LIMITS.sheets)) {
      const file = targets.get(id)?.file;
      if (file === undefined || !has(file)) continue;
      const read = await rowsOf(archive, file, { strings, styles: styles.styles, is1904 });
      tables.push({ sheet: name, ...read, images: await imagesOf(archive, file) });
    }
    return ok(tables);
  } catch (error) {
    if (error instanceof Refused) return refuse(error.refusal);
    throw error;
  }
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

async function rowsOf(archive: Archive, file: string, book: Book): Promise<Pick<Table, 'rows' | 'merges'>> {
  const merges: Merge[] = [];
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
      else if (name === 'mergeCell' && merges.length < WORKBOOK_LIMITS.rows)
        merges.push(...mergeOf(attributes['ref'] ?? ''));
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
        const fault = type === 'e' ? value || '#' : undefined;
        if (fault !== undefined || found.runs.some(({ text }) => text.trim() !== ''))
          rows.at(-1)?.cells.push({ column, ...found, fault });
      }
    },
  });
  return { rows: rows.filter((each) => each.cells.length > 0), merges };
}

/** "B3:B7": cells of a column over several rows; of several columns the first, which holds the value. */
function mergeOf(reference: string): Merge[] {
  const [, from = '', first, last] = /^([A-Z]{1,3})(\d+):[A-Z]{1,3}(\d+)$/u.exec(reference) ?? [];
  const column = columnOf(from);
  if (column === undefined || Number(last) <= Number(first)) return [];
  return [{ column, first: Number(first), last: Number(last) }];
}

/** 2 for "C7". */
function columnOf(reference: string): number | undefined {
  const letters = /^[A-Z]{1,3}/u.exec(reference)?.[0];
  if (letters === undefined) return undefined;
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 0x40, 0) - 1;
}
