import { durationOf } from '#app/domain/attempts/duration.ts';
import { deadlineOf, type RoundClock } from '#app/domain/contests/timeline.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { getClock } from '#app/features/contests/index.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { announceRound } from './attempt-hub.server.ts';
import { findFinishedSince, findRunning, setDeadline, setDuration } from './running.repo.server.ts';

const BATCH = 300;

/**
 * Stores the deadlines of a round's running attempts anew after the organizers have adjusted its time, and tells the sheets
 * that are open. Acts on attempts derive the deadline by themselves; this only keeps the sweeper's hint right.
 * @param now the instant of the adjustment
 */
export async function touchDeadlines({ roundId, now }: { roundId: string; now: Instant }): Promise<{ moved: number }> {
  announceRound(roundId);
  await touchDurations(roundId, now);
  const found = await getClock(roundId, now);
  if (!found) return { moved: 0 };
  const clock: RoundClock = { timing: found.round, adjustments: found.adjustments, now };
  let moved = 0;
  let afterId = '';
  for (;;) {
    const batch = await inTransaction(async (tx) => {
      const running = await findRunning(tx, roundId, afterId, BATCH);
      const changed = new Map<Instant, string[]>();
      for (const attempt of running) {
        const deadlineAt = deadlineOf(clock, attempt, attempt.startedAt);
        if (deadlineAt === attempt.deadlineAt) continue;
        changed.set(deadlineAt, [...(changed.get(deadlineAt) ?? []), attempt.id]);
      }
      for (const [deadlineAt, ids] of changed) await setDeadline(tx, ids, deadlineAt);
      return { running, moved: [...changed.values()].flat().length };
    });
    // why here: a transaction that meets another writer is run again from its start.
    moved += batch.moved;
    const last = batch.running.at(-1);
    if (!last || batch.running.length < BATCH) return { moved };
    afterId = last.id;
  }
}

/**
 * Derives the running time of what was finished since the adjustment again. why: an attempt that was submitted while a pause
 * was being stored may not have known of it, and its time must be what anybody would count later.
 */
async function touchDurations(roundId: string, since: Instant): Promise<void> {
  const found = await getClock(roundId, since);
  if (!found) return;
  const { round: timing, adjustments } = found;
  await inTransaction(async (tx) => {
    for (const { id, startedAt, finishedAt, duration } of await findFinishedSince(tx, roundId, since)) {
      const derived = durationOf({ timing, adjustments, now: since }, startedAt, finishedAt);
      if (derived !== duration) await setDuration(tx, id, derived);
    }
  });
}
