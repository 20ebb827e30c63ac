import type { Actor } from '#app/domain/identity/actor.ts';
import { optionsOf, poolItemOf } from '#app/domain/contests/draw-form.ts';
import { seededRandom, shuffle } from '#app/domain/kernel/random.ts';
import type { Lesson, LessonSection, PracticeItem, Source, Topic } from '#app/domain/lessons/lesson.ts';
import { shownTexts, type ShownTexts } from '#app/platform/shown-texts.server.ts';
import { findLesson } from './lesson.source.server.ts';
import { listProgress, type LessonProgress } from './progress.repo.server.ts';

/** A practice question as the page shows it before it is answered: without its key. */
export interface PracticeQuestion extends ShownTexts {
  readonly id: string;
  readonly optionIds: readonly string[];
  readonly targetIds: readonly string[] | undefined;
}

export interface LessonLink {
  readonly slug: string;
  readonly title: string;
}

export interface LessonView {
  readonly topic: { readonly slug: string; readonly year: number; readonly shortTitle: string; readonly scope: string };
  readonly slug: string;
  readonly number: number;
  readonly count: number;
  readonly title: string;
  readonly summary: string;
  readonly minutes: number;
  readonly objectives: readonly string[];
  readonly keyPoints: readonly string[];
  readonly html: string;
  readonly sections: readonly LessonSection[];
  readonly sources: readonly Source[];
  readonly practice: readonly PracticeQuestion[];
  readonly previous: LessonLink | undefined;
  readonly next: LessonLink | undefined;
  /** Undefined for a visitor, and for a lesson that the actor has not begun. */
  readonly progress: LessonProgress | undefined;
}

/**
 * One lesson for reading, with the progress of whoever is signed in.
 * @returns undefined when there is no such lesson
 */
export async function getLesson(query: {
  topicSlug: string;
  lessonSlug: string;
  actor: Actor | undefined;
}): Promise<LessonView | undefined> {
  const found = findLesson(query.topicSlug, query.lessonSlug);
  if (!found) return undefined;
  const progress = query.actor ? await listProgress(query.actor.accountId, query.topicSlug) : [];
  return toView(
    found.topic,
    found.lesson,
    progress.find((each) => each.lessonSlug === query.lessonSlug),
  );
}

function toView(topic: Topic, lesson: Lesson, progress: LessonProgress | undefined): LessonView {
  const index = topic.lessons.indexOf(lesson);
  return {
    ...lesson,
    topic: { slug: topic.slug, year: topic.year, shortTitle: topic.shortTitle, scope: topic.scope },
    number: index + 1,
    count: topic.lessons.length,
    practice: lesson.practice.map(toQuestion),
    previous: linkTo(topic.lessons[index - 1]),
    next: linkTo(topic.lessons[index + 1]),
    progress,
  };
}

const linkTo = (lesson: Lesson | undefined): LessonLink | undefined =>
  lesson && { slug: lesson.slug, title: lesson.title };

const NOWHERE = { topicSlug: '', lessonSlug: '', difficulty: 'easy', tags: [] } as const;

function toQuestion({ id, body }: PracticeItem): PracticeQuestion {
  // why seeded by the item: the same question looks the same after every reload, with scripts and without.
  const random = seededRandom(id);
  const item = poolItemOf(id, NOWHERE, body);
  const optionOrder = optionsOf(item, undefined, random);
  const targetOrder = item.targetIds && shuffle(item.targetIds, random);
  return { id, ...shownTexts(body, { optionOrder, targetOrder }), optionIds: optionOrder, targetIds: targetOrder };
}
