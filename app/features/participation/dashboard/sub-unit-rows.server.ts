import type { UnitCriterion } from '#app/domain/contests/contest.ts';
import { rate } from '#app/domain/kernel/numbers.ts';
import { meanOfTally, type UnitTally } from '#app/domain/participation/tally.ts';
import { rankUnitsBy, tellsScores } from '#app/domain/results/unit-rank.ts';
import { hasScores } from '../get-participation.server.ts';
import type { BranchTallies } from '../tallies/read-tallies.server.ts';
import type { DashboardPart } from './dashboard.ts';
import type { DashboardState, SubUnitColumn } from './dashboard-address.ts';
import { findSubUnits, pageOfRows, sortSubUnits, type SubUnitRow } from './sub-units.ts';
import type { TreeTargets } from './targets-of-tree.server.ts';
import { shownTally, type DashboardFrame, type WholeTree } from './whole-tree.server.ts';

/** What rows of sub-units are made of. */
export interface RowSource {
  readonly frame: DashboardFrame;
  readonly branch: BranchTallies;
  readonly whole: WholeTree;
  /** Undefined where the reader is not to see them. */
  readonly targets: TreeTargets | undefined;
}

const MOST_DRAWN = 20;

const CRITERION: Partial<Record<SubUnitColumn, UnitCriterion>> = {
  rate: 'rate',
  people: 'people',
  mean: 'meanScore',
  allRight: 'allRight',
};

/** By what rows have a rank: by the column they are sorted by where that is a criterion, else by the first that is declared. */
function rankRule({ frame, whole }: RowSource, sort: SubUnitColumn): { criterion: UnitCriterion; least: number } {
  if (frame.kind === 'topic') return { criterion: sort === 'people' ? 'people' : 'rate', least: 1 };
  const { criteria, minimumHeadcount } = frame.contestNow.contest.rules.units;
  const shown = criteria.filter((each) => hasScores(whole.scores) || !tellsScores(each));
  const asked = CRITERION[sort];
  const criterion = asked !== undefined && (hasScores(whole.scores) || !tellsScores(asked)) ? asked : shown[0];
  return { criterion: criterion ?? 'rate', least: minimumHeadcount };
}

/** A row of figures. @param tally as somebody may see it */
function rowOf(
  { unitId, name, headcount }: { unitId: string; name: string; headcount: number },
  tally: UnitTally,
  rest: Pick<SubUnitRow, 'rank' | 'toTarget'>,
): SubUnitRow {
  const { people, attempts, valid, allRight } = tally;
  return {
    unitId,
    name,
    ...rest,
    headcount,
    people,
    rate: rate(people, headcount),
    missing: headcount > 0 ? Math.max(0, headcount - people) : undefined,
    attempts,
    valid,
    mean: meanOfTally(tally),
    allRight,
  };
}

/** The units directly below, each with everything below it, with their ranks among each other. */
export function subUnitRows(source: RowSource, sort: SubUnitColumn): SubUnitRow[] {
  const { branch, whole, targets } = source;
  const { criterion, least } = rankRule(source, sort);
  const units = [...branch.children].map(([unitId, counted]) => {
    const tally = shownTally(counted, whole.scores);
    const headcount = whole.totals.get(unitId)?.headcount ?? 0;
    const { people, attempts, scoreCount: finished, scoreSum, allRight } = tally;
    const figures = { headcount, people, attempts, finished, scoreSum, allRight };
    return { unitId, name: branch.tree.byId.get(unitId)?.name ?? '', headcount, tally, figures };
  });
  return rankUnitsBy(units, criterion, least).map(({ unit, rank: place }) =>
    rowOf(unit, unit.tally, { rank: place, toTarget: targets?.of(unit.unitId, unit.figures)?.distance }),
  );
}

/** All units below, searched and sorted; with what is the unit's own, and the sum of all. */
export function allUnits(
  unitId: string,
  source: RowSource,
  state: DashboardState,
): { rows: SubUnitRow[]; all: number; own: SubUnitRow | undefined; sum: SubUnitRow } {
  const rows = subUnitRows(source, state.sort);
  const { branch, whole } = source;
  const plain = { rank: undefined, toTarget: undefined };
  const named = (headcount: number) => ({ unitId, name: '', headcount });
  const own = rowOf(named(whole.headcounts.get(unitId)?.people ?? 0), shownTally(branch.own, whole.scores), plain);
  return {
    rows: sortSubUnits(findSubUnits(rows, state.q), state),
    all: rows.length,
    own: own.people > 0 || own.headcount > 0 ? own : undefined,
    sum: rowOf(named(whole.totals.get(unitId)?.headcount ?? 0), shownTally(branch.unit, whole.scores), plain),
  };
}

/** One page of that table. */
export function unitsPart(
  unitId: string,
  source: RowSource,
  state: DashboardState,
): Extract<DashboardPart, { view: 'units' }> {
  const { rows: found, ...rest } = allUnits(unitId, source, state);
  return {
    view: 'units',
    ...rest,
    ...pageOfRows(found, state.page),
    found: found.length,
    drawn: state.page > 1 ? [] : found.slice(0, MOST_DRAWN),
  };
}
