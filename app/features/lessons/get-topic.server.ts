import type { Actor } from '#app/domain/identity/actor.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import type { Source } from '#app/domain/lessons/lesson.ts';
import { findTopic } from './lesson.source.server.ts';
import { listProgress } from './progress.repo.server.ts';

/** A lesson as a list of lessons shows it. */
export interface LessonCard {
  readonly slug: string;
  readonly number: number;
  readonly title: string;
  readonly summary: string;
  readonly minutes: number;
  readonly practice: number;
  readonly readAt: Instant | undefined;
  readonly practiceRight: number;
  readonly practiceTotal: number;
}

export interface TopicView {
  readonly slug: string;
  readonly year: number;
  readonly title: string;
  readonly shortTitle: string;
  readonly scope: string;
  readonly summary: string;
  readonly objectives: readonly string[];
  readonly sources: readonly Source[];
  readonly lessons: readonly LessonCard[];
}

/**
 * One topic with its lessons and the progress of whoever is signed in.
 * @returns undefined when there is no such topic
 */
export async function getTopic({
  topicSlug,
  actor,
}: {
  topicSlug: string;
  actor: Actor | undefined;
}): Promise<TopicView | undefined> {
  const topic = findTopic(topicSlug);
  if (!topic) return undefined;
  const progress = new Map(
    actor ? (await listProgress(actor.accountId, topicSlug)).map((each) => [each.lessonSlug, each]) : [],
  );
  const lessons = topic.lessons.map(({ slug, title, summary, minutes, practice }, index): LessonCard => {
    const own = progress.get(slug);
    return {
      slug,
      number: index + 1,
      title,
      summary,
      minutes,
      practice: practice.length,
      readAt: own?.readAt,
      practiceRight: own?.practiceRight ?? 0,
      practiceTotal: own?.practiceTotal ?? 0,
    };
  });
  return { ...topic, lessons };
}
