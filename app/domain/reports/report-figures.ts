import { rate, roundMark } from '../kernel/numbers.ts';
import { targetState, type ReportTarget, type TargetState } from './report-target.ts';
import type { SnapshotUnit } from './snapshot.ts';

/** Figures that can be added up over a branch. */
export interface ReportSums {
  readonly headcount: number;
  readonly people: number;
  readonly newPeople: number;
  readonly attempts: number;
  readonly newAttempts: number;
  readonly valid: number;
  readonly allRight: number;
  readonly scoreCount: number;
  readonly scoreSum: number;
}

export const NO_SUMS: ReportSums = {
  headcount: 0,
  people: 0,
  newPeople: 0,
  attempts: 0,
  newAttempts: 0,
  valid: 0,
  allRight: 0,
  scoreCount: 0,
  scoreSum: 0,
};

/** Both together. */
export const addSums = (a: ReportSums, b: ReportSums): ReportSums => ({
  headcount: a.headcount + b.headcount,
  people: a.people + b.people,
  newPeople: a.newPeople + b.newPeople,
  attempts: a.attempts + b.attempts,
  newAttempts: a.newAttempts + b.newAttempts,
  valid: a.valid + b.valid,
  allRight: a.allRight + b.allRight,
  scoreCount: a.scoreCount + b.scoreCount,
  // why rounded: the same marks must have the same sum in whatever order they were added up.
  scoreSum: roundMark(a.scoreSum + b.scoreSum),
});

/** What a unit has of its own, without those below. */
export const ownSums = ({ headcounts, own }: Pick<SnapshotUnit, 'headcounts' | 'own'>): ReportSums => ({
  ...NO_SUMS,
  headcount: headcounts.all?.people ?? 0,
  ...(own
    ? {
        people: own.people,
        newPeople: own.newPeople,
        attempts: own.attempts,
        newAttempts: own.newAttempts,
        valid: own.valid,
        allRight: own.allRight,
        scoreCount: own.scoreCount,
        scoreSum: own.scoreSum,
      }
    : {}),
});

/** A line of a report. */
export interface ReportRow extends ReportSums {
  readonly name: string;
  /** People of a hundred; undefined without a headcount. */
  readonly rate: number | undefined;
  /** The rate at the end of the week before, by the headcount of now. */
  readonly rateBefore: number | undefined;
  /** Undefined without a counted attempt, and where scores are held back. */
  readonly mean: number | undefined;
  readonly target: TargetState | undefined;
}

/** A line from its sums. */
export function reportRow(
  name: string,
  sums: ReportSums,
  { target, hasScores }: { readonly target?: ReportTarget | undefined; readonly hasScores: boolean },
): ReportRow {
  return {
    ...sums,
    ...(hasScores ? {} : { allRight: 0, scoreCount: 0, scoreSum: 0 }),
    name,
    rate: rate(sums.people, sums.headcount),
    rateBefore: rate(sums.people - sums.newPeople, sums.headcount),
    mean: hasScores ? rate(sums.scoreSum, sums.scoreCount) : undefined,
    target: target && targetState(target, sums),
  };
}
