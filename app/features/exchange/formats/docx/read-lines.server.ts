import type { FileNote, ParsedItem } from '#app/domain/exchange/parsed-file.ts';
import { notesAt } from '../shared/notes.ts';
import { TEXT_LIMITS } from '../shared/text-file.server.ts';
import { plainOf } from './line-markdown.server.ts';
import type { Block } from './line.ts';
import { itemOf } from './word-item.server.ts';
import type { WordQuestions } from './word-question.ts';
import { questionsOf } from './word-questions.ts';
import { stepsOf } from './word-steps.server.ts';

/** Of the whole file: more of one kind says nothing new. */
const MOST_NOTES = 100;

export interface ReadLines {
  /** Questions that were found; where they are too many, none is read. */
  readonly count: number;
  readonly items: readonly ParsedItem[];
  readonly notes: readonly FileNote[];
}

/** Reads questions from lines as clerks write them: numbered questions, options A to H, keys by marks, lines or lists. */
export function readLines(blocks: readonly Block[], onProgress: (done: number, total: number) => void): ReadLines {
  const found = questionsOf(stepsOf(blocks));
  const count = found.questions.length;
  if (count === 0 || count > TEXT_LIMITS.items) return { count, items: [], notes: [] };
  const whole = notesAt({});
  for (const line of found.before.slice(0, MOST_NOTES))
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
    onProgress(at + 1, count);
  });
  return { count, items, notes: [...whole.notes, ...notes] };
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
