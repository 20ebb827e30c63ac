/** People with a score in [from, to); the last bin has its upper end in it. A bin of one whole score has from = to. */
export interface ScoreBin {
  readonly from: number;
  readonly to: number;
  readonly people: number;
}

const MOST_BINS = 25;
const WIDTHS = [1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1_000];

/**
 * Sorts scores into bins from 0 (or the lowest score below it) to the highest possible, empty ones too, so that a gap is seen as
 * a gap. Whole scores of a short paper have a bin each.
 */
export function scoreBins(
  counts: readonly { readonly score: number; readonly people: number }[],
  maxScore: number,
): ScoreBin[] {
  const low = Math.min(0, ...counts.map(({ score }) => Math.floor(score)));
  const high = Math.max(maxScore, ...counts.map(({ score }) => score));
  const isWhole = counts.every(({ score }) => Number.isInteger(score));
  if (isWhole && high - low < MOST_BINS) {
    const bins = Array.from({ length: Math.floor(high - low) + 1 }, (_, index) => low + index);
    return bins.map((score) => ({ from: score, to: score, people: peopleIn(counts, (each) => each === score) }));
  }
  const width = WIDTHS.find((each) => (high - low) / each <= MOST_BINS) ?? (high - low) / MOST_BINS;
  const start = Math.floor(low / width) * width;
  const bins = Array.from(
    { length: Math.max(1, Math.ceil((high - start) / width)) },
    (_, index) => start + index * width,
  );
  return bins.map((from, index) => {
    const to = from + width;
    const isLast = index === bins.length - 1;
    return { from, to, people: peopleIn(counts, (score) => score >= from && (score < to || (isLast && score === to))) };
  });
}

const peopleIn = (counts: readonly { score: number; people: number }[], has: (score: number) => boolean): number =>
  counts.reduce((sum, { score, people }) => (has(score) ? sum + people : sum), 0);
