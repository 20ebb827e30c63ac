/** The text in Unicode NFC with single spaces and no space at the ends: how names and answers enter the system. */
export const tidy = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim();

/**
 * Folds a text for search: lower case, no marks, đ as d, single spaces. "Đường Hòa" and "duong  hoa" fold alike.
 * đ is a letter of its own in Unicode and needs its own rule; tone placement (hòa, hoà) vanishes with the marks.
 */
export const fold = (text: string): string =>
  tidy(text).toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd');

const LETTERS = 'aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệfghiìỉĩíịjklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvwxyỳỷỹýỵz';
const BASE_ORDER = 'aăâbcdđeêfghijklmnoôơpqrstuưvwxyz';
const TONES = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];

/**
 * A text whose plain byte order is the Vietnamese dictionary order: base letters first (a ă â b … d đ e ê), tones only
 * between words that are otherwise equal. Databases without ICU sort by it.
 */
export function sortKey(text: string): string {
  let letters = '';
  let tones = '';
  for (const char of tidy(text).toLowerCase()) {
    if (LETTERS.includes(char)) {
      const decomposed = char.normalize('NFD');
      const tone = TONES.findIndex((mark) => mark !== '' && decomposed.includes(mark));
      const base = tone > 0 ? decomposed.replace(TONES[tone] as string, '').normalize('NFC') : char;
      letters += String.fromCharCode(0x61 + BASE_ORDER.indexOf(base) + 0x100);
      tones += String(Math.max(tone, 0));
    } else {
      letters += char;
      tones += '0';
    }
  }
  return `${letters}\u0001${tones}`;
}

/** Key for lists of people: by name (last word), then by what stands before it, as clerks sort. */
export function personSortKey(fullName: string): string {
  const words = tidy(fullName).split(' ');
  return sortKey(`${words.at(-1) ?? ''} ${words.slice(0, -1).join(' ')}`);
}
