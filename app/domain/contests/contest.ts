import type { Difficulty } from '../items/item.ts';
import type { Duration, Instant } from '../kernel/time.ts';
import type { MarkingScheme } from '../scoring/score-attempt.ts';

/** How many items with these properties a paper takes; a property that is left out does not matter. */
export interface Quota {
  readonly topic?: string | undefined;
  readonly lesson?: string | undefined;
  readonly difficulty?: Difficulty | undefined;
  readonly tag?: string | undefined;
  readonly count: number;
}

/** A part of a paper. Items are drawn quota by quota and shuffled within the section. */
export interface Section {
  readonly title: string;
  readonly quotas: readonly Quota[];
}

/** The rule by which papers are drawn. */
export interface Blueprint {
  readonly sections: readonly Section[];
}

/** Which of a person's attempts in a round stands for the person. */
export type CountedAttempt = 'best' | 'first' | 'last';

/** What parts equal scores, in the order declared. `score` itself always comes first. */
export type TieBreak = 'duration' | 'submittedAt';

/** Who sees the ranking of a round, and when. */
export type BoardVisibility = 'live' | 'after-close';

/** The contest description that the engine obeys and the rules page prints. */
export interface ContestRules {
  readonly organizer: string;
  readonly audience: string;
  readonly marking: MarkingScheme;
  readonly attempts: { readonly limit: number; readonly counted: CountedAttempt };
  readonly tieBreaks: readonly TieBreak[];
  readonly boards: BoardVisibility;
  /** Answers and submissions that arrive up to this long after the deadline still count. */
  readonly grace: Duration;
  /** Units with fewer people than this have no place in the ranking by rate. */
  readonly minimumHeadcount: number;
}

/** One timed sitting of a contest. Attempts may start in [opensAt, closesAt). */
export interface Round {
  readonly id: string;
  readonly contestId: string;
  readonly number: number;
  readonly title: string;
  readonly opensAt: Instant;
  readonly closesAt: Instant;
  readonly duration: Duration;
  readonly blueprint: Blueprint;
}

export interface Contest {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly rules: ContestRules;
  readonly rounds: readonly Round[];
}

/** How many items a paper of this blueprint has. */
export const itemCount = (blueprint: Blueprint): number =>
  blueprint.sections.flatMap((section) => section.quotas).reduce((sum, quota) => sum + quota.count, 0);
