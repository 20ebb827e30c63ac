import { isChosen } from '#app/domain/items/item.ts';
import type { PrintedQuestion } from '#app/domain/papers/print-paper.ts';
import {
  cell,
  line,
  type PrintCell,
  type PrintDocument,
  type PrintNode,
  type PrintRun,
} from '#app/platform/print/print-node.ts';
import { PAPER_WORDS as words } from '#app/text/papers.ts';
import { dots, setHead, setPerson } from './set-paper.server.ts';
import type { PaperSet } from './paper-set.ts';

const COLUMNS = 3;

/**
 * One answer sheet for all papers of the set. A place has circles where every paper asks for a choice there, as many as the
 * longest of them needs; else it has room for words.
 */
export function setAnswerSheet(set: PaperSet): PrintDocument {
  const byNumber = new Map<number, PrintedQuestion[]>();
  for (const question of set.papers.flatMap((paper) => paper.sections.flatMap((section) => section.questions))) {
    byNumber.set(question.number, [...(byNumber.get(question.number) ?? []), question]);
  }
  const places = [...byNumber].toSorted(([a], [b]) => a - b).map(([number, questions]) => place(number, questions));
  const nodes: PrintNode[] = [
    ...setHead(set, words.answerSheet, undefined),
    line(`${words.code}: ${dots(16)}`, { bold: true, size: 14, below: 6 }),
    ...setPerson(),
    line(words.answerHint, { italic: true, size: 11, below: 8 }),
    columnsOf(places),
  ];
  if (set.predictionAsks) {
    nodes.push(line(`${words.predictionName} ${words.prediction[set.predictionAsks]} ${dots(30)}`, { above: 8 }));
  }
  nodes.push({
    kind: 'group',
    nodes: [
      line(' ', { size: 6 }),
      {
        kind: 'grid',
        ruled: true,
        headerRows: 0,
        widths: [1, 1, 1],
        rows: [
          [words.score, words.marker, words.signature].map((title) =>
            cell(title, { bold: true, align: 'center', shaded: true }),
          ),
          [0, 1, 2].map(() => ({ nodes: [line(' '), line(' ')] })),
        ],
      },
    ],
  });
  return {
    title: `${set.contestTitle} – ${set.roundTitle} – ${words.answerSheet}`,
    author: set.letterhead,
    nodes,
    footer: words.setCode(set.seed),
    pageWords: words.page,
    at: set.drawnAt,
  };
}

interface Place {
  readonly number: PrintCell;
  readonly answer: PrintCell;
}

function place(number: number, questions: readonly PrintedQuestion[]): Place {
  const hasCircles = questions.every(({ interaction }) => isChosen(interaction));
  const circles = Math.max(...questions.map(({ options }) => options.length));
  const runs: PrintRun[] = Array.from({ length: circles }, (_, index) => ({
    kind: 'bubble',
    letter: String.fromCodePoint(0x41 + index),
  }));
  return {
    number: cell(String(number), { bold: true, align: 'center' }),
    answer: hasCircles ? { nodes: [{ kind: 'line', runs }] } : cell(' ', { size: 15 }),
  };
}

/** Numbers run down the columns, as people count. */
function columnsOf(places: readonly Place[]): PrintNode {
  const height = Math.ceil(places.length / COLUMNS);
  const head = Array.from({ length: COLUMNS }, () => [
    cell(words.number, { bold: true, align: 'center', shaded: true }),
    cell(words.answer, { bold: true, shaded: true }),
  ]).flat();
  const rows = Array.from({ length: height }, (_, row) =>
    Array.from({ length: COLUMNS }, (_unused, column) => {
      const found = places[column * height + row];
      return found ? [found.number, found.answer] : [cell(''), cell('')];
    }).flat(),
  );
  return {
    kind: 'grid',
    ruled: true,
    headerRows: 1,
    widths: Array.from({ length: COLUMNS }, () => [1, 3.6]).flat(),
    rows: [head, ...rows],
  };
}
