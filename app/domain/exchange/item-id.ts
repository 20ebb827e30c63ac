import { fold } from '../kernel/text.ts';

/**
 * The id that an item of a file has in the bank: the file's own, in lower case, without marks, words joined by hyphens. The
 * same id in another file is the same item. Empty where the file gives none.
 */
export const itemIdOf = (externalId: string): string =>
  fold(externalId)
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-+|-+$/gu, '')
    .slice(0, 60)
    .replace(/-+$/u, '');

const words = (text: string): Set<string> => new Set(fold(text).match(/[\p{L}\p{N}]+/gu) ?? []);

/** Share of words that two texts have in common, 0..1. */
export function wordsInCommon(a: string, b: string): number {
  const [ours, theirs] = [words(a), words(b)];
  if (ours.size === 0 || theirs.size === 0) return ours.size === theirs.size ? 1 : 0;
  let both = 0;
  for (const word of ours) if (theirs.has(word)) both += 1;
  return both / (ours.size + theirs.size - both);
}
