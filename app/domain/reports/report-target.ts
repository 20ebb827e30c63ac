import type { Instant } from '../kernel/time.ts';
import { goalOf, holdingTarget, type Progress, type Target, type TargetMeasure } from '../participation/target.ts';

/** A target as it was set for the contest as a whole. */
export type SetTarget = Pick<Target, 'id' | 'unitId' | 'spread' | 'measure' | 'value' | 'dueAt' | 'setAt'>;

/** What a unit is to reach. */
export interface ReportTarget {
  readonly measure: TargetMeasure;
  /** A rate as a fraction, or a number. */
  readonly value: number;
  readonly dueAt: Instant;
}

/** How a unit stands against its target. */
export interface TargetState extends ReportTarget {
  /** People or attempts that are wanted; undefined for a rate without a headcount. */
  readonly goal: number | undefined;
  readonly missing: number | undefined;
  readonly isReached: boolean;
}

/**
 * The target that holds for each unit, by the same rule as on screen: see holdingTarget().
 * @param targets of one contest as a whole, those that were withdrawn left out
 */
export function targetsByUnit(
  units: readonly { readonly id: string; readonly parentId: string | undefined }[],
  targets: readonly SetTarget[],
): Map<string, ReportTarget> {
  const byPlace = new Map<string, Target[]>();
  for (const target of targets) {
    const whole = { ...target, contestId: '', roundId: undefined, note: '', setById: '', withdrawnAt: undefined };
    byPlace.set(target.unitId, [...(byPlace.get(target.unitId) ?? []), whole]);
  }
  return new Map(
    units.flatMap(({ id, parentId }) => {
      const set = [id, ...(parentId === undefined ? [] : [parentId])].flatMap((each) => byPlace.get(each) ?? []);
      const holds = holdingTarget(set, { unitId: id, parentId, roundId: undefined });
      return holds ? [[id, { measure: holds.measure, value: holds.value, dueAt: holds.dueAt }] as const] : [];
    }),
  );
}

/** How figures stand against a target. A rate without a headcount cannot be reached. */
export function targetState(target: ReportTarget, progress: Progress): TargetState {
  const goal = goalOf(target, progress.headcount);
  const reached = target.measure === 'attempts' ? progress.attempts : progress.people;
  const missing = goal === undefined ? undefined : Math.max(0, goal - reached);
  return { ...target, goal, missing, isReached: missing === 0 };
}
