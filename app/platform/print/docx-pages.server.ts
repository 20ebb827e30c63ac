import type * as Docx from 'docx';
import { PLAIN_PAGE, type PrintDocument, type PrintNode, type PrintPage } from './print-node.ts';

/** Twips (twentieths of a point) in a millimetre. */
const MM = 1_440 / 25.4;
/** A4 in twips. */
const [SHORT, LONG] = [11_906, 16_838];

/** Nodes that stand on pages which lie alike. */
export interface Part {
  readonly isLandscape: boolean;
  readonly nodes: readonly PrintNode[];
}

/** The nodes by how their pages lie. */
export function partsOf(nodes: readonly PrintNode[]): Part[] {
  const parts: { isLandscape: boolean; nodes: PrintNode[] }[] = [{ isLandscape: false, nodes: [] }];
  for (const node of nodes) {
    if (node.kind === 'turn') parts.push({ isLandscape: node.to === 'landscape', nodes: [] });
    else parts.at(-1)?.nodes.push(node);
  }
  return parts;
}

const marginsOf = ({ margins }: PrintPage) => ({
  top: Math.round(margins.top * MM),
  bottom: Math.round(margins.bottom * MM),
  left: Math.round(margins.left * MM),
  right: Math.round(margins.right * MM),
});

/** The width that words have, in twips. */
export const widthOf = (page: PrintPage, { isLandscape }: Pick<Part, 'isLandscape'>): number => {
  const { left, right } = marginsOf(page);
  return (isLandscape ? LONG : SHORT) - left - right;
};

interface Section {
  readonly isLandscape: boolean;
  /** Only the first has a first page. */
  readonly isFirst: boolean;
  readonly children: Docx.ISectionOptions['children'];
}

/** Pages with their numbers, head and foot. */
export function sectionOf(
  docx: typeof Docx,
  document: PrintDocument,
  { isLandscape, isFirst, children }: Section,
): Docx.ISectionOptions {
  const { Footer, Header, PageOrientation, Paragraph } = docx;
  const { page = PLAIN_PAGE } = document;
  const margin = marginsOf(page);
  const size = { width: SHORT, height: LONG, ...(isLandscape ? { orientation: PageOrientation.LANDSCAPE } : {}) };
  if (page.numbers === 'foot')
    return {
      properties: { page: { size, margin: { ...margin, footer: 567 } } },
      footers: { default: new Footer({ children: [numberedFoot(docx, document, widthOf(page, { isLandscape }))] }) },
      children,
    };
  const footer = new Footer({ children: [note(docx, document.footer)] });
  return {
    properties: { titlePage: isFirst, page: { size, margin: { ...margin, header: 567, footer: 454 } } },
    headers: {
      default: new Header({ children: [pageNumber(docx)] }),
      first: new Header({ children: [new Paragraph({})] }),
    },
    footers: { default: footer, first: footer },
    children,
  };
}

function note(docx: typeof Docx, text: string): Docx.Paragraph {
  const { AlignmentType, Paragraph, TextRun } = docx;
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { line: 240 },
    children: [new TextRun({ size: 15, text })],
  });
}

function pageNumber(docx: typeof Docx): Docx.Paragraph {
  const { AlignmentType, PageNumber, Paragraph, TextRun } = docx;
  const children = [new TextRun({ size: 28, children: [PageNumber.CURRENT] })];
  return new Paragraph({ alignment: AlignmentType.CENTER, spacing: { line: 240 }, children });
}

function numberedFoot(docx: typeof Docx, { footer, pageWords }: PrintDocument, width: number): Docx.Paragraph {
  const { Paragraph, TextRun, TabStopType, PageNumber } = docx;
  const [before = '', between = '', after = ''] = pageWords('\u0000', '\u0000').split('\u0000');
  return new Paragraph({
    tabStops: [{ type: TabStopType.RIGHT, position: width }],
    children: [
      new TextRun({
        size: 20,
        children: [footer, '\t', before, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES, after],
      }),
    ],
  });
}
