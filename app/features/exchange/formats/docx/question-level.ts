import { difficultyOf } from '#app/domain/exchange/resolve-place.ts';

const BRACKETS = /^\s*[[(]([^\])]{1,30})[\])]\s*[.:]?\s*/u;

/**
 * How hard a question is, where it is written in brackets before or behind its number: "Câu 1 (NB).", "Câu 1. [Dễ] …".
 * @param tags what stood in brackets before the sign behind the number
 * @returns with how much of the text says so and is no part of the prompt
 */
export function levelOf(tags: string, text: string): { readonly level: string | undefined; readonly length: number } {
  const [whole = '', inside = ''] = BRACKETS.exec(text) ?? [];
  const before = Array.from(tags.matchAll(/[([]([^)\]]+)/gu), ([, tag = '']) => tag);
  const level = [...before, inside].find(isLevel);
  return { level, length: isLevel(inside) ? whole.length : 0 };
}

/** why no number: "Câu 1 (2)." counts points, and "[1]" is a note. */
const isLevel = (written: string): boolean => !/^\s*\d*\s*$/u.test(written) && difficultyOf(written) !== undefined;
