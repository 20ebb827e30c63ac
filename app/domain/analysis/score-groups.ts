import { inOrder, sizeOf } from './tally.ts';

export const SCORE_GROUPS = ['low', 'middle', 'high'] as const;
export type ScoreGroup = (typeof SCORE_GROUPS)[number];

/** How people are divided by their total: the outer 27 % (Kelley 1939), or three thirds. */
export const DIVISIONS = ['kelley', 'thirds'] as const;
export type Division = (typeof DIVISIONS)[number];

const OUTER: Readonly<Record<Division, number>> = { kelley: 0.27, thirds: 1 / 3 };

/** Low is every total up to `low`, high every total from `high` on; undefined where the totals do not part. */
export interface GroupBounds {
  readonly low: number;
  readonly high: number;
}

/**
 * Divides totals into low, middle and high. People with the same total are never parted: the bound is the total that brings the
 * group nearest to its share, the smaller group where two are as near.
 */
export function groupBounds(totals: ReadonlyMap<number, number>, division: Division): GroupBounds | undefined {
  const entries = inOrder(totals);
  const wanted = sizeOf(totals) * OUTER[division];
  const low = nearest(entries, wanted);
  const high = nearest(entries.toReversed(), wanted);
  return low === undefined || high === undefined || low >= high ? undefined : { low, high };
}

/** The value up to which the count, taken from the beginning, comes nearest to what is wanted. */
function nearest(entries: readonly (readonly [number, number])[], wanted: number): number | undefined {
  let best: number | undefined;
  let distance = Infinity;
  let passed = 0;
  for (const [value, count] of entries) {
    passed += count;
    if (Math.abs(passed - wanted) < distance) [best, distance] = [value, Math.abs(passed - wanted)];
  }
  return best;
}

export const groupOf = (total: number, { low, high }: GroupBounds): ScoreGroup =>
  total <= low ? 'low' : total >= high ? 'high' : 'middle';

/** Attempts of each group. */
export type ByGroup = Readonly<Record<ScoreGroup, number>>;

export function countByGroup(totals: ReadonlyMap<number, number>, bounds: GroupBounds): ByGroup {
  const counts = { low: 0, middle: 0, high: 0 };
  for (const [total, count] of totals) counts[groupOf(total, bounds)] += count;
  return counts;
}

/** Something for each division; left out where the totals do not part. */
export type ByDivision<T> = { readonly [D in Division]?: T | undefined };
