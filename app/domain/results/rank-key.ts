import type { TieBreak } from '../contests/contest.ts';
import type { Duration, Instant } from '../kernel/time.ts';

/** What ranking looks at in a finished attempt. */
export interface RankFacts {
  readonly score: number;
  readonly duration: Duration;
  readonly submittedAt: Instant;
}

const WIDTH = 15;
const OFFSET = 1_000_000;
const digits = (value: number): string => Math.round(value).toString().padStart(WIDTH, '0');

/**
 * A text whose ascending order is the rank order under the declared chain; equal texts are a real tie. It lets a database
 * index keep the board in order, whatever the chain says. Scores count to five decimals and may go down to −10.
 * Durations compare by whole seconds, as people read them; instants by the millisecond.
 */
export function rankKey(facts: RankFacts, chain: readonly TieBreak[]): string {
  // why subtracted from a constant: the highest score comes first in ascending order.
  const parts = [digits(1e14 - (facts.score * 1e5 + OFFSET))];
  for (const tieBreak of chain) {
    switch (tieBreak) {
      case 'duration':
        parts.push(digits(Math.floor(facts.duration / 1_000)));
        break;
      case 'submittedAt':
        parts.push(digits(facts.submittedAt));
        break;
    }
  }
  return parts.join('|');
}
