/**
 * How sums of independent trials are distributed, by adding one trial after the other; exact but for rounding (Poisson-binomial
 * distribution where each trial gives 1).
 * @param trials for each the chances of what it gives beside 0: [value, probability], values whole and 1 or more
 * @returns the probability of each sum, from 0 on
 */
export function distributionOfSum(
  trials: readonly (readonly (readonly [value: number, chance: number])[])[],
): number[] {
  let sums = [1];
  for (const trial of trials) {
    const highest = Math.max(0, ...trial.map(([value]) => value));
    const next = Array.from({ length: sums.length + highest }, () => 0);
    const none = Math.max(0, 1 - trial.reduce((sum, [, chance]) => sum + chance, 0));
    sums.forEach((weight, sum) => {
      next[sum] = (next[sum] ?? 0) + weight * none;
      for (const [value, chance] of trial) next[sum + value] = (next[sum + value] ?? 0) + weight * chance;
    });
    sums = next;
  }
  return sums;
}

/** The probability of a sum of `least` or more. Added from the far end, so that small tails keep their digits. */
export function tailOf(distribution: readonly number[], least: number): number {
  let tail = 0;
  for (let sum = distribution.length - 1; sum >= Math.max(0, least); sum -= 1) tail += distribution[sum] ?? 0;
  return Math.min(1, tail);
}

/**
 * The upper tail of the normal distribution, with a relative error below 1.2e-7 everywhere (Press et al., Numerical Recipes,
 * second edition, section 6.2, erfcc).
 */
export function normalTail(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + 0.5 * x);
  const inner = COEFFICIENTS.reduceRight((sum, coefficient) => coefficient + t * sum, 0);
  const tail = 0.5 * t * Math.exp(-x * x + inner);
  return z >= 0 ? tail : 1 - tail;
}

const COEFFICIENTS = [
  -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587, -0.82215223,
  0.17087277,
];

/** How strongly a probability speaks, 0..1: 0 where it is as large as the limit, 1 from a millionth of the limit on. */
export const strengthOf = (probability: number, limit: number): number =>
  Math.min(1, Math.max(0, Math.log10(limit / Math.max(probability, 1e-300)) / 6));
