/** A question as it stands between two empty lines. */
export interface GiftBlock {
  /** Without comments, trimmed; signs that are escaped stand as their placeholders. */
  readonly text: string;
  /** The comments of the block, one after the other. */
  readonly comment: string;
  /** Where the text begins. */
  readonly line: number;
}

// Noncharacters of Unicode: no text has them, so they stand for escaped signs until a text is whole.
const ESCAPED = [':', '#', '=', '{', '}', '~', '\n', '\\'] as const;
const placeholder = (at: number): string => String.fromCodePoint(0xfdd0 + at);

const hidden = (text: string): string =>
  text
    .replaceAll(/[\uFDD0-\uFDD7]/gu, '')
    .replaceAll(/\\([\\:#={}~n])/gu, (_whole, sign: string) =>
      placeholder(ESCAPED.indexOf((sign === 'n' ? '\n' : sign) as (typeof ESCAPED)[number])),
    );

/** The text with its escaped signs shown again. */
export const unescaped = (text: string): string =>
  text.replaceAll(/[\uFDD0-\uFDD7]/gu, (sign) => ESCAPED[(sign.codePointAt(0) ?? 0) - 0xfdd0] ?? '');

/** The text with signs escaped that would mean something: \ # = ~ { } : and line breaks. */
export const escaped = (text: string): string =>
  text.replaceAll(/[\\#=~{}:]/gu, (sign) => `\\${sign}`).replaceAll(/\r?\n/gu, '\\n');

interface Line {
  readonly at: number;
  readonly written: string;
}

// why not trim(): Moodle parts questions by what PHP trims, to which a no-break space does not belong.
const isBlank = (line: string): boolean => /^[ \t\r\n\0\v]*$/u.test(line);
const isComment = (written: string): boolean => written.startsWith('//');

/** Blocks of a file; blank lines part them, lines that begin with // are comments. Blocks of comments alone say nothing. */
export function giftBlocks(lines: readonly string[]): GiftBlock[] {
  const groups: Line[][] = [];
  let isOpen = false;
  lines.forEach((raw, at) => {
    if (!isBlank(raw)) {
      if (!isOpen) groups.push([]);
      groups.at(-1)?.push({ at, written: raw.trim() });
    }
    isOpen = !isBlank(raw);
  });
  return groups.flatMap(questionsOf).flatMap(blockOf);
}

/**
 * Lines that only look empty belong to their question, as in Moodle; but where a question has ended before one and another
 * begins after it, two questions were meant.
 */
function questionsOf(group: readonly Line[]): (readonly Line[])[] {
  if (group.every(({ written }) => written !== '')) return [group];
  const questions: Line[][] = [[]];
  const braces = group.map(({ written }) => (isComment(written) ? '' : hidden(written).replaceAll(/[^{}]/gu, '')));
  const lastOpened = braces.findLastIndex((found) => found.includes('{'));
  let depth = 0;
  let isClosed = false;
  group.forEach((line, index) => {
    if (line.written === '' && isClosed && index < lastOpened) {
      questions.push([]);
      isClosed = false;
    }
    for (const brace of braces[index] ?? '') depth += brace === '{' ? 1 : -1;
    if (braces[index] !== '') isClosed = depth === 0;
    questions.at(-1)?.push(line);
  });
  return questions;
}

function blockOf(lines: readonly Line[]): GiftBlock[] {
  const said = lines.filter(({ written }) => !isComment(written));
  const first = said.find(({ written }) => written !== '');
  if (!first) return [];
  return [
    {
      text: hidden(said.map(({ written }) => written).join('\n')).trim(),
      // why lines stay apart: a token of a comment ends where its line does.
      comment: lines
        .filter(({ written }) => isComment(written))
        .map(({ written }) => written.slice(2).trim())
        .join('\n'),
      line: first.at + 1,
    },
  ];
}
