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

/** Blocks of a file; blank lines part them, lines that begin with // are comments. Blocks of comments alone say nothing. */
export function giftBlocks(lines: readonly string[]): GiftBlock[] {
  const blocks: GiftBlock[] = [];
  let text: string[] = [];
  let comments: string[] = [];
  let line = 0;
  const end = (): void => {
    if (text.length > 0) blocks.push({ text: hidden(text.join('\n')).trim(), comment: comments.join(' '), line });
    text = [];
    comments = [];
  };
  lines.forEach((raw, at) => {
    const written = raw.trim();
    if (written === '') end();
    else if (written.startsWith('//')) comments.push(written.slice(2).trim());
    else {
      if (text.length === 0) line = at + 1;
      text.push(written);
    }
  });
  end();
  return blocks;
}
