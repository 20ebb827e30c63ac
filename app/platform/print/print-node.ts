/** A stretch of text that is set alike. */
export interface TextRun {
  readonly kind: 'text';
  readonly text: string;
  readonly bold?: boolean | undefined;
  readonly italic?: boolean | undefined;
  readonly underline?: boolean | undefined;
}

/** What stands in a line. */
export type PrintRun =
  | TextRun
  | { readonly kind: 'break' }
  /** An image as PNG or JPEG; width and height in pixels. Wider ones are made narrower to fit. */
  | {
      readonly kind: 'image';
      readonly bytes: Uint8Array;
      readonly type: 'png' | 'jpg';
      readonly width: number;
      readonly height: number;
      readonly alt: string;
    }
  /** A circle with a letter, to be filled in with a pen. */
  | { readonly kind: 'bubble'; readonly letter: string };

export interface PrintLine {
  readonly kind: 'line';
  readonly runs: readonly PrintRun[];
  readonly align?: 'left' | 'center' | 'right' | 'justify' | undefined;
  /** Points; left out, that of the document. */
  readonly size?: number | undefined;
  /** Points from the left edge. */
  readonly indent?: number | undefined;
  /** Points that the first line of the paragraph is further in. */
  readonly firstIndent?: number | undefined;
  /** Points above and below. */
  readonly above?: number | undefined;
  readonly below?: number | undefined;
  /** It stays on the page of what comes after it, where a program can see to that. */
  readonly isKept?: boolean | undefined;
}

/** A straight line in the middle of the width that there is. */
export interface PrintRule {
  readonly kind: 'rule';
  /** Points. */
  readonly length: number;
  readonly above?: number | undefined;
  readonly below?: number | undefined;
}

/** Room to sign in; in a PDF a field for a digital signature. */
export interface PrintSignature {
  readonly kind: 'signature';
  /** Points. */
  readonly height: number;
  /** What programs call the field, in ASCII. */
  readonly name: string;
}

export interface PrintCell {
  readonly nodes: readonly (PrintLine | PrintGrid | PrintRule | PrintSignature)[];
  readonly shaded?: boolean | undefined;
}

export interface PrintGrid {
  readonly kind: 'grid';
  /** Shares of the width that the grid has. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly PrintCell[])[];
  readonly ruled: boolean;
  /** Rows that are repeated on every page. */
  readonly headerRows: number;
  readonly indent?: number | undefined;
  /** Without the room that cells have beside their words: for what only stands side by side. */
  readonly isBare?: boolean | undefined;
  /** With less room beside words than usual: for many columns. */
  readonly isTight?: boolean | undefined;
}

/** What stays on one page where it fits on one. */
export interface PrintGroup {
  readonly kind: 'group';
  readonly nodes: readonly (PrintLine | PrintGrid)[];
}

export type PrintNode =
  | PrintLine
  | PrintGrid
  | PrintRule
  | PrintSignature
  | PrintGroup
  | { readonly kind: 'pageBreak' }
  /** A new page, from which on paper lies so. */
  | { readonly kind: 'turn'; readonly to: 'portrait' | 'landscape' };

/** How pages are set. */
export interface PrintPage {
  /** Millimetres, on a page that stands upright. */
  readonly margins: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };
  /** Points. */
  readonly size: number;
  /** Of single spacing. */
  readonly lineHeight: number;
  /** Where the number of the page stands: in the foot with the number of all, or alone in the middle above all but the first. */
  readonly numbers: 'foot' | 'top';
}

export const PLAIN_PAGE: PrintPage = {
  margins: { top: 20, right: 20, bottom: 20, left: 30 },
  size: 12,
  lineHeight: 1.15,
  numbers: 'foot',
};

/** A document for paper: A4; left out, pages are set plainly; Times or its like. */
export interface PrintDocument {
  readonly page?: PrintPage | undefined;
  readonly title: string;
  /** Who issues it. */
  readonly author: string;
  readonly nodes: readonly PrintNode[];
  /** Left side of the foot of every page; the right side says which page of how many. */
  readonly footer: string;
  readonly pageWords: (page: string, of: string) => string;
  /** Instant in UTC, ms: written into the file, so that the same document gives the same bytes. */
  readonly at: number;
}

/** A line of plain words. */
export const line = (
  text: string,
  how: Partial<Omit<PrintLine, 'kind' | 'runs'>> & { bold?: boolean; italic?: boolean; underline?: boolean } = {},
): PrintLine => {
  const { bold, italic, underline, ...rest } = how;
  return { kind: 'line', runs: [{ kind: 'text', text, bold, italic, underline }], ...rest };
};

/** A cell of plain words. */
export const cell = (text: string, how: Parameters<typeof line>[1] & { shaded?: boolean } = {}): PrintCell => {
  const { shaded, ...rest } = how;
  return { nodes: [line(text, rest)], shaded };
};
