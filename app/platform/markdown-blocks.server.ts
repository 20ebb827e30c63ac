import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

/** A stretch of text that is set alike, an image within the line, or a forced end of line. */
export type Run =
  | { readonly kind: 'text'; readonly text: string; readonly bold: boolean; readonly italic: boolean }
  | { readonly kind: 'image'; readonly url: string; readonly alt: string }
  | { readonly kind: 'break' };

/** What a word processor or a printer is given of a Markdown text. Links are their words, code is plain text, raw HTML is left out. */
export type Block =
  | { readonly kind: 'paragraph'; readonly runs: readonly Run[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Block[])[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly (readonly Run[])[])[] };

const parser = unified().use(remarkParse).use(remarkGfm).freeze();

/** The blocks of a Markdown (GFM) text, for documents that are no web pages. An empty text has none. */
export const blocksOf = (markdown: string): Block[] => parser.parse(markdown).children.flatMap(toBlocks);

type Node = ReturnType<typeof parser.parse>['children'][number];
interface Style {
  readonly bold: boolean;
  readonly italic: boolean;
}

const PLAIN: Style = { bold: false, italic: false };

function toBlocks(node: Node): Block[] {
  switch (node.type) {
    case 'heading':
      return [{ kind: 'paragraph', runs: runsOf(node.children, { ...PLAIN, bold: true }) }];
    case 'paragraph':
      return [{ kind: 'paragraph', runs: runsOf(node.children, PLAIN) }];
    case 'blockquote':
      return node.children.flatMap(toBlocks);
    case 'code':
      return [{ kind: 'paragraph', runs: linesOf(node.value, PLAIN) }];
    case 'list':
      return [
        {
          kind: 'list',
          ordered: node.ordered === true,
          items: node.children.map((item) => item.children.flatMap(toBlocks)),
        },
      ];
    case 'table':
      return [
        {
          kind: 'table',
          rows: node.children.map((row, index) =>
            row.children.map((cell) => runsOf(cell.children, { ...PLAIN, bold: index === 0 })),
          ),
        },
      ];
    default:
      return [];
  }
}

const runsOf = (nodes: readonly Node[], style: Style): Run[] => nodes.flatMap((node) => toRuns(node, style));

function toRuns(node: Node, style: Style): Run[] {
  switch (node.type) {
    case 'text':
      return linesOf(node.value, style);
    case 'inlineCode':
      return linesOf(node.value, style);
    case 'strong':
      return runsOf(node.children, { ...style, bold: true });
    case 'emphasis':
      return runsOf(node.children, { ...style, italic: true });
    case 'delete':
    case 'link':
      return runsOf(node.children, style);
    case 'image':
      return [{ kind: 'image', url: node.url, alt: node.alt ?? '' }];
    case 'break':
      return [{ kind: 'break' }];
    default:
      return [];
  }
}

/** A line end of the author is a space, as it is on a page. */
const linesOf = (text: string, style: Style): Run[] => [{ kind: 'text', text: text.replaceAll('\n', ' '), ...style }];
