import type { Instant } from '#app/domain/kernel/time.ts';
import { HEADCOUNT_CATEGORIES, type HeadcountCategory } from '#app/domain/units/category.ts';
import { findHistory, findHolding, sumBranch, type BranchSum, type HeadcountRow } from './headcount.repo.server.ts';
import { findProposalsOfUnit, type Proposal } from './proposal.repo.server.ts';

/** What is known of a unit in one category. */
export interface CategoryFigures {
  readonly category: HeadcountCategory;
  /** Of the unit itself; undefined where nobody counted. */
  readonly own: HeadcountRow | undefined;
  /** Of the unit and everything below it. */
  readonly branch: BranchSum;
}

/** The headcounts of one unit for one screen. */
export interface HeadcountPage {
  readonly figures: readonly CategoryFigures[];
  /** Dated figures of the unit itself, the latest day first. */
  readonly history: readonly HeadcountRow[];
  /** Its proposals, the latest first. */
  readonly proposals: readonly Proposal[];
}

const MOST_HISTORY = 60;
const MOST_PROPOSALS = 30;
const NOTHING: BranchSum = { people: 0, units: 0, samples: 0 };

/** The headcounts of a unit as they hold now, its own and those of its branch, with what was before and what waits. */
export async function getHeadcountPage(
  unit: { readonly id: string; readonly path: string },
  now: Instant,
): Promise<HeadcountPage> {
  const [holding, sums, history, proposals] = await Promise.all([
    findHolding([unit.id], now),
    sumBranch(unit.path, now),
    findHistory(unit.id, MOST_HISTORY),
    findProposalsOfUnit(unit.id, MOST_PROPOSALS),
  ]);
  const figures = HEADCOUNT_CATEGORIES.map((category) => ({
    category,
    own: holding.get(unit.id)?.get(category),
    branch: sums.get(category) ?? NOTHING,
  }));
  return { figures, history, proposals };
}
