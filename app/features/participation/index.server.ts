export { getParticipation, type ParticipationSnapshot } from './get-participation.server.ts';
export { getUnitBoard, type UnitBoard, type UnitBoardBlock, type UnitBoardRow } from './get-unit-board.server.ts';
export { getUnitOverview, type DayFigure, type UnitOverview } from './get-unit-overview.server.ts';
export { listContestFigures, type ContestFigures } from './list-contest-figures.server.ts';
