import { HOUR, type Instant } from '../kernel/time.ts';
import { addTallies, type UnitTally } from '../participation/tally.ts';
import type { Category, HeadcountCategory } from '../units/category.ts';
import { targetsByUnit, type ReportTarget, type SetTarget } from './report-target.ts';

/** How many people a unit itself has, and who says so. */
export interface SnapshotHeadcount {
  readonly people: number;
  readonly asOf: Instant;
  readonly source: string;
}

/** Figures of a unit alone, as of the instant, and of the week before it. */
export interface OwnFigures {
  readonly people: number;
  readonly attempts: number;
  readonly valid: number;
  readonly finished: number;
  readonly allRight: number;
  readonly scoreCount: number;
  readonly scoreSum: number;
  /** Score and people, by score. */
  readonly scores: readonly (readonly [number, number])[];
  readonly categories: Partial<Record<Category, number>>;
  /** Of the week: people whose first attempt it was, and attempts that began. */
  readonly newPeople: number;
  readonly newAttempts: number;
}

/** A unit as it stood at the instant. */
export interface SnapshotUnit {
  readonly id: string;
  readonly parentId?: string | undefined;
  readonly name: string;
  readonly kind: string;
  /** Its own block, or that of the nearest unit above that has one. */
  readonly block?: string | undefined;
  /** The block that it competes in, where the contest declares its own. */
  readonly side?: string | undefined;
  readonly headcounts: Partial<Record<HeadcountCategory, SnapshotHeadcount>>;
  readonly target?: ReportTarget | undefined;
  /** Left out where there is nothing. */
  readonly own?: OwnFigures | undefined;
}

/** Everything that reports of any unit are made from, as of one instant. */
export interface Snapshot {
  readonly version: 1;
  readonly contest: { readonly slug: string; readonly title: string; readonly organizer: string };
  readonly at: Instant;
  /** The instant before, or the opening: where the week begins. */
  readonly since: Instant;
  /** 1 for the first of the contest. */
  readonly number: number;
  readonly opensAt: Instant;
  readonly closesAt: Instant;
  /** The most that a paper earns; left out where rounds differ. */
  readonly maxScore?: number | undefined;
  /** Whether everybody could see scores summed up over units at the instant. */
  readonly scoresShown: boolean;
  /** Whether the contest has one result to sum up at all. */
  readonly hasScores: boolean;
  /** Some headcounts only show how the page works. */
  readonly isSample: boolean;
  /** Each branch after its top. */
  readonly units: readonly SnapshotUnit[];
}

interface Given extends Omit<Snapshot, 'version' | 'units'> {
  readonly units: readonly Omit<SnapshotUnit, 'own' | 'target' | 'headcounts'>[];
  readonly headcounts: ReadonlyMap<string, SnapshotUnit['headcounts']>;
  readonly targets: readonly SetTarget[];
  /** Own figures by unit, those of units that have ended too. */
  readonly tallies: ReadonlyMap<string, UnitTally>;
  /** The unit of the tree that figures of a unit belong to. */
  readonly unitOf: (unitId: string) => string | undefined;
}

/** Puts the figures of an instant together. @throws when figures belong to no unit of the tree: none may be lost */
export function takeFigures(given: Given): Snapshot {
  const { units, headcounts, targets, tallies, unitOf, ...rest } = given;
  const ids = new Set(units.map(({ id }) => id));
  const own = new Map<string, UnitTally>();
  for (const [unitId, tally] of tallies) {
    const home = ids.has(unitId) ? unitId : unitOf(unitId);
    if (home === undefined || !ids.has(home))
      throw new Error(`figures of the unit ${unitId} belong nowhere in the tree`);
    const known = own.get(home);
    own.set(home, known ? addTallies(known, tally) : tally);
  }
  const goals = targetsByUnit(
    units.map(({ id, parentId }) => ({ id, parentId })),
    targets,
  );
  return {
    ...rest,
    version: 1,
    units: units.map((unit) => {
      const tally = own.get(unit.id);
      return {
        ...unit,
        headcounts: headcounts.get(unit.id) ?? {},
        target: goals.get(unit.id),
        own: tally && ownFigures(tally, given),
      };
    }),
  };
}

function ownFigures(tally: UnitTally, { since, at }: { since: Instant; at: Instant }): OwnFigures | undefined {
  if (tally.people === 0 && tally.attempts === 0) return undefined;
  const { people, attempts, valid, finished, allRight, scoreCount, scoreSum } = tally;
  const [first, end] = [Math.floor(since / HOUR), Math.floor(at / HOUR)];
  const week = [...tally.hours].filter(([hour]) => hour >= first && hour < end).map(([, began]) => began);
  return {
    people,
    attempts,
    valid,
    finished,
    allRight,
    scoreCount,
    scoreSum,
    scores: [...tally.scores].filter(([, count]) => count > 0).toSorted(([a], [b]) => a - b),
    categories: Object.fromEntries(tally.categories),
    newPeople: week.reduce((sum, began) => sum + began.people, 0),
    newAttempts: week.reduce((sum, began) => sum + began.attempts, 0),
  };
}
