import type { Quota } from '#app/domain/contests/contest.ts';
import type { blueprintText } from '#app/text/blueprint.ts';

/** Titles of topics by slug, and of lessons by "topic/lesson". */
export interface LessonNames {
  readonly topics: Readonly<Record<string, string>>;
  readonly lessons: Readonly<Record<string, string>>;
}

const nameOf = (names: Readonly<Record<string, string>>, slug: string): string =>
  Object.hasOwn(names, slug) ? (names[slug] ?? slug) : slug;

/** What a line of a blueprint asks for, in words: "câu khó một đáp án của chuyên đề “…”". */
export function quotaWords(quota: Quota, t: (typeof blueprintText)['vi'], names: LessonNames): string {
  const { difficulty, interaction, topic, lesson, tag } = quota;
  const lessonName = Object.entries(names.lessons).find(
    ([key]) =>
      lesson !== undefined && (topic === undefined ? key.endsWith(`/${lesson}`) : key === `${topic}/${lesson}`),
  )?.[1];
  const words = [
    difficulty === undefined ? t.quota.plain : t.quota.difficulty[difficulty],
    interaction === undefined ? '' : t.quota.interaction[interaction],
    lesson === undefined ? '' : t.quota.lesson(lessonName ?? lesson),
    topic === undefined || lesson !== undefined ? '' : t.quota.topic(nameOf(names.topics, topic)),
    tag === undefined ? '' : t.quota.tag(tag),
  ].filter((word) => word !== '');
  return words.length === 1 && difficulty === undefined ? t.anyItem : words.join(' ');
}
