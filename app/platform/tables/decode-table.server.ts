import type { FileRefusal } from '#app/domain/exchange/parsed-file.ts';
import { ok, type Result } from '#app/domain/kernel/result.ts';
import { decodeText } from '../decode-text.server.ts';

/** Letters beyond ASCII that Vietnamese has, composed. */
const VIETNAMESE = /[À-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ]/u;
/** Those that no other language of Europe has: without one of them a text is not known to be Vietnamese. */
const ONLY_VIETNAMESE = /[ĐđƠơƯưẠ-ỹ]/u;
/** Signs that Vietnamese texts have beside letters. */
const SIGN = /[\u00a0–—‘’“”…•°±×÷²³«»€₫]/u;

/**
 * The text of a CSV file: as its mark says, or UTF-8, or windows-1258, in which older Vietnamese editions of Excel save, where the
 * bytes are not UTF-8 and give good Vietnamese in it. Anything else is refused with the line that is broken.
 */
export function decodeTable(bytes: Uint8Array): Result<string, FileRefusal> {
  const text = decodeText(bytes);
  if (text.ok) return text;
  const older = decodeText(bytes, 'windows-1258');
  if (!older.ok) return text;
  const composed = older.value.normalize('NFC');
  return isVietnamese(composed) ? ok(composed) : text;
}

/** @param text composed; so a mark that is left stands over no letter that Vietnamese sets it over */
function isVietnamese(text: string): boolean {
  const beyond = [...text].filter((letter) => letter > '\u007f');
  return ONLY_VIETNAMESE.test(text) && beyond.every((letter) => VIETNAMESE.test(letter) || SIGN.test(letter));
}
