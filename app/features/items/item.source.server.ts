import { basename, dirname } from 'node:path';
import type { z } from 'zod';
import { PRACTICE_TAG } from '#app/domain/contests/draw-form.ts';
import type { ItemBody, ItemPlace } from '#app/domain/items/item.ts';
import {
  ContentError,
  listContent,
  readYaml,
  type ContentFault,
  type FieldPath,
} from '#app/platform/content-files.server.ts';
import { ContestItems, PracticeItems, type AuthoredQuestion } from './item.schema.ts';

/** An item as it was written, with its place in its file so that a fault can be shown there. */
export interface AuthoredItem {
  readonly id: string;
  readonly place: ItemPlace;
  readonly body: ItemBody;
  readonly file: string;
  lineOf(field: FieldPath): number;
}

export interface AuthoredItems {
  readonly items: readonly AuthoredItem[];
  readonly faults: readonly ContentFault[];
}

/** All contest items under content/items; a file with faults gives its faults instead of items. */
export function readContestItems(): AuthoredItems {
  return gather(listContent('items', '.yml'), (file) => {
    const topicSlug = basename(file, '.yml');
    return read(file, ContestItems, (item) => ({ topicSlug, lessonSlug: item.lesson }));
  });
}

/** The practice items of one lesson, in the order of the file, all tagged as practice. */
export function readPracticeItems(file: string, topicSlug: string, lessonSlug: string): AuthoredItems {
  return gather([file], () => read(file, PracticeItems, () => ({ topicSlug, lessonSlug })).map(tagged));
}

/** The practice items of all lessons: content/topics/<topic>/<lesson>.practice.yml. */
export function readAllPracticeItems(): AuthoredItems {
  const lessons = listContent('topics', PRACTICE_SUFFIX).map((file) =>
    readPracticeItems(file, basename(dirname(file)), basename(file, PRACTICE_SUFFIX)),
  );
  return { items: lessons.flatMap(({ items }) => items), faults: lessons.flatMap(({ faults }) => faults) };
}

const PRACTICE_SUFFIX = '.practice.yml';

const tagged = (item: AuthoredItem): AuthoredItem => ({
  ...item,
  place: { ...item.place, tags: [...new Set([...item.place.tags, PRACTICE_TAG])] },
});

function gather(files: readonly string[], readFile: (file: string) => AuthoredItem[]): AuthoredItems {
  const items: AuthoredItem[] = [];
  const faults: ContentFault[] = [];
  for (const file of files) {
    try {
      items.push(...readFile(file));
    } catch (error) {
      if (!(error instanceof ContentError)) throw error;
      faults.push(...error.faults);
    }
  }
  return { items, faults };
}

function read<Q extends AuthoredQuestion & { id: string }>(
  file: string,
  schema: z.ZodType<Q[]>,
  whereOf: (item: Q) => Pick<ItemPlace, 'topicSlug' | 'lessonSlug'>,
): AuthoredItem[] {
  const { value, lineOf } = readYaml(file, schema);
  return value.map((item, index) => ({
    id: item.id,
    place: { ...whereOf(item), difficulty: item.difficulty, tags: item.tags },
    body: bodyOf(item),
    file,
    lineOf: (field) => lineOf([index, ...field]),
  }));
}

/** Options get the ids a, b, c, … in the order in which they were written. */
function bodyOf(item: AuthoredQuestion): ItemBody {
  const options = item.options.map((option, index) => ({ ...option, id: String.fromCodePoint(0x61 + index) }));
  return {
    interaction: item.interaction,
    prompt: item.prompt,
    options: options.map(({ id, text, rationale }) => ({ id, text, ...(rationale ? { rationale } : {}) })),
    key: options.filter((option) => option.correct === true).map((option) => option.id),
    rationale: item.rationale,
    source: item.source,
    facts: item.facts,
  };
}
