import { maxScoreOfBlueprint } from '#app/domain/contests/contest.ts';
import { rate } from '#app/domain/kernel/numbers.ts';
import { refuse, ok, type Result } from '#app/domain/kernel/result.ts';
import { HOUR, startOfLocalDay, type Instant, type Interval } from '#app/domain/kernel/time.ts';
import { daysOfHours, heatOfHours } from '#app/domain/participation/by-time.ts';
import { SMALL_GROUP } from '#app/domain/participation/small-group.ts';
import { meanOfTally, medianOfTally, type UnitTally } from '#app/domain/participation/tally.ts';
import { scoreBins } from '#app/domain/results/score-bins.ts';
import { isWithin } from '#app/domain/units/tree.ts';
import type { Audience } from '../get-participation.server.ts';
import { readBranch, readInTree, type BranchTallies } from '../tallies/read-tallies.server.ts';
import { listTargets } from '../targets/get-target-for.server.ts';
import { placesOf } from '../unit-places.server.ts';
import { categoriesPart } from './category-part.server.ts';
import { comparedRows } from './compare-units.server.ts';
import type { Dashboard, DashboardPart, DayRate, KeyFigures } from './dashboard.ts';
import type { DashboardState } from './dashboard-address.ts';
import { unitsUnderTarget, unitsWithoutAnybody } from './lagging.server.ts';
import { subUnitRows, unitsPart, type RowSource } from './sub-unit-rows.server.ts';
import { endsByRate } from './sub-units.ts';
import { targetsOfTree } from './targets-of-tree.server.ts';
import {
  getWholeTree,
  headcountDay,
  scoresOfFrame,
  shownTally,
  tallyScope,
  treeToShow,
  type DashboardFrame,
  type WholeTree,
} from './whole-tree.server.ts';

/** What a dashboard is asked for. */
export interface AskedDashboard {
  readonly unitId: string;
  readonly frame: DashboardFrame;
  readonly state: DashboardState;
  /** Who sees scores that others do not see yet. */
  readonly audience: Audience;
  /** Whether the reader is in charge of the unit: targets, attempts and groups are for them. */
  readonly isInCharge: boolean;
  readonly now: Instant;
}

/** Everything that a dashboard is made of, read once. */
export interface Source extends RowSource {
  readonly asked: AskedDashboard;
  readonly tally: UnitTally;
  readonly span: Interval;
  readonly headcountsAt: Instant;
}

/** The instant that an address's day "2025-06-30" stands for: its beginning. */
const instantOfDay = (day: string): Instant => startOfLocalDay(Number(day.replaceAll('-', '')));

/**
 * One screen of the figures of a unit and of everything below it: how many of how many, who is missing, and how it stands.
 * @returns not-in-tree for a unit that there was not on the day whose tree is asked for
 */
export async function getUnitDashboard(asked: AskedDashboard): Promise<Result<Dashboard, 'not-in-tree'>> {
  const source = await readSource(asked);
  if (!source) return refuse('not-in-tree');
  const { branch, whole, tally, targets, frame } = source;
  const { unitId, isInCharge } = asked;
  const figures = whole.totals.get(unitId);
  const path = branch.tree.byId.get(unitId)?.path ?? '';
  return ok({
    kind: frame.kind,
    asOf: branch.asOf,
    isSample: whole.units.some((unit) => unit.isSample && isWithin(unit.path, path)),
    scores: whole.scores,
    isInCharge,
    hasBelow: branch.children.size > 0,
    figures: keyFigures(source),
    places: frame.kind === 'contest' ? placesOf(unitId, frame.contestNow.contest.rules, whole) : [],
    target: figures && targets?.of(unitId, { ...figures, people: tally.people, attempts: tally.attempts }),
    part: await partOf(source),
    untold: untoldOf(unitId, branch, whole),
  });
}

/** What the screen and the file of a unit are made of; undefined for a unit that is not in the tree. */
export async function readSource(asked: AskedDashboard): Promise<Source | undefined> {
  const { unitId, frame, audience, now, state, isInCharge } = asked;
  const scores = scoresOfFrame(frame, audience, now);
  const scope = tallyScope(frame, scores, now);
  const shown = await treeToShow(unitId, scope, state.tree === undefined ? undefined : instantOfDay(state.tree));
  if (!shown) return undefined;
  const { at } = shown;
  const branch = await (at === undefined ? readBranch({ ...scope, unitId }) : readInTree({ ...scope, unitId, at }));
  const whole = await getWholeTree(scope, scores, { tree: branch.tree, at });
  const span = spanOf(frame, branch.unit, now);
  // why not in another day's tree: targets were set for the units that there are now.
  const holding =
    isInCharge && at === undefined && frame.kind === 'contest'
      ? await listTargets({ contestNow: frame.contestNow, scope: frame.scope, units: branch.tree.units })
      : undefined;
  const targets = holding && targetsOfTree(holding, { opensAt: span.start, now });
  const headcountsAt = at ?? headcountDay(scope);
  return { asked, frame, branch, whole, targets, span, headcountsAt, tally: shownTally(branch.unit, scores) };
}

/** From when to when things happen: the time of the round; of lessons, from the first that was read to now. */
function spanOf(frame: DashboardFrame, { hours }: UnitTally, now: Instant): Interval {
  if (frame.kind === 'topic') {
    const first = Math.min(...hours.keys());
    return { start: Number.isFinite(first) ? first * HOUR : now, end: now + 1 };
  }
  const { opensAt, closesAt } = frame.scope ?? frame.contestNow.window;
  return { start: opensAt, end: Math.min(closesAt, Math.max(now, opensAt) + 1) };
}

function keyFigures({ asked, frame, whole, tally }: Source): KeyFigures {
  const headcount = whole.totals.get(asked.unitId)?.headcount ?? 0;
  const { people, attempts, valid, allRight } = tally;
  return {
    headcount,
    people,
    attempts,
    valid,
    complete: frame.kind === 'topic' ? tally.finished : tally.scoreCount,
    rate: rate(people, headcount),
    missing: headcount > 0 ? Math.max(0, headcount - people) : undefined,
    mean: meanOfTally(tally),
    median: medianOfTally(tally),
    allRight,
  };
}

/** People whose unit of today has no unit of its own in another day's tree, so that they count as those of the unit above. */
function untoldOf(unitId: string, branch: BranchTallies, { unmapped }: WholeTree): number {
  return branch.children.size === 0 ? 0 : Math.max(0, branch.own.people - (unmapped.get(unitId) ?? 0));
}

function daysOf({ tally, span, whole, asked }: Source): DayRate[] {
  if (tally.people === 0) return [];
  const headcount = whole.totals.get(asked.unitId)?.headcount ?? 0;
  return daysOfHours(tally.hours, span).map((day) => ({ ...day, rate: rate(day.total, headcount) }));
}

async function partOf(source: Source): Promise<DashboardPart> {
  const { asked, frame, branch, whole, tally } = source;
  const { unitId, state, isInCharge } = asked;
  switch (state.view) {
    case 'overview': {
      const isAsked = isInCharge && branch.children.size > 0;
      return {
        view: 'overview',
        days: daysOf(source),
        comparison: comparedRows(unitId, frame, whole),
        ...endsByRate(subUnitRows(source, 'rate')),
        withoutAnybody: isAsked ? unitsWithoutAnybody(unitId, whole) : undefined,
        underTarget: isAsked && source.targets ? unitsUnderTarget(unitId, whole, source.targets) : undefined,
      };
    }
    case 'time': {
      const days = daysOf(source);
      return {
        view: 'time',
        days,
        heat: heatOfHours(
          tally.hours,
          days.map(({ day }) => day),
        ),
      };
    }
    case 'scores':
      return { view: 'scores', bins: binsOf(frame, tally) };
    case 'categories':
      return categoriesPart(unitId, branch, { chosen: state.category, at: source.headcountsAt });
    case 'units':
      return unitsPart(unitId, source, state);
  }
}

/** The most that can be earned in a frame; undefined where rounds differ, and for lessons. */
export function maxScoreOf(frame: DashboardFrame): number | undefined {
  if (frame.kind === 'topic') return undefined;
  const { contest, rounds } = frame.contestNow;
  const of = rounds.find(({ round }) => round.id === frame.scope?.id)?.round;
  return of && maxScoreOfBlueprint(of.blueprint, contest.rules.marking.right);
}

/** People by score; none of so few that one could tell whose they are. */
function binsOf(frame: DashboardFrame, { scores, scoreCount }: UnitTally): ReturnType<typeof scoreBins> {
  if (scoreCount < SMALL_GROUP) return [];
  const counts = [...scores].map(([score, people]) => ({ score, people }));
  return scoreBins(counts, maxScoreOf(frame) ?? 0);
}
