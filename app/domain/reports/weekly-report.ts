import type { Instant } from '../kernel/time.ts';
import { rate } from '../kernel/numbers.ts';
import { CATEGORIES, type Category } from '../units/category.ts';
import { rollUp } from '../units/tree.ts';
import { addSums, NO_SUMS, ownSums, reportRow, type ReportRow, type ReportSums } from './report-figures.ts';
import type { Snapshot, SnapshotUnit } from './snapshot.ts';

/** What is reported on: the branch of a unit, or what of it belongs to one block. */
export interface ReportPlace {
  readonly unitId: string;
  readonly block?: string | undefined;
}

export interface CategoryRow {
  readonly category: Category;
  /** Undefined where nobody counted them. */
  readonly headcount: number | undefined;
  readonly people: number;
  readonly rate: number | undefined;
}

/** A unit of the branch, for the list of all. */
export interface BranchRow extends ReportRow {
  /** 0 for those directly below the unit that is reported on. */
  readonly depth: number;
}

/** The weekly report of a unit: everything that stands in it but the letterhead. */
export interface WeeklyReport {
  readonly contest: Snapshot['contest'];
  readonly unit: { readonly id: string; readonly name: string };
  readonly block: string | undefined;
  readonly at: Instant;
  readonly since: Instant;
  readonly number: number;
  readonly hasScores: boolean;
  readonly maxScore: number | undefined;
  readonly isSample: boolean;
  readonly total: ReportRow;
  /** People who belong to the unit itself; undefined where there are none, or nothing stands below. */
  readonly own: ReportRow | undefined;
  /** Units directly below. */
  readonly below: readonly ReportRow[];
  /** By block, where units below are of several. */
  readonly blocks: readonly ReportRow[];
  /** Of those that were counted, or said to be one. */
  readonly categories: readonly CategoryRow[];
  /** Everything below, where more stands below than `below`; else empty. */
  readonly branch: readonly BranchRow[];
  /** Where the headcounts come from, in alphabetical order. */
  readonly sources: readonly string[];
}

/**
 * Makes the report of a unit from a snapshot alone; undefined for a unit that was not in the tree then, or has nothing in the block.
 * @param seesScores whether who asks may see scores although they were not public at the instant
 */
export function weeklyReport(
  snapshot: Snapshot,
  { unitId, block }: ReportPlace,
  { seesScores }: { readonly seesScores: boolean },
): WeeklyReport | undefined {
  const branch = branchOf(snapshot.units, unitId).filter((unit) => block === undefined || unit.block === block);
  const unit = snapshot.units.find(({ id }) => id === unitId);
  if (!unit || branch.length === 0) return undefined;
  const hasScores = snapshot.hasScores && (snapshot.scoresShown || seesScores);
  const ids = new Set(branch.map(({ id }) => id));
  const parentOf = (each: SnapshotUnit): string | undefined =>
    each.parentId !== undefined && ids.has(each.parentId) ? each.parentId : undefined;
  const nodes = branch.map((each) => ({ id: each.id, parentId: parentOf(each) }));
  const totals = rollUp(nodes, new Map(branch.map((each) => [each.id, ownSums(each)])), NO_SUMS, addSums);
  const row = (each: SnapshotUnit): ReportRow =>
    reportRow(each.name, totals.get(each.id) ?? NO_SUMS, { target: each.target, hasScores });
  const isBelow = (each: SnapshotUnit): boolean =>
    each.id !== unitId && (each.parentId === unitId || (block !== undefined && parentOf(each) === undefined));
  const below = branch.filter(isBelow);
  const sum = branch.map(ownSums).reduce(addSums, NO_SUMS);
  const self = ids.has(unitId) ? ownSums(unit) : NO_SUMS;
  const hasOwn = below.length > 0 && (self.headcount > 0 || self.people > 0);
  const depths = depthsOf(branch, unitId, parentOf);
  const others = branch.filter(({ id }) => id !== unitId);
  return {
    contest: snapshot.contest,
    unit: { id: unit.id, name: unit.name },
    block,
    at: snapshot.at,
    since: snapshot.since,
    number: snapshot.number,
    hasScores,
    maxScore: snapshot.maxScore,
    isSample: snapshot.isSample && branch.some(({ headcounts }) => headcounts.all !== undefined),
    total: reportRow(unit.name, sum, { target: block === undefined ? unit.target : undefined, hasScores }),
    own: hasOwn ? reportRow(unit.name, self, { hasScores }) : undefined,
    below: below.map(row),
    blocks: block === undefined ? blockRows(branch, hasScores) : [],
    categories: categoryRows(branch),
    branch:
      others.length > below.length ? others.map((each) => ({ ...row(each), depth: depths.get(each.id) ?? 0 })) : [],
    sources: [...new Set(branch.flatMap(({ headcounts }) => headcounts.all?.source || []))].toSorted(),
  };
}

/** The unit and everything below it, in the order of the tree. */
function branchOf(units: readonly SnapshotUnit[], unitId: string): SnapshotUnit[] {
  const inside = new Set([unitId]);
  return units.filter(({ id, parentId }) => {
    if (id !== unitId && (parentId === undefined || !inside.has(parentId))) return false;
    inside.add(id);
    return true;
  });
}

function depthsOf(
  branch: readonly SnapshotUnit[],
  unitId: string,
  parentOf: (unit: SnapshotUnit) => string | undefined,
): Map<string, number> {
  const depths = new Map<string, number>([[unitId, -1]]);
  for (const unit of branch) {
    if (unit.id === unitId) continue;
    const parent = parentOf(unit);
    depths.set(unit.id, (parent === undefined ? -1 : (depths.get(parent) ?? -1)) + 1);
  }
  return depths;
}

/** Sums by block; none where all of it is of one block, or of none. */
function blockRows(branch: readonly SnapshotUnit[], hasScores: boolean): ReportRow[] {
  const sums = new Map<string, ReportSums>();
  for (const unit of branch) {
    const name = unit.side ?? unit.block ?? '';
    sums.set(name, addSums(sums.get(name) ?? NO_SUMS, ownSums(unit)));
  }
  const some = [...sums].filter(([name, { headcount, people }]) => name !== '' || headcount > 0 || people > 0);
  if (some.filter(([name]) => name !== '').length < 2) return [];
  // why last: units without a block are what is left over.
  return some
    .toSorted(([a], [b]) => Number(a === '') - Number(b === ''))
    .map(([name, each]) => reportRow(name, each, { hasScores }));
}

function categoryRows(branch: readonly SnapshotUnit[]): CategoryRow[] {
  return CATEGORIES.flatMap((category) => {
    const counts = branch.flatMap(({ headcounts }) => headcounts[category]?.people ?? []);
    const headcount = counts.length === 0 ? undefined : counts.reduce((sum, each) => sum + each, 0);
    const people = branch.reduce((sum, { own }) => sum + (own?.categories[category] ?? 0), 0);
    if (headcount === undefined && people === 0) return [];
    return [{ category, headcount, people, rate: headcount === undefined ? undefined : rate(people, headcount) }];
  });
}
