import type { BoardScope } from '#app/domain/results/board-scope.ts';
import { boardState, type BoardState } from '#app/domain/results/board-state.ts';
import { explainPlace } from '#app/domain/results/explain-place.ts';
import { knownChain, type KnownChain } from '#app/domain/results/rank-key.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import type { ContestNow } from '#app/features/contests/index.server.ts';
import type { RowPlace } from './board-row.ts';
import type { PlacedRow } from './place-rows.server.ts';
import { frozenScope } from './ranking-basis.server.ts';

/** A board of persons as it can be seen at an instant. */
export interface BoardView {
  readonly state: BoardState;
  /** The scope of the rows that everybody sees; undefined where nobody sees any but the own one. */
  readonly shownScopeId: string | undefined;
  /** The scope of the own row, which is always that of now. */
  readonly ownScopeId: string;
  readonly known: KnownChain;
  readonly hasActual: boolean;
}

/** A row of a board with the ids that the route puts names to. */
export interface BoardRow extends RowPlace {
  readonly accountId: string;
  readonly unitId: string;
}

/** How a board of a contest can be seen at `now`. What ranks wait for is known once the scope is settled, not before. */
export function viewOf({ contest }: ContestNow, scope: BoardScope, now: Instant): BoardView {
  const { rules } = contest;
  const settledAt =
    scope.id === contest.id ? contest.settledAt : contest.rounds.find(({ id }) => id === scope.id)?.settledAt;
  const state = boardState(rules, scope, settledAt, now);
  const isSettled = settledAt !== undefined;
  const hasActual = isSettled && rules.prediction !== undefined;
  return {
    state,
    shownScopeId: shownScope(state, scope.id),
    ownScopeId: scope.id,
    known: knownChain(rules.ranking, { hasActual, hasLot: isSettled }),
    hasActual,
  };
}

function shownScope({ kind }: BoardState, scopeId: string): string | undefined {
  if (kind === 'hidden' || kind === 'ownRow') return undefined;
  return kind === 'frozen' ? frozenScope(scopeId) : scopeId;
}

/**
 * A placed row in the words of the domain. Of neighbours that the board does not show, nothing is told.
 * @param scopeId the scope that the row was placed in
 */
export function explained(view: BoardView, scopeId: string, placed: PlacedRow, isOwn: boolean): BoardRow {
  const { row, above, below } = placed;
  const { known, hasActual, shownScopeId } = view;
  const tell = (other: typeof above): typeof above | 'untold' =>
    other === undefined || scopeId === shownScopeId ? other : 'untold';
  const { accountId, unitId, rank, score, maxScore, submittedAt } = row;
  // why only of one round: a sum of rounds has as many predictions.
  const prediction = row.rounds === 1 ? row.prediction : undefined;
  return {
    ...explainPlace({
      row: { ...row, prediction },
      above: tell(above),
      below: tell(below),
      known,
      isOwn,
      hasActual,
    }),
    accountId,
    unitId,
    rank,
    score,
    maxScore,
    submittedAt,
  };
}
