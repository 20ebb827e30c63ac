import type { ContestRules } from '../contests/contest.ts';
import type { Instant } from '../kernel/time.ts';
import type { BoardScope } from './board-scope.ts';

/** How far what a board of persons shows is public and final; instants that belong to it beside it. */
export type BoardState =
  | { readonly kind: 'upcoming'; readonly opensAt: Instant }
  | { readonly kind: 'live' | 'hidden'; readonly closesAt: Instant }
  | { readonly kind: 'willFreeze' | 'frozen'; readonly freezesAt: Instant; readonly closesAt: Instant }
  | { readonly kind: 'ownRow' | 'closed' }
  | { readonly kind: 'final'; readonly settledAt: Instant };

/**
 * The state of a board at `now`, half-open as all times are: it freezes at closesAt − frozenFor and is closed from closesAt on.
 * @param settledAt when its figures were frozen; undefined before
 */
export function boardState(
  rules: Pick<ContestRules, 'boards' | 'frozenFor'>,
  { opensAt, closesAt }: Pick<BoardScope, 'opensAt' | 'closesAt'>,
  settledAt: Instant | undefined,
  now: Instant,
): BoardState {
  if (rules.boards === 'own-row') return { kind: 'ownRow' };
  if (now < opensAt) return { kind: 'upcoming', opensAt };
  if (settledAt !== undefined) return { kind: 'final', settledAt };
  if (now >= closesAt) return { kind: 'closed' };
  if (rules.boards === 'after-close') return { kind: 'hidden', closesAt };
  if (rules.boards === 'live') return { kind: 'live', closesAt };
  const freezesAt = closesAt - rules.frozenFor;
  return { kind: now < freezesAt ? 'willFreeze' : 'frozen', freezesAt, closesAt };
}
