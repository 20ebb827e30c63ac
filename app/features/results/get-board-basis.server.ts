import type { Contest } from '#app/domain/contests/contest.ts';
import type { BoardScope } from '#app/domain/results/board-scope.ts';
import { findLots } from '#app/features/contests/index.server.ts';
import type { BoardBasis } from './board-basis.ts';
import { findFrozenCounts } from './frozen-count.repo.server.ts';

/**
 * What the ranks of a scope are based on, for everybody to check. The seed of a lot leaves the server when its scope is
 * settled; its SHA-256 is there from the beginning.
 */
export async function getBoardBasis(contest: Contest, scope: Pick<BoardScope, 'id'>): Promise<BoardBasis> {
  const { ranking, prediction } = contest.rules;
  const isAll = scope.id === contest.id;
  const isSettled =
    (isAll ? contest.settledAt : contest.rounds.find(({ id }) => id === scope.id)?.settledAt) !== undefined;
  const [counts, lots] = await Promise.all([
    prediction && isSettled ? findFrozenCounts(contest.id) : undefined,
    ranking.includes('lot') ? findLots(contest.id) : undefined,
  ]);
  const actual = prediction && counts?.get(prediction.scope === 'contest' ? contest.id : scope.id);
  const lot = lots?.get(scope.id);
  return {
    ranking,
    // why not over rounds that each have a number of their own: no one number decides there.
    prediction:
      prediction && !(isAll && prediction.scope === 'round')
        ? {
            asks: prediction.asks,
            scope: prediction.scope,
            actual: actual && { number: actual[prediction.asks], frozenAt: actual.frozenAt },
          }
        : undefined,
    lot: lot && { commitment: lot.commitment, seed: isSettled ? lot.seed : undefined },
  };
}
