/** Text that is set alike. */
export interface CellRun {
  readonly text: string;
  /** Bold, underlined, coloured or filled: perhaps the mark of a key. */
  readonly isMarked: boolean;
}

/** A cell that is not empty. */
export interface Cell {
  /** From 0. */
  readonly column: number;
  readonly runs: readonly CellRun[];
  /** The font is of a time before Unicode, so the letters are not what they look like. */
  readonly isLegacy: boolean;
  /** The error that a formula gave in place of a value: "#REF!". */
  readonly fault?: string | undefined;
}

/** Cells of one column that were merged over several rows; the first of them holds the value. */
export interface Merge {
  readonly column: number;
  readonly first: number;
  readonly last: number;
}

/** An image on a sheet. */
export interface Picture {
  /** Of the cell that its corner is in, as the file counts rows. */
  readonly row: number;
  /** In Markdown. */
  readonly address: string;
}

export interface Row {
  /** As the file counts it, from 1. */
  readonly number: number;
  readonly cells: readonly Cell[];
}

export interface Table {
  /** Name of the sheet; undefined where there are no sheets. */
  readonly sheet: string | undefined;
  readonly rows: readonly Row[];
  readonly merges?: readonly Merge[] | undefined;
  readonly pictures?: readonly Picture[] | undefined;
}

/** The text of a cell, with whitespace at its ends gone, and composed as the bank keeps texts. */
export const textOf = (cell: Cell | undefined): string => tidyCell((cell?.runs ?? []).map(({ text }) => text).join(''));

/** Whether a cell says something, be it only that its formula failed. */
export const isFilled = (cell: Cell): boolean => cell.fault !== undefined || textOf(cell) !== '';

/** A cross beside an option, in the column of the key: this one is right. */
export const CROSS = /^(?:x|v|\*|✓|✔|☑|√)$/iu;

/** A cell's text without what is not seen, in composed letters. */
export const tidyCell = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll(/[\u00a0\u2007\u202f]/gu, ' ')
    .replaceAll(/[\u200b-\u200d\ufeff]/gu, '')
    .replaceAll(/\r\n?/gu, '\n')
    .replaceAll(/[^\S\n]+/gu, ' ')
    .replaceAll(/ ?\n ?/gu, '\n')
    .trim();

/** "A", "B", …, "AA" for a column from 0. */
export function columnName(column: number): string {
  const last = String.fromCodePoint(0x41 + (column % 26));
  return column < 26 ? last : columnName(Math.floor(column / 26) - 1) + last;
}

/** The lines of a cell, each marked where all that is seen of it is. */
export function markedLines(cell: Cell | undefined): { readonly text: string; readonly isMarked: boolean }[] {
  const lines: { text: string; marked: number; plain: number }[] = [{ text: '', marked: 0, plain: 0 }];
  for (const { text, isMarked } of cell?.runs ?? []) {
    for (const [at, part] of text.replaceAll(/\r\n?/gu, '\n').split('\n').entries()) {
      if (at > 0) lines.push({ text: '', marked: 0, plain: 0 });
      const line = lines.at(-1);
      if (!line) continue;
      line.text += part;
      const seen = part.replaceAll(/\s/gu, '').length;
      if (isMarked) line.marked += seen;
      else line.plain += seen;
    }
  }
  return lines
    .map(({ text, marked, plain }) => ({ text: tidyCell(text), isMarked: marked > 0 && plain <= 2 }))
    .filter(({ text }) => text !== '');
}
