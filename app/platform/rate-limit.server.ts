import { RateLimiterMemory } from 'rate-limiter-flexible';
import { blockedKeys } from './blocked-keys.server.ts';
import { now } from './clock.server.ts';
import { addToCount, forgetCounts, readCounts } from './db/counts.server.ts';
import { inTransaction, type Tx } from './db/transaction.server.ts';
import { keyedHash } from './sealed-field.server.ts';

/** Counts tries by key in a window of time. */
export interface Throttle {
  /** Takes one try; false when none is left in the window. */
  take(key: string): Promise<boolean>;
  /** Gives the key all its tries back. */
  forgive(key: string): Promise<void>;
}

interface Window {
  readonly tries: number;
  readonly seconds: number;
}

/**
 * A throttle that allows so many tries for each key in a window that begins with the first of them. In memory: each process
 * counts for itself, and a restart forgives. For what is asked often and costs little.
 */
export function createThrottle({ tries, seconds }: Window): Throttle {
  const limiter = new RateLimiterMemory({ points: tries, duration: seconds });
  return {
    take: (key) =>
      limiter.consume(key).then(
        () => true,
        () => false,
      ),
    forgive: async (key) => void (await limiter.delete(key)),
  };
}

/** A throttle on our tables. */
export interface KeptThrottle extends Throttle {
  take(key: string, at?: number): Promise<boolean>;
  /** Takes one within a transaction, beside what else it does. */
  takeIn(tx: Tx, key: string, at: number): Promise<boolean>;
  /** Whether no try is left, as far as this process knows; takes none, and asks the database nothing. */
  isOver(key: string, at?: number): boolean;
  /** How many tries were taken in the window that runs; takes none. */
  countOf(key: string, at?: number): Promise<number>;
}

/**
 * A throttle that holds over restarts and for all processes together. A key that is over is refused from memory, so that a
 * flood writes nothing.
 * @param name tells its keys from those of others; keys themselves are stored as keyed hashes only
 */
export function createKeptThrottle({ name, tries, seconds }: Window & { readonly name: string }): KeptThrottle {
  const blocked = blockedKeys();
  const lastsMs = seconds * 1_000;
  const rowOf = (key: string): string => `${name}:${keyedHash('throttle', `${name}:${key}`)}`;
  const takeIn: KeptThrottle['takeIn'] = async (tx, key, at) => {
    const added = { points: 1, lastsMs, isRestarted: false };
    const { points, expireAt } = await addToCount(tx, rowOf(key), added, at);
    if (points >= tries) blocked.block(key, expireAt, at);
    return points <= tries;
  };
  return {
    takeIn,
    isOver: (key, at = now()) => blocked.isBlocked(key, at),
    countOf: async (key, at = now()) => (await readCounts([rowOf(key)], at)).get(rowOf(key))?.points ?? 0,
    take: async (key, at = now()) => !blocked.isBlocked(key, at) && inTransaction((tx) => takeIn(tx, key, at)),
    async forgive(key) {
      blocked.forget(key);
      await inTransaction((tx) => forgetCounts(tx, [rowOf(key)]));
    },
  };
}
