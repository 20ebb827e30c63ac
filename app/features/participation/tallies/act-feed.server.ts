import type { Instant } from '#app/domain/kernel/time.ts';
import { whenForgotten } from '#app/platform/db/forget.server.ts';
import { findActs, type AttemptAct } from './changes.repo.server.ts';

const PAGE = 1_000;
/** More acts than this, and looking at all units is no more work. */
const MOST_ACTS = 20_000;

/**
 * What happened to attempts since an instant, as the audit tells it. Time is read with some overlap; what this process has counted
 * already is not told again.
 */
export class ActFeed {
  readonly #counted = new Map<string, ReadonlySet<string>>();
  readonly #read = new Map<string, ReadonlySet<string>>();

  constructor() {
    whenForgotten(() => {
      this.#counted.clear();
      this.#read.clear();
    });
  }

  /** Ids of attempts that somebody began or finished since an instant; undefined where those are too many to go through. */
  async read(reader: string, since: Instant): Promise<string[] | undefined> {
    const counted = this.#counted.get(reader);
    const seen = new Set<string>();
    const attempts = new Set<string>();
    let after: AttemptAct | undefined;
    for (;;) {
      const acts = await findActs(since, after, PAGE);
      for (const { id, attemptId } of acts) {
        seen.add(id);
        if (counted?.has(id) !== true) attempts.add(attemptId);
      }
      if (seen.size > MOST_ACTS) return undefined;
      after = acts.at(-1);
      if (acts.length < PAGE) break;
    }
    this.#read.set(reader, seen);
    return [...attempts];
  }

  /** What read() gave last is counted. */
  remember(reader: string): void {
    const read = this.#read.get(reader);
    if (read) this.#counted.set(reader, read);
  }
}
