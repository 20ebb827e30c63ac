import { tidy } from '../kernel/text.ts';

/**
 * Roughly what a reader sees of a Markdown text, without its signs: for lengths, searching and comparing. What is shown on a
 * page is made by the renderer, not by this.
 */
export const shownText = (markdown: string): string =>
  tidy(
    markdown
      .replace(/!\[([^\]]*)\]\([^)]*\)/gu, ' $1 ')
      .replace(/\[([^\]]*)\]\([^)]*\)/gu, '$1')
      .replace(/^\s{0,3}(#{1,6}\s+|>\s?|[-*+]\s+)/gmu, '')
      .replace(/^\s*\|?[\s:|-]*-{3,}[\s:|-]*$/gmu, ' ')
      .replace(/(?<!\\)[*`|]+/gu, ' ')
      .replace(/(?<![\p{L}\p{N}_])_(?=[^\s_])|(?<=[^\s_])_(?![\p{L}\p{N}_])/gu, ' ')
      .replace(/\\(?=[\p{P}\p{S}])/gu, ''),
  );
