import { basename, dirname } from 'node:path';
import type { z } from 'zod';
import { PRACTICE_TAG } from '#app/domain/contests/draw-form.ts';
import { pairOf, type Interaction, type ItemBody, type ItemPlace } from '#app/domain/items/item.ts';
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

const idAt = (index: number): string => String.fromCodePoint(0x61 + index);

/**
 * Options get the ids a, b, c, … in the order in which they were written; so do what they are matched with, each once. An order
 * is written as it should be. The order of the fields is part of the hash of a version.
 */
function bodyOf(item: AuthoredQuestion): ItemBody {
  const { interaction, prompt, rationale, source, facts } = item;
  const options = item.options.map((option, index) => ({ ...option, id: idAt(index) }));
  const targets = [...new Set([...options.flatMap(({ match }) => match ?? []), ...(item.distractors ?? [])])];
  return {
    interaction,
    prompt,
    options: options.map((option) => ({
      id: option.id,
      text: option.text,
      ...(option.rationale ? { rationale: option.rationale } : {}),
      ...(option.weight === undefined ? {} : { fraction: option.weight }),
      ...(option.tolerance === undefined ? {} : { tolerance: option.tolerance }),
    })),
    key: keyOf(interaction, options, targets),
    ...(interaction === 'match' ? { targets: targets.map((text, index) => ({ id: idAt(index), text })) } : {}),
    ...(item.shuffles === undefined ? {} : { shuffles: item.shuffles }),
    ...(item.textRules ? { textRules: item.textRules } : {}),
    ...(item.unit ? { unit: item.unit } : {}),
    rationale,
    source,
    facts,
  };
}

type WrittenOption = AuthoredQuestion['options'][number] & { readonly id: string };

function keyOf(interaction: Interaction, options: readonly WrittenOption[], targets: readonly string[]): string[] {
  if (interaction === 'order') return options.map(({ id }) => id);
  if (interaction !== 'match') return options.filter(({ correct }) => correct === true).map(({ id }) => id);
  return options.map(({ id, match = '' }) => pairOf(id, idAt(targets.indexOf(match))));
}
