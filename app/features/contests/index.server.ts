export {
  countPeopleByDay,
  countPeopleByUnit,
  ensureParticipation,
  findContest,
  findParticipants,
} from './contest.repo.server.ts';
export { getContest, getOpenContest, listContests, type ContestNow } from './get-contest.server.ts';
export { loadContests, readContestFiles } from './load-contests.server.ts';
