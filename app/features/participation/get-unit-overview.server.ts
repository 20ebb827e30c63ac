import { HOUR, localDay, localDaysOf, type Instant } from '#app/domain/kernel/time.ts';
import type { BoardScope } from '#app/domain/results/board-scope.ts';
import { meanScore, NO_FIGURES, participationRate } from '#app/domain/results/participation-rate.ts';
import { isWithin } from '#app/domain/units/tree.ts';
import type { ContestNow } from '#app/features/contests/index.server.ts';
import { figureScopes, getParticipation, type Audience, type ScoreSource } from './get-participation.server.ts';
import { rankUnits, type UnitBoardRow } from './get-unit-board.server.ts';
import { readBranch } from './tallies/read-tallies.server.ts';
import { placesOf, type UnitPlace } from './unit-places.server.ts';

/** People of a day (yyyymmdd, Viet Nam), and all up to it. */
export interface DayFigure {
  readonly day: number;
  readonly people: number;
  readonly total: number;
  /** Share of the headcount up to this day; undefined without a headcount. */
  readonly rate: number | undefined;
}

export interface UnitOverview {
  readonly asOf: Instant;
  readonly headcount: number;
  readonly isSample: boolean;
  readonly scores: ScoreSource;
  readonly people: number;
  /** Contest attempts that were begun. */
  readonly attempts: number;
  readonly rate: number | undefined;
  readonly mean: number | undefined;
  readonly allRight: number;
  readonly finished: number;
  /** Headcount less the people who took part, never below 0. */
  readonly missing: number;
  /** One for each criterion that ranks the unit and can be shown now; none for the top. */
  readonly places: readonly UnitPlace[];
  /** Empty for one of several rounds: people are counted by the day of their entry into the contest. */
  readonly days: readonly DayFigure[];
  readonly children: readonly UnitBoardRow[];
}

/** What one screen says of a unit in a contest: how many of how many, day by day, and the units below it. */
export async function getUnitOverview(
  { unitId, unitPath }: { unitId: string; unitPath: string },
  contestNow: ContestNow,
  { scope, audience, now }: { scope: BoardScope | undefined; audience: Audience; now: Instant },
): Promise<UnitOverview> {
  const snapshot = await getParticipation(contestNow, scope, { audience, now });
  const branch = snapshot.units.filter((unit) => isWithin(unit.path, unitPath));
  const figures = snapshot.totals.get(unitId) ?? NO_FIGURES;
  const { rules } = contestNow.contest;
  const children = snapshot.units.filter((unit) => unit.parentId === unitId);
  const { minimumHeadcount, criteria } = rules.units;
  const { headcount, people, attempts, finished, allRight } = figures;
  return {
    asOf: snapshot.asOf,
    headcount,
    isSample: branch.some((unit) => unit.isSample),
    scores: snapshot.scores,
    people,
    attempts,
    rate: participationRate(figures),
    mean: meanScore(figures),
    allRight,
    finished,
    missing: Math.max(0, headcount - people),
    places: placesOf(unitId, rules, snapshot),
    days: await daysOf(contestNow, { scope, unitId, headcount, now }),
    children: rankUnits(children, snapshot, { criterion: criteria[0] ?? 'rate', minimumHeadcount }),
  };
}

async function daysOf(
  contestNow: ContestNow,
  of: { scope: BoardScope | undefined; unitId: string; headcount: number; now: Instant },
): Promise<DayFigure[]> {
  const { scope, unitId, headcount, now } = of;
  const { contest } = contestNow;
  const isOneOfSeveral = scope !== undefined && scope.id !== contest.id && figureScopes(contestNow).length > 1;
  if (scope === undefined || isOneOfSeveral) return [];
  const { unit } = await readBranch({ contestNow, scopeId: scope.id, unitId, now });
  const byDay = new Map<number, number>();
  for (const [hour, { people }] of unit.hours) {
    const day = localDay(hour * HOUR);
    byDay.set(day, (byDay.get(day) ?? 0) + people);
  }
  const { opensAt, closesAt } = scope;
  let total = 0;
  return localDaysOf({ start: opensAt, end: Math.min(closesAt, Math.max(now, opensAt) + 1) }).map((day) => {
    const people = byDay.get(day) ?? 0;
    total += people;
    return { day, people, total, rate: headcount > 0 ? total / headcount : undefined };
  });
}
