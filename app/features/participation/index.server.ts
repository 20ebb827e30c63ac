export {
  figureScopes,
  getParticipation,
  type Audience,
  type ParticipationSnapshot,
  type ScoreSource,
} from './get-participation.server.ts';
export {
  getUnitBoard,
  type FigureRow,
  type UnitBoard,
  type UnitBoardBlock,
  type UnitBoardQuery,
  type UnitBoardRow,
} from './get-unit-board.server.ts';
export { getUnitOverview, type DayFigure, type UnitOverview, type UnitPlace } from './get-unit-overview.server.ts';
export { listContestFigures, type ContestFigures } from './list-contest-figures.server.ts';
export { countTallies, markUnits, markUnitsEverywhere, recountParticipation } from './tallies/count-tallies.server.ts';
export { topicScope } from './tallies/count-source.server.ts';
export {
  readAll,
  readBranch,
  readInTree,
  treeOf,
  type BranchTallies,
  type TallyScope,
} from './tallies/read-tallies.server.ts';
export { tallyAsOf } from './tallies/tally-as-of.server.ts';
export { checkTallies, type TallyCheck, type TallyDifference } from './tallies/check-tallies.server.ts';
