import type { ItemBody } from '../items/item.ts';
import { scoreBins, type ScoreBin } from '../results/score-bins.ts';
import { itemFigures, type ItemFigures } from './item-figures.ts';
import { momentsOf, sumOf, varianceOf } from './moments.ts';
import type { RoundCounts } from './round-counts.ts';
import { DIVISIONS, groupBounds, type ByDivision, type Division, type GroupBounds } from './score-groups.ts';
import { quantileOf, type Tally } from './tally.ts';

/** Figures of a paper as a whole, in marks; names and formulas are those of Moodle's quiz statistics. */
export interface TestFigures {
  readonly attempts: number;
  readonly questions: number;
  readonly maxScore: number;
  readonly mean: number | undefined;
  readonly median: number | undefined;
  /** With n − 1. */
  readonly sd: number | undefined;
  /** From k-statistics, as Moodle and spreadsheets have them: a normal distribution has 0 in both. */
  readonly skewness: number | undefined;
  readonly kurtosis: number | undefined;
  /** Coefficient of internal consistency, per cent: Cronbach's alpha × 100. */
  readonly cic: number | undefined;
  readonly errorRatio: number | undefined;
  /** Of measurement, in marks. */
  readonly standardError: number | undefined;
  /** What alpha adds up: questions where everybody had the same ones, else the numbered places of the paper. */
  readonly parts: 'items' | 'slots';
  readonly bins: readonly ScoreBin[];
  readonly bounds: ByDivision<GroupBounds>;
}

/** All figures of a round. */
export interface RoundFigures {
  readonly test: TestFigures;
  readonly items: readonly ItemFigures[];
}

/** The figures of what was counted. @param bodies of the item versions; what one lacks is still counted */
export function roundFigures(counts: RoundCounts, bodies: ReadonlyMap<string, ItemBody>): RoundFigures {
  const bounds: Partial<Record<Division, GroupBounds>> = {};
  for (const division of DIVISIONS) {
    const found = groupBounds(counts.totals, division);
    if (found) bounds[division] = found;
  }
  const items = [...counts.items]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, item]) => itemFigures(id, item, bodies.get(id), bounds));
  return { test: testFigures(counts, items, bounds), items: withWeights(items, counts.attempts) };
}

/**
 * Effective weights: 100 √cov(mark, total) ÷ the sum of these roots over a paper, leaving out negative covariances (Moodle).
 * Where papers are drawn, each question is in that sum as often as it is on a paper, so that fixed papers give Moodle's figures
 * and the weights of an average paper add up to 100.
 */
function withWeights(items: readonly ItemFigures[], attempts: number): ItemFigures[] {
  const root = ({ covarianceWithTotal }: ItemFigures): number => Math.sqrt(Math.max(0, covarianceWithTotal ?? 0));
  const all = sumOf(items.map((item) => root(item) * (item.attempts / attempts)));
  return items.map((item) => ({
    ...item,
    effectiveWeight:
      all === 0 || item.hasNegativeCovariance || item.attempts < 2 ? undefined : (100 * root(item)) / all,
  }));
}

function testFigures(counts: RoundCounts, items: readonly ItemFigures[], bounds: TestFigures['bounds']): TestFigures {
  const moments = momentsOf(counts.totals);
  const maxScore = Math.max(0, ...counts.maxTotals.keys());
  const isFixed = items.every((item) => item.attempts === counts.attempts);
  const parts = isFixed
    ? items.map(({ markVariance }) => markVariance)
    : [...counts.slots.values()].map(varianceOfTally);
  const people = [...counts.totals].map(([score, count]) => ({ score, people: count }));
  const variance = moments && varianceOf(moments);
  const sd = variance === undefined ? undefined : Math.sqrt(variance);
  return {
    attempts: counts.attempts,
    questions: counts.slots.size,
    maxScore,
    mean: moments?.mean,
    median: quantileOf(counts.totals, 0.5),
    sd,
    ...shapeOf(moments),
    ...consistency(counts.attempts, parts, variance, sd),
    parts: isFixed ? 'items' : 'slots',
    bins: scoreBins(people, maxScore),
    bounds,
  };
}

const varianceOfTally = (marks: Tally): number | undefined => {
  const moments = momentsOf(marks);
  return moments && varianceOf(moments);
};

/** Skewness from three attempts on, kurtosis from four (Moodle, quiz statistics calculator). */
function shapeOf(moments: ReturnType<typeof momentsOf>): Pick<TestFigures, 'skewness' | 'kurtosis'> {
  if (!moments || moments.n < 3 || moments.power2 === 0) return { skewness: undefined, kurtosis: undefined };
  const { n } = moments;
  const [m2, m3, m4] = [moments.power2 / n, moments.power3 / n, moments.power4 / n];
  const k2 = (n * m2) / (n - 1);
  const k3 = (n * n * m3) / ((n - 1) * (n - 2));
  const k4 = (n * n * ((n + 1) * m4 - 3 * (n - 1) * m2 * m2)) / ((n - 1) * (n - 2) * (n - 3));
  return { skewness: k3 / k2 ** 1.5, kurtosis: n > 3 ? k4 / (k2 * k2) : undefined };
}

/** Alpha from three attempts and two parts on (Moodle). A negative one is shown as it is: the paper measures nothing in common. */
function consistency(
  attempts: number,
  parts: readonly (number | undefined)[],
  variance: number | undefined,
  sd: number | undefined,
): Pick<TestFigures, 'cic' | 'errorRatio' | 'standardError'> {
  const count = parts.length;
  if (attempts < 3 || count < 2 || !variance || sd === undefined) {
    return { cic: undefined, errorRatio: undefined, standardError: undefined };
  }
  const cic = ((100 * count) / (count - 1)) * (1 - sumOf(parts.map((each) => each ?? 0)) / variance);
  // why max: rounding may carry an alpha of 1 a hair beyond it.
  const errorRatio = 100 * Math.sqrt(Math.max(0, 1 - cic / 100));
  return { cic, errorRatio, standardError: (errorRatio * sd) / 100 };
}
