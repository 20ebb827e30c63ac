import type { UnitCriterion } from '#app/domain/contests/contest.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import type { BoardScope } from '#app/domain/results/board-scope.ts';
import {
  addFigures,
  meanScore,
  NO_FIGURES,
  participationRate,
  type ParticipationFigures,
} from '#app/domain/results/participation-rate.ts';
import { rankUnitsBy, tellsScores } from '#app/domain/results/unit-rank.ts';
import { idsOfPath } from '#app/domain/units/tree.ts';
import { blockOf, type ContestNow } from '#app/features/contests/index.server.ts';
import type { UnitRow } from '#app/features/units/index.server.ts';
import { competitorsOf } from './competitors.ts';
import {
  getParticipation,
  hasScores,
  type Audience,
  type ParticipationSnapshot,
  type ScoreSource,
} from './get-participation.server.ts';

/** What a board says of a unit or of a block: how many of how many, and how well. */
export interface FigureRow {
  /** Undefined for one without a figure, and for one that is too small to be ranked by this criterion. */
  readonly rank: number | undefined;
  readonly name: string;
  readonly headcount: number;
  readonly people: number;
  /** 0..; undefined without a headcount. */
  readonly rate: number | undefined;
  /** Undefined without a finished attempt, and while scores are held back; allRight is 0 then. */
  readonly mean: number | undefined;
  readonly allRight: number;
}

export interface UnitBoardRow extends FigureRow {
  readonly unitId: string;
}

export interface UnitBoardBlock {
  /** Empty for units outside of every block. */
  readonly name: string;
  readonly rows: readonly UnitBoardRow[];
}

export interface UnitBoard {
  readonly asOf: Instant;
  readonly isSample: boolean;
  readonly scores: ScoreSource;
  /** The criteria that can be shown now, in the order of the rules. */
  readonly criteria: readonly UnitCriterion[];
  /** Undefined where none of them can be shown now: then there are no rows. */
  readonly criterion: UnitCriterion | undefined;
  readonly blocks: readonly UnitBoardBlock[];
  /** The blocks against each other, by the sums over all their units; empty where there is one block only. */
  readonly contestants: readonly FigureRow[];
}

/** What a board is asked for. @param criterion what an address says; the first that can be shown where it says nothing good */
export interface UnitBoardQuery {
  readonly scope: BoardScope | undefined;
  readonly criterion: string | null;
  readonly audience: Audience;
  readonly now: Instant;
}

/** The board of units, block by block, and that of the blocks, by one of the criteria that the rules declare. */
export async function getUnitBoard(contestNow: ContestNow, query: UnitBoardQuery): Promise<UnitBoard> {
  const { rules } = contestNow.contest;
  const snapshot = await getParticipation(contestNow, query.scope, query);
  const criteria = rules.units.criteria.filter((each) => hasScores(snapshot.scores) || !tellsScores(each));
  const criterion = criteria.find((each) => each === query.criterion) ?? criteria[0];
  const { asOf, scores } = snapshot;
  const isSample = snapshot.units.some((unit) => unit.isSample);
  const frame = { asOf, isSample, scores, criteria, criterion };
  if (criterion === undefined) return { ...frame, blocks: [], contestants: [] };
  const rule = { criterion, minimumHeadcount: rules.units.minimumHeadcount };
  const blockNameOf = (unit: Pick<UnitRow, 'path' | 'block'>): string | undefined =>
    blockOf(rules.blocks, { pathIds: idsOfPath(unit.path), block: unit.block });
  const blocks = competitorsOf(snapshot.units, rules.blocks, blockNameOf);
  const isOther = ({ name, units }: (typeof blocks)[number]): boolean =>
    name === '' && units.every(({ id }) => (snapshot.totals.get(id)?.people ?? 0) === 0);
  // why: units that the contest is not meant for stay out of sight as long as nobody of them takes part.
  const shown = rules.blocks.length > 0 ? blocks.filter((block) => !isOther(block)) : blocks;
  return {
    ...frame,
    blocks: shown.map(({ name, units }) => ({ name, rows: rankUnits(units, snapshot, rule) })),
    contestants: rankBlocks(
      shown.map(({ name }) => name).filter((name) => name !== ''),
      { snapshot, blockNameOf, rule },
    ),
  };
}

interface RankRule {
  readonly criterion: UnitCriterion;
  readonly minimumHeadcount: number;
}

const figureRow = (name: string, rank: number | undefined, figures: ParticipationFigures): FigureRow => ({
  rank,
  name,
  headcount: figures.headcount,
  people: figures.people,
  rate: participationRate(figures),
  mean: meanScore(figures),
  allRight: figures.allRight,
});

/** Units by one criterion, the highest first, each with the figures of its whole branch; those without a rank come last. */
export function rankUnits(
  units: readonly Pick<UnitRow, 'id' | 'name'>[],
  snapshot: Pick<ParticipationSnapshot, 'totals'>,
  { criterion, minimumHeadcount }: RankRule,
): UnitBoardRow[] {
  const withFigures = units.map(({ id, name }) => ({ id, name, figures: snapshot.totals.get(id) ?? NO_FIGURES }));
  return rankUnitsBy(withFigures, criterion, minimumHeadcount).map(({ unit, rank }) => ({
    unitId: unit.id,
    ...figureRow(unit.name, rank, unit.figures),
  }));
}

function rankBlocks(
  names: readonly string[],
  board: {
    snapshot: ParticipationSnapshot;
    blockNameOf: (unit: UnitRow) => string | undefined;
    rule: RankRule;
  },
): FigureRow[] {
  if (names.length < 2) return [];
  const sums = new Map(names.map((name) => [name, NO_FIGURES]));
  for (const unit of board.snapshot.units) {
    const name = board.blockNameOf(unit) ?? '';
    const sum = sums.get(name);
    if (sum) sums.set(name, addFigures(sum, board.snapshot.own.get(unit.id) ?? NO_FIGURES));
  }
  const blocks = [...sums].map(([name, figures]) => ({ name, figures }));
  const { criterion, minimumHeadcount } = board.rule;
  return rankUnitsBy(blocks, criterion, minimumHeadcount).map(({ unit, rank }) =>
    figureRow(unit.name, rank, unit.figures),
  );
}
