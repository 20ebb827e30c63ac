import { sortKey } from '#app/domain/kernel/text.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { holdingTarget, type Distance, type Progress, type Target } from '#app/domain/participation/target.ts';
import type { BoardScope } from '#app/domain/results/board-scope.ts';
import type { ContestNow } from '#app/features/contests/index.server.ts';
import { getParticipation } from '../get-participation.server.ts';
import { distanceIn, listTargets, targetRoundOf } from './get-target-for.server.ts';
import { findSetAt, findStanding } from './target.repo.server.ts';
import type { TargetOrder } from './target-order.ts';

/** A target with how far the unit is from it. */
export interface TargetWithDistance extends Distance {
  readonly target: Target;
}

/** A unit below with its target, where it has one. */
export interface TargetRow {
  readonly unitId: string;
  readonly name: string;
  readonly headcount: number;
  readonly people: number;
  readonly rate: number | undefined;
  readonly target: TargetWithDistance | undefined;
}

/** Targets of a unit for one screen. */
export interface TargetsPage {
  readonly asOf: Instant;
  readonly progress: Progress;
  /** What holds for the unit itself. */
  readonly own: TargetWithDistance | undefined;
  /** What the unit has set for each one directly below, where that stands. */
  readonly below: Target | undefined;
  readonly rows: readonly TargetRow[];
  /** Of all units directly below: how many stand how. */
  readonly states: Readonly<Record<Distance['state'], number>>;
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  /** What was ever set at this unit, the latest first. */
  readonly history: readonly Target[];
}

const PER_PAGE = 50;
const MOST_HISTORY = 30;

interface Asked {
  readonly unit: { readonly id: string; readonly parentId: string | undefined };
  readonly contestNow: ContestNow;
  readonly scope: BoardScope | undefined;
  readonly order: TargetOrder;
  readonly page: number;
  readonly now: Instant;
}

/** What was set for a unit and what it has set for those below, each with its distance. */
export async function getTargetsPage(asked: Asked): Promise<TargetsPage> {
  const { unit, contestNow, scope, now } = asked;
  const roundId = targetRoundOf(contestNow, scope);
  const [snapshot, near, history] = await Promise.all([
    getParticipation(contestNow, scope, { audience: 'everybody', now }),
    findStanding(contestNow.contest.id, [unit.id, ...(unit.parentId === undefined ? [] : [unit.parentId])]),
    findSetAt(contestNow.contest.id, unit.id, MOST_HISTORY),
  ]);
  const children = snapshot.units.filter((each) => each.parentId === unit.id);
  const targets = children.length === 0 ? new Map<string, Target>() : await listTargets({ units: children, ...asked });
  const held = holdingTarget(near, { unitId: unit.id, parentId: unit.parentId, roundId });
  const progressOf = (unitId: string): Progress => {
    const { headcount = 0, people = 0, attempts = 0 } = snapshot.totals.get(unitId) ?? {};
    return { headcount, people, attempts };
  };
  const measured = (unitId: string, target: Target | undefined): TargetWithDistance | undefined =>
    target && { target, ...distanceIn(target, progressOf(unitId), { scope, now }) };
  const rows = children.map(({ id, name }): TargetRow => {
    const { headcount, people } = progressOf(id);
    const rate = headcount > 0 ? people / headcount : undefined;
    return { unitId: id, name, headcount, people, rate, target: measured(id, targets.get(id)) };
  });
  return {
    asOf: snapshot.asOf,
    progress: progressOf(unit.id),
    own: measured(unit.id, held),
    below: holdingTarget(near, { unitId: '', parentId: unit.id, roundId }),
    states: statesOf(rows),
    history,
    ...pageOf(rows, asked),
  };
}

function statesOf(rows: readonly TargetRow[]): TargetsPage['states'] {
  const states = { reached: 0, onTrack: 0, behind: 0, missed: 0, noHeadcount: 0 };
  for (const { target } of rows) if (target) states[target.state] += 1;
  return states;
}

/** Rows in the order asked for: names as in the alphabet, the others from the most that is missing, or from the lowest rate. */
function pageOf(rows: readonly TargetRow[], { order, page }: Asked) {
  const keyed = rows.map((row) => ({ row, name: sortKey(row.name) }));
  const byName = (a: { name: string }, b: { name: string }): number => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
  const sorted = keyed.toSorted((a, b) => {
    if (order === 'name') return byName(a, b);
    // why last: a unit without the figure is no worst case, it is an unknown one.
    const [left, right] =
      order === 'missing'
        ? [-(a.row.target?.missing ?? -1), -(b.row.target?.missing ?? -1)]
        : [a.row.rate ?? Number.MAX_VALUE, b.row.rate ?? Number.MAX_VALUE];
    return left - right || byName(a, b);
  });
  const pages = Math.max(1, Math.ceil(sorted.length / PER_PAGE));
  const at = Math.min(page, pages);
  const shown = sorted.slice((at - 1) * PER_PAGE, at * PER_PAGE).map(({ row }) => row);
  return { rows: shown, total: rows.length, page: at, pages };
}
