import type { KnownTopic } from '#app/domain/exchange/resolve-place.ts';
import { getLessonNames, listTopics } from '../lessons/index.server.ts';

/** The topics and lessons that questions of files can belong to, with every name that a file may call them by. */
export async function knownTopics(): Promise<KnownTopic[]> {
  const topics = await listTopics({ actor: undefined });
  const lessons = Object.entries(getLessonNames().lessons);
  const years = topics.map(({ year }) => year);
  return topics.map(({ slug, title, shortTitle, year }) => {
    const isOnlyOne = years.filter((each) => each === year).length === 1;
    return {
      slug,
      titles: [
        title,
        shortTitle,
        ...(isOnlyOne ? [String(year), `năm ${year}`, `chuyên đề ${year}`, `chuyên đề năm ${year}`] : []),
      ],
      lessons: lessons.flatMap(([key, name]) => {
        const [topicSlug, lessonSlug = ''] = key.split('/');
        // why also without its number: "01-nguon-coi" is called "nguon-coi" by people.
        return topicSlug === slug ? { slug: lessonSlug, titles: [name, lessonSlug.replace(/^\d+-/u, '')] } : [];
      }),
    };
  });
}
