import type { ContestRules, UnitCriterion } from '#app/domain/contests/contest.ts';
import { tellsScores } from '#app/domain/results/unit-rank.ts';
import { idsOfPath } from '#app/domain/units/tree.ts';
import { blockOf } from '#app/features/contests/index.server.ts';
import type { UnitRow } from '#app/features/units/index.server.ts';
import { competitorsOf } from './competitors.ts';
import { hasScores, type ParticipationSnapshot } from './get-participation.server.ts';
import { rankUnits } from './get-unit-board.server.ts';

/** Where a unit stands by one criterion, of how many that are ranked by it. */
export interface UnitPlace {
  readonly criterion: UnitCriterion;
  /** The block that it is ranked in; empty for units outside of every block. */
  readonly block: string;
  readonly rank: number;
  readonly of: number;
}

/** The places of a unit among those it is ranked with: its block; below a competing unit, the units beside it. */
export function placesOf(
  unitId: string,
  { blocks, units }: Pick<ContestRules, 'blocks' | 'units'>,
  snapshot: Pick<ParticipationSnapshot, 'units' | 'totals' | 'scores'>,
): UnitPlace[] {
  const here = snapshot.units.find((unit) => unit.id === unitId);
  if (here?.parentId === undefined) return [];
  const blockNameOf = (unit: Pick<UnitRow, 'path' | 'block'>): string | undefined =>
    blockOf(blocks, { pathIds: idsOfPath(unit.path), block: unit.block });
  const competitors = competitorsOf(snapshot.units, blocks, blockNameOf).find((each) => each.units.includes(here));
  const beside = snapshot.units.filter((unit) => unit.parentId === here.parentId && unit.block === here.block);
  const criteria: readonly UnitCriterion[] = units.criteria.filter(
    (each) => hasScores(snapshot.scores) || !tellsScores(each),
  );
  return criteria.flatMap((criterion) => {
    const rule = { criterion, minimumHeadcount: units.minimumHeadcount };
    const ranked = rankUnits(competitors?.units ?? beside, snapshot, rule).filter((row) => row.rank !== undefined);
    const rank = ranked.find((row) => row.unitId === unitId)?.rank;
    const block = competitors?.name ?? here.block ?? '';
    return rank === undefined ? [] : [{ criterion, block, rank, of: ranked.length }];
  });
}
