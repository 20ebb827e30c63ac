import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Content, TableCell } from 'pdfmake';
import type { PrintCell, PrintDocument, PrintGrid, PrintLine, PrintNode, PrintRun } from './print-node.ts';

/** Points: A4 less the margins. */
const WIDTH = 595 - 85 - 57;
const SIZE = 12;
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
  const created = pdfmake.createPdf({
    pageSize: 'A4',
    pageMargins: [85, 57, 57, 57],
    language: 'vi-VN',
    info: {
      title: document.title,
      author: document.author,
      creationDate: new Date(document.at),
      modDate: new Date(document.at),
    },
    defaultStyle: { font: 'Tinos', fontSize: SIZE, lineHeight: 1.15 },
    content: document.nodes.map((node) => content(node, WIDTH)),
    footer: (page: number, of: number) => ({
      margin: [85, 18, 57, 0],
      fontSize: 10,
      columns: [
        { text: document.footer, width: '*' },
        { text: document.pageWords(String(page), String(of)), alignment: 'right', width: 'auto' },
      ],
    }),
  });
  return new Uint8Array(await created.getBuffer());
}

function content(node: PrintNode, width: number): Content {
  switch (node.kind) {
    case 'line':
      return lineContent(node, width);
    case 'grid':
      return gridContent(node, width);
    case 'group':
      return { unbreakable: true, stack: node.nodes.map((each) => content(each, width)) };
    case 'pageBreak':
      return { text: '', pageBreak: 'after' };
  }
}

type TextPart = Exclude<PrintRun, { kind: 'image' | 'bubble' }>;

/** pdfmake sets text, pictures and drawings apart: a line that mixes them becomes a stack. */
function lineContent(node: PrintLine, width: number): Content {
  const { runs, align, size, indent = 0, above = 0, below = 0 } = node;
  const margin: [number, number, number, number] = [indent, above, 0, below];
  if (runs.some(({ kind }) => kind === 'bubble')) {
    const columns = runs.flatMap((run) => (run.kind === 'bubble' ? [{ svg: bubble(run.letter), width: 17 }] : []));
    return { columns, columnGap: 3, margin };
  }
  const stack: Content[] = [];
  let text: TextPart[] = [];
  const flush = (): void => {
    if (text.length > 0) stack.push(textContent(text, align, size));
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

const textContent = (parts: readonly TextPart[], align: PrintLine['align'], size: number | undefined): Content => ({
  text: parts.map((part) =>
    part.kind === 'break' ? '\n' : { text: part.text, bold: part.bold === true, italics: part.italic === true },
  ),
  ...(align ? { alignment: align } : {}),
  ...(size ? { fontSize: size } : {}),
});

function gridContent(grid: PrintGrid, width: number): Content {
  const total = grid.widths.reduce((sum, share) => sum + share, 0);
  const room = width - (grid.indent ?? 0);
  const padding = grid.ruled ? 9 : 4;
  const widths = grid.widths.map((share) => (room * share) / total - padding);
  return {
    margin: [grid.indent ?? 0, 0, 0, 4],
    layout: {
      hLineWidth: () => (grid.ruled ? 0.5 : 0),
      vLineWidth: () => (grid.ruled ? 0.5 : 0),
      paddingLeft: () => (grid.ruled ? 4 : 0),
      paddingRight: () => 4,
      paddingTop: () => (grid.ruled ? 3 : 1),
      paddingBottom: () => (grid.ruled ? 2 : 1),
    },
    table: {
      widths,
      headerRows: grid.headerRows,
      dontBreakRows: true,
      body: grid.rows.map((row) => row.map((each, index) => cellContent(each, widths[index] ?? 0))),
    },
  };
}

const cellContent = (each: PrintCell, width: number): TableCell => ({
  stack: each.nodes.map((node) => content(node, width)),
  ...(each.shaded ? { fillColor: '#eeeeee' } : {}),
});

const bubble = (letter: string): string =>
  `<svg width="17" height="17" viewBox="0 0 17 17"><circle cx="8.5" cy="8.5" r="7.6" fill="none" stroke="#000" stroke-width="0.8"/>` +
  `<text x="8.5" y="12" font-size="9.5" text-anchor="middle" fill="#000">${letter.replace(/[^\p{L}\p{N}]/gu, '')}</text></svg>`;
