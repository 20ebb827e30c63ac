import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Lesson, Source, Topic } from '#app/domain/lessons/lesson.ts';
import { ContentError, listContent, type ContentFault } from '#app/platform/content-files.server.ts';
import { env } from '#app/platform/env.server.ts';
import { renderMarkdown } from '#app/platform/markdown.server.ts';
import { CONTENT_DIR } from '#app/platform/paths.server.ts';
import { readSources } from './fact.source.server.ts';
import { countWords, prepareLessonHtml } from './lesson-html.ts';
import { readTopicFiles, type AuthoredLesson } from './lesson.files.server.ts';

/** Vietnamese words (syllables) that a reader takes in a minute, at an easy pace. */
const WORDS_PER_MINUTE = 200;

let cached: { readonly stamp: string; readonly topics: readonly Topic[] } | undefined;

/**
 * The topics of content/, newest year first. Read once in production; elsewhere read again when a file has changed.
 * @throws ContentError when a file has a fault
 */
export function allTopics(): readonly Topic[] {
  const stamp = env().NODE_ENV === 'production' ? 'production' : stampOf();
  if (cached?.stamp !== stamp) cached = { stamp, topics: readTopics() };
  return cached.topics;
}

/** The topic with that slug. */
export const findTopic = (slug: string): Topic | undefined => allTopics().find((topic) => topic.slug === slug);

/** The lesson with that slug, and the topic it belongs to. */
export function findLesson(topicSlug: string, lessonSlug: string): { topic: Topic; lesson: Lesson } | undefined {
  const topic = findTopic(topicSlug);
  const lesson = topic?.lessons.find((each) => each.slug === lessonSlug);
  return topic && lesson && { topic, lesson };
}

function stampOf(): string {
  const files = [...listContent('topics', ''), ...listContent('sources', '.yml')];
  return files.map((file) => `${file}@${statSync(join(CONTENT_DIR, file)).mtimeMs}`).join('|');
}

function readTopics(): Topic[] {
  const { topics, faults: topicFaults } = readTopicFiles();
  const { sources, faults: sourceFaults } = readSources();
  const faults = [...topicFaults, ...sourceFaults];
  const resolve = (keys: readonly string[], file: string, line: number): Source[] =>
    keys.flatMap((key) => {
      const source = sources.get(key);
      if (!source) faults.push(unknownSource(file, line, key));
      return source ?? [];
    });
  const read = topics.map(({ slug, data, file, lineOf, lessons }): Topic => ({
    ...data,
    slug,
    sources: resolve(data.sources, file, lineOf(['sources'])),
    lessons: lessons.map((lesson) =>
      toLesson(lesson, resolve(lesson.data.sources, lesson.file, lesson.lineOf(['sources']))),
    ),
  }));
  if (faults.length > 0) throw new ContentError(faults);
  return read.toSorted((a, b) => b.year - a.year);
}

const unknownSource = (file: string, line: number, key: string): ContentFault => ({
  file,
  line,
  field: 'sources',
  message: `không có nguồn nào mang khóa ${key}`,
});

function toLesson({ slug, data, body, practice }: AuthoredLesson, sources: readonly Source[]): Lesson {
  const { title, summary, objectives, keyPoints } = data;
  return {
    slug,
    title,
    summary,
    objectives,
    keyPoints,
    ...prepareLessonHtml(renderMarkdown(body)),
    minutes: Math.max(1, Math.round(countWords(body) / WORDS_PER_MINUTE)),
    sources,
    practice: practice.map((item) => ({ id: item.id, body: item.body })),
  };
}
