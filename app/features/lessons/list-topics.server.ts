import type { Actor } from '#app/domain/identity/actor.ts';
import { allTopics } from './lesson.source.server.ts';
import { listProgress } from './progress.repo.server.ts';

/** A topic as its card shows it. */
export interface TopicCard {
  readonly slug: string;
  readonly year: number;
  readonly title: string;
  readonly shortTitle: string;
  readonly scope: string;
  readonly summary: string;
  readonly lessons: number;
  readonly minutes: number;
  readonly practice: number;
  /** Lessons that the actor has read; undefined for a visitor. */
  readonly read: number | undefined;
}

/** All topics, newest year first, with the progress of whoever is signed in. */
export async function listTopics({ actor }: { actor: Actor | undefined }): Promise<TopicCard[]> {
  const progress = actor ? await listProgress(actor.accountId) : [];
  const read = new Set(
    progress.filter((each) => each.readAt !== undefined).map((each) => `${each.topicSlug}/${each.lessonSlug}`),
  );
  return allTopics().map(({ slug, year, title, shortTitle, scope, summary, lessons }) => ({
    slug,
    year,
    title,
    shortTitle,
    scope,
    summary,
    lessons: lessons.length,
    minutes: lessons.reduce((sum, lesson) => sum + lesson.minutes, 0),
    practice: lessons.reduce((sum, lesson) => sum + lesson.practice.length, 0),
    read: actor && lessons.filter((lesson) => read.has(`${slug}/${lesson.slug}`)).length,
  }));
}
