import type { Instant } from '#app/domain/kernel/time.ts';
import type { HeatMap } from '#app/domain/participation/by-time.ts';
import type { CategoryFigures, GuardedCount } from '#app/domain/participation/small-group.ts';
import type { ScoreBin } from '#app/domain/results/score-bins.ts';
import type { Category } from '#app/domain/units/category.ts';
import type { ScoreSource } from '../get-participation.server.ts';
import type { UnitPlace } from '../unit-places.server.ts';
import type { SubUnitRow } from './sub-units.ts';

/** What the figures are of: attempts of a contest, or lessons of a topic that were read. */
export type FrameKind = 'contest' | 'topic';

/** What a unit is to reach, and how far it is from it. */
export interface TargetShown {
  readonly measure: 'rate' | 'people' | 'attempts';
  readonly value: number;
  readonly dueAt: Instant;
  /** People, or attempts, that are missing to it; 0 once it is reached. */
  readonly distance: number;
  readonly state: 'reached' | 'onTrack' | 'behind' | 'missed' | 'noHeadcount';
  /** As a share of the headcount; undefined where it is none. */
  readonly rate: number | undefined;
}

/** The figures of a unit and of everything below it. */
export interface KeyFigures {
  /** 0 where nobody counted. */
  readonly headcount: number;
  readonly people: number;
  readonly attempts: number;
  readonly valid: number;
  /** People who have read every lesson; of contests, people with a counted attempt. */
  readonly complete: number;
  readonly rate: number | undefined;
  readonly missing: number | undefined;
  /** Undefined without a counted attempt, and while scores are held back. */
  readonly mean: number | undefined;
  readonly median: number | undefined;
  readonly allRight: number;
}

/** What began on a day, and the share of the headcount up to its end. */
export interface DayRate {
  readonly day: number;
  readonly people: number;
  readonly attempts: number;
  readonly total: number;
  readonly rate: number | undefined;
}

/** The unit, its block, the province: one bar each. */
export interface ComparedRow {
  readonly of: 'unit' | 'parent' | 'block' | 'top';
  readonly name: string;
  readonly headcount: number;
  readonly people: number;
  readonly rate: number | undefined;
}

/** A unit that somebody has to be reminded of. */
export interface LaggingUnit {
  readonly unitId: string;
  readonly name: string;
  /** The units between the page's unit and this one, from above; empty for one directly below. */
  readonly above: string;
  readonly headcount: number;
  /** What is missing to its target; undefined in the list of units without anybody. */
  readonly toTarget: { readonly count: number; readonly of: 'people' | 'attempts' } | undefined;
}

/** Some of them, and how many there are. */
export interface LaggingList {
  readonly rows: readonly LaggingUnit[];
  readonly count: number;
}

interface OverviewPart {
  readonly view: 'overview';
  readonly days: readonly DayRate[];
  readonly comparison: readonly ComparedRow[];
  readonly top: readonly SubUnitRow[];
  readonly bottom: readonly SubUnitRow[];
  /** Both only for those in charge. */
  readonly withoutAnybody: LaggingList | undefined;
  readonly underTarget: LaggingList | undefined;
}

interface TimePart {
  readonly view: 'time';
  readonly days: readonly DayRate[];
  readonly heat: HeatMap;
}

interface ScoresPart {
  readonly view: 'scores';
  readonly bins: readonly ScoreBin[];
}

/** How one category of a sub-unit takes part. */
export interface CategoryRow extends CategoryFigures {
  readonly unitId: string;
  readonly name: string;
}

interface CategoriesPart {
  readonly view: 'categories';
  readonly rows: readonly CategoryFigures[];
  /** Whether anybody said what they are. */
  readonly hasSaid: boolean;
  readonly chosen: Category | undefined;
  /** The units directly below, by the chosen category. */
  readonly units: readonly CategoryRow[];
}

interface UnitsPart {
  readonly view: 'units';
  readonly rows: readonly SubUnitRow[];
  /** Those directly below, before the search. */
  readonly all: number;
  readonly found: number;
  readonly page: number;
  readonly pages: number;
  /** The first by the sorted column. */
  readonly drawn: readonly SubUnitRow[];
  /** What belongs to the unit itself and to none below it; undefined where there is nothing. */
  readonly own: SubUnitRow | undefined;
  readonly sum: SubUnitRow;
}

export type DashboardPart = OverviewPart | TimePart | ScoresPart | CategoriesPart | UnitsPart;

/** One screen of a unit's figures. */
export interface Dashboard {
  readonly kind: FrameKind;
  readonly asOf: Instant;
  readonly isSample: boolean;
  readonly scores: ScoreSource;
  readonly isInCharge: boolean;
  /** Whether there are units below it. */
  readonly hasBelow: boolean;
  readonly figures: KeyFigures;
  readonly places: readonly UnitPlace[];
  readonly target: TargetShown | undefined;
  readonly part: DashboardPart;
  /** In the tree of another day: people whose unit of today has no single unit in it, shown as the unit's own. */
  readonly untold: number;
}

export type { CategoryFigures, GuardedCount };
