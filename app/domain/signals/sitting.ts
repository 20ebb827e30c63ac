import type { Instant } from '../kernel/time.ts';

/** One answer of a finished attempt, as far as signals look at it. */
export interface Answered {
  readonly slot: number;
  readonly itemVersionId: string;
  /** What was answered, by ids of options and not by their places, as each paper has an order of its own; undefined for nothing. */
  readonly answer: string | undefined;
  readonly isRight: boolean;
  /** Syllables of the question and of what could be chosen. */
  readonly syllables: number;
  /** Seconds that went into it, where steps can tell. */
  readonly seconds: number | undefined;
}

/** A finished attempt, as far as signals look at it: no names. */
export interface Sitting {
  readonly attemptId: string;
  readonly accountId: string;
  readonly unitId: string;
  readonly startedAt: Instant;
  readonly finishedAt: Instant;
  /** From start to finish by the server's clock, pauses left out. */
  readonly durationMs: number;
  readonly score: number;
  readonly maxScore: number;
  readonly answers: readonly Answered[];
}

/** What an attempt earned of what could be earned, 0..1. */
export const shareOf = ({ score, maxScore }: Pick<Sitting, 'score' | 'maxScore'>): number =>
  maxScore > 0 ? Math.min(1, Math.max(0, score / maxScore)) : 0;

/**
 * Syllables of a text in Vietnamese, which are written apart: runs of letters and digits. Pictures and marks of Markdown have
 * none.
 */
export function countSyllables(text: string): number {
  const words = text.replace(/!\[[^\]]*\]\([^)]*\)/gu, ' ').match(/[\p{L}\p{M}\p{N}]+/gu);
  return words?.length ?? 0;
}
