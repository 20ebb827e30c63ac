import type { Instant } from '#app/domain/kernel/time.ts';
import { whenForgotten } from '#app/platform/db/forget.server.ts';

const FRESH_MS = 2_000;
/** Far more than pages of boards are looked at within two seconds on one machine. */
const MOST_KNOWN = 500;
const known = new Map<string, { asOf: Instant; read: Promise<unknown> }>();

/** Forgets what boards share: called when rows of many people have changed in this process. */
export const forgetBoards = (): void => known.clear();

whenForgotten(forgetBoards);

/**
 * A read that everybody who asks for the same within two seconds shares, so that a board which thousands look at costs the
 * database what a few cost.
 * @param key what is read: the same key must always mean the same type
 */
export function sharedRead<T>(key: string, now: Instant, read: () => Promise<T>): Promise<T> {
  const found = known.get(key);
  if (found && now >= found.asOf && now - found.asOf < FRESH_MS) return found.read as Promise<T>;
  const fresh = read();
  known.delete(key);
  known.set(key, { asOf: now, read: fresh });
  const oldest = known.keys().next();
  if (known.size > MOST_KNOWN && !oldest.done) known.delete(oldest.value);
  // why: a read that failed must not be shared.
  fresh.catch(() => known.delete(key));
  return fresh;
}
