import { z } from 'zod';
import { FORMATS } from '#app/domain/exchange/parsed-file.ts';
import { DIFFICULTIES } from '#app/domain/items/item.ts';

const slug = z.string().trim().max(120).default('');

/** What stands in for what a file does not say; the fields of a form. */
export const ImportDefaultsForm = z
  .object({
    topic: slug,
    /** "topic/lesson", as one list offers the lessons of all topics. */
    lesson: slug,
    difficulty: z.enum(DIFFICULTIES).default('medium'),
    tags: z.string().max(300).default(''),
    source: z.string().trim().max(300).default(''),
    format: z.enum(['', ...FORMATS]).default(''),
  })
  .transform(({ topic, lesson, difficulty, tags, source, format }) => {
    const [ofTopic = '', lessonSlug = ''] = lesson.split('/');
    return {
      topicSlug: topic === '' ? ofTopic : topic,
      lessonSlug: topic === '' || topic === ofTopic ? lessonSlug : '',
      difficulty,
      tags: tags
        .split(',')
        .map((tag) => tag.trim())
        .filter((tag) => tag !== ''),
      source,
      format: format === '' ? undefined : format,
    };
  });

/** What the page of an import posts. */
export const ImportActForm = z.object({
  intent: z.enum(['apply', 'again', 'drop']),
  skipsFaulty: z.literal('on').optional(),
  changed: z.enum(['version', 'skip']).default('version'),
  as: z.enum(['draft', 'review']).default('draft'),
});
