import { rate } from '#app/domain/kernel/numbers.ts';
import { addFigures, NO_FIGURES, type ParticipationFigures } from '#app/domain/results/participation-rate.ts';
import { idsOfPath } from '#app/domain/units/tree.ts';
import { blockOf } from '#app/features/contests/index.server.ts';
import type { ComparedRow } from './dashboard.ts';
import type { DashboardFrame, WholeTree } from './whole-tree.server.ts';

/** The unit beside the one above it, its block and the whole tree; what would be the same twice is there once. */
export function comparedRows(unitId: string, frame: DashboardFrame, whole: WholeTree): ComparedRow[] {
  const { tree, totals, own } = whole;
  const here = tree.byId.get(unitId);
  if (!here) return [];
  const blocks = frame.kind === 'contest' ? frame.contestNow.contest.rules.blocks : [];
  const blockNameOf = (unit: { path: string; block: string | undefined }): string | undefined =>
    blockOf(blocks, { pathIds: idsOfPath(unit.path), block: unit.block });
  const unitRow = (of: ComparedRow['of'], id: string): ComparedRow =>
    row(of, tree.byId.get(id)?.name ?? '', totals.get(id) ?? NO_FIGURES);
  const [topId] = tree.pathIds(unitId);
  const { parentId } = here;
  const block = blockNameOf(here);
  const inBlock = block === undefined ? [] : tree.units.filter((unit) => blockNameOf(unit) === block);
  return [
    unitRow('unit', unitId),
    ...(parentId !== undefined && parentId !== topId ? [unitRow('parent', parentId)] : []),
    ...(block === undefined
      ? []
      : [
          row(
            'block',
            block,
            inBlock.reduce((sum, { id }) => addFigures(sum, own.get(id) ?? NO_FIGURES), NO_FIGURES),
          ),
        ]),
    ...(topId !== undefined && topId !== unitId ? [unitRow('top', topId)] : []),
  ];
}

const row = (of: ComparedRow['of'], name: string, { headcount, people }: ParticipationFigures): ComparedRow => ({
  of,
  name,
  headcount,
  people,
  rate: rate(people, headcount),
});
