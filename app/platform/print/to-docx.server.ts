import type * as Docx from 'docx';
import { settlePackage } from '../settle-package.server.ts';
import type { PrintCell, PrintDocument, PrintGrid, PrintLine, PrintNode, PrintRun } from './print-node.ts';

/** Twentieths of a point. */
const TWIP = 20;
/** A4 less the margins, in twips. */
const WIDTH = 11_906 - 1_701 - 1_134;
const PIXELS_WIDE = 600;

/** The document for Word: what a clerk may still edit before printing. */
export async function toDocx(document: PrintDocument): Promise<Uint8Array> {
  const docx = await import('docx');
  const writer = new DocxWriter(docx);
  const made = new docx.Document({
    title: document.title,
    creator: document.author,
    lastModifiedBy: document.author,
    styles: {
      default: {
        document: {
          run: { font: 'Times New Roman', size: 24, language: { value: 'vi-VN' } },
          paragraph: { spacing: { line: 276 } },
        },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: 11_906, height: 16_838 },
            margin: { top: 1_134, bottom: 1_134, left: 1_701, right: 1_134, footer: 567 },
          },
        },
        footers: { default: new docx.Footer({ children: [writer.footer(document)] }) },
        children: document.nodes.flatMap((node) => writer.blocks(node, WIDTH, false)),
      },
    ],
  });
  return settlePackage(new Uint8Array(await docx.Packer.toBuffer(made)), document.at);
}

type Blocks = (Docx.Paragraph | Docx.Table)[];

class DocxWriter {
  readonly #docx: typeof Docx;
  #images = 0;

  constructor(docx: typeof Docx) {
    this.#docx = docx;
  }

  footer({ footer, pageWords }: PrintDocument): Docx.Paragraph {
    const { Paragraph, TextRun, TabStopType, PageNumber } = this.#docx;
    const [before = '', between = '', after = ''] = pageWords('\u0000', '\u0000').split('\u0000');
    return new Paragraph({
      tabStops: [{ type: TabStopType.RIGHT, position: WIDTH }],
      children: [
        new TextRun({
          size: 20,
          children: [footer, '\t', before, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES, after],
        }),
      ],
    });
  }

  /** @param isKept the block stays on the page of the one behind it */
  blocks(node: PrintNode, width: number, isKept: boolean): Blocks {
    switch (node.kind) {
      case 'line':
        return [this.#line(node, isKept)];
      case 'grid':
        return [this.#grid(node, width, isKept)];
      case 'group':
        return node.nodes.flatMap((each, index) => this.blocks(each, width, index < node.nodes.length - 1));
      case 'pageBreak':
        return [new this.#docx.Paragraph({ children: [new this.#docx.PageBreak()] })];
    }
  }

  #line(node: PrintLine, isKept: boolean): Docx.Paragraph {
    const { AlignmentType, Paragraph } = this.#docx;
    const align = {
      left: AlignmentType.LEFT,
      center: AlignmentType.CENTER,
      right: AlignmentType.RIGHT,
      justify: AlignmentType.JUSTIFIED,
    };
    return new Paragraph({
      alignment: align[node.align ?? 'left'],
      keepLines: true,
      keepNext: isKept,
      indent: { left: (node.indent ?? 0) * TWIP },
      spacing: { before: (node.above ?? 0) * TWIP, after: (node.below ?? 0) * TWIP },
      children: node.runs.map((run) => this.#run(run, node.size)),
    });
  }

  #run(run: PrintRun, size: number | undefined): Docx.TextRun | Docx.ImageRun {
    const { ImageRun, TextRun } = this.#docx;
    const points = size === undefined ? {} : { size: size * 2 };
    switch (run.kind) {
      case 'text':
        return new TextRun({ text: run.text, bold: run.bold === true, italics: run.italic === true, ...points });
      case 'break':
        return new TextRun({ break: 1 });
      case 'bubble':
        return new TextRun({ text: `${circled(run.letter)} `, size: 30, font: 'MS Gothic' });
      case 'image': {
        const scale = Math.min(1, PIXELS_WIDE / run.width);
        return new ImageRun({
          type: run.type,
          data: Buffer.from(run.bytes),
          transformation: { width: Math.round(run.width * scale), height: Math.round(run.height * scale) },
          // why our own id: the library counts on from one document to the next.
          altText: { id: String(++this.#images), title: run.alt, description: run.alt, name: run.alt },
        });
      }
    }
  }

  #grid(grid: PrintGrid, width: number, isKept: boolean): Docx.Table {
    const { BorderStyle, Table, TableLayoutType, TableRow, WidthType } = this.#docx;
    const indent = (grid.indent ?? 0) * TWIP;
    const total = grid.widths.reduce((sum, share) => sum + share, 0);
    const widths = grid.widths.map((share) => Math.floor(((width - indent) * share) / total));
    const border = grid.ruled ? { style: BorderStyle.SINGLE, size: 4 } : { style: BorderStyle.NONE, size: 0 };
    return new Table({
      layout: TableLayoutType.FIXED,
      columnWidths: widths,
      width: { size: widths.reduce((sum, each) => sum + each, 0), type: WidthType.DXA },
      indent: { size: indent, type: WidthType.DXA },
      borders: {
        top: border,
        bottom: border,
        left: border,
        right: border,
        insideHorizontal: border,
        insideVertical: border,
      },
      rows: grid.rows.map(
        (row, index) =>
          new TableRow({
            cantSplit: true,
            tableHeader: index < grid.headerRows,
            children: row.map((each, column) => this.#cell(each, widths[column] ?? 0, isKept)),
          }),
      ),
    });
  }

  #cell(each: PrintCell, width: number, isKept: boolean): Docx.TableCell {
    const { ShadingType, TableCell, WidthType } = this.#docx;
    const children = each.nodes.flatMap((node) => this.blocks(node, width - 160, isKept));
    return new TableCell({
      width: { size: width, type: WidthType.DXA },
      margins: { left: 80, right: 80, top: 20, bottom: 20 },
      ...(each.shaded ? { shading: { type: ShadingType.CLEAR, fill: 'EEEEEE' } } : {}),
      children,
    });
  }
}

/** "A" as the sign of a circled A (Unicode, Enclosed Alphanumerics); other letters stay as they are. */
function circled(letter: string): string {
  const at = letter.codePointAt(0) ?? 0;
  return at >= 0x41 && at <= 0x5a ? String.fromCodePoint(0x24b6 + at - 0x41) : letter;
}
