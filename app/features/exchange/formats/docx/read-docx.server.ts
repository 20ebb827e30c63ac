import type { FileRefusal, ParsedFile, UploadedFile } from '#app/domain/exchange/parsed-file.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import { mediaStore, shownMedia } from '../shared/media-store.server.ts';
import { notesAt } from '../shared/notes.ts';
import { TEXT_LIMITS } from '../shared/text-file.server.ts';
import { blocksOf } from './docx-blocks.server.ts';
import { openDocx } from './docx-package.server.ts';
import { readLines } from './read-lines.server.ts';

/** Of the whole file: more of one kind says nothing new. */
const MOST_NOTES = 100;

/**
 * Reads questions from a Word document as clerks write them. Refused as a whole: what is no sound .docx, macros, a DOCTYPE,
 * a password, and more than the limits. A question that cannot be taken is named by its paragraph and keeps no other out.
 */
export async function readDocx(
  file: UploadedFile,
  onProgress: (done: number, total: number) => void,
): Promise<Result<ParsedFile, FileRefusal>> {
  const opened = await openDocx(file.bytes);
  if (!opened.ok) return opened;
  const store = mediaStore();
  const content = blocksOf(opened.value, store);
  const read = readLines(content.blocks, onProgress);
  if (read.count > TEXT_LIMITS.items) return refuse({ code: 'too-many-items', values: { limit: TEXT_LIMITS.items } });
  const whole = notesAt({});
  if (read.count === 0) whole.add('error', 'word-no-questions');
  for (const { code, name } of content.lostImages.slice(0, MOST_NOTES)) whole.add('loss', code, { name });
  if (content.hasMaths) whole.add('loss', 'maths-as-text');
  const { items } = read;
  return ok({ format: 'docx', items, notes: [...whole.notes, ...read.notes], media: shownMedia(store, items) });
}
