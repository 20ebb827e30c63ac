import type { Instant } from '#app/domain/kernel/time.ts';
import { listContests, type ContestNow } from '#app/features/contests/index.server.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';
import { logger } from '#app/platform/logger.server.ts';
import { contestSource, type CountSource } from './count-source.server.ts';
import { countUnits } from './count-units.server.ts';
import { countUnlessResting, noteSweep } from './keep-fresh.server.ts';
import { findCountedSources, storeMarks } from './mark.repo.server.ts';
import { topicSources } from './read-tallies.server.ts';

interface Sweep {
  readonly now: Instant;
  /** Stops between two steps; the next sweep goes on. */
  readonly signal?: AbortSignal | undefined;
}

let isCounting = false;

/**
 * Brings the figures of all contests and topics up to date, one after the other: called by every sweep. What takes long comes less
 * often, so that counting keeps to a share of one processor, and pages that are looked at count nothing.
 * @returns of how many contests and topics units were counted, and how many failed: those are in the log
 */
export async function countTallies({ now, signal }: Sweep): Promise<{ counted: number; failed: number }> {
  noteSweep(now);
  // why: sweeps come every few seconds, and the first count of half a million people takes longer.
  if (isCounting) return { counted: 0, failed: 0 };
  isCounting = true;
  let [counted, failed] = [0, 0];
  try {
    for (const source of await sourcesAt(now)) {
      if (signal?.aborted === true) break;
      try {
        const done = await countUnlessResting(source, { now, signal }, { isSweep: true });
        counted += Number((done?.units ?? 0) > 0);
      } catch (error) {
        failed += 1;
        logger.error({ err: error, sourceId: source.id }, 'figures could not be counted');
      }
    }
  } finally {
    isCounting = false;
  }
  return { counted, failed };
}

async function sourcesAt(now: Instant): Promise<CountSource[]> {
  const contests = await listContests(now);
  const ofContests = await Promise.all(contests.map((contestNow) => contestSource(contestNow, now)));
  return [...ofContests, ...(await topicSources(now))];
}

/**
 * Counts all units of a contest again, whatever is known of them.
 * @returns how many units were looked at; undefined where another process counts, or it was stopped
 */
export async function recountParticipation(
  contestNow: ContestNow,
  { now, signal }: Sweep,
): Promise<number | undefined> {
  const counted = await countUnits(await contestSource(contestNow, now), { now, signal, isFull: true });
  return counted.outcome === 'done' ? counted.units : undefined;
}

/**
 * Marks units whose figures change by more than people beginning and finishing attempts, in the transaction of that act: entries
 * and attempts that go to another unit, for instance. They are counted again by the next sweep.
 */
export const markUnits = (tx: Tx, contestId: string, unitIds: readonly string[]): Promise<void> =>
  storeMarks(tx, contestId, unitIds);

/** The same in every contest and topic: for people who belong to another unit from now on. */
export async function markUnitsEverywhere(tx: Tx, unitIds: readonly string[]): Promise<void> {
  for (const sourceId of await findCountedSources(tx)) await storeMarks(tx, sourceId, unitIds);
}
