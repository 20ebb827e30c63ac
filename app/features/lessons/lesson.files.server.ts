import { basename } from 'node:path';
import type { z } from 'zod';
import {
  ContentError,
  listContent,
  readMarkdown,
  readYaml,
  type ContentFault,
  type FieldPath,
} from '#app/platform/content-files.server.ts';
import { readPracticeItems, type AuthoredItem } from '#app/features/items/index.server.ts';
import { LessonFrontMatter, TopicFile } from './topic.schema.ts';

/** A lesson as it was written, with its place in its file. */
export interface AuthoredLesson {
  readonly file: string;
  readonly slug: string;
  readonly data: z.output<typeof LessonFrontMatter>;
  readonly body: string;
  readonly bodyLine: number;
  lineOf(field: FieldPath): number;
  readonly practiceFile: string;
  readonly practice: readonly AuthoredItem[];
}

export interface AuthoredTopic {
  readonly file: string;
  readonly slug: string;
  readonly data: z.output<typeof TopicFile>;
  lineOf(field: FieldPath): number;
  readonly lessons: readonly AuthoredLesson[];
}

export interface AuthoredTopics {
  readonly topics: readonly AuthoredTopic[];
  /** Topics ("slug") and lessons ("slug/lesson") that exist, but whose own file has a fault. */
  readonly unreadable: ReadonlySet<string>;
  readonly faults: readonly ContentFault[];
}

/** Reads every topic of content/topics. What cannot be read is left out and told in `faults`. */
export function readTopicFiles(): AuthoredTopics {
  const faults: ContentFault[] = [];
  const unreadable = new Set<string>();
  const attempt = <T>(name: string, read: () => T): T | undefined => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof ContentError)) throw error;
      faults.push(...error.faults);
      unreadable.add(name);
      return undefined;
    }
  };
  const topics = listContent('topics', '/topic.yml').flatMap((file): AuthoredTopic[] => {
    const dir = file.slice(0, -'/topic.yml'.length);
    const slug = basename(dir);
    const topic = attempt(slug, () => readYaml(file, TopicFile));
    const lessons = listContent(dir, '.md').flatMap(
      (lesson) => attempt(`${slug}/${basename(lesson, '.md')}`, () => readLesson(lesson, slug, faults)) ?? [],
    );
    return topic ? [{ file, slug, data: topic.value, lineOf: topic.lineOf, lessons }] : [];
  });
  return { topics, unreadable, faults };
}

function readLesson(file: string, topicSlug: string, faults: ContentFault[]): AuthoredLesson {
  const slug = basename(file, '.md');
  const { data, body, bodyLine, lineOf } = readMarkdown(file, LessonFrontMatter);
  const practiceFile = file.replace(/\.md$/u, '.practice.yml');
  const practice = readPracticeItems(practiceFile, topicSlug, slug);
  faults.push(...practice.faults);
  return { file, slug, data, body, bodyLine, lineOf, practiceFile, practice: practice.items };
}
