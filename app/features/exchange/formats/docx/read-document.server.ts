import type { XmlElement } from '#app/platform/xml.server.ts';
import { splitLine, type DocBlock, type DocLine, type DocRun } from './doc-line.ts';
import { attribute, childOf, childrenOf, Numbering } from './numbering.ts';

/** Gives the Markdown of an image by its relation, or nothing. */
export type ImageAt = (relation: string, words: string) => string;

const LEGACY_FONT = /^(?:\.vn|vni[- ])/iu;
/** What is not text of the document as it stands. */
const SKIPPED = new Set([
  'del',
  'moveFrom',
  'instrText',
  'delText',
  'rPr',
  'pPr',
  'footnoteReference',
  'endnoteReference',
  'commentReference',
]);

/** Paragraphs and tables of a document in their order, with automatic numbers written out and deleted text left out. */
export function readDocument(
  document: XmlElement,
  given: {
    readonly numbering: XmlElement | undefined;
    readonly styles: XmlElement | undefined;
    readonly imageAt: ImageAt;
  },
): DocBlock[] {
  const walker = new Walker(new Numbering(given.numbering, given.styles), given.imageAt);
  return walker.blocks(childrenOf(childOf(document, 'body')));
}

class Walker {
  readonly #numbering: Numbering;
  readonly #imageAt: ImageAt;
  #paragraphs = 0;

  constructor(numbering: Numbering, imageAt: ImageAt) {
    this.#numbering = numbering;
    this.#imageAt = imageAt;
  }

  blocks(elements: readonly XmlElement[]): DocBlock[] {
    return elements.flatMap((element): DocBlock[] => {
      switch (element.local) {
        case 'p':
          return this.#paragraph(element).map((line) => ({ kind: 'line', line }));
        case 'tbl': {
          const number = this.#paragraphs + 1;
          const rows = childrenOf(element, 'tr').map((row) =>
            childrenOf(row, 'tc').map((cell) => this.#lines(this.blocks(childrenOf(cell)))),
          );
          return [{ kind: 'table', rows, number }];
        }
        case 'sdt':
          return this.blocks(childrenOf(childOf(element, 'sdtContent')));
        case 'ins':
        case 'moveTo':
        case 'customXml':
        case 'smartTag':
          return this.blocks(childrenOf(element));
        default:
          return [];
      }
    });
  }

  /** A table within a table is read line by line. */
  #lines(blocks: readonly DocBlock[]): DocLine[] {
    return blocks.flatMap((block) => (block.kind === 'line' ? [block.line] : block.rows.flat(2)));
  }

  #paragraph(element: XmlElement): DocLine[] {
    this.#paragraphs += 1;
    const number = this.#paragraphs;
    const boxes: XmlElement[] = [];
    const found = { legacy: false };
    const runs = this.#runs(element, undefined, boxes, found);
    const label = this.#numbering.label(childOf(element, 'pPr'));
    const [first] = runs;
    const numbered = label === '' ? runs : [{ ...(first ?? PLAIN), text: label, isRaw: false }, ...runs];
    const lines = splitLine({ number, runs: numbered, isLegacy: found.legacy });
    return [...lines, ...boxes.flatMap((box) => this.#lines(this.blocks(childrenOf(box))))];
  }

  #runs(element: XmlElement, style: XmlElement | undefined, boxes: XmlElement[], found: { legacy: boolean }): DocRun[] {
    return childrenOf(element).flatMap((child): DocRun[] => {
      if (SKIPPED.has(child.local)) return [];
      switch (child.local) {
        case 'r':
          return this.#runs(child, childOf(child, 'rPr'), boxes, found);
        case 't': {
          const text = child.children.filter((part) => typeof part === 'string').join('');
          found.legacy ||= isLegacy(style) && text.trim() !== '';
          return [{ ...lookOf(style), text: tidy(text), isRaw: false }];
        }
        case 'tab':
        case 'ptab':
          return [{ ...lookOf(style), text: '\t', isRaw: false }];
        case 'br':
        case 'cr':
          return [{ ...lookOf(style), text: '\n', isRaw: false }];
        case 'noBreakHyphen':
          return [{ ...lookOf(style), text: '-', isRaw: false }];
        case 'drawing':
        case 'pict':
        case 'object':
          return this.#picture(child, boxes);
        case 'AlternateContent':
          // why one of the two: both say the same, for newer and older programs.
          return this.#runs(childOf(child, 'Choice') ?? childOf(child, 'Fallback') ?? child, style, boxes, found);
        default:
          return this.#runs(child, style, boxes, found);
      }
    });
  }

  #picture(element: XmlElement, boxes: XmlElement[]): DocRun[] {
    const all = descendants(element);
    boxes.push(...all.filter(({ local }) => local === 'txbxContent'));
    const words =
      attribute(
        all.find(({ local }) => local === 'docPr'),
        'descr',
      ) ?? '';
    const image = all.find(({ local }) => local === 'blip' || local === 'imagedata');
    const relation = attribute(image, 'embed') ?? attribute(image, 'id');
    const text = relation === undefined ? '' : this.#imageAt(relation, words);
    return text === '' ? [] : [{ ...PLAIN, text, isRaw: true }];
  }
}

const PLAIN: DocRun = { text: '', bold: false, italic: false, underline: false, colour: false, isRaw: false };

const descendants = (element: XmlElement): XmlElement[] =>
  // why not into text boxes: their text is read as lines of its own.
  childrenOf(element).flatMap((child) => [child, ...(child.local === 'txbxContent' ? [] : descendants(child))]);

const tidy = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll(/[\u00a0\u2007\u202f\r\n\t]/gu, ' ')
    .replaceAll(/[\u200b-\u200d\ufeff\u00ad]/gu, '');

const isOn = (properties: XmlElement | undefined, local: string): boolean => {
  const found = childOf(properties, local);
  return found !== undefined && !/^(?:0|false|none|off)$/u.test(attribute(found, 'val') ?? '1');
};

function lookOf(properties: XmlElement | undefined): Omit<DocRun, 'text' | 'isRaw'> {
  return {
    bold: isOn(properties, 'b'),
    italic: isOn(properties, 'i'),
    underline: isOn(properties, 'u'),
    colour:
      isOn(properties, 'highlight') || isColour(attribute(childOf(properties, 'color'), 'val')) || isShaded(properties),
  };
}

/** A colour that sets apart: neither black, nor white, nor grey, nor automatic. */
function isColour(value: string | undefined): boolean {
  if (value === undefined || !/^[0-9a-f]{6}$/iu.test(value)) return false;
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => Number.parseInt(value.slice(at, at + 2), 16));
  return Math.max(red, green, blue) - Math.min(red, green, blue) > 60;
}

const isShaded = (properties: XmlElement | undefined): boolean =>
  isColour(attribute(childOf(properties, 'shd'), 'fill'));

const isLegacy = (properties: XmlElement | undefined): boolean =>
  LEGACY_FONT.test(attribute(childOf(properties, 'rFonts'), 'ascii') ?? '');
