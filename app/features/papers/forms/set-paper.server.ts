import { isTyped } from '#app/domain/items/item.ts';
import { fold } from '#app/domain/kernel/text.ts';
import type { PrintedOption, PrintedPaper, PrintedQuestion } from '#app/domain/papers/print-paper.ts';
import { plainLength } from './plain-length.server.ts';
import {
  cell,
  line,
  type PrintDocument,
  type PrintGrid,
  type PrintGroup,
  type PrintLine,
  type PrintNode,
} from '#app/platform/print/print-node.ts';
import { PAPER_WORDS as words } from '#app/text/papers.ts';
import type { PaperSet } from './paper-set.ts';
import { printText } from './print-text.server.ts';

/** The head of every document of a set: who issues it on the left, what it is on the right, as on a school's paper. */
export function setHead(set: PaperSet, what: string, code: string | undefined): PrintNode[] {
  const left = [line(set.letterhead.toLocaleUpperCase('vi'), { bold: true, align: 'center' })];
  const right: PrintLine[] = [
    line(what, { bold: true, align: 'center', size: 14 }),
    line(set.contestTitle, { bold: true, align: 'center' }),
    line(set.roundTitle, { align: 'center' }),
    line(words.minutes(set.minutes), { italic: true, align: 'center', size: 11 }),
  ];
  if (code !== undefined) right.push(line(`${words.code}: ${code}`, { bold: true, align: 'center', size: 13 }));
  return [
    { kind: 'grid', ruled: false, headerRows: 0, widths: [2, 3], rows: [[{ nodes: left }, { nodes: right }]] },
    line(' ', { size: 6 }),
  ];
}

/** Lines for the person's name, unit and year of birth. */
export const setPerson = (): PrintLine[] => [
  line(`${words.fullName}: ${dots(58)} ${words.birthYear}: ${dots(14)}`, { below: 4 }),
  line(`${words.unit}: ${dots(92)}`, { below: 8 }),
];

export const dots = (count: number): string => '.'.repeat(count);

/** One paper: head, sections with their questions, the prediction question, the end. */
export function setPaper(set: PaperSet, paper: PrintedPaper): PrintDocument {
  const questions = paper.sections.flatMap((section) => section.questions);
  const showsMarks = new Set(questions.map(({ marks }) => marks)).size > 1;
  const nodes: PrintNode[] = [...setHead(set, words.paper, paper.code), ...setPerson()];
  for (const section of paper.sections) {
    if (paper.sections.length > 1 && section.title !== '')
      nodes.push(line(section.title, { bold: true, above: 8, below: 2 }));
    for (const question of section.questions) nodes.push(setQuestion(set, question, showsMarks));
  }
  if (set.predictionAsks) nodes.push(setPrediction(set.predictionAsks));
  nodes.push(
    line(words.end, { align: 'center', above: 12 }),
    line(words.endNote, { align: 'center', italic: true, size: 11 }),
  );
  return {
    title: `${set.contestTitle} – ${set.roundTitle} – ${words.code} ${paper.code}`,
    author: set.letterhead,
    nodes,
    footer: `${words.code} ${paper.code}`,
    pageWords: words.page,
    at: set.drawnAt,
  };
}

const setPrediction = (asks: NonNullable<PaperSet['predictionAsks']>): PrintGroup => ({
  kind: 'group',
  nodes: [
    {
      kind: 'line',
      above: 8,
      runs: [
        { kind: 'text', text: `${words.predictionName} `, bold: true },
        { kind: 'text', text: words.prediction[asks] },
      ],
    },
    line(dots(40), { indent: 18 }),
  ],
});

function setQuestion(set: PaperSet, question: PrintedQuestion, showsMarks: boolean): PrintGroup {
  const { number, interaction, prompt, marks, options, targets, unit } = question;
  const label = [words.question(number), ...(showsMarks ? [words.marks(String(marks).replace('.', ','))] : [])].join(
    ' ',
  );
  const nodes: (PrintLine | PrintGrid)[] = printText(prompt, set.images, [
    { kind: 'text', text: `${label} `, bold: true },
  ]);
  const [first] = nodes;
  if (first?.kind === 'line') nodes[0] = { ...first, above: 6 };
  // why: an author often says so in the question already.
  const hint = fold(prompt).includes('chon tat ca') ? '' : words.hint[interaction];
  if (hint !== '') nodes.push(line(hint, { italic: true, size: 11 }));
  if (isTyped(interaction)) nodes.push(line(`${dots(60)}${unit === '' ? '' : ` ${unit}`}`, { indent: 18, above: 4 }));
  else if (interaction === 'match') nodes.push(setSides(set, options, targets));
  else nodes.push(...setOptions(set, options));
  return { kind: 'group', nodes };
}

/** Four short options side by side, two of middling length, else one below the other. */
function setOptions(set: PaperSet, options: readonly PrintedOption[]): (PrintLine | PrintGrid)[] {
  const longest = Math.max(0, ...options.map(({ text }) => plainLength(text)));
  const columns = longest <= 15 ? 4 : longest <= 36 ? 2 : 1;
  if (columns === 1) return options.flatMap((option) => setOption(set, option, 18));
  const rows = Array.from({ length: Math.ceil(options.length / columns) }, (_, row) =>
    Array.from({ length: columns }, (_unused, column) => {
      const option = options[row * columns + column];
      return option ? { nodes: setOption(set, option, 0) } : cell('');
    }),
  );
  return [
    { kind: 'grid', ruled: false, headerRows: 0, indent: 18, widths: Array.from({ length: columns }, () => 1), rows },
  ];
}

const setOption = (set: PaperSet, { label, text }: PrintedOption, indent: number): (PrintLine | PrintGrid)[] =>
  printText(text, set.images, [{ kind: 'text', text: `${label}. `, bold: true }], indent);

/** The two sides of a match, beside each other. */
function setSides(set: PaperSet, left: readonly PrintedOption[], right: readonly PrintedOption[]): PrintGrid {
  const rows = Array.from({ length: Math.max(left.length, right.length) }, (_, index) =>
    [left[index], right[index]].map((side) => (side ? { nodes: setOption(set, side, 0) } : cell(''))),
  );
  return { kind: 'grid', ruled: true, headerRows: 0, indent: 18, widths: [1, 1], rows };
}
