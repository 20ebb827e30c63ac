import type * as Docx from 'docx';
import { settlePackage } from '../settle-package.server.ts';
import { partsOf, sectionOf, widthOf } from './docx-pages.server.ts';
import { isLongAndPlain, longTable } from './docx-table.server.ts';
import {
  PLAIN_PAGE,
  type PrintCell,
  type PrintDocument,
  type PrintGrid,
  type PrintLine,
  type PrintNode,
  type PrintRule,
  type PrintRun,
} from './print-node.ts';

/** Twentieths of a point. */
const TWIP = 20;
const PIXELS_WIDE = 600;

/** The document for Word: what a clerk may still edit before printing. */
export async function toDocx(document: PrintDocument): Promise<Uint8Array> {
  const docx = await import('docx');
  const { page = PLAIN_PAGE } = document;
  const writer = new DocxWriter(docx);
  const made = new docx.Document({
    title: document.title,
    creator: document.author,
    lastModifiedBy: document.author,
    styles: {
      default: {
        document: {
          run: { font: 'Times New Roman', size: page.size * 2, language: { value: 'vi-VN' } },
          // why the rule in words: some programs take a number without one as points.
          paragraph: { spacing: { line: Math.round(page.lineHeight * 240), lineRule: docx.LineRuleType.AUTO } },
        },
      },
    },
    sections: partsOf(document.nodes).map((part, index) => {
      const children = part.nodes.flatMap((node) => writer.blocks(node, widthOf(page, part), false));
      return sectionOf(docx, document, { ...part, isFirst: index === 0, children });
    }),
  });
  return settlePackage(new Uint8Array(await docx.Packer.toBuffer(made)), document.at, (name, part) =>
    name === 'word/document.xml' ? writer.withLongTables(part) : part,
  );
}

type Blocks = (Docx.Paragraph | Docx.Table)[];

class DocxWriter {
  readonly #docx: typeof Docx;
  readonly #longTables: string[] = [];
  #images = 0;

  constructor(docx: typeof Docx) {
    this.#docx = docx;
  }

  /** The text of the document with its long tables where their places were held. */
  withLongTables(part: Uint8Array): Uint8Array {
    if (this.#longTables.length === 0) return part;
    const held = /<w:p>(?:(?!<\/w:p>)[\s\S])*?\uE000(\d+)\uE000(?:(?!<\/w:p>)[\s\S])*?<\/w:p>/gu;
    const text = new TextDecoder().decode(part).replace(held, (_, at: string) => this.#longTables[Number(at)] ?? '');
    return new TextEncoder().encode(text);
  }

  /** @param isKept the block stays on the page of the one behind it */
  blocks(node: PrintNode | PrintCell['nodes'][number], width: number, isKept: boolean): Blocks {
    switch (node.kind) {
      case 'line':
        return [this.#line(node, isKept)];
      case 'grid':
        return [this.#grid(node, width, isKept)];
      case 'group':
        return node.nodes.flatMap((each, index) => this.blocks(each, width, index < node.nodes.length - 1));
      case 'rule':
        return [this.#rule(node, width, isKept)];
      case 'signature':
        return [
          new this.#docx.Paragraph({
            keepNext: true,
            spacing: { line: node.height * TWIP, lineRule: this.#docx.LineRuleType.EXACT },
          }),
        ];
      case 'turn':
        return [];
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
      keepNext: isKept || node.isKept === true,
      indent: {
        left: (node.indent ?? 0) * TWIP,
        ...(node.firstIndent === undefined ? {} : { firstLine: Math.round(node.firstIndent * TWIP) }),
      },
      spacing: { before: (node.above ?? 0) * TWIP, after: (node.below ?? 0) * TWIP },
      children: node.runs.map((run) => this.#run(run, node.size)),
    });
  }

  /** An empty paragraph with a border, so that a clerk can make the line longer or shorter. */
  #rule({ length, above = 0, below = 0 }: PrintRule, width: number, isKept: boolean): Docx.Paragraph {
    const { BorderStyle, LineRuleType, Paragraph } = this.#docx;
    const side = Math.max(0, Math.round((width - length * TWIP) / 2));
    return new Paragraph({
      keepNext: isKept,
      indent: { left: side, right: side },
      spacing: { before: above * TWIP, after: below * TWIP, line: 2 * TWIP, lineRule: LineRuleType.EXACT },
      border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 0, color: '000000' } },
      children: [],
    });
  }

  #run(run: PrintRun, size: number | undefined): Docx.TextRun | Docx.ImageRun {
    const { ImageRun, TextRun } = this.#docx;
    const points = size === undefined ? {} : { size: size * 2 };
    switch (run.kind) {
      case 'text':
        return new TextRun({
          text: run.text,
          bold: run.bold === true,
          italics: run.italic === true,
          ...(run.underline === true ? { underline: {} } : {}),
          ...points,
        });
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

  #grid(grid: PrintGrid, width: number, isKept: boolean): Docx.Table | Docx.Paragraph {
    const { BorderStyle, Table, TableLayoutType, TableRow, WidthType } = this.#docx;
    const indent = (grid.indent ?? 0) * TWIP;
    const total = grid.widths.reduce((sum, share) => sum + share, 0);
    const widths = grid.widths.map((share) => Math.floor(((width - indent) * share) / total));
    if (isLongAndPlain(grid)) {
      const place = `\uE000${this.#longTables.push(longTable(grid, widths)) - 1}\uE000`;
      return new this.#docx.Paragraph({ children: [new this.#docx.TextRun(place)] });
    }
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
            children: row.map((each, column) =>
              this.#cell(each, widths[column] ?? 0, {
                isKept,
                isBare: grid.isBare === true,
                isTight: grid.isTight === true,
              }),
            ),
          }),
      ),
    });
  }

  #cell(
    each: PrintCell,
    width: number,
    { isKept, isBare, isTight }: { isKept: boolean; isBare: boolean; isTight: boolean },
  ): Docx.TableCell {
    const { ShadingType, TableCell, WidthType } = this.#docx;
    const side = isBare ? 0 : isTight ? 50 : 80;
    const children = each.nodes.flatMap((node) => this.blocks(node, width - 2 * side, isKept));
    return new TableCell({
      width: { size: width, type: WidthType.DXA },
      margins: { left: side, right: side, top: isBare ? 0 : 20, bottom: isBare ? 0 : 20 },
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
