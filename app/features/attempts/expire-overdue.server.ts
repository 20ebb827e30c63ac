import type { Instant } from '#app/domain/kernel/time.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { logger } from '#app/platform/logger.server.ts';
import { findOverdue, loadAttempt } from './attempt.repo.server.ts';
import { finishAttempt } from './finish-attempt.server.ts';

const BATCH = 200;

/**
 * Finishes every attempt whose time is over, at its deadline's instant, however late this runs. Each in a transaction of
 * its own, so that one that fails keeps none of the others waiting.
 * @returns how many were finished now, and how many could not be: those are in the log
 */
export async function expireOverdue({ now }: { now: Instant }): Promise<{ expired: number; failed: number }> {
  let expired = 0;
  for (;;) {
    const ids = await findOverdue(now, BATCH);
    let failed = 0;
    for (const id of ids) {
      try {
        await expireIfOverdue(id, now);
      } catch (error) {
        failed += 1;
        logger.error({ err: error, attemptId: id }, 'an attempt could not be finished');
      }
    }
    expired += ids.length - failed;
    // why also when one failed: it would stand first in the next batch again; the next sweep tries it.
    if (ids.length < BATCH || failed > 0) return { expired, failed };
  }
}

/** Finishes one attempt if its time is over: called by every read, so that nobody sees an attempt that should have ended. */
export async function expireIfOverdue(attemptId: string, now: Instant): Promise<void> {
  await inTransaction(async (tx) => {
    const loaded = await loadAttempt(tx, attemptId, undefined);
    if (loaded) await finishAttempt(tx, loaded, 'expire', now);
  });
}
