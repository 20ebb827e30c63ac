export { exportRanking, type NamesOf } from './export-ranking.server.ts';
export { exportResults } from './export-results.server.ts';
export { getResultsPage, type ResultsPage } from './get-results-page.server.ts';
export { listContestSlugs, verifyContest } from './verify-contest.server.ts';
export type { Difference, Verification } from './verification.ts';
