import type { Instant } from '#app/domain/kernel/time.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { findOverdue, loadAttempt } from './attempt.repo.server.ts';
import { finishAttempt } from './finish-attempt.server.ts';

const BATCH = 200;

/**
 * Finishes every attempt whose time is over, at its deadline's instant, however late this runs. Each in a transaction of
 * its own, so that one that fails keeps none of the others waiting.
 * @returns how many were finished now
 */
export async function expireOverdue({ now }: { now: Instant }): Promise<{ expired: number }> {
  let expired = 0;
  for (;;) {
    const ids = await findOverdue(now, BATCH);
    for (const id of ids) {
      await inTransaction(async (tx) => {
        const loaded = await loadAttempt(tx, id, undefined);
        if (loaded) await finishAttempt(tx, loaded, 'expire', now);
      });
      expired += 1;
    }
    if (ids.length < BATCH) return { expired };
  }
}

/** Finishes one attempt if its time is over: called by every read, so that nobody sees an attempt that should have ended. */
export async function expireIfOverdue(attemptId: string, now: Instant): Promise<void> {
  await inTransaction(async (tx) => {
    const loaded = await loadAttempt(tx, attemptId, undefined);
    if (loaded) await finishAttempt(tx, loaded, 'expire', now);
  });
}
