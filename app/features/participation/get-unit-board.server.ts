import type { ContestRules } from '#app/domain/contests/contest.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { meanScore, NO_FIGURES, participationRate } from '#app/domain/results/participation-rate.ts';
import { rankRows } from '#app/domain/results/rank.ts';
import type { ContestNow } from '#app/features/contests/index.server.ts';
import type { UnitRow } from '#app/features/units/index.server.ts';
import { getParticipation, type ParticipationSnapshot } from './get-participation.server.ts';

/** A unit on a board: how many of how many, and how well. */
export interface UnitBoardRow {
  /** Undefined for a unit that is too small, or has no headcount, to be ranked by rate. */
  readonly rank: number | undefined;
  readonly unitId: string;
  readonly name: string;
  readonly headcount: number;
  readonly people: number;
  /** 0..; undefined without a headcount. */
  readonly rate: number | undefined;
  readonly mean: number | undefined;
}

export interface UnitBoardBlock {
  readonly name: string;
  readonly rows: readonly UnitBoardRow[];
}

export interface UnitBoard {
  readonly asOf: Instant;
  readonly isSample: boolean;
  readonly blocks: readonly UnitBoardBlock[];
}

/** The board of units: those directly below the top, block by block, ranked by rate where they are large enough. */
export async function getUnitBoard(contestNow: ContestNow, now: Instant): Promise<UnitBoard> {
  const snapshot = await getParticipation(contestNow, now);
  const tops = new Set(snapshot.units.filter((unit) => unit.parentId === undefined).map((unit) => unit.id));
  const ranked = snapshot.units.filter((unit) => unit.parentId !== undefined && tops.has(unit.parentId));
  const blocks = new Map<string, UnitRow[]>();
  for (const unit of ranked) blocks.set(unit.block ?? '', [...(blocks.get(unit.block ?? '') ?? []), unit]);
  return {
    asOf: snapshot.asOf,
    isSample: snapshot.units.some((unit) => unit.isSample),
    blocks: [...blocks].map(([name, units]) => ({ name, rows: rankUnits(units, snapshot, contestNow.contest.rules) })),
  };
}

/** Ranks units by rate: the highest first; units that are too small stand below, in alphabetical order, without a rank. */
export function rankUnits(
  units: readonly Pick<UnitRow, 'id' | 'name'>[],
  snapshot: Pick<ParticipationSnapshot, 'totals'>,
  rules: Pick<ContestRules, 'minimumHeadcount'>,
): UnitBoardRow[] {
  const rows = units.map(({ id, name }): Omit<UnitBoardRow, 'rank'> => {
    const figures = snapshot.totals.get(id) ?? NO_FIGURES;
    const { headcount, people } = figures;
    return { unitId: id, name, headcount, people, rate: participationRate(figures), mean: meanScore(figures) };
  });
  const isRanked = (row: Omit<UnitBoardRow, 'rank'>): boolean =>
    row.rate !== undefined && row.headcount >= rules.minimumHeadcount;
  // why a subtraction, and as many digits for all: rankRows orders texts ascending, and the highest rate comes first.
  const key = (row: Omit<UnitBoardRow, 'rank'>): string =>
    (1_000 - Math.min(row.rate ?? 0, 999)).toFixed(12).padStart(17, '0');
  return [
    ...rankRows(rows.filter(isRanked), key, (row) => row.unitId).map(({ row, rank }) => ({ rank, ...row })),
    ...rows.filter((row) => !isRanked(row)).map((row) => ({ rank: undefined, ...row })),
  ];
}
