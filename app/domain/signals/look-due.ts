import { MINUTE, type Instant } from '../kernel/time.ts';

/** When a round was looked at last, and how many attempts were over then. */
export interface LastLook {
  readonly at: Instant;
  readonly attempts: number;
}

interface When {
  readonly now: Instant;
  /** From when on nothing of the round can change; undefined while it has not closed. */
  readonly overAt: Instant | undefined;
}

const ONCE_EVERY = 30 * MINUTE;
const LEAST_NEW = 200;

/** Whether a round may have to be looked at again, before its attempts are counted. */
export function canBeDue(last: LastLook | undefined, { now, overAt }: When): boolean {
  if (overAt !== undefined && now >= overAt) return last === undefined || last.at < overAt;
  return last === undefined || now - last.at >= ONCE_EVERY;
}

/**
 * Whether it has to: once it is over a last time, and before that when it has grown by a quarter. Looking goes over all attempts,
 * so that all looks together cost a few times the last one.
 */
export function isDue(last: LastLook | undefined, attempts: number, when: When): boolean {
  if (attempts === 0 || !canBeDue(last, when)) return false;
  if (when.overAt !== undefined && when.now >= when.overAt) return true;
  const before = last?.attempts ?? 0;
  return attempts - before >= Math.max(LEAST_NEW, before / 4);
}
