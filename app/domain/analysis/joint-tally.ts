import { momentsOf, sumOf } from './moments.ts';
import { addTo, mergeInto, type Tally } from './tally.ts';

/** How often each mark of a question came with each total of a paper: mark → total → attempts. */
export type JointTally = Map<number, Tally>;

export function addPair(joint: JointTally, mark: number, total: number, count = 1): void {
  let totals = joint.get(mark);
  if (!totals) joint.set(mark, (totals = new Map()));
  addTo(totals, total, count);
}

export function mergePairs(joint: JointTally, other: ReadonlyMap<number, ReadonlyMap<number, number>>): void {
  for (const [mark, totals] of other) {
    const own = joint.get(mark);
    if (own) mergeInto(own, totals);
    else joint.set(mark, new Map(totals));
  }
}

/** How many pairs a tally holds: what it costs in memory. */
export const pairsIn = (joint: JointTally): number => {
  let pairs = 0;
  for (const totals of joint.values()) pairs += totals.size;
  return pairs;
};

/** Marks, totals, and what was earned beside the question, each counted on its own, with the covariances between them. */
export interface Margins {
  readonly marks: Tally;
  readonly totals: Tally;
  /** Total less the mark of the question itself. */
  readonly rests: Tally;
  /** With n − 1; undefined for fewer than two attempts. */
  readonly covarianceWithRest: number | undefined;
  readonly covarianceWithTotal: number | undefined;
}

// why: 12.3 − 0.3 and 12 are the same rest; without this, the one and the other would be told apart by their last bit.
const tidy = (value: number): number => Math.round(value * 1e10) / 1e10;

export function marginsOf(joint: JointTally): Margins {
  const [marks, totals, rests]: [Tally, Tally, Tally] = [new Map(), new Map(), new Map()];
  const pairs = [...joint]
    .flatMap(([mark, ofMark]) =>
      [...ofMark].map(([total, count]) => ({ mark, total, rest: tidy(total - mark), count })),
    )
    .toSorted((a, b) => a.mark - b.mark || a.total - b.total);
  for (const { mark, total, rest, count } of pairs) {
    addTo(marks, mark, count);
    addTo(totals, total, count);
    addTo(rests, rest, count);
  }
  const [ofMarks, ofTotals, ofRests] = [momentsOf(marks), momentsOf(totals), momentsOf(rests)];
  if (!ofMarks || !ofTotals || !ofRests || ofMarks.n < 2) {
    return { marks, totals, rests, covarianceWithRest: undefined, covarianceWithTotal: undefined };
  }
  const covariance = (other: (pair: (typeof pairs)[number]) => number, mean: number): number =>
    sumOf(pairs.map((pair) => pair.count * (pair.mark - ofMarks.mean) * (other(pair) - mean))) / (ofMarks.n - 1);
  // why: a question on which all earn the same goes with nothing, not with rounding errors.
  const isFlat = marks.size === 1;
  return {
    marks,
    totals,
    rests,
    covarianceWithRest: isFlat ? 0 : covariance(({ rest }) => rest, ofRests.mean),
    covarianceWithTotal: isFlat ? 0 : covariance(({ total }) => total, ofTotals.mean),
  };
}

/** More pairs than this are counted by coarser totals: steps of 0.001, then 0.01 and so on, so that memory stays bounded. */
const MOST_PAIRS = 20_000;
/** A question that has more different marks than this has them counted in the same steps. */
const MOST_MARKS = 500;
const COARSEST = 1_000;

/** Totals of a tally that has grown too fine, rounded down to a step; the same whatever the order in which they came. */
export function coarsened(joint: ReadonlyMap<number, Tally>, step: number): JointTally {
  const coarse: JointTally = new Map();
  const hasManyMarks = joint.size > MOST_MARKS;
  for (const [mark, totals] of joint) {
    const own = hasManyMarks ? floorTo(mark, step) : mark;
    for (const [total, count] of totals) addPair(coarse, own, floorTo(total, step), count);
  }
  return coarse;
}

/** A value rounded down to a step; a hair below a whole number of steps counts as that number. */
export const floorTo = (value: number, step: number): number =>
  step === 0 ? value : tidy(Math.floor(value / step + 1e-6) * step);

/** The step that a tally needs next, or undefined while it is small enough. */
export function nextStep(joint: JointTally, step: number): number | undefined {
  if (step >= COARSEST || pairsIn(joint) <= MOST_PAIRS) return undefined;
  return step === 0 ? 0.001 : step * 10;
}
