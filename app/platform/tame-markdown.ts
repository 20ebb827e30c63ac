/** Longer texts are no questions. */
const MOST_CHARACTERS = 20_000;
const MOST_LEVELS = 12;
const MOST_CELLS = 8_000;
const MOST_MARKS = 400;

/** Whether Markdown can be rendered at a cost that does not matter: no tower of lists and quotes, no table of a million cells. */
export function isTame(markdown: string): boolean {
  if (markdown.length > MOST_CHARACTERS) return false;
  const lines = markdown.split('\n');
  if (lines.some((line) => levelsOf(line) > MOST_LEVELS)) return false;
  // why lines by the widest: each row of a table is filled up to its head.
  const widest = Math.max(...lines.map((line) => countOf(line, '|')));
  if (widest > 0 && (widest + 1) * lines.length > MOST_CELLS) return false;
  const marks = markdown.match(/\*+|_+|~+|`+|\[|</gu)?.length ?? 0;
  return marks <= MOST_MARKS;
}

/** Marks of quotes and lists at the beginning of a line. */
function levelsOf(line: string): number {
  const isRuler = /^\s*(?:-+|\*+|_+)\s*$/u.test(line);
  if (isRuler) return 1;
  const start = /^(?:[ \t]|[>+*-]|\d{1,9}[.)](?=[ \t]))*/u.exec(line)?.[0] ?? '';
  return start.replace(/[ \t\d]/gu, '').length;
}

const countOf = (text: string, char: string): number => text.split(char).length - 1;

/** The text without tags and without what scripts and styles say. */
export const stripTags = (html: string): string =>
  html.replace(/<(script|style)\b[^>]*>[^<]*(?:<(?!\/\1)[^<]*)*(?:<\/\1[^>]*>|$)/giu, '').replace(/<[^<>]*>/gu, '');
