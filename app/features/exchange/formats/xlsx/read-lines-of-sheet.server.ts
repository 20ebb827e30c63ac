import type { FileNote, FilePlace, ParsedItem } from '#app/domain/exchange/parsed-file.ts';
import { lineOf, PLAIN, type Line, type Run } from '../docx/line.ts';
import { readLines, type ReadLines } from '../docx/read-lines.server.ts';
import { tidyCell, type Cell, type Row, type Table } from '#app/platform/tables/table.ts';

/**
 * A sheet without a table, whose cells hold questions line by line, as they come out of a Word document that was pasted into it;
 * undefined where there is none. Places are rows of the sheet.
 */
export function readLinesOfSheet({ sheet, rows }: Table): Pick<ReadLines, 'items' | 'notes'> | undefined {
  const read = readLines(rows.flatMap(linesOf), () => undefined);
  if (read.items.length === 0) return undefined;
  const placed = ({ line, question }: FilePlace): FilePlace => ({
    ...(sheet === undefined ? {} : { sheet }),
    ...(line === undefined ? {} : { row: line }),
    ...(question === undefined ? {} : { question }),
  });
  const noted = (notes: readonly FileNote[]): FileNote[] => notes.map((note) => ({ ...note, at: placed(note.at) }));
  return {
    items: read.items.map((item): ParsedItem => ({ ...item, at: placed(item.at), notes: noted(item.notes) })),
    notes: noted(read.notes),
  };
}

/** The lines of a row, cell by cell; what is set apart in a cell counts as highlighted. */
const linesOf = ({ number, cells }: Row): Line[] => cells.flatMap((cell) => cellLines(cell, number));

function cellLines({ runs, isLegacy }: Cell, row: number): Line[] {
  const lines: Run[][] = [[]];
  for (const { text, isMarked } of runs) {
    text.split(/\r\n?|\n/u).forEach((part, at) => {
      if (at > 0) lines.push([]);
      if (part !== '') lines.at(-1)?.push({ ...PLAIN, text: part, highlight: isMarked });
    });
  }
  return lines.map((line) => lineOf(line, row, isLegacy)).filter(({ text }) => tidyCell(text) !== '');
}
