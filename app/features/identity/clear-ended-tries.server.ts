import { MINUTE, type Instant } from '#app/domain/kernel/time.ts';
import { clearEndedCounts } from '#app/platform/db/counts.server.ts';

const EVERY = MINUTE;
let next = 0;

/** Clears counts of tries that have ended, a thousand a minute; called often it does nothing between. @returns how many */
export async function clearEndedTries({ now }: { now: Instant }): Promise<number> {
  if (now < next) return 0;
  next = now + EVERY;
  return clearEndedCounts(now);
}
