export { boardNow } from './board-now.server.ts';
export type { BoardRow } from './board-view.server.ts';
export { rowsOf, type PersonWithAttempts } from './fold-people.server.ts';
export { followClose } from './follow-close.server.ts';
export { findFrozenCounts, type FrozenCount } from './frozen-count.repo.server.ts';
export { getBoardBasis } from './get-board-basis.server.ts';
export { getBoardPart } from './get-board-part.server.ts';
export { getLeaderboard, getRowsOf, type Leaderboard, type OwnRow } from './get-leaderboard.server.ts';
export { getPlace, type OwnPlace } from './get-place.server.ts';
export { lotOf, personCodeOf } from './person-code.server.ts';
export { readBasis, withUnits, type RankingBasis } from './ranking-basis.server.ts';
export { rebuildStandings } from './rebuild-standings.server.ts';
export { refreshStandings } from './refresh-standings.server.ts';
export { settleRounds } from './settle-rounds.server.ts';
export {
  countScores,
  findRankedOf,
  findStandings,
  rankOf,
  sumScoresByUnit,
  type StandingRow,
} from './standing.repo.server.ts';
