import { seededRandom } from '../kernel/random.ts';
import { itemCount, type Blueprint, type Quota, type RoundKind } from './contest.ts';
import { drawForm, matchesQuota, poolFor, type PoolItem } from './draw-form.ts';
import { lineShortfalls } from './line-shortfalls.ts';

/** How much the papers of two contestants have in common. */
export interface PaperOverlap {
  /** exact: by formula; simulated: from papers drawn with known seeds, because lines of the blueprint share some items. */
  readonly method: 'exact' | 'simulated';
  /** Papers that were drawn; 0 where none had to be. */
  readonly papers: number;
  /** Items of a paper. */
  readonly size: number;
  /** Expected number of items that two papers share. */
  readonly mean: number;
  /** Chance that two papers share exactly 0, 1, 2, … items. */
  readonly chances: readonly number[];
  /** Chance of each item to stand on a paper, by item version id; items that no line asks for are left out. */
  readonly exposure: ReadonlyMap<string, number>;
}

interface Line {
  readonly count: number;
  readonly items: readonly PoolItem[];
}

/**
 * How much two papers of a blueprint share. Where no two lines share some but not all of their items, each line draws k of its N
 * items with equal chances, and the shared number is hypergeometric: the expectation is the sum of k²/N, chances are the
 * convolution of the lines (W. Feller, An Introduction to Probability Theory, vol. 1, II.6). Otherwise papers are drawn as for
 * contestants, with seeds that are always the same, and every pair of them is compared.
 * @param draws how many papers to draw at most where it is simulated
 * @returns undefined where the bank cannot fill the blueprint
 */
export function paperOverlap(
  blueprint: Blueprint,
  pool: readonly PoolItem[],
  kind: RoundKind,
  draws = 300,
): PaperOverlap | undefined {
  if (lineShortfalls(blueprint, pool, kind).length > 0) return undefined;
  const lines = separateLines(blueprint, poolFor(pool, kind));
  return lines ? exactOverlap(lines, itemCount(blueprint)) : simulatedOverlap(blueprint, pool, kind, draws);
}

/** Lines with the same items are one line; undefined where two lines share some of theirs only. */
function separateLines(blueprint: Blueprint, items: readonly PoolItem[]): Line[] | undefined {
  const lines = new Map<string, Line>();
  for (const quota of blueprint.sections.flatMap(({ quotas }) => quotas)) {
    const own = items.filter((item) => matchesQuota(item, quota));
    const key = own.map(({ itemVersionId }) => itemVersionId).join(' ');
    lines.set(key, { items: own, count: (lines.get(key)?.count ?? 0) + quota.count });
  }
  const all = [...lines.values()].filter(({ count }) => count > 0);
  const union = new Set(all.flatMap((line) => line.items));
  return union.size === all.reduce((sum, line) => sum + line.items.length, 0) ? all : undefined;
}

function exactOverlap(lines: readonly Line[], size: number): PaperOverlap {
  const exposure = new Map<string, number>();
  let chances = [1];
  let mean = 0;
  for (const { items, count } of lines) {
    for (const { itemVersionId } of items) exposure.set(itemVersionId, count / items.length);
    mean += count ** 2 / items.length;
    chances = convolve(chances, hypergeometric(items.length, count));
  }
  return { method: 'exact', papers: 0, size, mean, chances, exposure };
}

/** Chances that two choices of `count` of `whole` share 0, 1, …, count. */
function hypergeometric(whole: number, count: number): number[] {
  return Array.from({ length: count + 1 }, (_, shared) =>
    Math.exp(logChoose(count, shared) + logChoose(whole - count, count - shared) - logChoose(whole, count)),
  );
}

/** Logarithm of the number of ways to choose; minus infinity where there is none. */
function logChoose(whole: number, part: number): number {
  if (part < 0 || part > whole) return -Infinity;
  let sum = 0;
  for (let each = 1; each <= part; each += 1) sum += Math.log(whole - part + each) - Math.log(each);
  return sum;
}

function convolve(a: readonly number[], b: readonly number[]): number[] {
  const both = Array.from({ length: a.length + b.length - 1 }, () => 0);
  for (const [i, ofA] of a.entries()) for (const [j, ofB] of b.entries()) both[i + j] = (both[i + j] ?? 0) + ofA * ofB;
  return both;
}

function simulatedOverlap(
  blueprint: Blueprint,
  pool: readonly PoolItem[],
  kind: RoundKind,
  draws: number,
): PaperOverlap | undefined {
  const quotas = blueprint.sections.flatMap((section) => section.quotas);
  const asked = pool.filter((item) => quotas.some((quota) => matchesQuota(item, quota)));
  const numbers = seededRandom('papers of two contestants');
  const papers: Set<string>[] = [];
  for (let draw = 0; draw < draws; draw += 1) {
    const form = drawForm(blueprint, asked, `${draw} ${numbers()}`, kind);
    if (!form.ok) return undefined;
    papers.push(new Set(form.value.slots.map(({ itemVersionId }) => itemVersionId)));
  }
  const size = itemCount(blueprint);
  const pairsSharing = Array.from({ length: size + 1 }, () => 0);
  for (const [index, paper] of papers.entries()) {
    for (const other of papers.slice(index + 1)) {
      let shared = 0;
      for (const id of paper) if (other.has(id)) shared += 1;
      pairsSharing[shared] = (pairsSharing[shared] ?? 0) + 1;
    }
  }
  const pairs = (draws * (draws - 1)) / 2;
  const chances = pairsSharing.map((count) => count / pairs);
  const exposure = new Map(poolFor(asked, kind).map(({ itemVersionId }) => [itemVersionId, 0]));
  for (const paper of papers) for (const id of paper) exposure.set(id, (exposure.get(id) ?? 0) + 1 / draws);
  const mean = chances.reduce((sum, chance, shared) => sum + chance * shared, 0);
  return { method: 'simulated', papers: draws, size, mean, chances, exposure };
}

/** Chance that two papers share at least so many items. */
export const chanceOfSharing = ({ chances }: PaperOverlap, least: number): number =>
  Math.min(
    1,
    chances.slice(least).reduce((sum, chance) => sum + chance, 0),
  );

/** A line that has too few items for papers to differ enough. Places count from 0. */
export interface LineWant {
  readonly section: number;
  readonly line: number;
  readonly quota: Quota;
  /** Items of this kind that should be added. */
  readonly more: number;
}

/**
 * What the bank lacks so that two papers are expected to share at most that part of their items: a line of k needs k / share
 * items of its own, as k²/N ≤ k × share. Lines that share items are judged together, by matching.
 * @param share 0 < share ≤ 1; 1 asks only for papers that can be drawn at all
 */
export function wantedItems(
  blueprint: Blueprint,
  pool: readonly PoolItem[],
  kind: RoundKind,
  share: number,
): LineWant[] {
  const enlarged: Blueprint = {
    sections: blueprint.sections.map((section) => ({
      ...section,
      // why less a hair: 6 / 0.2 must be 30, not 31.
      quotas: section.quotas.map((quota) => ({ ...quota, count: Math.ceil(quota.count / share - 1e-9) })),
    })),
  };
  return lineShortfalls(enlarged, pool, kind).map(({ section, line, quota, left }) => ({
    section,
    line,
    quota: blueprint.sections[section]?.quotas[line] ?? quota,
    more: quota.count - left,
  }));
}
