import type { Instant } from '#app/domain/kernel/time.ts';
import { database } from '#app/platform/db/client.server.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';

/** How far a person is with one lesson. */
export interface LessonProgress {
  readonly topicSlug: string;
  readonly lessonSlug: string;
  readonly readAt: Instant | undefined;
  /** Best result of the practice questions so far; 0 of 0 where none was tried. */
  readonly practiceRight: number;
  readonly practiceTotal: number;
}

interface Key {
  readonly accountId: string;
  readonly topicSlug: string;
  readonly lessonSlug: string;
}

interface Row extends Omit<LessonProgress, 'readAt'> {
  readonly readAt: Date | null;
}

const fromRow = ({ topicSlug, lessonSlug, readAt, practiceRight, practiceTotal }: Row): LessonProgress => ({
  topicSlug,
  lessonSlug,
  readAt: readAt?.getTime(),
  practiceRight,
  practiceTotal,
});

const idOf = ({ accountId, topicSlug, lessonSlug }: Key) => ({
  accountId_topicSlug_lessonSlug: { accountId, topicSlug, lessonSlug },
});

/** The progress of a person in all lessons, or in those of one topic. Always of that person alone. */
export async function listProgress(accountId: string, topicSlug?: string): Promise<LessonProgress[]> {
  const where = topicSlug === undefined ? { accountId } : { accountId, topicSlug };
  return (await (await database()).lessonProgress.findMany({ where })).map(fromRow);
}

/** The progress of a person in one lesson, inside a transaction. */
export async function loadProgress(tx: Tx, key: Key): Promise<LessonProgress | undefined> {
  const row = await tx.lessonProgress.findUnique({ where: idOf(key) });
  return row ? fromRow(row) : undefined;
}

export async function storeRead(tx: Tx, key: Key, at: Instant): Promise<void> {
  const readAt = new Date(at);
  await tx.lessonProgress.upsert({ where: idOf(key), create: { ...pick(key), readAt }, update: { readAt } });
}

export async function storePractice(tx: Tx, key: Key, result: { right: number; total: number }): Promise<void> {
  const columns = { practiceRight: result.right, practiceTotal: result.total };
  await tx.lessonProgress.upsert({ where: idOf(key), create: { ...pick(key), ...columns }, update: columns });
}

const pick = ({ accountId, topicSlug, lessonSlug }: Key): Key => ({ accountId, topicSlug, lessonSlug });
