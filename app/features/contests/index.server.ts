export { findAdjustments, findContestMarks } from './adjustment.repo.server.ts';
export { blockOf } from './block-of.ts';
export { dropClocks, getClock, getContestSoon } from './contest-clock.server.ts';
export { findContest, storeContest, type NewContest, type NewRound } from './contest.repo.server.ts';
export {
  changeCorrections,
  findCorrection,
  findCorrections,
  findOpenCorrections,
  keepCorrections,
  storeCorrection,
  storeProgress,
  type StoredCorrection,
} from './corrections/correction.repo.server.ts';
export { getCorrections, holdCorrections } from './corrections/get-corrections.server.ts';
export { countExpected } from './count-expected.server.ts';
export { loadPast } from './contest-past.repo.server.ts';
export { ContestFileSchema, type ContestFile, type ContestFileInput, type RoundFile } from './contest.schema.ts';
export { contestOf } from './description.ts';
export {
  descriptionFaults,
  type DescriptionFault,
  type KnownContent,
  type KnownTopic,
  type KnownUnit,
} from './description-faults.ts';
export { enterContest, getEntry, type EntryView } from './enter-contest.server.ts';
export {
  contestAt,
  getContest,
  getContestOfRound,
  getContestTeaser,
  listContests,
  type ContestNow,
  type RoundNow,
} from './get-contest.server.ts';
export { getRules, type LessonNames } from './get-rules.server.ts';
export { dropNotices, findNotices, type NoticeView } from './find-notices.server.ts';
export { storeNotice } from './notice.repo.server.ts';
export { getKnownContent } from './get-known-content.server.ts';
export {
  changeCategories,
  getOwnCategories,
  listOwnEntries,
  type OwnCategories,
  type OwnEntry,
} from './own-categories.server.ts';
export { listPausedRounds } from './list-paused-rounds.server.ts';
export {
  loadContests,
  readContestFiles,
  readContestSources,
  readTemplates,
  type AuthoredContest,
} from './load-contests.server.ts';
export { findBirthYears, findTakingPart, isAllSetAside, pageParticipations } from './participation.repo.server.ts';
export { findContestsToSettle, findLots, markSettled, type Lots } from './settling.repo.server.ts';
