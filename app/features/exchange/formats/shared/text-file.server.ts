import type { FileRefusal } from '#app/domain/exchange/parsed-file.ts';
import { refuse, ok, type Result } from '#app/domain/kernel/result.ts';
import { decodeText } from '#app/platform/decode-text.server.ts';

/** How large a text file and how many its questions may be. */
export const TEXT_LIMITS = { bytes: 20 * 1024 * 1024, items: 20_000, questionLength: 200_000 };

/** Lines of a text file in UTF-8 or UTF-16, whatever ends them. */
export function linesOfFile(bytes: Uint8Array): Result<string[], FileRefusal> {
  if (bytes.length > TEXT_LIMITS.bytes) return refuse({ code: 'file-too-large', values: { limit: TEXT_LIMITS.bytes } });
  const text = decodeText(bytes);
  if (!text.ok) return text;
  if (text.value.includes('\0')) {
    const line = text.value.slice(0, text.value.indexOf('\0')).split('\n').length;
    return refuse({ code: 'broken-encoding', at: { line }, values: { encoding: 'utf-8' } });
  }
  if (text.value.trim() === '') return refuse({ code: 'file-empty' });
  return ok(text.value.split(/\r\n|\r|\n/u));
}
