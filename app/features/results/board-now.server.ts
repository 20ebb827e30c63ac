import { boardScopes, scopeOf } from '#app/domain/results/board-scope.ts';
import { boardState, type BoardState } from '#app/domain/results/board-state.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import type { ContestNow } from '#app/features/contests/index.server.ts';

/** How far the board that people look for now is public; undefined for a contest without boards. */
export function boardNow({ contest, rounds }: ContestNow, now: Instant): BoardState | undefined {
  const scope = scopeOf(boardScopes(contest.id, rounds, contest.rules.overall !== 'none'), null);
  const settledAt = [contest, ...rounds.map(({ round }) => round)].find(({ id }) => id === scope?.id)?.settledAt;
  return scope && boardState(contest.rules, scope, settledAt, now);
}
