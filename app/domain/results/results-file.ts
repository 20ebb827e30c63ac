import type { CorrectionKind } from '../scoring/correction.ts';
import type { RulingCause } from '../rulings/ruling.ts';
import type { CountedAttempt, PredictionTarget, RankCriterion } from '../contests/contest.ts';

export const RESULTS_FORMAT = 'tim-hieu-ket-qua';
/** 2: with corrections of keys; 3: with attempts that people set aside. Older files have none, and are read as such. */
export const RESULTS_VERSION = 3;
export const RESULTS_VERSIONS = [1, 2, RESULTS_VERSION] as const;

/** As much of a contest description as a ranking hangs on; the file has all of it. */
export interface RankedDescription {
  readonly attempts: { readonly counted: CountedAttempt };
  readonly overall: 'none' | 'sum' | 'best';
  readonly ranking: readonly RankCriterion[];
  readonly prediction?: { readonly asks: PredictionTarget; readonly scope: 'round' | 'contest' } | undefined;
}

/** What was frozen and drawn for a round, or for all rounds together, when nothing could change any more. */
export interface PublishedScope {
  /** The seed of the lots, null until the scope is settled; its SHA-256 was public from the beginning. */
  readonly lot: { readonly commitment: string | null; readonly seed: string | null };
  readonly counts: (Readonly<Record<PredictionTarget, number>> & { readonly frozenAt: string }) | null;
  readonly settledAt: string | null;
}

/** What the organizers changed in the time of a round. Reasons and names are not in the file. */
export interface PublishedAdjustment {
  readonly kind: 'extraTime' | 'extension' | 'pause';
  readonly ms: number;
  /** extraTime: whose; a person by the public code, or the people of these units. */
  readonly person?: string | undefined;
  readonly units?: readonly string[] | undefined;
  readonly startsAt?: string | undefined;
  readonly endsAt?: string | undefined;
  readonly at: string;
  readonly undoneAt?: string | undefined;
}

export interface PublishedRound extends PublishedScope {
  readonly number: number;
  readonly id: string;
  readonly title: string;
  readonly plannedOpensAt: string;
  readonly plannedClosesAt: string;
  /** As the adjustments made it. */
  readonly opensAt: string;
  readonly closesAt: string;
  readonly adjustments: readonly PublishedAdjustment[];
  /** What a whole paper can earn, where items were voided; null where every paper is whole. Left out in version 1. */
  readonly fullScore?: number | null | undefined;
}

/** A correction of a key. */
export interface PublishedCorrection {
  /** Its place in the list: 1, 2, 3, … */
  readonly number: number;
  readonly itemVersionId: string;
  readonly prompt: string;
  readonly kind: CorrectionKind;
  /** The answers that earn the full mark, before any correction and by this one; null while keys are kept back. */
  readonly originalKey: readonly (readonly string[])[] | null;
  readonly key: readonly (readonly string[])[] | null;
  readonly reason: string;
  readonly at: string;
  /** When the last attempt was graded again; null while that goes on. */
  readonly doneAt: string | null;
  /** Attempts that have the item, and those whose score changed. */
  readonly attempts: number;
  readonly changed: number;
}

/** What an attempt earned once a correction held: the last one is what it earns now. */
export interface PublishedScore {
  /** The number of the correction; 0 for before there was any. */
  readonly correction: number;
  readonly score: number;
  readonly maxScore: number;
}

/** A decision of people that an attempt does not count, or counts again. Reasons are words about persons, and are not in the file. */
export interface PublishedRuling {
  readonly isSetAside: boolean;
  readonly cause: RulingCause;
  readonly at: string;
}

/** A finished attempt of a contest round. */
export interface PublishedAttempt {
  /** The public code of the person in this contest. */
  readonly person: string;
  /** Only where the ranking looks at it. */
  readonly birthYear?: number | undefined;
  readonly unit: string;
  readonly block: string;
  /** The number of the round. */
  readonly round: number;
  readonly number: number;
  readonly score: number;
  readonly maxScore: number;
  readonly durationMs: number;
  readonly submittedAt: string;
  readonly prediction: number | null;
  readonly isValid: boolean;
  /** Whether a ruling takes it out of every ranking now; left out where none ever was made. */
  readonly isSetAside?: boolean | undefined;
  /** Its rulings, in the order in which they were made. */
  readonly rulings?: readonly PublishedRuling[] | undefined;
  /** Of an attempt that has a corrected item: its scores in order, the first one without any correction. */
  readonly scores?: readonly PublishedScore[] | undefined;
}

/** A row of a ranking as it is published. */
export interface PublishedRow {
  readonly rank: number;
  readonly person: string;
  readonly unit: string;
  readonly block: string;
  readonly score: number;
  readonly maxScore: number;
  readonly durationMs: number;
  readonly submittedAt: string;
  readonly attempts: number;
  readonly rounds: number;
  readonly prediction: number | null;
  readonly predictionDistance: number | null;
}

/** A ranking: of the round with that number, or of all rounds. */
export interface PublishedRanking {
  readonly scope: number | 'all';
  readonly rows: readonly PublishedRow[];
}

/**
 * The results of a contest with everything that its ranking can be recomputed from. Instants are ISO texts in UTC with
 * milliseconds; people are public codes. Another shape is another version.
 */
export interface ResultsFile {
  readonly format: typeof RESULTS_FORMAT;
  readonly version: (typeof RESULTS_VERSIONS)[number];
  readonly contest: { readonly id: string; readonly slug: string; readonly title: string };
  /** Whether nothing can change any more: every round is settled, and the contest. */
  readonly isFinal: boolean;
  readonly description: RankedDescription;
  readonly rounds: readonly PublishedRound[];
  readonly whole: PublishedScope;
  /** In the order in which they were made. Left out in version 1. */
  readonly corrections?: readonly PublishedCorrection[] | undefined;
  readonly units: readonly { readonly id: string; readonly name: string }[];
  readonly attempts: readonly PublishedAttempt[];
  readonly rankings: readonly PublishedRanking[];
}
