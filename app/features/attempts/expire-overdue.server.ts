import type { Instant } from '#app/domain/kernel/time.ts';
import { listPausedRounds } from '#app/features/contests/index.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { logger } from '#app/platform/logger.server.ts';
import { loadAttempt } from './attempt.repo.server.ts';
import { frameOf } from './attempt-frame.server.ts';
import { finishAttempt } from './finish-attempt.server.ts';
import { findOverdue, setDeadline } from './running.repo.server.ts';

const BATCH = 200;

/**
 * Finishes every attempt whose time is over, at its deadline's instant, however late this runs. Each in a transaction of
 * its own, so that one that fails keeps none of the others waiting.
 * @returns how many were finished now, and how many could not be: those are in the log
 */
export async function expireOverdue({ now }: { now: Instant }): Promise<{ expired: number; failed: number }> {
  const except = await listPausedRounds(now);
  let expired = 0;
  let failed = 0;
  let after = { deadlineAt: 0, id: '' };
  for (;;) {
    const found = await findOverdue(now, { limit: BATCH, after, except });
    for (const { id } of found.filter((each) => each.isOver)) {
      try {
        expired += Number(await expireIfOverdue(id, now));
      } catch (error) {
        failed += 1;
        logger.error({ err: error, attemptId: id }, 'an attempt could not be finished');
      }
    }
    const last = found.at(-1);
    if (!last || found.length < BATCH) return { expired, failed };
    // why onwards: one that cannot be finished must not stand before all others; the next sweep tries it again.
    after = last;
  }
}

/**
 * Finishes one attempt if its time is over: called by every read, so that nobody sees an attempt that should have ended. One
 * whose deadline the organizers moved gets the new one stored instead.
 * @returns whether it was finished now
 */
export async function expireIfOverdue(attemptId: string, now: Instant): Promise<boolean> {
  return inTransaction(async (tx) => {
    const loaded = await loadAttempt(tx, attemptId, undefined);
    if (!loaded || loaded.attempt.state !== 'inProgress') return false;
    const finished = await finishAttempt(tx, loaded, 'expire', now);
    if (finished.ok) return true;
    const { frame } = await frameOf(loaded.attempt, now);
    if (frame.deadlineAt !== loaded.attempt.deadlineAt) await setDeadline(tx, [attemptId], frame.deadlineAt);
    return false;
  });
}
