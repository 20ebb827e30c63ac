import { inOrder, type Weighted } from './tally.ts';

/** Sums many numbers with their rounding errors (Neumaier 1974), so that 10⁷ terms lose nothing that matters. */
export function sumOf(terms: Iterable<number>): number {
  let sum = 0;
  let lost = 0;
  for (const term of terms) {
    const next = sum + term;
    lost += Math.abs(sum) >= Math.abs(term) ? sum - next + term : term - next + sum;
    sum = next;
  }
  return sum + lost;
}

/** Sums of powers of differences from the mean. */
export interface Moments {
  readonly n: number;
  readonly mean: number;
  /** Σ(x − mean)², Σ(x − mean)³, Σ(x − mean)⁴ */
  readonly power2: number;
  readonly power3: number;
  readonly power4: number;
}

/** Moments of counted values, in two passes: the mean first. Undefined for nothing. */
export function momentsOf(tally: ReadonlyMap<number, number>): Moments | undefined {
  const entries = inOrder(tally);
  const n = sumOf(entries.map(([, count]) => count));
  const [only] = entries;
  if (!only) return undefined;
  // why: values that are all the same have no spread at all, not one of rounding errors.
  if (entries.length === 1) return { n, mean: only[0], power2: 0, power3: 0, power4: 0 };
  const mean = sumOf(entries.map(([value, count]) => value * count)) / n;
  const power = (exponent: number): number =>
    sumOf(entries.map(([value, count]) => count * (value - mean) ** exponent));
  return { n, mean, power2: power(2), power3: power(3), power4: power(4) };
}

/** Variance with n − 1; undefined for fewer than two values. */
export const varianceOf = ({ n, power2 }: Pick<Moments, 'n' | 'power2'>): number | undefined =>
  n > 1 ? power2 / (n - 1) : undefined;

/**
 * The largest covariance that two sets of values could have, however they were paired: both sorted, the first with the first
 * and so on (Moodle, question statistics calculator: covariancemax). Both have as many values, two or more.
 */
export function largestCovariance(a: ReadonlyMap<number, number>, b: ReadonlyMap<number, number>): number {
  const [meanA, meanB] = [momentsOf(a)?.mean ?? 0, momentsOf(b)?.mean ?? 0];
  const terms: number[] = [];
  const [restA, restB] = [unpacked(inOrder(a)), unpacked(inOrder(b))];
  let n = 0;
  while (restA.length > 0 && restB.length > 0) {
    const [first, second] = [restA.at(-1) as [number, number], restB.at(-1) as [number, number]];
    const together = Math.min(first[1], second[1]);
    terms.push(together * (first[0] - meanA) * (second[0] - meanB));
    n += together;
    if ((first[1] -= together) === 0) restA.pop();
    if ((second[1] -= together) === 0) restB.pop();
  }
  return sumOf(terms) / (n - 1);
}

/** A copy that may be used up, the smallest value last. */
const unpacked = (entries: readonly Weighted[]): [number, number][] =>
  entries.map(([value, count]): [number, number] => [value, count]).toReversed();
