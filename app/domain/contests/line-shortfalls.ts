import type { Blueprint, Quota, RoundKind } from './contest.ts';
import { matchesQuota, poolFor, takeOne, type PoolItem, type Taken } from './draw-form.ts';

/** A line of a blueprint that no paper can fill beside the lines above it. Places count from 0. */
export interface LineShortfall {
  readonly section: number;
  readonly line: number;
  readonly quota: Quota;
  /** Items of the pool that the line asks for. */
  readonly has: number;
  /** How many of them it can have at best, when the lines above have theirs. */
  readonly left: number;
}

/**
 * The lines that cannot be filled, however the items of the lines above are chosen. Empty exactly when every seed gives a
 * paper: drawForm() finds a choice wherever there is one.
 */
export function lineShortfalls(blueprint: Blueprint, pool: readonly PoolItem[], kind: RoundKind): LineShortfall[] {
  const items = poolFor(pool, kind);
  const quotas = blueprint.sections.flatMap((each) => each.quotas);
  const taken: Taken = new Map();
  let index = -1;
  return blueprint.sections.flatMap((each, section) =>
    each.quotas.flatMap((quota, line): LineShortfall[] => {
      index += 1;
      let left = 0;
      while (left < quota.count && takeOne(taken, quotas, index, items)) left += 1;
      if (left === quota.count) return [];
      const has = items.filter((item) => matchesQuota(item, quota)).length;
      return [{ section, line, quota, has, left }];
    }),
  );
}
