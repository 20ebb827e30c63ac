import type { ContestRules, Round } from '#app/domain/contests/contest.ts';
import type { Actor } from '#app/domain/identity/actor.ts';
import type { Duration, Instant } from '#app/domain/kernel/time.ts';
import { isBoardVisible } from '#app/domain/results/visibility.ts';
import {
  countBefore,
  countStandings,
  findStanding,
  findStandings,
  rankOf,
  type StandingRow,
} from './standing.repo.server.ts';

export const ROWS_PER_PAGE = 50;

/** A row of the board of persons. The name is put beside it by the route, masked as the privacy rule says. */
export interface LeaderboardRow {
  readonly rank: number;
  readonly accountId: string;
  readonly unitId: string;
  readonly score: number;
  readonly maxScore: number;
  readonly duration: Duration;
  readonly submittedAt: Instant;
}

export interface Leaderboard {
  /** False where the rules keep the board back; then only the own row is there. */
  readonly isVisible: boolean;
  readonly rows: readonly LeaderboardRow[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly own: (LeaderboardRow & { readonly page: number }) | undefined;
}

const rowOf = (
  rank: number,
  { accountId, unitId, score, maxScore, duration, submittedAt }: StandingRow,
): LeaderboardRow => ({
  rank,
  accountId,
  unitId,
  score,
  maxScore,
  duration,
  submittedAt,
});

/** A page of the board of persons of a round, with the own row whatever the page. A page that is too high is the last one. */
export async function getLeaderboard(query: {
  round: Round;
  rules: ContestRules;
  page: number;
  actor: Actor | undefined;
  now: Instant;
}): Promise<Leaderboard> {
  const { round, actor } = query;
  const [own, total] = await Promise.all([ownRow(round.id, actor), countStandings(round.id)]);
  const pages = Math.max(1, Math.ceil(total / ROWS_PER_PAGE));
  const page = Math.min(Math.max(1, query.page), pages);
  if (!isBoardVisible(query.rules.boards, round, query.now)) {
    return { isVisible: false, rows: [], total, page: 1, pages: 1, own };
  }
  const standings = await findStandings(round.id, { skip: (page - 1) * ROWS_PER_PAGE, take: ROWS_PER_PAGE });
  return {
    isVisible: true,
    rows: await ranked(round.id, standings, (page - 1) * ROWS_PER_PAGE),
    total,
    page,
    pages,
    own,
  };
}

/** Only the first row needs a look at the table: the others follow from their place and their ties. */
async function ranked(roundId: string, standings: readonly StandingRow[], before: number): Promise<LeaderboardRow[]> {
  const first = standings[0];
  if (!first) return [];
  let rank = await rankOf(roundId, first.rankKey);
  return standings.map((standing, index) => {
    if (index > 0 && standing.rankKey !== standings[index - 1]?.rankKey) rank = before + index + 1;
    return rowOf(rank, standing);
  });
}

async function ownRow(roundId: string, actor: Actor | undefined): Promise<Leaderboard['own']> {
  const standing = actor && (await findStanding(roundId, actor.accountId));
  if (!standing) return undefined;
  // why not by the rank: of people who tie over the border of a page, some stand on the next page.
  const [rank, before] = await Promise.all([rankOf(roundId, standing.rankKey), countBefore(standing)]);
  return { ...rowOf(rank, standing), page: Math.floor(before / ROWS_PER_PAGE) + 1 };
}

/** The place of a person in a round and how many are ranked; undefined for somebody who is not. */
export async function getPlace(roundId: string, accountId: string): Promise<{ rank: number; of: number } | undefined> {
  const standing = await findStanding(roundId, accountId);
  if (!standing) return undefined;
  const [rank, of] = await Promise.all([rankOf(roundId, standing.rankKey), countStandings(roundId)]);
  return { rank, of };
}
