import type { Instant } from '../kernel/time.ts';

export type TargetMeasure = 'rate' | 'people' | 'attempts';

/** A target as it was set: for the unit itself, or for each unit directly below it. */
export interface SetTarget {
  readonly unitId: string;
  readonly spread: 'unit' | 'below';
  readonly measure: TargetMeasure;
  /** A rate as a fraction, or a number. */
  readonly value: number;
  readonly dueAt: Instant;
  readonly setAt: Instant;
}

/** What a unit is to reach. */
export interface ReportTarget {
  readonly measure: TargetMeasure;
  readonly value: number;
  readonly dueAt: Instant;
}

/** What a unit has to be measured by. */
interface Measured {
  readonly headcount: number;
  readonly people: number;
  readonly attempts: number;
}

/** How a unit stands against its target. */
export interface TargetState extends ReportTarget {
  /** People or attempts that are wanted; undefined for a rate without a headcount. */
  readonly goal: number | undefined;
  readonly missing: number | undefined;
  readonly isReached: boolean;
}

/**
 * The target of each unit: of those that name it and those that its parent has for each unit below, the one that was set last.
 * @param targets of one contest as a whole, those that were withdrawn left out
 */
export function targetsByUnit(
  units: readonly { readonly id: string; readonly parentId: string | undefined }[],
  targets: readonly SetTarget[],
): Map<string, ReportTarget> {
  const newest = new Map<string, SetTarget>();
  for (const target of targets) {
    const key = `${target.spread} ${target.unitId}`;
    const known = newest.get(key);
    if (!known || target.setAt >= known.setAt) newest.set(key, target);
  }
  return new Map(
    units.flatMap(({ id, parentId }) => {
      const [own, below] = [
        newest.get(`unit ${id}`),
        parentId === undefined ? undefined : newest.get(`below ${parentId}`),
      ];
      const last = own && below ? (below.setAt > own.setAt ? below : own) : (own ?? below);
      return last ? [[id, { measure: last.measure, value: last.value, dueAt: last.dueAt }] as const] : [];
    }),
  );
}

/** How figures stand against a target. A rate without a headcount cannot be reached. */
export function targetState(target: ReportTarget, { headcount, people, attempts }: Measured): TargetState {
  const { measure, value } = target;
  // why less a trifle: 0.7 of 10 is 7.000000000000001 for a machine.
  const goal = measure === 'rate' ? (headcount > 0 ? Math.ceil(headcount * value - 1e-9) : undefined) : value;
  const reached = measure === 'attempts' ? attempts : people;
  const missing = goal === undefined ? undefined : Math.max(0, goal - reached);
  return { ...target, goal, missing, isReached: missing === 0 };
}
