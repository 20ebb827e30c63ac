/** Work was refused because the wait for it would be too long: whoever asked is told so, and when to come again. */
export class TooBusyError extends Error {
  constructor() {
    super('too many are waiting');
    this.name = 'TooBusyError';
  }
}

interface Waiting {
  readonly enter: () => void;
  readonly leave: (error: TooBusyError) => void;
  readonly until: number;
}

interface Limits {
  /** How much runs side by side. */
  readonly lanes: number;
  /** Nobody waits longer: who would have to is told at once. */
  readonly longestWaitMs: number;
  /** How many may wait in all, which bounds memory. */
  readonly mostWaiting: number;
  /** How long one piece of work takes before any has been measured. */
  readonly guessMs: number;
  readonly clock?: () => number;
}

/**
 * A queue with a limit to waiting, fair between those who wait: each key has a line of its own and the lines take turns, so that
 * whoever sends thousands of tries waits for itself, not others for it.
 */
export class FairQueue {
  readonly #limits: Limits;
  readonly #clock: () => number;
  /** Insertion order is the order of turns: a line that was served goes to the end. */
  readonly #lines = new Map<string, Waiting[]>();
  #waiting = 0;
  #running = 0;
  #averageMs: number;

  constructor(limits: Limits) {
    this.#limits = limits;
    this.#clock = limits.clock ?? (() => performance.now());
    this.#averageMs = limits.guessMs;
  }

  /**
   * Runs the work when a lane is free.
   * @param key whose turn it takes
   * @throws TooBusyError when it would have to wait too long, or has
   */
  async run<T>(key: string, work: () => Promise<T>): Promise<T> {
    if (this.#running < this.#limits.lanes) this.#running += 1;
    else await this.#wait(key);
    const began = this.#clock();
    try {
      return await work();
    } finally {
      this.#averageMs = 0.9 * this.#averageMs + 0.1 * (this.#clock() - began);
      this.#next();
    }
  }

  #wait(key: string): Promise<void> {
    const line = this.#lines.get(key) ?? [];
    const { lanes, longestWaitMs, mostWaiting } = this.#limits;
    // Before this one come the waiting of its own line, and about as many turns of each other line.
    const others = [...this.#lines].reduce(
      (sum, [name, { length }]) => (name === key ? sum : sum + Math.min(length, line.length + 1)),
      0,
    );
    const expectedMs = ((line.length + others + 1) * this.#averageMs) / lanes;
    if (this.#waiting >= mostWaiting || expectedMs > longestWaitMs) throw new TooBusyError();
    return new Promise((enter, leave) => {
      line.push({ enter, leave, until: this.#clock() + longestWaitMs });
      this.#lines.set(key, line);
      this.#waiting += 1;
    });
  }

  #next(): void {
    for (const [key, line] of this.#lines) {
      const first = line.shift();
      this.#lines.delete(key);
      if (line.length > 0) this.#lines.set(key, line);
      if (!first) continue;
      this.#waiting -= 1;
      if (first.until < this.#clock()) {
        first.leave(new TooBusyError());
        continue;
      }
      return first.enter();
    }
    this.#running -= 1;
  }
}
