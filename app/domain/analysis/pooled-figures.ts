import type { ItemFigures } from './item-figures.ts';

/** Figures of a question over several rounds. */
export interface PooledFigures {
  readonly attempts: number;
  /** All marks earned as a share of all that could be earned. */
  readonly facility: number | undefined;
  /** The mean of the rounds, each with as much weight as it has attempts (Hunter and Schmidt 2004, "bare bones"). */
  readonly discriminationIndex: number | undefined;
}

/**
 * Figures of a question over rounds: each round is looked at by itself, as papers and people differ between them. The same
 * question in two versions is two questions: the caller decides what is pooled.
 */
export function pooledFigures(rounds: readonly ItemFigures[]): PooledFigures {
  const attempts = rounds.reduce((sum, each) => sum + each.attempts, 0);
  const possible = rounds.reduce((sum, each) => sum + each.attempts * each.maxMark, 0);
  const earned = rounds.reduce((sum, each) => sum + each.attempts * each.maxMark * (each.facility ?? 0), 0);
  const known = rounds.filter((each) => each.discriminationIndex !== undefined);
  const weight = known.reduce((sum, each) => sum + each.attempts, 0);
  const weighted = known.reduce((sum, each) => sum + each.attempts * (each.discriminationIndex ?? 0), 0);
  return {
    attempts,
    facility: possible > 0 ? earned / possible : undefined,
    discriminationIndex: weight > 0 ? weighted / weight : undefined,
  };
}
