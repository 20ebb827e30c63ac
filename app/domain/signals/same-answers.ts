import { chancesOfRight } from './ability.ts';
import { UNKNOWN_ITEM, type ItemStats } from './item-stats.ts';
import { distributionOfSum, tailOf } from './probability.ts';
import type { Answered, Sitting } from './sitting.ts';
import { THRESHOLDS } from './thresholds.ts';

const LIMITS = THRESHOLDS.sameAnswers;

/** How alike two attempts are. */
export interface Likeness {
  /** Questions that both had and answered. */
  readonly common: number;
  readonly sameRight: number;
  /** Equal wrong answers. */
  readonly sameWrong: number;
  /** That two people who know nothing of one another, as able as these two, agree as much by chance. */
  readonly chance: number;
}

/** Two attempts that are more alike than chance allows, by id. */
export interface Pair {
  readonly one: string;
  readonly other: string;
  readonly likeness: Likeness;
}

/**
 * How alike two attempts are, and how likely that is by chance. Both papers are drawn, so only questions that both had are
 * compared, by ids of the options. For each question the chance of agreeing follows from how able the two are (as many right
 * answers as they had) and from how often each wrong answer was given in the round; equal answers are summed up with equal
 * wrong ones weighing thrice, and the distribution of that sum is computed exactly. This is the generalised binomial test
 * (van der Linden and Sotaridona 2006, Journal of Educational and Behavioral Statistics 31 (3), 283–304) on both kinds of
 * agreement (Maynes 2014, in Kingston and Clark, Test Fraud) with Wesolowsky's model of who answers what.
 */
export const likenessOf = (one: Sitting, other: Sitting, stats: ReadonlyMap<string, ItemStats>): Likeness => {
  const found = compare(new Known(one, stats), new Known(other, stats), stats);
  const chance = found.trials.length === 0 ? 1 : tailOf(distributionOfSum(found.trials), found.weight);
  return { common: found.trials.length, sameRight: found.sameRight, sameWrong: found.sameWrong, chance };
};

/** An attempt with what is worked out once, as it is compared with many. */
class Known {
  readonly sitting: Sitting;
  readonly #stats: ReadonlyMap<string, ItemStats>;
  #answers: Map<string, Answered & { readonly chance: number }> | undefined;

  constructor(sitting: Sitting, stats: ReadonlyMap<string, ItemStats>) {
    this.sitting = sitting;
    this.#stats = stats;
  }

  /** What was answered, by question, with the chance of the person to be right. */
  get answers(): ReadonlyMap<string, Answered & { readonly chance: number }> {
    if (this.#answers) return this.#answers;
    const { answers } = this.sitting;
    const shares = answers.map(({ itemVersionId }) => (this.#stats.get(itemVersionId) ?? UNKNOWN_ITEM).rightShare);
    const chances = chancesOfRight(shares, answers.filter(({ isRight }) => isRight).length);
    this.#answers = new Map(
      answers.flatMap((each, index) =>
        each.answer === undefined ? [] : [[each.itemVersionId, { ...each, chance: chances[index] ?? 0.5 }]],
      ),
    );
    return this.#answers;
  }
}

type Trial = readonly (readonly [value: number, chance: number])[];

/** What two attempts have in common, and what chance makes of each question that both answered. */
function compare(
  one: Known,
  other: Known,
  stats: ReadonlyMap<string, ItemStats>,
): { sameRight: number; sameWrong: number; weight: number; trials: Trial[] } {
  const trials: Trial[] = [];
  let [sameRight, sameWrong] = [0, 0];
  for (const [id, mine] of one.answers) {
    const theirs = other.answers.get(id);
    if (!theirs) continue;
    if (mine.isRight && theirs.isRight) sameRight += 1;
    else if (!mine.isRight && !theirs.isRight && mine.answer === theirs.answer) sameWrong += 1;
    const agreeing = (stats.get(id) ?? UNKNOWN_ITEM).sameWrong;
    trials.push([
      [1, mine.chance * theirs.chance],
      [LIMITS.wrongWeight, (1 - mine.chance) * (1 - theirs.chance) * agreeing],
    ]);
  }
  return { sameRight, sameWrong, weight: sameRight + LIMITS.wrongWeight * sameWrong, trials };
}

/** How many standard deviations a sum lies above what is expected: quickly known, and enough to pass most pairs by. */
function deviation(weight: number, trials: readonly Trial[]): number {
  let [mean, variance] = [0, 0];
  for (const trial of trials) {
    let [first, second] = [0, 0];
    for (const [value, chance] of trial) {
      first += value * chance;
      second += value * value * chance;
    }
    mean += first;
    variance += second - first * first;
  }
  return (weight - mean) / Math.sqrt(Math.max(variance, 1e-9));
}

interface Held {
  readonly known: Known;
  readonly wrong: readonly string[];
}

/**
 * Looks for attempts of a unit that are too alike. Attempts of one unit must come in order of their end, and units one after
 * the other: only those that ended within an hour are held, and of those at most so many.
 */
export class SameAnswersFinder {
  readonly #stats: ReadonlyMap<string, ItemStats>;
  #held: Held[] = [];
  #pairs: Pair[] = [];
  #compared = 0;

  constructor(stats: ReadonlyMap<string, ItemStats>) {
    this.#stats = stats;
  }

  add(sitting: Sitting): void {
    const oldest = sitting.finishedAt - LIMITS.within;
    this.#held = this.#held
      .filter(({ known: { sitting: held } }) => held.unitId === sitting.unitId && held.finishedAt >= oldest)
      .slice(-LIMITS.neighbours);
    const known = new Known(sitting, this.#stats);
    const wrong = sitting.answers.flatMap(({ itemVersionId, answer, isRight }) =>
      answer === undefined || isRight ? [] : [`${itemVersionId} ${answer}`],
    );
    const own = new Set(wrong);
    for (const held of this.#held) {
      // why all of them: whoever was not worth a closer look was looked at all the same.
      this.#compared += 1;
      if (held.known.sitting.accountId === sitting.accountId) continue;
      let same = 0;
      for (const each of held.wrong) if (own.has(each)) same += 1;
      if (same >= LIMITS.leastSameWrong) this.#compare(held.known, known);
    }
    this.#held.push({ known, wrong });
  }

  #compare(one: Known, other: Known): void {
    const { sameRight, sameWrong, weight, trials } = compare(one, other, this.#stats);
    if (trials.length < LIMITS.leastCommon || deviation(weight, trials) < LIMITS.leastDeviation) return;
    const chance = tailOf(distributionOfSum(trials), weight);
    if (chance > LIMITS.mostChance) return;
    const likeness = { common: trials.length, sameRight, sameWrong, chance };
    this.#pairs.push({ one: one.sitting.attemptId, other: other.sitting.attemptId, likeness });
  }

  /** Pairs that were looked at. */
  get compared(): number {
    return this.#compared;
  }

  /** How unlikely a pair must be to be told; 0 where none is. */
  get limit(): number {
    const sorted = this.#pairs.map(({ likeness }) => likeness.chance).toSorted((a, b) => a - b);
    const allowed = (rank: number): number =>
      Math.min(LIMITS.mostChance, (LIMITS.falseShare * rank) / Math.max(1, this.#compared));
    const last = sorted.findLastIndex((chance, index) => chance <= allowed(index + 1));
    return last < 0 ? 0 : allowed(last + 1);
  }

  /** Pairs that stay too unlikely when all pairs that were looked at are taken into account. */
  pairs(): Pair[] {
    const { limit } = this;
    return this.#pairs.filter(({ likeness }) => likeness.chance <= limit);
  }
}

/** Attempts that hang together by pairs, and those pairs. */
export interface Cluster {
  readonly attemptIds: readonly string[];
  readonly pairs: readonly Pair[];
}

/** Joins pairs that share an attempt: a leaked list of answers is one thing, however many used it. Largest first. */
export function clustersOf(pairs: readonly Pair[]): Cluster[] {
  const parents = new Map<string, string>();
  const rootOf = (id: string): string => {
    let root = id;
    for (let up = parents.get(root); up !== undefined && up !== root; up = parents.get(root)) root = up;
    parents.set(id, root);
    return root;
  };
  for (const { one, other } of pairs) parents.set(rootOf(one), rootOf(other));
  const clusters = new Map<string, { ids: Set<string>; pairs: Pair[] }>();
  for (const pair of pairs) {
    const root = rootOf(pair.one);
    const cluster = clusters.get(root) ?? { ids: new Set(), pairs: [] };
    clusters.set(root, cluster);
    cluster.ids.add(pair.one).add(pair.other);
    cluster.pairs.push(pair);
  }
  return [...clusters.values()]
    .map((cluster) => ({ attemptIds: [...cluster.ids].toSorted(), pairs: cluster.pairs }))
    .toSorted(
      (a, b) =>
        b.attemptIds.length - a.attemptIds.length || (a.attemptIds[0] ?? '').localeCompare(b.attemptIds[0] ?? ''),
    );
}
