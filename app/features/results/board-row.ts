import type { Instant } from '#app/domain/kernel/time.ts';
import type { PlaceExplained } from '#app/domain/results/explain-place.ts';

export type { Parting, RowReason } from '#app/domain/results/explain-place.ts';

/** What a row says for itself. */
export interface RowPlace extends PlaceExplained {
  readonly rank: number;
  readonly score: number;
  readonly maxScore: number;
  readonly submittedAt: Instant;
}

/** A row of the board of persons as the page shows it: no ids of people. */
export interface PersonRow extends RowPlace {
  /** Undefined for an account that no longer exists. */
  readonly name: string | undefined;
  readonly unit: string;
  readonly unitId: string;
  readonly isOwn: boolean;
}
