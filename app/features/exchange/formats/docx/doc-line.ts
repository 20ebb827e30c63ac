/** A stretch of text that is set alike. */
export interface DocRun {
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  /** Colour or highlighting. */
  readonly colour: boolean;
  /** The text is Markdown already: an image. */
  readonly isRaw: boolean;
}

/** One line of a document, as it is seen: automatic numbers are part of it. */
export interface DocLine {
  /** Which paragraph, from 1. */
  readonly number: number;
  readonly runs: readonly DocRun[];
  readonly isLegacy: boolean;
}

export type DocBlock =
  | { readonly kind: 'line'; readonly line: DocLine }
  | { readonly kind: 'table'; readonly rows: readonly (readonly (readonly DocLine[])[])[]; readonly number: number };

export const textOfLine = ({ runs }: Pick<DocLine, 'runs'>): string => runs.map(({ text }) => text).join('');

/** The part of a line between two places of its text. */
export function sliceLine(line: DocLine, from: number, to = Number.POSITIVE_INFINITY): DocLine {
  let at = 0;
  const runs = line.runs.flatMap((run) => {
    const start = at;
    at += run.text.length;
    const text = run.text.slice(Math.max(0, from - start), Math.max(0, Math.min(run.text.length, to - start)));
    return text === '' ? [] : [{ ...run, text }];
  });
  return { ...line, runs };
}

/** The same line without spaces at its ends. */
export function trimLine(line: DocLine): DocLine {
  const text = textOfLine(line);
  const start = text.length - text.trimStart().length;
  return sliceLine(line, start, text.trimEnd().length);
}

/** Lines of a line with forced ends. */
export function splitLine(line: DocLine): DocLine[] {
  const text = textOfLine(line);
  const lines: DocLine[] = [];
  let start = 0;
  for (let at = 0; at <= text.length; at += 1) {
    if (at < text.length && text[at] !== '\n') continue;
    lines.push(trimLine(sliceLine(line, start, at)));
    start = at + 1;
  }
  return lines.filter((each) => each.runs.length > 0);
}

/** Whether all that is seen of a line has a mark. */
export const isAll = (line: DocLine, mark: 'bold' | 'underline' | 'colour' | 'italic'): boolean => {
  const seen = line.runs.filter((run) => run.text.trim() !== '' && !run.isRaw);
  return seen.length > 0 && seen.every((run) => run[mark]);
};
