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
export { getUnitOverview, type DayFigure, type UnitOverview } from './get-unit-overview.server.ts';
export { listContestFigures, type ContestFigures } from './list-contest-figures.server.ts';
export { countTallies, markUnits, markUnitsEverywhere, recountParticipation } from './tallies/count-tallies.server.ts';
export { readAll, readBranch, readInTree, type BranchTallies, type TallyScope } from './tallies/read-tallies.server.ts';
export { tallyAsOf } from './tallies/tally-as-of.server.ts';
export { getTargetFor, listTargets, targetRoundOf } from './targets/get-target-for.server.ts';
export { getTargetsPage, type TargetRow, type TargetsPage } from './targets/get-targets-page.server.ts';
export { maySetTarget, setTarget, withdrawTarget } from './targets/set-target.server.ts';
export { chooseScope, scopeChoiceOf, type ChosenScope } from './choose-scope.server.ts';
export { doTargetAct } from './targets/do-target-act.server.ts';
export {
  getMissingPage,
  listMissing,
  type MissingPage,
  type MissingPerson,
} from './missing/get-missing-page.server.ts';
export { getReminder, reminderLink, type ReminderFacts } from './missing/get-reminder.server.ts';
export { missingSubject, subjectDetail, subjectQuery, type MissingSubject } from './missing/missing-subject.server.ts';
export { missingXlsx } from './missing/missing-xlsx.server.ts';
export { qrPng } from './missing/qr-code.server.ts';
export { peopleByUnit } from './people-by-unit.server.ts';
export { checkTallies, type TallyCheck, type TallyDifference } from './tallies/check-tallies.server.ts';
export { chooseFrame, frameView } from './dashboard/choose-frame.server.ts';
export { subUnitsCsv, subUnitsXlsx, type SubUnitFile } from './dashboard/export-sub-units.server.ts';
export { getSubUnitFile } from './dashboard/get-sub-unit-file.server.ts';
export { getUnitDashboard, type AskedDashboard } from './dashboard/get-unit-dashboard.server.ts';
export { isAheadOf, type DashboardFrame } from './dashboard/whole-tree.server.ts';
