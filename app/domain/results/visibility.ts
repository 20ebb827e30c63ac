import type { BoardVisibility, Round } from '../contests/contest.ts';
import { phaseAt } from '../contests/phase.ts';
import type { Instant } from '../kernel/time.ts';

/** Whether everybody may see the board of a round at `now`. The own row is always the person's own to see. */
export function isBoardVisible(
  rule: BoardVisibility,
  round: Pick<Round, 'opensAt' | 'closesAt'>,
  now: Instant,
): boolean {
  return rule === 'live' || phaseAt(round, now).phase === 'closed';
}
