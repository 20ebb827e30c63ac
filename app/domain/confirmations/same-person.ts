import { fold, sortKey, tidy } from '../kernel/text.ts';

/** A person as a confirmation knows them. */
interface Known {
  readonly fullName: string;
  readonly birthYear: number;
}

/** A person as somebody says that they are. */
interface Said {
  readonly fullName: string;
  readonly birthYear?: number | undefined;
}

/**
 * Whether two spellings are the same name. A name typed without any mark is compared without marks, as phones are often used;
 * one with marks must have the right ones, wherever the tone is set (Hoà, Hòa).
 */
export function isSameName(typed: string, known: string): boolean {
  if (fold(typed) !== fold(known) || fold(typed) === '') return false;
  const isPlain = tidy(typed).toLowerCase() === fold(typed);
  return isPlain || tonedWords(typed) === tonedWords(known);
}

/** Letters with their marks, and the tone of each word wherever it stands in it. */
function tonedWords(name: string): string {
  return tidy(name)
    .toLowerCase()
    .split(' ')
    .map((word) => {
      const apart = word.normalize('NFD');
      const tone = /[\u0300\u0301\u0303\u0309\u0323]/u.exec(apart)?.[0] ?? '';
      return sortKey(apart.replace(/[\u0300\u0301\u0303\u0309\u0323]/gu, '').normalize('NFC')) + tone;
    })
    .join(' ');
}

/** Whether the person is the one of the confirmation, as far as was said. */
export const isSamePerson = (said: Said, known: Known): boolean =>
  isSameName(said.fullName, known.fullName) && (said.birthYear === undefined || said.birthYear === known.birthYear);
