export { getItemShares, type ItemShare } from './get-item-shares.server.ts';
export { getLeaderboard, getPlace, type Leaderboard, type LeaderboardRow } from './get-leaderboard.server.ts';
export { refreshStandings } from './refresh-standings.server.ts';
export { countScores, sumScoresByUnit } from './standing.repo.server.ts';
