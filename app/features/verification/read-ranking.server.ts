import type { PublishedRow } from '#app/domain/results/results-file.ts';
import { personCodeOf } from '#app/features/results/index.server.ts';
import type { ContestBasis } from './contest-basis.server.ts';
import { isoOf } from './published-scopes.server.ts';
import { pageRanking, type StoredStanding } from './standing-rows.repo.server.ts';

const PAGE = 500;

/** A row of a ranking as it is published, and whose it is, which is not. */
export interface RankedRow extends PublishedRow {
  readonly accountId: string;
}

/** The scopes that a contest has rankings of: the number of each contest round, and "all". */
export function rankingScopes({ contest, rounds }: ContestBasis): { scope: number | 'all'; id: string }[] {
  const scopes = rounds.map(({ number, id }): { scope: number | 'all'; id: string } => ({ scope: number, id }));
  return contest.rules.overall === 'none' ? scopes : [...scopes, { scope: 'all', id: contest.id }];
}

/** The ranking of a scope from its first row to its last, page by page. */
export async function* readRanking({ contest }: ContestBasis, scopeId: string): AsyncGenerator<RankedRow[]> {
  let before: StoredStanding | undefined;
  let [place, rank] = [0, 0];
  for (;;) {
    const rows = await pageRanking(scopeId, before, PAGE);
    const page: RankedRow[] = [];
    for (const row of rows) {
      place += 1;
      if (row.rankKey !== before?.rankKey) rank = place;
      before = row;
      page.push({
        accountId: row.accountId,
        rank,
        person: personCodeOf(contest.id, row.accountId),
        unit: row.unitId,
        block: row.block,
        score: row.score,
        maxScore: row.maxScore,
        durationMs: row.duration,
        submittedAt: isoOf(row.submittedAt),
        attempts: row.attempts,
        rounds: row.rounds,
        prediction: row.prediction ?? null,
        predictionDistance: row.predictionDistance ?? null,
      });
    }
    if (page.length > 0) yield page;
    if (rows.length < PAGE) return;
  }
}
