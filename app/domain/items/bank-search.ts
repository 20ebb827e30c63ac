import { fold } from '../kernel/text.ts';

/** What a person typed into the search field of the bank. */
export interface BankSearch {
  /** Beginnings of ids; one of them must fit. */
  readonly ids: readonly string[];
  /** Folded words and phrases; each must occur, beginning where a word begins. */
  readonly texts: readonly string[];
}

const TOKEN = /"([^"]*)"?|(\S+)/gu;
const NO_LETTER_OR_DIGIT = /[^a-z0-9]+/gu;
const MOST_TOKENS = 20;

/** Folded, with everything that is no letter or digit as one space: "01-KL/TW" and "01 kl tw" are the same. */
export const searchable = (text: string): string => fold(text).replaceAll(NO_LETTER_OR_DIGIT, ' ').trim();

/**
 * Reads a search: words that must all occur, "phrases in quotation marks", and id:2023-001 for an id or its beginning. Marks,
 * case and punctuation do not matter; more than twenty words are cut off.
 */
export function parseSearch(query: string): BankSearch {
  const ids: string[] = [];
  const texts: string[] = [];
  for (const [token, phrase] of [...query.normalize('NFC').replaceAll(/[“”]/gu, '"').matchAll(TOKEN)].slice(
    0,
    MOST_TOKENS,
  )) {
    if (/^id:/iu.test(token)) ids.push(token.slice('id:'.length).toLowerCase());
    else texts.push(searchable(phrase ?? token));
  }
  return { ids: ids.filter((id) => id !== ''), texts: texts.filter((text) => text !== '') };
}

/** @param words what searchable() made of everything that an item says */
export const fitsSearch = (search: BankSearch, item: { readonly id: string; readonly words: string }): boolean =>
  (search.ids.length === 0 || search.ids.some((id) => item.id.toLowerCase().startsWith(id))) &&
  search.texts.every((text) => item.words.startsWith(text) || item.words.includes(` ${text}`));
