import { fold, tidy } from '../kernel/text.ts';

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;

/**
 * A name as it is compared with its marks: lower case, composed, and with the tone of each word at its end, so that "Hòa" and
 * "Hoà" are one name and "Hòa" and "Hóa" are two.
 */
export const nameKey = (name: string): string =>
  tidy(name)
    .toLowerCase()
    .split(' ')
    .map((word) => {
      const parts = word.normalize('NFD');
      const tones = parts.match(TONES)?.join('') ?? '';
      return parts.replace(TONES, '').normalize('NFC') + tones;
    })
    .join(' ');

/** A name as it is compared without its marks. */
export const foldedNameOf = (name: string): string => fold(name);

const capitalised = (word: string): string =>
  word.toLocaleLowerCase('vi').replace(/(^|[-'’])(\p{L})/gu, (_, before: string, letter: string) => {
    return before + letter.toLocaleUpperCase('vi');
  });

/** A name as it is shown: one that is written in capitals only, or in small letters only, gets a capital for each word. */
export function shownName(text: string): string {
  const name = tidy(text).replace(/^[\s.,;:-]+|[\s,;:-]+$/gu, '');
  const isOneCase = name === name.toLocaleUpperCase('vi') || name === name.toLocaleLowerCase('vi');
  return isOneCase ? name.split(' ').map(capitalised).join(' ') : name;
}

/** Whether a text can be the name of a person: letters, with few signs between them. */
export const isName = (name: string): boolean => /^\p{L}[\p{L}\p{M}' .’-]*$/u.test(name) && name.length <= 80;
