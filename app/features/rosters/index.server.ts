export { dropForgottenLists, dropRoster, restoreRoster, takeRosterIn } from './change-roster.server.ts';
export { getRoster, listRoster, rosterCounts, stateOfAddress, type RosterView } from './get-roster.server.ts';
export { openRoster, type RosterUnit } from './open-roster.server.ts';
export { matchRoster } from './match-list.server.ts';
export {
  readRosterFile,
  type RosterFileRefusal,
  type RosterPreview,
  type SheetPreview,
} from './read-roster-file.server.ts';
export { decideRosterPerson, getRosterReview, reopenRosterPerson, type ReviewRow } from './review-roster.server.ts';
export { rosterTemplate, rosterWorkbook } from './roster-workbook.server.ts';
export type { RosterCounts, RosterLine, RosterState } from './roster-list.repo.server.ts';
