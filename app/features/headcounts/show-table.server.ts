import type { Locale } from '#app/text/define-text.ts';
import { refusalSentence } from '#app/text/file-notes.ts';
import { headcountTableText } from '#app/text/headcount-table.ts';
import { packProposals, type JudgedLine, type JudgedTable, type TableFault } from './read-headcount-table.server.ts';

const MOST_SHOWN = 300;

const weight = ({ verdict, figures }: JudgedLine): number =>
  verdict === 'faulty' ? 0 : figures.some(({ warnings }) => warnings.length > 0) ? 1 : verdict === 'changed' ? 2 : 3;

/** What a page shows of a table: the counts, the lines with something to say first, and what confirming sends. */
export function linesToShow({ lines, proposals }: JudgedTable) {
  const count = (verdict: JudgedLine['verdict']): number => lines.filter((line) => line.verdict === verdict).length;
  return {
    lines: lines.toSorted((a, b) => weight(a) - weight(b) || a.row - b.row).slice(0, MOST_SHOWN),
    counts: { read: lines.length, changed: count('changed'), same: count('same'), faulty: count('faulty') },
    packed: packProposals(proposals),
  };
}

/** Why a table was not read, in one sentence. */
export function tableFaultSentence(fault: TableFault, locale: Locale): string {
  const t = headcountTableText[locale];
  if (fault.code === 'noHeads') return t.noHeads;
  return fault.code === 'tooMany' ? t.tooMany : refusalSentence(fault, locale);
}
