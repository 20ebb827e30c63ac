import { roundMark } from '../kernel/numbers.ts';
import { HOUR, localDay, MINUTE, startOfLocalDay, type Instant } from '../kernel/time.ts';

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

/** The value of a target as it is typed: a percentage for a rate ("90", "87,5"), else a whole number; undefined for anything else. */
export function readTargetValue(measure: TargetMeasure, text: string): number | undefined {
  const typed = text.trim().replace(/\s*%$/u, '');
  if (measure !== 'rate')
    return /^[1-9]\d{0,7}$/u.test(typed.replaceAll(/[. ]/gu, '')) ? Number(typed.replaceAll(/[. ]/gu, '')) : undefined;
  if (!/^\d{1,3}(?:[.,]\d{1,2})?$/u.test(typed)) return undefined;
  const percent = Number(typed.replace(',', '.'));
  return percent > 0 && percent <= 100 ? roundMark(percent / 100) : undefined;
}

/** An instant as a field for day and time has it, "2026-11-30T17:00", in Viet Nam; undefined for anything else. */
export function readLocalTime(text: string): Instant | undefined {
  const [, year, month, day, hour, minute] = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})/u.exec(text.trim()) ?? [];
  if (year === undefined || Number(hour) > 23 || Number(minute) > 59) return undefined;
  const local = Number(year) * 10_000 + Number(month) * 100 + Number(day);
  const start = startOfLocalDay(local);
  return localDay(start) === local ? start + Number(hour) * HOUR + Number(minute) * MINUTE : undefined;
}

/** An instant as readLocalTime() reads it. */
export function localTimeText(at: Instant): string {
  const day = String(localDay(at));
  const minutes = Math.floor((at - startOfLocalDay(localDay(at))) / MINUTE);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
