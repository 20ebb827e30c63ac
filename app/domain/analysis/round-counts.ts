import { addPair, coarsened, floorTo, mergePairs, nextStep, type JointTally } from './joint-tally.ts';
import { addTo, mergeInto, type Tally } from './tally.ts';

/** One slot of a finished attempt, as item analysis looks at it. */
export interface AnalysedSlot {
  readonly slot: number;
  readonly itemVersionId: string;
  readonly mark: number;
  readonly maxMark: number;
  readonly answered: boolean;
  /** What was answered, see answersIn(). */
  readonly answers: readonly string[];
  /** Ids of the options on the paper; left out where all of them were. */
  readonly shown?: readonly string[] | undefined;
  /** See randomGuessOf(). */
  readonly guess?: number | undefined;
  /** See answerSeconds(). */
  readonly seconds?: number | undefined;
}

/** A finished attempt. */
export interface AnalysedAttempt {
  /** Whose it is: only so that an answer which one person alone gave is known as such. */
  readonly person: string;
  readonly slots: readonly AnalysedSlot[];
}

/** How often an answer was given, by the total of those who gave it. */
export interface AnswerCount {
  readonly totals: Tally;
  readonly person: string;
  /** Whether more than one person gave it. */
  readonly isShared: boolean;
}

/** What is counted of one question. */
export interface ItemCounts {
  /** Mark and total of every attempt that had it. */
  joint: JointTally;
  /** Totals are counted in these steps; 0: as they are. */
  step: number;
  answered: number;
  readonly maxMarks: Tally;
  /** Its full mark as a share of the full mark of the paper. */
  readonly weights: Tally;
  readonly guesses: Tally;
  readonly seconds: Tally;
  readonly answers: Map<string, AnswerCount>;
  /** Attempts that were offered an option, by total; empty where all options were on every paper. */
  readonly shown: Map<string, Tally>;
}

/** What is counted of the attempts of a round: tallies only, as large for a million attempts as for ten thousand. */
export interface RoundCounts {
  attempts: number;
  readonly totals: Tally;
  readonly maxTotals: Tally;
  readonly slots: Map<number, Tally>;
  readonly items: Map<string, ItemCounts>;
}

/** Stands for the typed answers of a question beyond the first few thousand different ones. */
export const OTHER_ANSWERS = '\u0000';
const MOST_ANSWERS = 2_000;

export const noCounts = (): RoundCounts => ({
  attempts: 0,
  totals: new Map(),
  maxTotals: new Map(),
  slots: new Map(),
  items: new Map(),
});

const noItemCounts = (): ItemCounts => ({
  joint: new Map(),
  step: 0,
  answered: 0,
  maxMarks: new Map(),
  weights: new Map(),
  guesses: new Map(),
  seconds: new Map(),
  answers: new Map(),
  shown: new Map(),
});

// why: sums of thirds differ in their last bit by the order of the slots.
const tidy = (value: number): number => Math.round(value * 1e10) / 1e10;

/** Counts one attempt. Its total is the sum of the marks of its slots (Moodle: sumgrades). */
export function countAttempt(counts: RoundCounts, { person, slots }: AnalysedAttempt): void {
  const total = tidy(slots.reduce((sum, { mark }) => sum + mark, 0));
  const maxTotal = tidy(slots.reduce((sum, { maxMark }) => sum + maxMark, 0));
  counts.attempts += 1;
  addTo(counts.totals, total);
  addTo(counts.maxTotals, maxTotal);
  for (const slot of slots) {
    addTo(
      entryOf(counts.slots, slot.slot, () => new Map<number, number>()),
      slot.mark,
    );
    countSlot(entryOf(counts.items, slot.itemVersionId, noItemCounts), slot, { person, total, maxTotal });
  }
}

function countSlot(
  item: ItemCounts,
  { mark, maxMark, answered, answers, shown, guess, seconds }: AnalysedSlot,
  { person, total: exact, maxTotal }: { person: string; total: number; maxTotal: number },
): void {
  const total = floorTo(exact, item.step);
  addPair(item.joint, mark, total);
  addTo(item.maxMarks, maxMark);
  if (maxTotal > 0) addTo(item.weights, maxMark / maxTotal);
  if (guess !== undefined) addTo(item.guesses, guess);
  if (seconds !== undefined) addTo(item.seconds, seconds);
  if (answered) item.answered += 1;
  for (const answer of answers) addTo(answerOf(item.answers, answer, { person, isShared: false }).totals, total);
  for (const option of shown ?? [])
    addTo(
      entryOf(item.shown, option, () => new Map<number, number>()),
      total,
    );
  keepSmall(item);
}

/** The count of an answer, with one person more who gave it. */
function answerOf(
  answers: Map<string, AnswerCount>,
  answer: string,
  { person, isShared }: Pick<AnswerCount, 'person' | 'isShared'>,
): AnswerCount {
  const name = answers.has(answer) || answers.size < MOST_ANSWERS ? answer : OTHER_ANSWERS;
  const known = answers.get(name);
  if (known && (known.isShared || (!isShared && person === known.person))) return known;
  const count: AnswerCount = known ? { ...known, isShared: true } : { totals: new Map(), person, isShared };
  answers.set(name, count);
  return count;
}

/** Counts in coarser steps once the tally of a question has grown too fine. */
function keepSmall(item: ItemCounts): void {
  for (let step = nextStep(item.joint, item.step); step !== undefined; step = nextStep(item.joint, item.step)) {
    coarsen(item, step);
  }
}

function coarsen(item: ItemCounts, step: number): void {
  item.step = step;
  item.joint = coarsened(item.joint, step);
  for (const [answer, count] of item.answers)
    item.answers.set(answer, { ...count, totals: floored(count.totals, step) });
  for (const [option, totals] of item.shown) item.shown.set(option, floored(totals, step));
}

function floored(totals: Tally, step: number): Tally {
  const coarse: Tally = new Map();
  for (const [total, count] of totals) addTo(coarse, floorTo(total, step), count);
  return coarse;
}

/** Adds what was counted of other attempts; how attempts were divided makes no difference. */
export function mergeCounts(counts: RoundCounts, other: RoundCounts): void {
  counts.attempts += other.attempts;
  mergeInto(counts.totals, other.totals);
  mergeInto(counts.maxTotals, other.maxTotals);
  for (const [slot, marks] of other.slots) {
    mergeInto(
      entryOf(counts.slots, slot, () => new Map<number, number>()),
      marks,
    );
  }
  for (const [id, item] of other.items) mergeItem(entryOf(counts.items, id, noItemCounts), item);
}

function mergeItem(item: ItemCounts, other: ItemCounts): void {
  const step = Math.max(item.step, other.step);
  if (item.step < step) coarsen(item, step);
  mergePairs(item.joint, coarsened(other.joint, step));
  item.answered += other.answered;
  mergeInto(item.maxMarks, other.maxMarks);
  mergeInto(item.weights, other.weights);
  mergeInto(item.guesses, other.guesses);
  mergeInto(item.seconds, other.seconds);
  for (const [answer, count] of other.answers) {
    mergeInto(answerOf(item.answers, answer, count).totals, floored(count.totals, step));
  }
  for (const [option, totals] of other.shown) {
    mergeInto(
      entryOf(item.shown, option, () => new Map<number, number>()),
      floored(totals, step),
    );
  }
  keepSmall(item);
}

function entryOf<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) map.set(key, (value = make()));
  return value;
}
