import type { Instant } from '#app/domain/kernel/time.ts';
import { distanceTo, goalOf, holdingTarget, type Target } from '#app/domain/participation/target.ts';
import type { UnitFigures, WholeTree } from './whole-tree.server.ts';
import type { TargetShown } from './dashboard.ts';

/** When people could begin, and now: what a pace is measured by. */
interface Clock {
  readonly opensAt: Instant;
  readonly now: Instant;
}

/** The target of each unit of a tree. */
export interface TreeTargets {
  /** The target of a unit and how far it is to it; undefined where none holds. */
  readonly of: (unitId: string, figures: UnitFigures) => TargetShown | undefined;
  readonly isEmpty: boolean;
}

/**
 * Targets that hold in a scope, looked up by unit: thousands of units ask, and none of them goes through all targets.
 * @param roundId undefined for the whole contest
 */
export function targetsOfTree(
  targets: readonly Target[],
  roundId: string | undefined,
  { tree, clock }: { tree: WholeTree['tree']; clock: Clock },
): TreeTargets {
  const byUnit = new Map<string, Target[]>();
  for (const target of targets) byUnit.set(target.unitId, [...(byUnit.get(target.unitId) ?? []), target]);
  const of = (unitId: string, figures: UnitFigures): TargetShown | undefined => {
    const parentId = tree.byId.get(unitId)?.parentId;
    const about = [...(byUnit.get(unitId) ?? []), ...(parentId === undefined ? [] : (byUnit.get(parentId) ?? []))];
    const target = holdingTarget(about, { unitId, parentId, roundId });
    return target && shownTarget(target, figures, clock);
  };
  return { of, isEmpty: byUnit.size === 0 };
}

function shownTarget(target: Target, figures: UnitFigures, clock: Clock): TargetShown {
  const { measure, value, dueAt } = target;
  const { missing, state } = distanceTo(target, figures, clock);
  const goal = measure === 'attempts' ? undefined : goalOf(target, figures.headcount);
  const rate =
    measure === 'rate' ? value : goal !== undefined && figures.headcount > 0 ? goal / figures.headcount : undefined;
  return { measure, value, dueAt, distance: missing ?? 0, state, rate };
}
