import { localDaysOf, type Instant } from '#app/domain/kernel/time.ts';
import { meanScore, NO_FIGURES, participationRate } from '#app/domain/results/participation-rate.ts';
import { isWithin } from '#app/domain/units/tree.ts';
import { countPeopleByDay, type ContestNow } from '#app/features/contests/index.server.ts';
import { getParticipation } from './get-participation.server.ts';
import { rankUnits, type UnitBoardRow } from './get-unit-board.server.ts';

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
  readonly people: number;
  readonly rate: number | undefined;
  readonly mean: number | undefined;
  readonly finished: number;
  /** Headcount less the people who took part, never below 0. */
  readonly missing: number;
  /** Place among the units beside it, of how many that are ranked; undefined for the top and for units without a rank. */
  readonly place: { readonly rank: number; readonly of: number } | undefined;
  readonly days: readonly DayFigure[];
  readonly children: readonly UnitBoardRow[];
}

/** What one screen says of a unit in a contest: how many of how many, day by day, and the units below it. */
export async function getUnitOverview(
  { unitId, unitPath }: { unitId: string; unitPath: string },
  contestNow: ContestNow,
  now: Instant,
): Promise<UnitOverview> {
  const snapshot = await getParticipation(contestNow, now);
  const branch = snapshot.units.filter((unit) => isWithin(unit.path, unitPath));
  const figures = snapshot.totals.get(unitId) ?? NO_FIGURES;
  const { round, contest } = contestNow;
  const isWhole = branch.length === snapshot.units.length;
  const byDay = await countPeopleByDay(contest.id, isWhole ? undefined : branch.map((unit) => unit.id));
  const here = snapshot.units.find((unit) => unit.id === unitId);
  const beside = snapshot.units.filter((unit) => unit.parentId === here?.parentId && unit.block === here?.block);
  const ranks = here?.parentId === undefined ? [] : rankUnits(beside, snapshot, contest.rules);
  const ranked = ranks.filter((row) => row.rank !== undefined);
  const rank = ranked.find((row) => row.unitId === unitId)?.rank;
  return {
    asOf: snapshot.asOf,
    headcount: figures.headcount,
    isSample: branch.some((unit) => unit.isSample),
    people: figures.people,
    rate: participationRate(figures),
    mean: meanScore(figures),
    finished: figures.finished,
    missing: Math.max(0, figures.headcount - figures.people),
    place: rank === undefined ? undefined : { rank, of: ranked.length },
    days: daysOf(
      { start: round.opensAt, end: Math.min(round.closesAt, Math.max(now + 1, round.opensAt + 1)) },
      byDay,
      figures.headcount,
    ),
    children: rankUnits(
      snapshot.units.filter((unit) => unit.parentId === unitId),
      snapshot,
      contest.rules,
    ),
  };
}

function daysOf(
  window: { start: Instant; end: Instant },
  byDay: ReadonlyMap<number, number>,
  headcount: number,
): DayFigure[] {
  let total = 0;
  return localDaysOf(window).map((day) => {
    const people = byDay.get(day) ?? 0;
    total += people;
    return { day, people, total, rate: headcount > 0 ? total / headcount : undefined };
  });
}
