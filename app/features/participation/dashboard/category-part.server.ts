import type { Instant } from '#app/domain/kernel/time.ts';
import { categoryFigures } from '#app/domain/participation/small-group.ts';
import { CATEGORIES, type Category } from '#app/domain/units/category.ts';
import { getHeadcounts } from '#app/features/units/index.server.ts';
import type { BranchTallies } from '../tallies/read-tallies.server.ts';
import type { DashboardPart } from './dashboard.ts';

/** How each category takes part, and of one that is chosen how it does in each unit directly below. */
export async function categoriesPart(
  unitId: string,
  branch: BranchTallies,
  { chosen, at }: { chosen: Category | undefined; at: Instant },
): Promise<Extract<DashboardPart, { view: 'categories' }>> {
  const heads = new Map(
    await Promise.all(
      CATEGORIES.map(async (category) => [category, await headcountsBelow(unitId, branch, category, at)] as const),
    ),
  );
  // why not all: a contest asks of which categories people are, and a unit counts heads in those that it needs.
  const rows = CATEGORIES.flatMap((category) => {
    const people = branch.unit.categories.get(category) ?? 0;
    const headcount = heads.get(category)?.total ?? 0;
    return people > 0 || headcount > 0 || category === chosen ? [categoryFigures(category, people, headcount)] : [];
  });
  const most = Math.max(0, ...branch.unit.categories.values());
  const units =
    chosen === undefined
      ? []
      : [...branch.children].map(([id, tally]) => ({
          ...categoryFigures(chosen, tally.categories.get(chosen) ?? 0, heads.get(chosen)?.byChild.get(id) ?? 0),
          unitId: id,
          name: branch.tree.byId.get(id)?.name ?? '',
        }));
  const shown = units.filter(({ people, headcount }) => people !== 0 || headcount !== 0);
  return { view: 'categories', rows, hasSaid: most > 0, chosen, units: shown };
}

/** Headcounts of a category over a branch, and by the units directly below its head. */
async function headcountsBelow(
  unitId: string,
  { tree }: BranchTallies,
  category: Category,
  at: Instant,
): Promise<{ total: number; byChild: Map<string, number> }> {
  const depth = tree.pathIds(unitId).length;
  const byChild = new Map<string, number>();
  let total = 0;
  for (const [id, { people }] of await getHeadcounts({ category, at })) {
    const path = tree.pathIds(id);
    if (path[depth - 1] !== unitId) continue;
    total += people;
    const child = path[depth];
    if (child !== undefined) byChild.set(child, (byChild.get(child) ?? 0) + people);
  }
  return { total, byChild };
}
