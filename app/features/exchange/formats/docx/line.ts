/** How a run of a Word document looks, as far as a clerk may mean something by it. */
export interface Look {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly highlight: boolean;
  /** In a colour that stands out from black. */
  readonly colour: boolean;
  readonly raised: '' | 'sup' | 'sub';
}

export interface Run extends Look {
  readonly text: string;
  /** Markdown of an image; the text is then one sign that stands for it. */
  readonly image?: string | undefined;
  /** A number or letter that Word sets itself. */
  readonly isLabel?: boolean | undefined;
}

/** One line as a reader sees it: a paragraph, or what is between two line breaks. */
export interface Line {
  readonly runs: readonly Run[];
  readonly text: string;
  /** Which paragraph of the document, from 1. */
  readonly at: number;
  /** In a font whose letters are not Unicode. */
  readonly isLegacy: boolean;
  /** Set for a table that belongs to a question: GFM. */
  readonly table?: string | undefined;
}

export interface Table {
  readonly rows: readonly (readonly (readonly Line[])[])[];
  readonly at: number;
}

export type Block = Line | Table;
export const isTable = (block: Block): block is Table => 'rows' in block;

export const IMAGE_SIGN = '\uFFFC';
export const PLAIN: Look = {
  bold: false,
  italic: false,
  underline: false,
  highlight: false,
  colour: false,
  raised: '',
};

/** A line of runs. */
export const lineOf = (runs: readonly Run[], at: number, isLegacy = false): Line => ({
  runs,
  text: runs.map(({ text }) => text).join(''),
  at,
  isLegacy,
});

/** A line of a plain text. */
export const plainLine = (text: string, at: number): Line => lineOf([{ ...PLAIN, text }], at);

/** Part of a line, by places in its text. */
export function part(line: Line, from: number, to = line.text.length): Line {
  const runs: Run[] = [];
  let start = 0;
  for (const run of line.runs) {
    const text = run.text.slice(Math.max(0, from - start), Math.max(0, to - start));
    if (text !== '') runs.push({ ...run, text });
    start += run.text.length;
  }
  return { ...lineOf(runs, line.at, line.isLegacy), ...(line.table ? { table: line.table } : {}) };
}

/** A line without blanks at its ends. */
export function trimmed(line: Line): Line {
  const from = line.text.length - line.text.trimStart().length;
  return part(line, from, Math.max(from, line.text.trimEnd().length));
}
