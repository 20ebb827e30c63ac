import type { PredictionTarget } from '#app/domain/contests/contest.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import type { PrintedPaper } from '#app/domain/papers/print-paper.ts';

/** A picture as a printer takes it. */
export interface PrintableImage {
  readonly bytes: Uint8Array;
  readonly type: 'png' | 'jpg';
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** A set of papers for one round, ready to be set for print. */
export interface PaperSet {
  /** Who issues it, at the head of every page one. */
  readonly letterhead: string;
  readonly contestTitle: string;
  readonly roundTitle: string;
  readonly minutes: number;
  readonly seed: string;
  readonly drawnAt: Instant;
  readonly papers: readonly PrintedPaper[];
  /** What is to be predicted; undefined where nothing is asked. */
  readonly predictionAsks: PredictionTarget | undefined;
  /** Pictures of the questions by the id of the image. */
  readonly images: ReadonlyMap<string, PrintableImage>;
}
