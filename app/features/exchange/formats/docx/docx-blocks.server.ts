import { attributeOf, childOf, childrenOf, descendantsOf, textOf, type XmlElement } from '#app/platform/xml.server.ts';
import type { MediaStore } from '../shared/media-store.server.ts';
import type { DocxPackage } from './docx-package.server.ts';
import { numberingOf } from './docx-numbering.ts';
import { looked, stylesOf, type Styled } from './docx-styles.ts';
import { fromTcvn, legacyFont } from './legacy-fonts.ts';
import { IMAGE_SIGN, lineOf, type Block, type Line, type Run, type Table } from './line.ts';

/** What a Word document holds, in the order in which it is read. */
export interface DocxContent {
  readonly blocks: readonly Block[];
  readonly paragraphs: number;
  /** Names of images that could not be kept, by whether they are outside of the file. */
  readonly lostImages: readonly { readonly code: string; readonly name: string }[];
  readonly hasMaths: boolean;
}

/** Elements that only wrap what they hold; tracked insertions are text, tracked deletions are not. */
const WRAPPERS = new Set([
  'ins',
  'moveTo',
  'hyperlink',
  'smartTag',
  'sdt',
  'sdtContent',
  'fldSimple',
  'customXml',
  'dir',
  'bdo',
]);

/** Walks the body of a document. Deleted text, comments, headers, footers and instructions of fields are passed over. */
export function blocksOf(file: DocxPackage, store: MediaStore): DocxContent {
  const walk = new Walk(file, store);
  const body = childOf(file.document, 'body');
  const blocks = body ? walk.blocks(body) : [];
  return { blocks, paragraphs: walk.paragraphs, lostImages: walk.lostImages, hasMaths: walk.hasMaths };
}

class Walk {
  paragraphs = 0;
  hasMaths = false;
  readonly lostImages: { code: string; name: string }[] = [];
  private readonly styles;
  private readonly numbering;
  private readonly file: DocxPackage;
  private readonly store: MediaStore;

  constructor(file: DocxPackage, store: MediaStore) {
    this.file = file;
    this.store = store;
    this.styles = stylesOf(file.styles);
    this.numbering = numberingOf(file.numbering);
  }

  blocks(parent: XmlElement): Block[] {
    return childrenOf(parent).flatMap((child): Block[] => {
      if (child.local === 'p') return this.paragraph(child);
      if (child.local === 'tbl') return [this.table(child)];
      return WRAPPERS.has(child.local) ? this.blocks(child) : [];
    });
  }

  private table(tbl: XmlElement): Table {
    const at = this.paragraphs + 1;
    const within = (parent: XmlElement, local: string): XmlElement[] =>
      childrenOf(parent).flatMap((child) =>
        child.local === local ? [child] : WRAPPERS.has(child.local) ? within(child, local) : [],
      );
    const rows = within(tbl, 'tr').map((row) => within(row, 'tc').map((cell) => this.blocks(cell).flatMap(flat)));
    return { rows, at };
  }

  private paragraph(p: XmlElement): Block[] {
    this.paragraphs += 1;
    const at = this.paragraphs;
    const pPr = childOf(p, 'pPr');
    const styleOf = pPr && childOf(pPr, 'pStyle');
    const style = styleOf && attributeOf(styleOf, 'val');
    const look = this.styles.styled(style, this.styles.base);
    const found: Found = { runs: [], isLegacy: false, boxes: [], fieldDepth: [] };
    const label = this.numbering.next((pPr && childOf(pPr, 'numPr')) ?? this.styles.numbering(style));
    this.collect(p, look, found);
    const runs = label === '' ? found.runs : [labelRun(label, found.runs[0] ?? look), ...found.runs];
    return [...linesOf(runs, at, found.isLegacy), ...found.boxes.flatMap((box) => this.blocks(box))];
  }

  private collect(parent: XmlElement, look: Styled, found: Found): void {
    for (const child of childrenOf(parent)) {
      if (child.local === 'r') this.run(child, look, found);
      else if (WRAPPERS.has(child.local)) this.collect(child, look, found);
      else if (child.local === 'oMath' || child.local === 'oMathPara') {
        this.hasMaths = true;
        found.runs.push({ ...look, text: textOf(child).normalize('NFC') });
      }
    }
  }

  private run(r: XmlElement, below: Styled, found: Found): void {
    const rPr = childOf(r, 'rPr');
    const style = rPr && childOf(rPr, 'rStyle');
    const look = looked(rPr, this.styles.styled(style && attributeOf(style, 'val'), below));
    const hidden = rPr && childOf(rPr, 'vanish');
    if (hidden && attributeOf(hidden, 'val') !== '0') return;
    for (const child of childrenOf(r)) this.piece(child, look, found);
  }

  private piece(piece: XmlElement, look: Styled, found: Found): void {
    const add = (text: string): void => void found.runs.push({ ...look, text });
    if (piece.local === 'fldChar') return heedField(found, attributeOf(piece, 'fldCharType'));
    // why: between its beginning and its separator a field says how it is made, not what it shows.
    if (found.fieldDepth.includes('code')) return;
    if (piece.local === 't') add(this.decoded(textOf(piece), look.font, found));
    else if (piece.local === 'tab' || piece.local === 'ptab') add('\t');
    else if (piece.local === 'br' || piece.local === 'cr') add('\n');
    else if (piece.local === 'noBreakHyphen') add('-');
    else if (piece.local === 'sym') add(symbolOf(attributeOf(piece, 'char')));
    else if (['drawing', 'pict', 'object', 'AlternateContent'].includes(piece.local)) this.drawing(piece, look, found);
  }

  private decoded(text: string, font: string, found: Found): string {
    const coded = legacyFont(font);
    if (coded === 'vni' && /[^\u0000-\u007F]/u.test(text)) found.isLegacy = true;
    const read = coded === 'tcvn' ? fromTcvn(text, font) : text;
    return read
      .normalize('NFC')
      .replaceAll(/[\u00A0\u2000-\u200A\u202F\u3000\r\n]/gu, ' ')
      .replaceAll(/[\u00AD\u200B-\u200D\u2060\uFEFF]/gu, '');
  }

  private drawing(piece: XmlElement, look: Styled, found: Found): void {
    // why one of the two: a drawing is written twice, for Word of today and for that of old.
    const choices = piece.local === 'AlternateContent' ? childrenOf(piece, 'Choice', 'Fallback').slice(0, 1) : [piece];
    for (const choice of choices) {
      const boxes = descendantsOf(choice, 'txbxContent');
      found.boxes.push(...boxes.slice(0, 1));
      const alt = descendantsOf(choice, 'docPr', 'shape')
        .map((named) => attributeOf(named, 'descr') ?? attributeOf(named, 'alt') ?? '')
        .find((text) => text !== '');
      if (boxes.length > 0) continue;
      for (const blip of descendantsOf(choice, 'blip', 'imagedata')) this.image(blip, alt ?? '', look, found);
    }
  }

  private image(blip: XmlElement, alt: string, look: Styled, found: Found): void {
    const id = attributeOf(blip, 'embed') ?? attributeOf(blip, 'link') ?? attributeOf(blip, 'id') ?? '';
    const image = this.file.images.get(id);
    const address = image && this.store.keep(image.name, image.bytes);
    if (address === undefined) {
      const code = image ? 'image-unreadable' : this.file.images.has(id) ? 'image-outside' : 'image-missing';
      this.lostImages.push({ code, name: image?.name ?? id });
    } else {
      const said = alt
        .normalize('NFC')
        .replaceAll(/[[\]\\\s]+/gu, ' ')
        .trim();
      found.runs.push({ ...look, text: IMAGE_SIGN, image: `![${said}](${address})` });
    }
  }
}

interface Found {
  readonly runs: Run[];
  isLegacy: boolean;
  readonly boxes: XmlElement[];
  /** Fields that are open, the innermost last. */
  readonly fieldDepth: ('code' | 'result')[];
}

function heedField(found: Found, type: string | undefined): void {
  if (type === 'begin') found.fieldDepth.push('code');
  else if (type === 'separate' && found.fieldDepth.length > 0) found.fieldDepth[found.fieldDepth.length - 1] = 'result';
  else if (type === 'end') found.fieldDepth.pop();
}

// why plain: the mark of a paragraph says little of its number, and the run behind it says what the clerk marked.
const labelRun = (label: string, like: Run | Styled): Run => ({
  bold: like.bold,
  italic: false,
  underline: false,
  highlight: false,
  colour: false,
  raised: '',
  text: `${label} `,
  isLabel: true,
});

/** Signs of the fonts Symbol and Wingdings that stand in questions: arrows. */
const symbolOf = (char = ''): string => ({ F0E0: '→', F0DE: '⇒', F0AE: '→', F0B1: '±' })[char.toUpperCase()] ?? '';

function linesOf(runs: readonly Run[], at: number, isLegacy: boolean): Line[] {
  const lines: Run[][] = [[]];
  for (const run of runs) {
    run.text.split('\n').forEach((text, index) => {
      if (index > 0) lines.push([]);
      if (text !== '') lines.at(-1)?.push({ ...run, text });
    });
  }
  return lines.map((line) => lineOf(line, at, isLegacy)).filter(({ text }) => text.trim() !== '');
}

const flat = (block: Block): readonly Line[] => ('rows' in block ? block.rows.flat(2) : [block]);
