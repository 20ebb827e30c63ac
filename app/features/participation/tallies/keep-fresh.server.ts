import { setTimeout } from 'node:timers/promises';
import { SECOND, type Duration, type Instant } from '#app/domain/kernel/time.ts';
import { whenForgotten } from '#app/platform/db/forget.server.ts';
import type { CountSource } from './count-source.server.ts';
import { countUnits, type Counted, type Counting } from './count-units.server.ts';
import { findState } from './state.repo.server.ts';

/** Figures that are read may be as old as this where no sweep keeps them fresh. */
const FRESH: Duration = 5 * SECOND;
/** While sweeps come, they are who counts. */
const SWEPT: Duration = 20 * SECOND;
/** How long a reader waits for figures that are there, but old. */
const PATIENCE_MS = 3_000;
const POLL_MS = 100;
/** A count that took long comes again only after so many times as long: so it takes a tenth of the time at most, */
const REST = 10;
/** but no later than this: counting all units is rare, and what happens meanwhile must not wait for minutes. */
const LONGEST_REST: Duration = 30 * SECOND;

/** What this process knows of counting. */
interface Known {
  /** At this instant all of it was counted; undefined while this process has not counted it. */
  readonly asOf: Instant;
  /** No sooner again. */
  readonly restsUntil: Instant;
}

const known = new Map<string, Known>();
const running = new Map<string, Promise<Counted>>();
let sweptAt: Instant | undefined;

whenForgotten(() => {
  known.clear();
  running.clear();
  sweptAt = undefined;
});

/** Says that sweeps come. */
export const noteSweep = (now: Instant): void => {
  sweptAt = now;
};

/** At which instant this process has last seen everything counted. */
export const knownAsOf = (sourceId: string): Instant | undefined => known.get(sourceId)?.asOf;

/** Counts unless somebody does or has just done so; sweeps rest longer after a count that took long. @returns undefined where it rests */
export function countUnlessResting(
  source: CountSource,
  counting: Counting,
  { isSweep }: { isSweep: boolean },
): Promise<Counted> | undefined {
  const under = running.get(source.id);
  if (under) return under;
  const last = known.get(source.id);
  const { now } = counting;
  if (last && now >= last.asOf && now < (isSweep ? last.restsUntil : last.asOf + FRESH)) return undefined;
  const began = performance.now();
  const count = countUnits(source, counting)
    .then((counted) => {
      const took = performance.now() - began;
      if (counted.outcome === 'done') {
        known.set(source.id, {
          asOf: now,
          restsUntil: now + Math.max(FRESH, Math.min(LONGEST_REST, Math.round(took * REST))),
        });
      }
      return counted;
    })
    .finally(() => running.delete(source.id));
  running.set(source.id, count);
  return count;
}

/**
 * Sees to it that there are figures to read. While sweeps come this costs nothing; else they are counted here. Who is the first to
 * ask waits until there are any.
 */
export async function keepFresh(source: CountSource, now: Instant): Promise<void> {
  if (source.scopeIds.length === 0) return;
  const isSwept = sweptAt !== undefined && now >= sweptAt && now - sweptAt < SWEPT;
  if (isSwept && known.has(source.id)) return;
  const hasState = async (): Promise<boolean> => (await findState(source.id)).state !== undefined;
  if (isSwept && (await hasState())) return;
  const count = countUnlessResting(source, { now }, { isSweep: false });
  if (!count) return;
  // why caught here too: nobody may be waiting for it any more when it fails.
  const done = count.then((counted) => counted.outcome !== 'busy');
  if (await hasState()) {
    await Promise.race([done, setTimeout(PATIENCE_MS)]);
    done.catch(() => undefined);
    return;
  }
  if (await done) return;
  // why: another process counts for the first time; until it has done so there is nothing to show.
  while (!(await hasState())) await setTimeout(POLL_MS);
}
