import type { Instant } from '../kernel/time.ts';
import type { ItemStats } from './item-stats.ts';
import { JumpFinder, type JumpSignal } from './jump-finder.ts';
import { clustersOf, SameAnswersFinder, type Cluster } from './same-answers.ts';
import type { Sitting } from './sitting.ts';
import { SpeedFinder, type SpeedSignal } from './speed.ts';

/** What the attempts of a round say, where they come from left aside. */
export interface RoundFindings {
  readonly attempts: number;
  readonly speed: readonly SpeedSignal[];
  readonly clusters: readonly Cluster[];
  readonly jumps: readonly JumpSignal[];
  /** Pairs that were compared, and how unlikely one had to be. */
  readonly compared: number;
  readonly pairLimit: number;
  /** Seconds of all attempts, with how many took them. */
  readonly seconds: ReadonlyMap<number, number>;
}

/** Looks at a round attempt by attempt: unit after unit, and within a unit in order of their end. */
export class RoundFinder {
  readonly #speed = new SpeedFinder();
  readonly #same: SameAnswersFinder;
  readonly #jump: JumpFinder;
  #attempts = 0;

  constructor(window: { opensAt: Instant; closesAt: Instant }, stats: ReadonlyMap<string, ItemStats>) {
    this.#same = new SameAnswersFinder(stats);
    this.#jump = new JumpFinder(window);
  }

  add(sitting: Sitting): void {
    this.#attempts += 1;
    this.#speed.add(sitting);
    this.#same.add(sitting);
    this.#jump.add(sitting);
  }

  findings(): RoundFindings {
    return {
      attempts: this.#attempts,
      speed: this.#speed.signals(),
      clusters: clustersOf(this.#same.pairs()),
      jumps: this.#jump.signals(),
      compared: this.#same.compared,
      pairLimit: this.#same.limit,
      seconds: this.#speed.seconds,
    };
  }
}
