import { DIFFICULTIES, type Difficulty, type ItemPlace } from '../items/item.ts';
import { fold } from '../kernel/text.ts';
import type { FileNote, FilePlace, ParsedPlace } from './parsed-file.ts';

/** A topic and its lessons, as names in files are looked up among them. */
export interface KnownTopic {
  readonly slug: string;
  readonly titles: readonly string[];
  readonly lessons: readonly { readonly slug: string; readonly titles: readonly string[] }[];
}

/** What the person chose for questions that say nothing, or name what there is not. */
export interface PlaceDefaults {
  readonly topicSlug: string;
  readonly lessonSlug: string;
  readonly difficulty: Difficulty;
  readonly tags: readonly string[];
}

export interface ResolvedPlace {
  /** Undefined where the file names no topic, or one that there is not, and no default was chosen. */
  readonly place: ItemPlace | undefined;
  readonly notes: readonly FileNote[];
}

/** Words and numbers of a name, without marks and signs: "Bài 1. Nguồn cội" and "bai-1-nguon-coi" are the same. */
const nameKey = (name: string): string =>
  fold(name)
    .replace(/[^a-z0-9]+/gu, ' ')
    .trim();

/** A category path from the whole to its end: "$course$/top/Chuyên đề/Bài 1" gives the whole, then "Bài 1", "Chuyên đề". */
const namesOf = (name: string): string[] => {
  const steps = name
    .split(/(?<!\/)\/(?!\/)|\s>\s|\\/u)
    .map((step) => step.trim())
    .filter((step) => step !== '' && !/^(?:\$.*\$|top|default for .*)$/iu.test(step));
  return [...new Set([name, ...steps.toReversed()].map(nameKey).filter(Boolean))];
};

const isNamed = (names: readonly string[], entry: { slug: string; titles: readonly string[] }): boolean =>
  [entry.slug, ...entry.titles].some((title) => names.includes(nameKey(title)));

const findByName = <T extends { slug: string; titles: readonly string[] }>(
  entries: readonly T[],
  name: string,
): T | undefined => {
  // why one name after the other: the whole path says more than its end, and the end more than what stands before it.
  for (const key of namesOf(name)) {
    const found = entries.find((entry) => isNamed([key], entry));
    if (found) return found;
  }
  return undefined;
};

/**
 * Finds topic and lesson that a question of a file belongs to: by slug, by title without marks, or by the end of a category
 * path; a lesson's name may be in the place of the topic's. What the file does not say or what is not known is taken from
 * the defaults, and the notes say so.
 */
export function resolvePlace(
  parsed: ParsedPlace,
  topics: readonly KnownTopic[],
  defaults: PlaceDefaults,
  at: FilePlace,
): ResolvedPlace {
  const notes: FileNote[] = [];
  const rest = {
    difficulty: parsed.difficulty ?? defaults.difficulty,
    tags: [...new Set([...parsed.tags, ...defaults.tags].map(tagOf).filter(Boolean))],
  };
  const lessonIn = (topic: KnownTopic | undefined, name: string) =>
    topic && name !== '' ? findByName(topic.lessons, name) : undefined;
  const named = parsed.topic === '' ? undefined : findByName(topics, parsed.topic);
  const path = [parsed.topic, parsed.lesson].filter((name) => name !== '');
  const byLesson = named ? undefined : ownerOfLesson(topics, path);
  const topic = named ?? byLesson?.topic ?? topics.find(({ slug }) => slug === defaults.topicSlug);
  if (!named && !byLesson && parsed.topic !== '') {
    notes.push({
      level: topic ? 'warning' : 'error',
      code: 'unknown-topic',
      at,
      values: { name: short(parsed.topic) },
    });
  }
  if (!topic) {
    if (parsed.topic === '') notes.push({ level: 'error', code: 'no-topic', at });
    return { place: undefined, notes };
  }
  const isDefault = topic.slug === defaults.topicSlug;
  const lesson =
    lessonIn(topic, parsed.lesson) ??
    byLesson?.lesson ??
    lessonIn(topic, parsed.topic) ??
    (isDefault ? topic.lessons.find(({ slug }) => slug === defaults.lessonSlug) : undefined);
  if (parsed.lesson !== '' && !lessonIn(topic, parsed.lesson) && !byLesson) {
    notes.push({ level: 'warning', code: 'unknown-lesson', at, values: { name: short(parsed.lesson) } });
  }
  return { place: { topicSlug: topic.slug, lessonSlug: lesson?.slug ?? '', ...rest }, notes };
}

function ownerOfLesson(topics: readonly KnownTopic[], names: readonly string[]) {
  for (const name of names.toReversed()) {
    const owners = topics.flatMap((topic) => {
      const lesson = findByName(topic.lessons, name);
      return lesson ? [{ topic, lesson }] : [];
    });
    // why one only: a title such as "Mở đầu" may stand in every topic.
    if (owners.length === 1) return owners[0];
  }
  return undefined;
}

/** A tag as the bank keeps them: lower-case words with hyphens, no marks, at most 40 letters. */
export const tagOf = (text: string): string =>
  fold(text)
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-+|-+$/gu, '')
    .slice(0, 40)
    .replace(/-+$/u, '');

const short = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text);

const HARD = ['kho', 'rat kho', 'van dung', 'van dung cao', 'vd', 'vdc', 'muc 3', 'muc 4', 'm3', 'm4', '3', '4', 'cao'];

/** The difficulty that a word of a file means; undefined for words that mean none. */
export function difficultyOf(word: string): Difficulty | undefined {
  const key = nameKey(word);
  if ((DIFFICULTIES as readonly string[]).includes(key)) return key as Difficulty;
  if (['de', 'nhan biet', 'nb', 'muc 1', 'm1', '1', 'thap'].includes(key)) return 'easy';
  if (['trung binh', 'vua', 'thong hieu', 'th', 'muc 2', 'm2', '2', 'tb'].includes(key)) return 'medium';
  if (HARD.includes(key)) return 'hard';
  return undefined;
}
