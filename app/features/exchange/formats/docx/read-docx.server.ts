import type { FileNote, FileRefusal, ParsedFile, ParsedItem, UploadedFile } from '#app/domain/exchange/parsed-file.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import { mediaStore, shownMedia } from '../shared/media-store.server.ts';
import { notesAt } from '../shared/notes.ts';
import { TEXT_LIMITS } from '../shared/text-file.server.ts';
import { blocksOf } from './docx-blocks.server.ts';
import { openDocx } from './docx-package.server.ts';
import { plainOf } from './line-markdown.server.ts';
import { itemOf } from './word-item.server.ts';
import type { WordQuestions } from './word-question.ts';
import { questionsOf } from './word-questions.ts';
import { stepsOf } from './word-steps.server.ts';

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
  const found = questionsOf(stepsOf(content.blocks));
  if (found.questions.length > TEXT_LIMITS.items)
    return refuse({ code: 'too-many-items', values: { limit: TEXT_LIMITS.items } });
  const whole = notesAt({});
  if (found.questions.length === 0) whole.add('error', 'word-no-questions');
  for (const { code, name } of content.lostImages.slice(0, MOST_NOTES)) whole.add('loss', code, { name });
  if (content.hasMaths) whole.add('loss', 'maths-as-text');
  for (const line of found.questions.length > 0 ? found.before.slice(0, MOST_NOTES) : [])
    if (plainOf(line).includes('?')) whole.add('warning', 'word-line-left', { text: plainOf(line) });
  const keysOf = keysByQuestion(found, (number, key) => {
    if (whole.notes.length < MOST_NOTES) whole.add('warning', 'word-key-of-none', { number, key });
  });
  const items: ParsedItem[] = [];
  const notes: FileNote[] = [];
  found.questions.forEach((question, at) => {
    const rationale = found.explained.get(question.number) ?? [];
    const read = itemOf(question, { keys: keysOf.get(at) ?? [], rationale }, at + 1);
    if (read.item) items.push(read.item);
    else notes.push(...read.notes);
    onProgress(at + 1, found.questions.length);
  });
  return ok({ format: 'docx', items, notes: [...whole.notes, ...notes], media: shownMedia(store, items) });
}

/** Of one question; the first counts, the others are compared with it. */
const MOST_KEYS = 5;

/**
 * Answers of lists by the place of their question. Where numbers begin again in every part of a paper, the first answer of a
 * number goes to the first question of that number, the second to the second.
 */
function keysByQuestion(
  { questions, keys }: WordQuestions,
  ofNone: (number: number, key: string) => void,
): ReadonlyMap<number, string[]> {
  const places = new Map<number, number[]>();
  questions.forEach(({ number }, at) => places.set(number, [...(places.get(number) ?? []), at]));
  const counts = new Map<number, number>();
  const found = new Map<number, string[]>();
  for (const [number, key] of keys) {
    const all = places.get(number) ?? [];
    const count = counts.get(number) ?? 0;
    counts.set(number, count + 1);
    const place = all[count % Math.max(all.length, 1)];
    if (place === undefined) ofNone(number, key);
    else found.set(place, [...(found.get(place) ?? []), key].slice(0, MOST_KEYS));
  }
  return found;
}
