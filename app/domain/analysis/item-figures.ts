import { isTyped, type ItemBody } from '../items/item.ts';
import { marginsOf, floorTo } from './joint-tally.ts';
import { largestCovariance, momentsOf, varianceOf } from './moments.ts';
import { OTHER_ANSWERS, type ItemCounts } from './round-counts.ts';
import { countByGroup, type ByDivision, type ByGroup, type Division, type GroupBounds } from './score-groups.ts';
import { quantileOf, sizeOf, type Tally } from './tally.ts';

/** How an answer was spread over people by their total. */
export interface AnswerFigures {
  /** See answersIn(). */
  readonly answer: string;
  readonly attempts: number;
  /** Attempts that were offered it: all that had the question, unless a paper shows some of the options only. */
  readonly offered: number;
  /** By group: who gave it, of how many; undefined where the totals do not part. */
  readonly groups: ByDivision<{ readonly gave: ByGroup; readonly offered: ByGroup }>;
}

/** Whole seconds, see answerSeconds(). */
export interface TimeFigures {
  readonly attempts: number;
  readonly lowerQuartile: number;
  readonly median: number;
  readonly upperQuartile: number;
}

/**
 * Figures of a question in one round, over the attempts that had it. Names and formulas are those of Moodle's quiz statistics;
 * percentages as Moodle writes them, facility and random guess 0..1. Undefined is what cannot be computed, as Moodle's null.
 */
export interface ItemFigures {
  readonly itemVersionId: string;
  /** s */
  readonly attempts: number;
  readonly answered: number;
  /** The mean where papers weigh it differently. */
  readonly maxMark: number;
  readonly hasDifferentWeights: boolean;
  readonly facility: number | undefined;
  /** In marks, with n − 1. */
  readonly sd: number | undefined;
  readonly randomGuess: number | undefined;
  /** Per cent of the paper. */
  readonly intendedWeight: number | undefined;
  readonly effectiveWeight: number | undefined;
  readonly hasNegativeCovariance: boolean;
  readonly markVariance: number | undefined;
  readonly restVariance: number | undefined;
  readonly covariance: number | undefined;
  readonly largestCovariance: number | undefined;
  readonly covarianceWithTotal: number | undefined;
  /** 100 × the correlation with the rest of the paper: as Moodle computes it for a question in a fixed place. */
  readonly discriminationIndex: number | undefined;
  readonly discriminativeEfficiency: number | undefined;
  /** With the whole paper, the question itself in it: as Moodle computes both for questions that are drawn at random. */
  readonly wholeDiscrimination: number | undefined;
  readonly wholeEfficiency: number | undefined;
  /** Facility of the high group less that of the low one (Johnson 1951). */
  readonly upperLower: ByDivision<number>;
  /** Attempts of each group that had the question. */
  readonly groupSizes: ByDivision<ByGroup>;
  readonly time: TimeFigures | undefined;
  /** Most given first; of typed answers the ten that most people gave, and none that one person alone gave. */
  readonly answers: readonly AnswerFigures[];
  /** Typed answers that are not listed. */
  readonly otherAnswers: number;
}

export type Bounds = ByDivision<GroupBounds>;

/** How many typed answers are listed. */
const MOST_LISTED = 10;

/** All figures of a question but the effective weight, which rests on the other questions too: see roundFigures(). */
export function itemFigures(id: string, counts: ItemCounts, body: ItemBody | undefined, bounds: Bounds): ItemFigures {
  const { marks, totals, rests, covarianceWithRest, covarianceWithTotal } = marginsOf(counts.joint);
  const attempts = sizeOf(marks);
  const [mark, rest, total] = [momentsOf(marks), momentsOf(rests), momentsOf(totals)];
  const [markVariance, restVariance, totalVariance] = [mark, rest, total].map((each) => each && varianceOf(each));
  const maxMark = momentsOf(counts.maxMarks)?.mean ?? 0;
  const isMany = attempts > 1;
  const largest = isMany ? largestCovariance(marks, rests) : undefined;
  const largestWithTotal = isMany ? largestCovariance(marks, totals) : undefined;
  const ownBounds = atStep(bounds, counts.step);
  return {
    itemVersionId: id,
    attempts,
    answered: counts.answered,
    maxMark,
    hasDifferentWeights: counts.maxMarks.size > 1,
    facility: mark && maxMark !== 0 ? mark.mean / maxMark : undefined,
    sd: markVariance === undefined ? undefined : Math.sqrt(markVariance),
    randomGuess: counts.guesses.size > 0 ? momentsOf(counts.guesses)?.mean : undefined,
    intendedWeight: counts.weights.size > 0 ? 100 * (momentsOf(counts.weights)?.mean ?? 0) : undefined,
    effectiveWeight: undefined,
    hasNegativeCovariance: (covarianceWithTotal ?? 0) < 0,
    markVariance,
    restVariance,
    covariance: covarianceWithRest,
    largestCovariance: largest,
    covarianceWithTotal,
    discriminationIndex: correlation(covarianceWithRest, markVariance, restVariance),
    discriminativeEfficiency: share(covarianceWithRest, largest),
    wholeDiscrimination: correlation(covarianceWithTotal, markVariance, totalVariance),
    wholeEfficiency: share(covarianceWithTotal, largestWithTotal),
    upperLower: perDivision(ownBounds, (each) => upperLowerOf(counts, each, maxMark)),
    groupSizes: perDivision(ownBounds, (each) => countByGroup(totals, each)),
    time: timeOf(counts.seconds),
    ...answersOf(counts, totals, body, ownBounds),
  };
}

function correlation(
  covariance: number | undefined,
  one: number | undefined,
  other: number | undefined,
): number | undefined {
  if (covariance === undefined || !one || !other) return undefined;
  return (100 * covariance) / Math.sqrt(one * other);
}

const share = (covariance: number | undefined, largest: number | undefined): number | undefined =>
  covariance === undefined || !largest ? undefined : (100 * covariance) / largest;

/** Bounds for totals that are counted in steps. */
const atStep = (bounds: Bounds, step: number): Bounds =>
  perDivision(bounds, ({ low, high }) => ({ low: floorTo(low, step), high: floorTo(high, step) }));

function perDivision<T>(bounds: Bounds, of: (bounds: GroupBounds) => T | undefined): Partial<Record<Division, T>> {
  const found: Partial<Record<Division, T>> = {};
  for (const division of ['kelley', 'thirds'] as const) {
    const own = bounds[division];
    const value = own && of(own);
    if (value !== undefined) found[division] = value;
  }
  return found;
}

function upperLowerOf({ joint }: ItemCounts, bounds: GroupBounds, maxMark: number): number | undefined {
  const sums = { low: { n: 0, marks: 0 }, high: { n: 0, marks: 0 } };
  // why in order: sums of thirds differ in their last bit by which came first.
  for (const [mark, totals] of [...joint].toSorted(([a], [b]) => a - b)) {
    const counts = countByGroup(totals, bounds);
    for (const group of ['low', 'high'] as const) {
      sums[group].n += counts[group];
      sums[group].marks += counts[group] * mark;
    }
  }
  const { low, high } = sums;
  return low.n === 0 || high.n === 0 || maxMark === 0 ? undefined : (high.marks / high.n - low.marks / low.n) / maxMark;
}

function timeOf(seconds: Tally): TimeFigures | undefined {
  const [lowerQuartile, median, upperQuartile] = [0.25, 0.5, 0.75].map((part) => quantileOf(seconds, part));
  if (lowerQuartile === undefined || median === undefined || upperQuartile === undefined) return undefined;
  return { attempts: sizeOf(seconds), lowerQuartile, median, upperQuartile };
}

/** What was answered, by score group. */
function answersOf(
  { answers, shown }: ItemCounts,
  totals: Tally,
  body: ItemBody | undefined,
  bounds: Bounds,
): Pick<ItemFigures, 'answers' | 'otherAnswers'> {
  const hidesOwn = body !== undefined && isTyped(body.interaction);
  const all = [...answers].map(([answer, count]): AnswerFigures & { isShared: boolean } => {
    const offered = shown.get(answer) ?? totals;
    const groups = perDivision(bounds, (each) => ({
      gave: countByGroup(count.totals, each),
      offered: countByGroup(offered, each),
    }));
    return { answer, attempts: sizeOf(count.totals), offered: sizeOf(offered), groups, isShared: count.isShared };
  });
  const sorted = all.toSorted((a, b) => b.attempts - a.attempts || (a.answer < b.answer ? -1 : 1));
  const listed = hidesOwn
    ? sorted.filter(({ answer, isShared }) => isShared && answer !== OTHER_ANSWERS).slice(0, MOST_LISTED)
    : sorted;
  const sum = (rows: readonly AnswerFigures[]): number => rows.reduce((count, { attempts }) => count + attempts, 0);
  return {
    answers: listed.map(({ isShared: _, ...figures }) => figures),
    otherAnswers: hidesOwn ? sum(all) - sum(listed) : 0,
  };
}
