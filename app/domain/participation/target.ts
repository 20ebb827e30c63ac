import { roundMark } from '../kernel/numbers.ts';
import type { Instant } from '../kernel/time.ts';

/** What a target counts: the share of the headcount, people who took part, or attempts. */
export const TARGET_MEASURES = ['rate', 'people', 'attempts'] as const;
export type TargetMeasure = (typeof TARGET_MEASURES)[number];

/** For whom a target is: the unit that it was set at, or each unit directly below that one. */
export const TARGET_SPREADS = ['unit', 'below'] as const;
export type TargetSpread = (typeof TARGET_SPREADS)[number];

/** A target as somebody set it. */
export interface Target {
  readonly id: string;
  readonly contestId: string;
  /** Undefined for the whole contest. */
  readonly roundId: string | undefined;
  readonly unitId: string;
  readonly spread: TargetSpread;
  readonly measure: TargetMeasure;
  /** A fraction 0..1 for a rate, else a whole number. */
  readonly value: number;
  readonly dueAt: Instant;
  readonly note: string;
  readonly setById: string;
  readonly setAt: Instant;
  readonly withdrawnAt: Instant | undefined;
}

/** What a target is asked for. */
export interface TargetPlace {
  readonly unitId: string;
  readonly parentId: string | undefined;
  /** Undefined for the whole contest. */
  readonly roundId: string | undefined;
}

const newest = (targets: readonly Target[]): Target | undefined =>
  targets.reduce<Target | undefined>(
    // why ids too: two that were set in one millisecond must have one order everywhere.
    (best, each) =>
      best && (best.setAt > each.setAt || (best.setAt === each.setAt && best.id > each.id)) ? best : each,
    undefined,
  );

/**
 * The target that holds for a unit: the newest that was set for it by name, else the newest that its parent set for each unit
 * directly below. What was withdrawn does not hold, and the one before it does again.
 * @param targets of one contest; those of other units and rounds are passed over
 */
export function holdingTarget(
  targets: readonly Target[],
  { unitId, parentId, roundId }: TargetPlace,
): Target | undefined {
  const standing = targets.filter((each) => each.withdrawnAt === undefined && each.roundId === roundId);
  return (
    newest(standing.filter((each) => each.spread === 'unit' && each.unitId === unitId)) ??
    (parentId === undefined
      ? undefined
      : newest(standing.filter((each) => each.spread === 'below' && each.unitId === parentId)))
  );
}

/** What a unit has reached so far. */
export interface Progress {
  readonly headcount: number;
  readonly people: number;
  readonly attempts: number;
}

/**
 * reached: nothing is missing. onTrack, behind: before the due instant, against the straight line from the opening to it.
 * missed: the due instant has passed. noHeadcount: a rate without a headcount cannot be counted out.
 */
export type TargetState = 'reached' | 'onTrack' | 'behind' | 'missed' | 'noHeadcount';

/** How far a unit is from its target, in people, or in attempts where the target counts those. */
export interface Distance {
  /** How many it takes; undefined without a headcount. */
  readonly goal: number | undefined;
  readonly done: number;
  /** How many are missing; undefined without a headcount. */
  readonly missing: number | undefined;
  /** How many there would be by now at an even pace; undefined without a headcount. */
  readonly expected: number | undefined;
  readonly state: TargetState;
}

type Measured = Pick<Target, 'measure' | 'value' | 'dueAt'>;

/** How many it takes to reach a target; undefined for a rate without a headcount. */
export function goalOf({ measure, value }: Measured, headcount: number): number | undefined {
  if (measure !== 'rate') return value;
  // why rounded first: 7 % of 100 is 7.000000000000001 in binary fractions, and that is not 8 people.
  return headcount > 0 ? Math.ceil(roundMark(value * headcount)) : undefined;
}

/** How much of a goal an even pace from the opening to the due instant has reached by now: 0..1. */
export function paceShare({ opensAt, dueAt, now }: { opensAt: Instant; dueAt: Instant; now: Instant }): number {
  if (now >= dueAt) return 1;
  return now <= opensAt ? 0 : (now - opensAt) / (dueAt - opensAt);
}

/** How far a unit is from its target. @param opensAt when people could begin to take part */
export function distanceTo(
  target: Measured,
  progress: Progress,
  { opensAt, now }: { opensAt: Instant; now: Instant },
): Distance {
  const done = target.measure === 'attempts' ? progress.attempts : progress.people;
  const goal = goalOf(target, progress.headcount);
  if (goal === undefined) return { goal, done, missing: undefined, expected: undefined, state: 'noHeadcount' };
  const expected = Math.floor(roundMark(goal * paceShare({ opensAt, dueAt: target.dueAt, now })));
  const missing = Math.max(0, goal - done);
  const isLate = now >= target.dueAt;
  const state = missing === 0 ? 'reached' : isLate ? 'missed' : done >= expected ? 'onTrack' : 'behind';
  return { goal, done, missing, expected, state };
}
