import type { ContestantRefusalCode } from '#app/domain/kernel/refusal.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import type { AutosaveView } from './autosave-view.ts';
import { PREDICTION, type Kept, type Outbox, type Waiting } from './outbox.ts';

/** Answers of one request. More than a paper has, so that one request is enough but for the strangest of outboxes. */
const MOST_AT_ONCE = 100;

/** The answers of one attempt that wait, at hand on the page and in the outbox of the device. */
export class Held {
  readonly #attemptId: string;
  readonly #outbox: () => Promise<Outbox>;
  readonly #rows = new Map<string, Waiting>();
  readonly #kept = new Set<string>();

  constructor(attemptId: string, outbox: () => Promise<Outbox>) {
    this.#attemptId = attemptId;
    this.#outbox = outbox;
  }

  /** Takes up what the device holds. @returns the last instant of choice among it */
  async load(): Promise<Instant> {
    let last = 0;
    for (const row of await (await this.#outbox()).read(this.#attemptId)) {
      last = Math.max(last, row.at ?? 0);
      if (this.#rows.has(row.key)) continue;
      this.#rows.set(row.key, row);
      this.#kept.add(row.key);
    }
    return last;
  }

  /** Notes an answer in place of what waits for its slot. @returns once it is kept */
  async add(waiting: Waiting): Promise<Kept> {
    const replaced = [...this.#rows.values()].filter((each) => each.slot === waiting.slot).map((each) => each.key);
    for (const key of replaced) this.#rows.delete(key);
    this.#rows.set(waiting.key, waiting);
    const kept = await (await this.#outbox()).keep(waiting, replaced);
    if (kept === 'device') this.#kept.add(waiting.key);
    return kept;
  }

  /** Forgets answers that the server has. */
  async drop(keys: readonly string[]): Promise<void> {
    for (const key of keys) this.#rows.delete(key);
    await (await this.#outbox()).drop(this.#attemptId, keys);
    for (const key of keys) this.#kept.delete(key);
  }

  /** Notes that the server does not take an answer. */
  async refuse(waiting: Waiting, refusal: ContestantRefusalCode): Promise<void> {
    // why: a newer answer to the same question has taken its place meanwhile.
    if (!this.#rows.has(waiting.key)) return;
    const refused = { ...waiting, refusal };
    this.#rows.set(waiting.key, refused);
    await (await this.#outbox()).keep(refused);
  }

  forgetRefused(): Promise<void> {
    return this.drop([...this.#rows.values()].filter((each) => each.refusal).map((each) => each.key));
  }

  /** What goes with the next request. */
  parcel(isCareful: boolean): Waiting[] {
    const all = [...this.#rows.values()].filter((each) => !each.refusal);
    // why: a request carries one prediction; of several the first goes now and the next with the next.
    const [prediction] = all.filter((each) => each.slot === PREDICTION);
    const parcel = [...all.filter((each) => each.slot !== PREDICTION), ...(prediction ? [prediction] : [])];
    return parcel.slice(0, isCareful ? 1 : MOST_AT_ONCE);
  }

  /** By slot the answer that was chosen last. */
  newest(): Map<number, Waiting> {
    const rows = [...this.#rows.values()].toSorted((a, b) => (a.at ?? 0) - (b.at ?? 0));
    return new Map(rows.map((each) => [each.slot, each]));
  }

  /** What can be said of it. */
  view(): Pick<AutosaveView, 'waiting' | 'kept' | 'refused'> {
    const newest = [...this.newest().values()];
    const waiting = newest.filter((each) => !each.refusal);
    return {
      waiting: new Set(waiting.map((each) => each.slot)),
      kept: new Set(waiting.filter((each) => this.#kept.has(each.key)).map((each) => each.slot)),
      refused: new Map(newest.flatMap(({ slot, refusal }) => (refusal ? [[slot, refusal] as const] : []))),
    };
  }
}
