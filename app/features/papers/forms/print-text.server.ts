import { MEDIA_SCHEME } from '#app/domain/items/item.ts';
import { blocksOf, type Block, type Run } from '#app/platform/markdown-blocks.server.ts';
import type { PrintGrid, PrintLine, PrintRun } from '#app/platform/print/print-node.ts';
import { PAPER_WORDS } from '#app/text/papers.ts';
import type { PrintableImage } from './paper-set.ts';

type Images = ReadonlyMap<string, PrintableImage>;
type Nodes = (PrintLine | PrintGrid)[];

/** The nodes of a Markdown text with words set before its first line; an empty text is one empty line behind these words. */
export function printText(markdown: string, images: Images, before: readonly PrintRun[], indent = 0): Nodes {
  const [first, ...rest] = blocksOf(markdown);
  const head: PrintLine = {
    kind: 'line',
    indent,
    align: 'justify',
    runs: [...before, ...(first?.kind === 'paragraph' ? toPrint(first.runs, images) : [])],
  };
  const others = first && first.kind !== 'paragraph' ? [first, ...rest] : rest;
  return [head, ...others.flatMap((block) => printBlock(block, images, indent))];
}

function printBlock(block: Block, images: Images, indent: number): Nodes {
  switch (block.kind) {
    case 'paragraph':
      return [{ kind: 'line', indent, runs: toPrint(block.runs, images) }];
    case 'list':
      return block.items.flatMap((item, index) => {
        const sign = block.ordered ? `${index + 1}) ` : '– ';
        const [first, ...rest] = item;
        const head: PrintLine = {
          kind: 'line',
          indent: indent + 14,
          runs: [{ kind: 'text', text: sign }, ...(first?.kind === 'paragraph' ? toPrint(first.runs, images) : [])],
        };
        const others = first && first.kind !== 'paragraph' ? item : rest;
        return [head, ...others.flatMap((each) => printBlock(each, images, indent + 14))];
      });
    case 'table':
      return [
        {
          kind: 'grid',
          indent,
          ruled: true,
          headerRows: 1,
          widths: (block.rows[0] ?? []).map(() => 1),
          rows: block.rows.map((row) =>
            row.map((runs) => ({ nodes: [{ kind: 'line', runs: toPrint(runs, images) }] })),
          ),
        },
      ];
  }
}

/** An image that is not there is named by its words, so that a reader knows that something is missing. */
const toPrint = (runs: readonly Run[], images: Images): PrintRun[] =>
  runs.map((run): PrintRun => {
    if (run.kind !== 'image') return run;
    const image = run.url.startsWith(MEDIA_SCHEME) ? images.get(run.url.slice(MEDIA_SCHEME.length)) : undefined;
    return image
      ? { kind: 'image', alt: run.alt, ...image }
      : { kind: 'text', text: PAPER_WORDS.image(run.alt), italic: true };
  });
