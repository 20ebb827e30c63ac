import type { Instant } from '#app/domain/kernel/time.ts';
import { distanceTo, goalOf, type Target } from '#app/domain/participation/target.ts';
import type { ParticipationFigures } from '#app/domain/results/participation-rate.ts';
import type { TargetShown } from './dashboard.ts';

/** When people could begin, and now: what a pace is measured by. */
interface Clock {
  readonly opensAt: Instant;
  readonly now: Instant;
}

/** The target of each unit of a tree. */
export interface TreeTargets {
  /** The target of a unit and how far it is to it; undefined where none holds. */
  readonly of: (unitId: string, figures: ParticipationFigures) => TargetShown | undefined;
  readonly isEmpty: boolean;
}

/** @param holding the targets that hold, by unit */
export const targetsOfTree = (holding: ReadonlyMap<string, Target>, clock: Clock): TreeTargets => ({
  of: (unitId, figures) => {
    const target = holding.get(unitId);
    return target && shownTarget(target, figures, clock);
  },
  isEmpty: holding.size === 0,
});

function shownTarget(target: Target, figures: ParticipationFigures, clock: Clock): TargetShown {
  const { measure, value, dueAt } = target;
  const { missing, state } = distanceTo(target, figures, clock);
  const goal = measure === 'attempts' ? undefined : goalOf(target, figures.headcount);
  const rate =
    measure === 'rate' ? value : goal !== undefined && figures.headcount > 0 ? goal / figures.headcount : undefined;
  return { measure, value, dueAt, distance: missing ?? 0, state, rate };
}
