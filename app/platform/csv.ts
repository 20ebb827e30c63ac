/** A cell: a number, nothing, or a text that text() has made safe. */
export type Cell = number | null | { readonly text: string };

// why also full-width forms and what a spreadsheet trims before it looks: = + - @ begin a formula in one or the other program.
const BEGINS_FORMULA = /^[\s\u00A0\uFEFF]*[=+\-@＝＋－＠]|^[\t\r\n]/u;

/** A text for a cell. One that a spreadsheet could take for a formula gets an apostrophe before it, and stays a text. */
export const text = (value: string): Cell => ({ text: BEGINS_FORMULA.test(value) ? `'${value}` : value });

const cellText = (cell: Cell): string => {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  return /[",\r\n]/u.test(cell.text) ? `"${cell.text.replaceAll('"', '""')}"` : cell.text;
};

/** A line of CSV as RFC 4180 has it: commas, quotes where they are needed, and CR LF at the end. */
export const csvLine = (cells: readonly Cell[]): string => `${cells.map(cellText).join(',')}\r\n`;
