import { allTopics } from './lesson.source.server.ts';

/** Titles of all topics by slug, and of all lessons by "topic/lesson". */
export function getLessonNames(): { topics: Record<string, string>; lessons: Record<string, string> } {
  const topics = allTopics();
  return {
    topics: Object.fromEntries(topics.map(({ slug, shortTitle }) => [slug, shortTitle])),
    lessons: Object.fromEntries(
      topics.flatMap((topic) => topic.lessons.map(({ slug, title }) => [`${topic.slug}/${slug}`, title])),
    ),
  };
}
