/**
 * How likely a person with a given number of right answers had each of the questions right: [1 − (1 − r)^a]^(1/a), with the
 * round's share r of right answers to the question, and one a for each person, found so that the chances add up to what the
 * person had right (Wesolowsky 2000, "Detecting excessive similarity in answers on multiple choice exams", Journal of Applied
 * Statistics 27 (7), 909–921).
 * @param shares of right answers in the round, each inside of (0, 1)
 * @param right how many the person had right
 */
export function chancesOfRight(shares: readonly number[], right: number): number[] {
  if (shares.length === 0) return [];
  // why half an answer off: nobody is sure to have everything right or wrong for ever.
  const goal = Math.min(shares.length - 0.5, Math.max(0.5, right));
  let low = LOWEST;
  let high = HIGHEST;
  for (let i = 0; i < 50; i += 1) {
    const middle = (low + high) / 2;
    if (sumAt(shares, middle) < goal) low = middle;
    else high = middle;
  }
  return shares.map((share) => chanceOf(share, Math.exp((low + high) / 2)));
}

/** Bounds of the logarithm of a: between them the sum runs from nearly none right to nearly all. */
const LOWEST = -8;
const HIGHEST = 8;

const chanceOf = (share: number, a: number): number =>
  Math.min(1 - 1e-9, Math.max(1e-9, (1 - (1 - share) ** a) ** (1 / a)));

const sumAt = (shares: readonly number[], logarithm: number): number => {
  const a = Math.exp(logarithm);
  return shares.reduce((sum, share) => sum + chanceOf(share, a), 0);
};
