import { tidy } from '../kernel/text.ts';
import type { TextRules } from './item.ts';

const TONES = '\u0300\u0301\u0303\u0309\u0323';
/** "hòa" and "hoà", "thúy" and "thuý": two schools of writing the same syllable. */
const TONE_BEFORE = new RegExp(`(o)([${TONES}])([ae])|(u)([${TONES}])(y)`, 'giu');

/** A text as it is compared: tone marks in one place, and without what the rules do not look at. */
function comparable(text: string, { ignoresCase, ignoresMarks }: TextRules): string {
  const cased = ignoresCase ? text.toLowerCase() : text;
  const apart = cased.normalize('NFD');
  if (ignoresMarks) return apart.replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');
  return apart.replace(TONE_BEFORE, '$1$4$3$6$2$5').normalize('NFC');
}

/**
 * Whether a typed text is what an accepted text says. `*` stands for anything, also for nothing; `\*` is a star. Space at the
 * ends and repeated space never count, nor where a tone mark is written (hòa, hoà). The wildcards of Moodle's short answer.
 */
export function isAcceptedText(typed: string, accepted: string, rules: TextRules): boolean {
  const text = comparable(tidy(typed), rules);
  const [first = '', ...rest] = literalsOf(tidy(accepted)).map((literal) => comparable(literal, rules));
  const last = rest.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first) || text.length < first.length + last.length || !text.endsWith(last)) return false;
  // why leftmost: what stands between two stars leaves most room for what follows where it is found first; no way back is needed.
  let from = first.length;
  const end = text.length - last.length;
  for (const literal of rest) {
    const at = text.indexOf(literal, from);
    if (at < 0 || at + literal.length > end) return false;
    from = at + literal.length;
  }
  return true;
}

/** What stands between the stars of an accepted text. */
const literalsOf = (accepted: string): string[] =>
  accepted.split(/(?<!\\)\*/u).map((literal) => literal.replaceAll('\\*', '*'));
