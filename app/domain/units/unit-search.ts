import { fold, tidy } from '../kernel/text.ts';

/** The words of a search, folded; letters and digits only, so that they are safe in a LIKE pattern. */
export const searchWords = (query: string): string[] =>
  fold(query.slice(0, 100))
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .slice(0, 8);

/**
 * How well a name answers a search, smaller is better: the whole name, its beginning, the beginning of a word, somewhere;
 * among equals a name that agrees in its marks comes first ("hòa" before "hóa").
 */
export function searchRank(name: string, query: string): number {
  const phrase = searchWords(query).join(' ');
  const words = searchWords(name).join(' ');
  const place =
    words === phrase
      ? 0
      : words.startsWith(phrase)
        ? 1
        : words.includes(` ${phrase}`)
          ? 2
          : words.includes(phrase)
            ? 3
            : 4;
  const agrees = tidy(name).toLowerCase().includes(tidy(query).toLowerCase());
  return place * 2 + (agrees ? 0 : 1);
}
