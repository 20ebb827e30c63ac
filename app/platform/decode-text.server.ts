import type { FileRefusal } from '#app/domain/exchange/parsed-file.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';

/**
 * Bytes of a text file as text: UTF-16 by its mark, any encoding that is named (WHATWG labels: utf-8, windows-1258, …), UTF-8
 * otherwise. The mark itself is dropped. A byte that the encoding does not have is refused with its line, never replaced.
 */
export function decodeText(bytes: Uint8Array, named?: string): Result<string, FileRefusal> {
  const label = markOf(bytes) ?? named ?? 'utf-8';
  const decoder = decoderOf(label);
  if (!decoder) return refuse({ code: 'broken-encoding', values: { encoding: label.slice(0, 40) } });
  try {
    const text = decoder.decode(bytes);
    return ok(decoder.encoding === 'windows-1252' ? withWesternSigns(text) : text);
  } catch {
    return refuse({
      code: 'broken-encoding',
      at: { line: firstBrokenLine(bytes, label) },
      values: { encoding: decoder.encoding },
    });
  }
}

/** What windows-1252 has in the places of control characters, from 0x80 on; a blank where it has nothing. */
const WESTERN_SIGNS = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/** why: some versions of Node read this encoding as Latin 1, and a quotation mark becomes a control character. */
const withWesternSigns = (text: string): string =>
  text.replaceAll(/[\u0080-\u009f]/gu, (sign) => WESTERN_SIGNS.charAt(sign.charCodeAt(0) - 0x80).trim() || sign);

/** The encoding that the first bytes tell, if they tell one. */
export function markOf(bytes: Uint8Array): string | undefined {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  // why: XML without a mark begins with "<", and a UTF-16 "<" has an empty byte beside it.
  if (first === 0x3c && second === 0) return 'utf-16le';
  if (first === 0 && second === 0x3c) return 'utf-16be';
  return undefined;
}

function decoderOf(label: string): TextDecoder | undefined {
  try {
    return new TextDecoder(label, { fatal: true });
  } catch {
    return undefined;
  }
}

// why by its replacement: the decoder does not tell where it failed, but the lenient one marks the place.
const firstBrokenLine = (bytes: Uint8Array, label: string): number =>
  (new TextDecoder(label).decode(bytes).split('\u{FFFD}', 1)[0] ?? '').split('\n').length;
