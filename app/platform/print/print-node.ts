/** A stretch of text that is set alike. */
export interface TextRun {
  readonly kind: 'text';
  readonly text: string;
  readonly bold?: boolean | undefined;
  readonly italic?: boolean | undefined;
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
  /** Points above and below. */
  readonly above?: number | undefined;
  readonly below?: number | undefined;
}

export interface PrintCell {
  readonly nodes: readonly (PrintLine | PrintGrid)[];
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
}

/** What stays on one page where it fits on one. */
export interface PrintGroup {
  readonly kind: 'group';
  readonly nodes: readonly (PrintLine | PrintGrid)[];
}

export type PrintNode = PrintLine | PrintGrid | PrintGroup | { readonly kind: 'pageBreak' };

/** A document for paper: A4, 20 mm margins (30 mm on the left), Times or its like. */
export interface PrintDocument {
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
  how: Partial<Omit<PrintLine, 'kind' | 'runs'>> & { bold?: boolean; italic?: boolean } = {},
): PrintLine => {
  const { bold, italic, ...rest } = how;
  return { kind: 'line', runs: [{ kind: 'text', text, bold, italic }], ...rest };
};

/** A cell of plain words. */
export const cell = (text: string, how: Parameters<typeof line>[1] & { shaded?: boolean } = {}): PrintCell => {
  const { shaded, ...rest } = how;
  return { nodes: [line(text, rest)], shaded };
};
