import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Content, TableCell } from 'pdfmake';
import { addSignatureFields, SIGNATURE_LINK } from './pdf-signature-field.server.ts';
import {
  PLAIN_PAGE,
  type PrintCell,
  type PrintDocument,
  type PrintGrid,
  type PrintLine,
  type PrintNode,
  type PrintPage,
  type PrintRun,
  type TextRun,
} from './print-node.ts';

/** A4 in points. */
const [SHORT, LONG] = [595, 842];
const PIXEL = 0.75;

/** Tinos sets Vietnamese and has the widths of Times New Roman; it is embedded, so that a printer needs no font. */
function fonts(): Record<string, Record<'normal' | 'bold' | 'italics' | 'bolditalics', string>> {
  const folder = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/tinos/package.json'));
  const file = (name: string): string => join(folder, name, `Tinos_${name}.ttf`);
  return {
    Tinos: {
      normal: file('400Regular'),
      bold: file('700Bold'),
      italics: file('400Regular_Italic'),
      bolditalics: file('700Bold_Italic'),
    },
  };
}

/** The document as PDF with embedded fonts. The same document gives the same bytes. Nothing is fetched, no other file is read. */
export async function toPdf(document: PrintDocument): Promise<Uint8Array> {
  const { default: pdfmake } = await import('pdfmake');
  const own = fonts();
  const files = new Set(Object.values(own).flatMap((family) => Object.values(family)));
  pdfmake.setFonts(own);
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => files.has(path));
  const { page = PLAIN_PAGE } = document;
  const margins = marginsOf(page);
  const created = pdfmake.createPdf({
    pageSize: 'A4',
    pageMargins: margins,
    language: 'vi-VN',
    info: {
      title: document.title,
      author: document.author,
      creationDate: new Date(document.at),
      modDate: new Date(document.at),
    },
    defaultStyle: { font: 'Tinos', fontSize: page.size, lineHeight: page.lineHeight },
    content: contents(document.nodes, margins),
    ...(page.numbers === 'top' ? topNumbers(document, margins) : { footer: footNumbers(document, margins) }),
  });
  return addSignatureFields(new Uint8Array(await created.getBuffer()));
}

type Margins = [left: number, top: number, right: number, bottom: number];

/** Whole points. */
const marginsOf = ({ margins }: PrintPage): Margins => {
  const points = (mm: number): number => Math.round((mm * 72) / 25.4);
  return [points(margins.left), points(margins.top), points(margins.right), points(margins.bottom)];
};

const footNumbers =
  ({ footer, pageWords }: PrintDocument, [left, , right]: Margins) =>
  (page: number, of: number): Content => ({
    margin: [left, 18, right, 0],
    fontSize: 10,
    columns: [
      { text: footer, width: '*' },
      { text: pageWords(String(page), String(of)), alignment: 'right', width: 'auto' },
    ],
  });

const topNumbers = ({ footer }: PrintDocument, [left, , right]: Margins) => ({
  header: (page: number): Content =>
    page === 1 ? '' : { text: String(page), alignment: 'center', fontSize: 14, margin: [left, 26, right, 0] },
  footer: (): Content => ({ text: footer, alignment: 'center', fontSize: 7.5, margin: [left, 24, right, 0] }),
});

/** The nodes one after the other; where paper is turned, the next one begins a page that lies otherwise. */
function contents(nodes: readonly PrintNode[], [left, , right]: Margins): Content[] {
  let width = SHORT - left - right;
  let turn: 'portrait' | 'landscape' | undefined;
  const made: Content[] = [];
  for (const node of nodes) {
    if (node.kind === 'turn') {
      turn = node.to;
      width = (node.to === 'landscape' ? LONG : SHORT) - left - right;
      continue;
    }
    const each = content(node, width);
    made.push(turn ? { stack: [each], pageBreak: 'before', pageOrientation: turn } : each);
    turn = undefined;
  }
  return made;
}

function content(node: PrintNode | PrintCell['nodes'][number], width: number): Content {
  switch (node.kind) {
    case 'line':
      return lineContent(node, width);
    case 'grid':
      return gridContent(node, width);
    case 'group':
      return { unbreakable: true, stack: node.nodes.map((each) => content(each, width)) };
    case 'rule': {
      const { length, above = 0, below = 0 } = node;
      const from = Math.max(0, (width - length) / 2);
      return {
        canvas: [{ type: 'line', x1: from, y1: 0, x2: from + Math.min(length, width), y2: 0, lineWidth: 0.75 }],
        margin: [0, above + 2, 0, below],
      };
    }
    case 'signature':
      return {
        image: CLEAR_PIXEL,
        width: Math.min(width, SIGNATURE_WIDTH),
        height: node.height,
        alignment: 'center',
        link: SIGNATURE_LINK + node.name,
      };
    case 'pageBreak':
      return { text: '', pageBreak: 'after' };
    case 'turn':
      return '';
  }
}

const SIGNATURE_WIDTH = 190;
/** A picture that shows nothing: what holds the place of a field. */
const CLEAR_PIXEL =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=';

type TextPart = Exclude<PrintRun, { kind: 'image' | 'bubble' }>;

/** pdfmake sets text, pictures and drawings apart: a line that mixes them becomes a stack. */
function lineContent(node: PrintLine, width: number): Content {
  const { runs, align, size, indent = 0, firstIndent, above = 0, below = 0 } = node;
  const margin: [number, number, number, number] = [indent, above, 0, below];
  if (runs.some(({ kind }) => kind === 'bubble')) {
    const columns = runs.flatMap((run) => (run.kind === 'bubble' ? [{ svg: bubble(run.letter), width: 17 }] : []));
    return { columns, columnGap: 3, margin };
  }
  const stack: Content[] = [];
  let text: TextPart[] = [];
  const flush = (): void => {
    if (text.length > 0) stack.push(textContent(text, { align, size, firstIndent }));
    text = [];
  };
  for (const run of runs) {
    if (run.kind === 'image') {
      flush();
      const fit = Math.min(run.width * PIXEL, width - indent);
      const type = run.type === 'png' ? 'png' : 'jpeg';
      stack.push({
        image: `data:image/${type};base64,${Buffer.from(run.bytes).toString('base64')}`,
        width: fit,
        margin: [0, 3, 0, 3],
      });
    } else if (run.kind !== 'bubble') text.push(run);
  }
  flush();
  if (stack.length === 0) stack.push({ text: ' ' });
  return { stack, margin };
}

const textContent = (
  parts: readonly TextPart[],
  { align, size, firstIndent }: Pick<PrintLine, 'align' | 'size' | 'firstIndent'>,
): Content => ({
  text: parts.map((part) =>
    part.kind === 'break'
      ? '\n'
      : {
          text: part.text,
          bold: part.bold === true,
          italics: part.italic === true,
          ...(part.underline === true ? { decoration: 'underline' as const } : {}),
        },
  ),
  ...(align ? { alignment: align } : {}),
  ...(size ? { fontSize: size } : {}),
  ...(firstIndent ? { leadingIndent: firstIndent } : {}),
});

function gridContent(grid: PrintGrid, width: number): Content {
  const total = grid.widths.reduce((sum, share) => sum + share, 0);
  const room = width - (grid.indent ?? 0);
  const isBare = grid.isBare === true;
  const side = grid.isTight === true ? 2.5 : 4;
  const padding = grid.ruled ? 2 * side + 1 : isBare ? 0 : 4;
  const widths = grid.widths.map((share) => (room * share) / total - padding);
  return {
    margin: [grid.indent ?? 0, 0, 0, 4],
    layout: {
      hLineWidth: () => (grid.ruled ? 0.5 : 0),
      vLineWidth: () => (grid.ruled ? 0.5 : 0),
      paddingLeft: () => (grid.ruled ? side : 0),
      paddingRight: () => (isBare ? 0 : side),
      paddingTop: () => (grid.ruled ? 3 : isBare ? 0 : 1),
      paddingBottom: () => (grid.ruled ? 2 : isBare ? 0 : 1),
    },
    table: {
      widths,
      headerRows: grid.headerRows,
      dontBreakRows: true,
      body: grid.rows.map((row) => row.map((each, index) => cellContent(each, widths[index] ?? 0))),
    },
  };
}

const cellContent = (each: PrintCell, width: number): TableCell => {
  const shade = each.shaded ? { fillColor: '#eeeeee' } : {};
  const [only, ...others] = each.nodes;
  // why apart: long tables are mostly single words, and each box in a box takes time to lay out.
  if (only?.kind === 'line' && others.length === 0) {
    const [run, ...more] = only.runs;
    if (run?.kind === 'text' && more.length === 0) return { ...plainLine(only, run), ...shade };
  }
  return { stack: each.nodes.map((node) => content(node, width)), ...shade };
};

const plainLine = ({ align, size, firstIndent, indent = 0, above = 0, below = 0 }: PrintLine, run: TextRun) => ({
  text: run.text,
  ...(run.bold === true ? { bold: true } : {}),
  ...(run.italic === true ? { italics: true } : {}),
  ...(run.underline === true ? { decoration: 'underline' as const } : {}),
  ...(align ? { alignment: align } : {}),
  ...(size ? { fontSize: size } : {}),
  ...(firstIndent ? { leadingIndent: firstIndent } : {}),
  ...(indent + above + below > 0 ? { margin: [indent, above, 0, below] as Margins } : {}),
});

const bubble = (letter: string): string =>
  `<svg width="17" height="17" viewBox="0 0 17 17"><circle cx="8.5" cy="8.5" r="7.6" fill="none" stroke="#000" stroke-width="0.8"/>` +
  `<text x="8.5" y="12" font-size="9.5" text-anchor="middle" fill="#000">${letter.replace(/[^\p{L}\p{N}]/gu, '')}</text></svg>`;
