import type { PrintCell, PrintLine, PrintNode, TextRun } from '#app/platform/print/print-node.ts';

type Align = NonNullable<PrintLine['align']>;

/** A document as a screen shows it: plain data, which travels to the browser. */
export type PaperNode =
  | {
      readonly kind: 'line';
      readonly runs: readonly TextRun[];
      readonly align: Align;
      readonly isIndented: boolean;
      readonly isApart: boolean;
      readonly size: 'small' | 'plain' | 'large';
    }
  | { readonly kind: 'rule'; readonly isLong: boolean }
  | { readonly kind: 'signature' }
  | { readonly kind: 'beside'; readonly cells: readonly (readonly PaperNode[])[] }
  | {
      readonly kind: 'table';
      readonly heads: readonly string[];
      readonly rows: readonly (readonly { readonly text: string; readonly align: Align }[])[];
    };

/** The nodes of a document for a screen. */
export const paperView = (nodes: readonly (PrintNode | PrintCell['nodes'][number])[]): PaperNode[] =>
  nodes.flatMap((node): PaperNode[] => {
    switch (node.kind) {
      case 'line':
        return [lineView(node)];
      case 'rule':
        return [{ kind: 'rule', isLong: node.length > 120 }];
      case 'signature':
        return [{ kind: 'signature' }];
      case 'group':
        return paperView(node.nodes);
      case 'grid': {
        if (!node.ruled)
          return node.rows.map((row) => ({ kind: 'beside', cells: row.map((each) => paperView(each.nodes)) }));
        const [heads = [], ...rows] = node.rows;
        return [
          {
            kind: 'table',
            heads: heads.map(wordsOf),
            rows: rows.map((row) => row.map((each) => ({ text: wordsOf(each), align: alignOf(each) }))),
          },
        ];
      }
      case 'turn':
      case 'pageBreak':
        return [];
    }
  });

const textRuns = ({ runs }: PrintLine): TextRun[] => runs.flatMap((run) => (run.kind === 'text' ? [run] : []));

const lineView = (line: PrintLine): PaperNode => ({
  kind: 'line',
  runs: textRuns(line),
  align: line.align ?? 'left',
  isIndented: (line.firstIndent ?? 0) > 0,
  isApart: (line.above ?? 0) >= 8,
  size: line.size === undefined || (line.size >= 13 && line.size <= 14) ? 'plain' : line.size < 13 ? 'small' : 'large',
});

const firstLine = ({ nodes: [first] }: PrintCell): PrintLine | undefined =>
  first?.kind === 'line' ? first : undefined;

const wordsOf = (cell: PrintCell): string => {
  const line = firstLine(cell);
  return line
    ? textRuns(line)
        .map(({ text }) => text)
        .join('')
    : '';
};

const alignOf = (cell: PrintCell): Align => firstLine(cell)?.align ?? 'left';
