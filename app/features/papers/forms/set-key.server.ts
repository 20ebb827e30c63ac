import { formatInstant } from '#app/ui/format.ts';
import {
  cell,
  line,
  type PrintCell,
  type PrintDocument,
  type PrintGrid,
  type PrintNode,
} from '#app/platform/print/print-node.ts';
import { PAPER_WORDS as words } from '#app/text/papers.ts';
import type { PaperSet } from './paper-set.ts';
import { printText } from './print-text.server.ts';
import { setHead } from './set-paper.server.ts';

/** Codes beside each other in one table of keys. */
const CODES = 6;

/** The keys of a set: a table by paper for whoever marks, then rationale and source of each question of each paper. */
export function setKey(set: PaperSet): PrintDocument {
  const nodes: PrintNode[] = [
    ...setHead(set, words.key, undefined),
    line(`${words.setCode(set.seed)}. ${words.drawnAt(formatInstant(set.drawnAt, 'vi'))}.`, { size: 11, below: 6 }),
    line(words.keyTable, { bold: true, below: 4 }),
  ];
  for (let first = 0; first < set.papers.length; first += CODES) {
    nodes.push(keyTable(set.papers.slice(first, first + CODES)), line(' ', { size: 6 }));
  }
  for (const paper of set.papers) {
    nodes.push({ kind: 'pageBreak' }, line(words.keyDetails(paper.code), { bold: true, size: 13, below: 4 }));
    nodes.push(details(set, paper));
  }
  return {
    title: `${set.contestTitle} – ${set.roundTitle} – ${words.key}`,
    author: set.letterhead,
    nodes,
    footer: words.setCode(set.seed),
    pageWords: words.page,
    at: set.drawnAt,
  };
}

type Papers = PaperSet['papers'];

function keyTable(papers: Papers): PrintGrid {
  const keys = papers.map((paper) => paper.sections.flatMap((section) => section.questions));
  const numbers = (keys[0] ?? []).map(({ number }) => number);
  const head = [words.number, ...papers.map(({ code }) => code)].map((text) =>
    cell(text, { bold: true, align: 'center', shaded: true }),
  );
  const rows = numbers.map((number, index): PrintCell[] => [
    cell(String(number), { bold: true, align: 'center' }),
    ...keys.map((questions) => cell(questions[index]?.key ?? '', { align: 'center', size: 11 })),
  ]);
  return { kind: 'grid', ruled: true, headerRows: 1, widths: [1, ...papers.map(() => 2)], rows: [head, ...rows] };
}

const details = (set: PaperSet, paper: Papers[number]): PrintGrid => ({
  kind: 'grid',
  ruled: true,
  headerRows: 1,
  widths: [1, 2, 9],
  rows: [
    [words.number, words.key, `${words.rationale}, ${words.source.toLocaleLowerCase('vi')}`].map((text) =>
      cell(text, { bold: true, align: 'center', shaded: true }),
    ),
    ...paper.sections
      .flatMap((section) => section.questions)
      .map((question): PrintCell[] => [
        cell(String(question.number), { bold: true, align: 'center' }),
        cell(question.key, { align: 'center', size: 11 }),
        {
          nodes: [
            ...printText(question.rationale, set.images, []),
            ...(question.source === ''
              ? []
              : [line(`${words.source}: ${question.source}`, { italic: true, size: 10 })]),
          ],
        },
      ]),
  ],
});
