import type { Difficulty, Interaction } from '../items/item.ts';
import type { Duration, Instant } from '../kernel/time.ts';
import type { MarkingScheme } from '../scoring/score-attempt.ts';
import type { Category } from '../units/category.ts';

/** How many items with these properties a paper takes; a property that is left out does not matter. */
export interface Quota {
  readonly topic?: string | undefined;
  readonly lesson?: string | undefined;
  readonly difficulty?: Difficulty | undefined;
  readonly tag?: string | undefined;
  /** One key or several: only items of this kind. */
  readonly interaction?: Interaction | undefined;
  readonly count: number;
  /** Marks of a right answer to each of these items; left out, what the marking scheme says. */
  readonly marks?: number | undefined;
}

/** A part of a paper. Items are drawn quota by quota and shuffled within the section. */
export interface Section {
  readonly title: string;
  readonly quotas: readonly Quota[];
}

/** The rule by which papers are drawn. */
export interface Blueprint {
  readonly sections: readonly Section[];
  /** How many options of an item are shown: all keys, and as many others as fit. Left out, all of them. */
  readonly optionsShown?: number | undefined;
}

/** Which of a person's attempts in a round stands for the person. `only`: there is never more than one. */
export type CountedAttempt = 'only' | 'best' | 'first' | 'last';

/** Over which time a limit on attempts runs. Days and weeks are those of Viet Nam; a week begins on Monday. */
export type LimitSpan = 'round' | 'day' | 'week' | 'contest';

/** At most `count` attempts in each span. */
export interface AttemptLimit {
  readonly count: number;
  readonly per: LimitSpan;
}

/** What a person predicts: people with a finished attempt, finished attempts, or people whose counted attempt is all right. */
export type PredictionTarget = 'people' | 'attempts' | 'peopleAllRight';

/** The prediction question. The actual number is counted over the round, or over all rounds of the contest. */
export interface Prediction {
  readonly asks: PredictionTarget;
  readonly scope: 'round' | 'contest';
}

/** What ranking looks at, in the order declared. */
export type RankCriterion =
  'score' | 'predictionDistance' | 'duration' | 'submittedAt' | 'fewerAttempts' | 'older' | 'younger' | 'lot';

/** Who sees the ranking, and when: all at any time; as of some time before the close; after the close; each the own row only. */
export type BoardVisibility = 'live' | 'frozen' | 'after-close' | 'own-row';

/** When keys and rationales of a contest round may be seen. Those of a practice round are shown after each attempt. */
export type KeyVisibility = 'after-round' | 'after-contest' | 'never';

/** By what units are ranked; each has a board of its own. */
export type UnitCriterion = 'people' | 'rate' | 'meanScore' | 'allRight';

/** Who may enter. */
export interface Entry {
  /** Years, counted by the year of birth: year of the day of entry less year of birth. */
  readonly minimumAge?: number | undefined;
  /** Ids of units whose branches may enter; with `blocks`, either lets in. Both empty: everybody. */
  readonly units: readonly string[];
  readonly blocks: readonly string[];
  /** People who organize contests, and those named as members of the organizing board, may not enter. */
  readonly excludesOrganizers: boolean;
  /** A code that the organizers hand out, asked for once. */
  readonly accessCode?: string | undefined;
  /** What a person must agree to before the first attempt. */
  readonly consent?: string | undefined;
  /** What people are asked to say that they are, if they like; left out, nothing is asked. */
  readonly categories?: readonly Category[] | undefined;
}

/** Units that compete among themselves; a unit belongs to the first block that names it or one above it. */
export interface Block {
  readonly name: string;
  readonly units: readonly string[];
}

/** The contest description that the engine obeys and the rules page prints. */
export interface ContestRules {
  readonly organizer: string;
  readonly audience: string;
  readonly entry: Entry;
  readonly marking: MarkingScheme;
  /** An attempt with a blank answer, or without its prediction, does not count. */
  readonly mustAnswerAll: boolean;
  /** No limits: as many attempts as a person likes. */
  readonly attempts: { readonly limits: readonly AttemptLimit[]; readonly counted: CountedAttempt };
  /** How the rounds make one result: marks added up, or the best round; none where rounds stand alone. */
  readonly overall: 'none' | 'sum' | 'best';
  readonly prediction?: Prediction | undefined;
  /** In the order in which they decide. */
  readonly ranking: readonly RankCriterion[];
  readonly boards: BoardVisibility;
  /** For frozen boards: how long before the close they stop. */
  readonly frozenFor: Duration;
  readonly keys: KeyVisibility;
  /**
   * The late-sync policy: an answer chosen before the deadline still counts when it arrives up to this long after it.
   * 0: nothing that arrives after the deadline counts.
   */
  readonly grace: Duration;
  readonly units: {
    readonly criteria: readonly UnitCriterion[];
    /** Units with fewer people than this have no place in the rankings by rate and by mean score. */
    readonly minimumHeadcount: number;
  };
  /** Empty: the blocks of the unit tree itself. */
  readonly blocks: readonly Block[];
}

/** A practice round leaves no trace in rankings and participation. */
export type RoundKind = 'contest' | 'practice';

/** When attempts of a round may start and how long they run. */
export interface RoundTiming {
  readonly opensAt: Instant;
  readonly closesAt: Instant;
  readonly duration: Duration;
  /** personal: the time runs from the person's own start; fixed: for all from the opening. */
  readonly window: 'personal' | 'fixed';
  /** personal windows only. cut: the close ends every attempt; full: who starts in time has the whole duration. */
  readonly lateArrival: 'cut' | 'full';
  /** Attempts start only this long after the opening; left out, until the close. */
  readonly entryFor?: Duration | undefined;
}

/** One timed sitting of a contest. */
export interface Round extends RoundTiming {
  readonly id: string;
  readonly contestId: string;
  readonly number: number;
  readonly title: string;
  readonly kind: RoundKind;
  readonly blueprint: Blueprint;
  /** SHA-256 of lotSeed in hex, published from the beginning, so that nobody can choose the lot afterwards. */
  readonly lotCommitment: string;
  /** When the round's figures were frozen and its ranking became final; undefined before. */
  readonly settledAt?: Instant | undefined;
}

export interface Contest {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly rules: ContestRules;
  readonly rounds: readonly Round[];
  /** When the ranking over all rounds became final; undefined before. */
  readonly settledAt?: Instant | undefined;
}

/** How many items a paper of this blueprint has. */
export const itemCount = (blueprint: Blueprint): number =>
  blueprint.sections.flatMap((section) => section.quotas).reduce((sum, quota) => sum + quota.count, 0);

/** The most that a paper of this blueprint can earn. */
export const maxScoreOfBlueprint = (blueprint: Blueprint, right: number): number =>
  blueprint.sections
    .flatMap((section) => section.quotas)
    .reduce((sum, quota) => sum + quota.count * (quota.marks ?? right), 0);
