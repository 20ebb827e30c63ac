import type { ContestRules } from '../contests/contest.ts';
import type { Instant } from '../kernel/time.ts';
import type { BoardScope } from './board-scope.ts';
import { boardState } from './board-state.ts';

/**
 * Which scores everybody may see summed up over units at `now`: those of now, those as of the freeze, or none yet. Own-row
 * boards keep names back for good, so that sums over units come out with the close.
 */
export function scoresShown(
  rules: Pick<ContestRules, 'boards' | 'frozenFor'>,
  scope: Pick<BoardScope, 'opensAt' | 'closesAt'>,
  now: Instant,
): 'now' | 'frozen' | 'held' {
  const { kind } = boardState(rules, scope, undefined, now);
  if (kind === 'ownRow') return now >= scope.closesAt ? 'now' : 'held';
  return kind === 'frozen' || kind === 'hidden' ? (kind === 'frozen' ? 'frozen' : 'held') : 'now';
}
