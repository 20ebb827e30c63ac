import type { Actor } from '#app/domain/identity/actor.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { findLesson } from './lesson.source.server.ts';
import { loadProgress, storeRead } from './progress.repo.server.ts';

/**
 * Remembers that the actor has read the lesson. Saying it twice keeps the first instant.
 * @returns the instant at which it was first marked as read
 */
export async function markLessonRead(command: {
  actor: Actor;
  topicSlug: string;
  lessonSlug: string;
  now: Instant;
}): Promise<Result<Instant, 'not-found'>> {
  const { actor, topicSlug, lessonSlug, now } = command;
  if (!findLesson(topicSlug, lessonSlug)) return refuse('not-found');
  const key = { accountId: actor.accountId, topicSlug, lessonSlug };
  return inTransaction(async (tx) => {
    const before = await loadProgress(tx, key);
    if (before?.readAt !== undefined) return ok(before.readAt);
    await storeRead(tx, key, now);
    await recordAudit(tx, {
      at: now,
      actorId: actor.accountId,
      action: 'lesson.read',
      subject: `lesson:${topicSlug}/${lessonSlug}`,
    });
    return ok(now);
  });
}
