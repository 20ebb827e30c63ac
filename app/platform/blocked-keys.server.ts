import { whenForgotten } from './db/forget.server.ts';

/** Keys that are refused until an instant, kept in memory: a flood on one of them asks the database nothing. */
export interface BlockedKeys {
  block(key: string, until: number, now: number): void;
  isBlocked(key: string, now: number): boolean;
  forget(key: string): void;
}

/** What another process forgives is noticed after so long. */
const LONGEST_MS = 60_000;
const MOST = 50_000;

/** An empty set of blocked keys; forgotten when the database is closed. */
export function blockedKeys(): BlockedKeys {
  const until = new Map<string, number>();
  whenForgotten(() => until.clear());
  return {
    block(key, end, now) {
      until.delete(key);
      until.set(key, Math.min(end, now + LONGEST_MS));
      // The oldest goes first; the database still knows it.
      if (until.size > MOST) until.delete(until.keys().next().value as string);
    },
    isBlocked(key, now) {
      const end = until.get(key);
      if (end === undefined) return false;
      if (end > now) return true;
      until.delete(key);
      return false;
    },
    forget: (key) => void until.delete(key),
  };
}
