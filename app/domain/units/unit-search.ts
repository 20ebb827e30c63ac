import { fold, tidy } from '../kernel/text.ts';

const split = (text: string): string[] => text.split(/[^\p{L}\p{N}]+/u).filter(Boolean);

/** The words of a search, folded; letters and digits only. */
export const searchWords = (query: string): string[] => split(fold(query.slice(0, 100))).slice(0, 8);

const FIRST_MARK = 0x300;
const LAST_MARK = 0x36f;
/** Grave, acute, tilde, hook above, dot below. */
const TONES = '\u0300\u0301\u0303\u0309\u0323';

const isPlain = (char: string): boolean => (char >= 'a' && char <= 'z') || (char >= '0' && char <= '9') || char === 'đ';

/**
 * The words of a text twice, each with a space before and after: folded, and marked: the tone first and then the letters with the
 * marks that make them others (ă, ê, ơ), so that hòa and hoà are one word, and a word that is not yet typed to its end fits.
 * why by hand and not by expressions: thousands of names are prepared at once, and again after each change of the tree.
 */
function spelled(text: string): { folded: string; marked: string } {
  let [folded, marked, word, letters, tone] = [' ', ' ', '', '', 0];
  for (const char of `${tidy(text).toLowerCase().normalize('NFD')} `) {
    const code = char.charCodeAt(0);
    if (isPlain(char)) {
      word += char === 'đ' ? 'd' : char;
      letters += char;
    } else if (code >= FIRST_MARK && code <= LAST_MARK) {
      const found = TONES.indexOf(char);
      if (found < 0) letters += char;
      else tone = found + 1;
    } else if (/[\p{L}\p{N}]/u.test(char)) {
      word += char;
      letters += char;
    } else if (word !== '') {
      folded += `${word} `;
      marked += `${tone}${letters} `;
      [word, letters, tone] = ['', '', 0];
    }
  }
  return { folded, marked };
}

/** A name that can be found, prepared so that thousands of them are looked through in a moment. */
export interface SearchName {
  readonly name: string;
  /** Its folded words between spaces: " xa truong ha ". */
  readonly folded: string;
  /** The same without what says only the kind: " truong ha ". */
  readonly bare: string;
  /** Its words with their marks, see spelled(). */
  readonly marked: string;
}

/** Words in front of a name that people leave out. */
const KINDS = ['xa', 'phuong', 'thi tran', 'huyen', 'thanh pho', 'thi xa', 'tinh', 'dang bo'];

/** Prepares a name to be found. */
export function searchName(name: string): SearchName {
  const { folded, marked } = spelled(name);
  const kind = KINDS.find((each) => folded.startsWith(` ${each} `) && folded.length > each.length + 2);
  return { name, folded, marked, bare: kind === undefined ? folded : folded.slice(kind.length + 1) };
}

/** A search, prepared to be held against many names. */
export interface SearchQuery {
  readonly words: readonly string[];
  readonly phrase: string;
  /** Its words with their marks, the last one perhaps not yet typed to its end: a beginning of what a name has. */
  readonly marked: string;
}

/** Prepares a search; undefined when there is no letter or digit in it. */
export function searchQuery(text: string): SearchQuery | undefined {
  const words = searchWords(text);
  if (words.length === 0) return undefined;
  return { words, phrase: words.join(' '), marked: spelled(text.slice(0, 100)).marked.trimEnd() };
}

/**
 * How well a name answers a search, smaller is better; undefined when it does not. First the whole name (with or without "xã",
 * "phường" …), then names that begin with the search, then those where it begins a word, then where it stands inside of a word, then
 * those that have all words of it in another order; among equals a name that agrees in its marks comes first ("hòa" before "hóa").
 */
export function searchRank(entry: SearchName, query: SearchQuery): number | undefined {
  const place = placeOf(entry, query);
  return place === undefined ? undefined : place * 2 + (entry.marked.includes(query.marked) ? 0 : 1);
}

function placeOf({ folded, bare }: SearchName, { phrase, words }: SearchQuery): number | undefined {
  if (folded === ` ${phrase} ` || bare === ` ${phrase} `) return 0;
  const found = folded.indexOf(phrase);
  if (found > 0) {
    if (found === 1 || bare.startsWith(` ${phrase}`)) return 1;
    return folded.includes(` ${phrase}`) ? 2 : 3;
  }
  return words.every((word) => folded.includes(` ${word}`)) ? 4 : undefined;
}
