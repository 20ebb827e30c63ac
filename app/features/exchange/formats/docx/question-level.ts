import { difficultyOf } from './word-patterns.ts';

const BRACKETS = /^\s*[[(]([^\])]{1,30})[\])]\s*[.:]?\s*/u;

/**
 * How hard a question is, where it is written in brackets before or behind its number: "Câu 1 (NB).", "Câu 1. [Dễ] …".
 * @param tags what stood in brackets before the sign behind the number
 * @returns with how much of the text says so and is no part of the prompt
 */
export function levelOf(tags: string, text: string): { readonly level: string | undefined; readonly length: number } {
  const [whole = '', inside = ''] = BRACKETS.exec(text) ?? [];
  const before = Array.from(tags.matchAll(/[([]([^)\]]+)/gu), ([, tag = '']) => tag);
  const level = [...before, inside].find((tag) => difficultyOf(tag) !== undefined);
  return { level, length: difficultyOf(inside) === undefined ? 0 : whole.length };
}
