import { normalTail } from './probability.ts';
import { THRESHOLDS } from './thresholds.ts';

const LIMITS = THRESHOLDS.jump;

/** What is seen of one attempt: how right it was, and how long it took. */
export interface Seen {
  /** The length of time that it falls into, from 0 on. */
  readonly bin: number;
  /** Share of right answers; for one question, right or not less the share of the rest of the attempt, −1..1. */
  readonly value: number;
  readonly seconds: number | undefined;
}

/** Sums over a length of time, from which means and variances follow. */
interface Sums {
  n: number;
  value: number;
  valueSquares: number;
  timed: number;
  log: number;
  logSquares: number;
}

const noSums = (): Sums => ({ n: 0, value: 0, valueSquares: 0, timed: 0, log: 0, logSquares: 0 });

/** What was seen through time of one question, one unit, or the whole round. Only sums are kept. */
export class Series {
  readonly #bins = new Map<number, Sums>();

  add({ bin, value, seconds }: Seen): void {
    let sums = this.#bins.get(bin);
    if (!sums) this.#bins.set(bin, (sums = noSums()));
    sums.n += 1;
    sums.value += value;
    sums.valueSquares += value * value;
    if (seconds === undefined) return;
    // why the logarithm: a few who left their sheet open must not hide how long the others took.
    const log = Math.log(Math.max(1, seconds));
    sums.timed += 1;
    sums.log += log;
    sums.logSquares += log * log;
  }

  /** Lengths of time with anything in them, in order. */
  entries(): [bin: number, sums: Readonly<Sums>][] {
    return [...this.#bins].toSorted(([a], [b]) => a - b);
  }
}

/** A moment from which on more was right in less time. */
export interface Jump {
  /** The first length of time of what came after. */
  readonly bin: number;
  readonly before: number;
  readonly after: number;
  /** Means of the value before and after, and typical (geometric mean) seconds. */
  readonly valueBefore: number;
  readonly valueAfter: number;
  readonly secondsBefore: number;
  readonly secondsAfter: number;
  /** That chance alone makes such a rise at this moment. */
  readonly chance: number;
}

/** Moments at which a series can be cut: what a search over all of them must take into account. */
export const momentsOf = (series: Series): number => Math.max(0, series.entries().length - 1);

/**
 * The moment at which a series jumps most: a scan over all moments, each of which compares up to 150 attempts just before it
 * with up to 150 from it on (Welch's statistic), so that a slow rise over days is none. It is told only where the time falls
 * together with the rise, and where the rise stays.
 * @param limit how unlikely a moment must be, with all moments and series that are looked at taken into account
 */
export function findJump(series: Series, limit: number): Jump | undefined {
  const entries = series.entries();
  let best: Jump | undefined;
  for (let cut = 1; cut < entries.length; cut += 1) {
    const jump = jumpAt(entries, cut);
    if (jump && jump.chance <= limit && (best === undefined || jump.chance < best.chance)) best = jump;
  }
  return best;
}

function jumpAt(entries: readonly [number, Readonly<Sums>][], cut: number): Jump | undefined {
  const before = gather(entries, cut - 1, -1);
  const after = gather(entries, cut, 1);
  if (before.n < LIMITS.leastAround || after.n < LIMITS.leastAround) return undefined;
  const [meanBefore, meanAfter] = [before.value / before.n, after.value / after.n];
  const rise = meanAfter - meanBefore;
  if (rise < LIMITS.leastRise) return undefined;
  if (before.timed < LIMITS.leastAround || after.timed < LIMITS.leastAround) return undefined;
  const fall = before.log / before.timed - after.log / after.timed;
  const timeError = Math.sqrt(
    errorSquared(before.timed, before.log, before.logSquares) + errorSquared(after.timed, after.log, after.logSquares),
  );
  if (Math.exp(-fall) > LIMITS.mostOfTime || fall < LIMITS.leastTimeErrors * timeError) return undefined;
  const rest = gather(entries, cut, 1, Infinity);
  if (rest.value / rest.n - meanBefore < rise / 2) return undefined;
  const error = Math.sqrt(
    errorSquared(before.n, before.value, before.valueSquares) + errorSquared(after.n, after.value, after.valueSquares),
  );
  return {
    bin: entries[cut]?.[0] ?? 0,
    before: before.n,
    after: after.n,
    valueBefore: meanBefore,
    valueAfter: meanAfter,
    secondsBefore: Math.exp(before.log / before.timed),
    secondsAfter: Math.exp(after.log / after.timed),
    chance: normalTail(rise / error),
  };
}

/** Sums from a place on in a direction, until there are enough. */
function gather(
  entries: readonly [number, Readonly<Sums>][],
  from: number,
  step: 1 | -1,
  most: number = LIMITS.mostAround,
): Sums {
  const total = noSums();
  for (let at = from; at >= 0 && at < entries.length && total.n < most; at += step) {
    const sums = entries[at]?.[1];
    if (!sums) break;
    for (const key of Object.keys(total) as (keyof Sums)[]) total[key] += sums[key];
  }
  return total;
}

/** The squared standard error of a mean; never 0, as what is all equal in a sample may not be elsewhere. */
function errorSquared(n: number, sum: number, squares: number): number {
  const variance = Math.max(0, squares - (sum * sum) / n) / Math.max(1, n - 1);
  return Math.max(variance, 1 / (4 * n)) / n;
}
