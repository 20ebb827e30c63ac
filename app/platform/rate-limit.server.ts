import { RateLimiterMemory } from 'rate-limiter-flexible';

/** Counts tries by key in a window of time. In memory: each process counts for itself, and a restart forgives. */
export interface Throttle {
  /** Takes one try; false when none is left in the window. */
  take(key: string): Promise<boolean>;
  /** Gives the key all its tries back. */
  forgive(key: string): Promise<void>;
}

/** A throttle that allows so many tries for each key in a window that begins with the first of them. */
export function createThrottle({ tries, seconds }: { tries: number; seconds: number }): Throttle {
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
