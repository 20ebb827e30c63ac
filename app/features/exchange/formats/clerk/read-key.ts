import { fold } from '#app/domain/kernel/text.ts';

const words = (text: string): string =>
  fold(text)
    .replace(/[\s.;:!?]+$/u, '')
    .trim();

/** What people write around a letter: "Đáp án: B", "Chọn B", "Câu đúng là B". */
const AROUND = /^(?:(?:dap an|d\/a|chon|phuong an|key|answer|tra loi|cau tra loi|dung la|dung|y)\s*[:.=\-–]?\s*)+/u;

/**
 * Which lines a key names, by their places from 0: by letters ("B", "A, C", "AC", "b.", "Đáp án B", "A và D"), by numbers, or by
 * the words of a line. @returns undefined where it names none, or one that is not there
 */
export function readKey(written: string, lines: readonly string[]): number[] | undefined {
  const whole = words(written);
  if (whole === '') return [];
  const same = lines.flatMap((line, at) => (words(line) === whole ? [at] : []));
  if (same.length === 1) return same;
  const bare = whole
    .replace(AROUND, '')
    .replace(/[()[\]"“”']/gu, ' ')
    .trim();
  const tokens = bare.split(/\s*(?:[,;.&+/|\s-]|\bva\b|\band\b)\s*/u).filter((token) => token !== '');
  const places = tokens.flatMap((token) => placesOf(token, lines.length));
  if (places.length > 0 && places.every((place) => place >= 0 && place < lines.length)) return [...new Set(places)];
  const parts = written
    .split(/\s*[;|\n]\s*/u)
    .map(words)
    .filter((part) => part !== '');
  const byWords = parts.map((part) => lines.findIndex((line) => words(line) === part));
  return byWords.length > 0 && byWords.every((place) => place >= 0) ? byWords : undefined;
}

/** "b" is 1, "2" is 1, "ac" is 0 and 2; −1 for what is no place. */
function placesOf(token: string, count: number): number[] {
  if (/^\d{1,2}$/u.test(token)) return [Number(token) - 1];
  if (!/^[a-z]{1,12}$/u.test(token)) return [-1];
  const places = Array.from(token, (letter) => letter.charCodeAt(0) - 0x61);
  return places.every((place) => place < count) ? places : [-1];
}
