import { addTo, inOrder, sizeOf, type Tally } from '../analysis/tally.ts';
import { shareOf, type Sitting } from './sitting.ts';
import { THRESHOLDS } from './thresholds.ts';

const LIMITS = THRESHOLDS.speed;

/** The shortest time in seconds in which somebody reads so many syllables and chooses. */
export const neededSeconds = (syllables: number, questions = 1): number =>
  syllables / LIMITS.syllablesPerSecond + questions * LIMITS.choosingSeconds;

/** An attempt that was faster than reading allows. */
export interface SpeedFound {
  readonly sitting: Sitting;
  readonly seconds: number;
  /** The shortest time in which the whole paper can be read. */
  readonly needed: number;
  /** Questions answered rightly in less than half the time that reading them takes, of those whose time is known. */
  readonly fastItems: number;
  readonly timedItems: number;
}

/** The same with what the round says about it. */
export interface SpeedSignal extends SpeedFound {
  /** How many of the round had as high a share of the marks or more, and how many of those were as fast or faster. */
  readonly alike: number;
  readonly asFast: number;
  readonly strength: number;
}

/** Speed of an attempt against the shortest honest time; undefined where that tells nothing. */
export function speedOf(sitting: Sitting): SpeedFound | undefined {
  if (shareOf(sitting) < LIMITS.leastShare || sitting.answers.length === 0) return undefined;
  const syllables = sitting.answers.reduce((sum, each) => sum + each.syllables, 0);
  const needed = neededSeconds(syllables, sitting.answers.length);
  const seconds = sitting.durationMs / 1_000;
  if (seconds > needed * LIMITS.mostOfNeeded) return undefined;
  const timed = sitting.answers.filter((each) => each.seconds !== undefined);
  const fast = timed.filter(
    (each) => each.isRight && (each.seconds ?? 0) < neededSeconds(each.syllables) * LIMITS.mostOfNeeded,
  );
  return { sitting, seconds, needed, fastItems: fast.length, timedItems: timed.length };
}

/** Looks for impossible speed in a round, and counts how fast everybody was. Attempts may come in any order. */
export class SpeedFinder {
  readonly #all: Tally = new Map();
  /** Seconds of those from the least share on. */
  readonly #able: Tally = new Map();
  readonly #found: SpeedFound[] = [];

  add(sitting: Sitting): void {
    const seconds = Math.round(sitting.durationMs / 1_000);
    addTo(this.#all, seconds);
    if (shareOf(sitting) < LIMITS.leastShare) return;
    addTo(this.#able, seconds);
    const found = speedOf(sitting);
    if (found) this.#found.push(found);
  }

  /** Seconds of all attempts of the round. */
  get seconds(): ReadonlyMap<number, number> {
    return this.#all;
  }

  /** What is too fast, and rare in this round. Strongest first. */
  signals(): SpeedSignal[] {
    const alike = sizeOf(this.#able);
    const entries = inOrder(this.#able);
    const upTo: [seconds: number, count: number][] = [];
    let count = 0;
    for (const [seconds, each] of entries) upTo.push([seconds, (count += each)]);
    const asFastAs = (seconds: number): number => upTo.findLast(([at]) => at <= seconds)?.[1] ?? 0;
    return this.#found
      .map((found) => {
        const asFast = asFastAs(Math.round(found.seconds));
        // why this product: half of the shortest time says little, none of it says all; being one of many says less.
        const strength = (1 - found.seconds / (found.needed * LIMITS.mostOfNeeded)) * 0.6 + rarity(asFast, alike) * 0.4;
        return { ...found, alike, asFast, strength: Math.min(1, Math.max(0, strength)) };
      })
      .filter(({ asFast }) => asFast <= Math.max(1, alike * LIMITS.mostAsFast))
      .toSorted((a, b) => b.strength - a.strength || a.sitting.attemptId.localeCompare(b.sitting.attemptId));
  }
}

/** 0 where one in fifty is as fast, 1 from one in ten thousand on; with few attempts nothing is rare. */
const rarity = (asFast: number, alike: number): number =>
  Math.min(1, Math.max(0, Math.log(LIMITS.mostAsFast / (asFast / Math.max(1, alike))) / Math.log(200)));
