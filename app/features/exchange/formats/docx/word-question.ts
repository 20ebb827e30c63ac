import type { Line } from './line.ts';
import type { FieldName } from './word-patterns.ts';
import type { KeyPair } from './word-steps.server.ts';

export interface WordOption {
  readonly letter: string;
  readonly isStarred: boolean;
  /** The letter with its sign, for what marks it. */
  readonly label: Line;
  readonly lines: Line[];
}

/** One question as it stands in the document. */
export interface WordQuestion {
  readonly number: number;
  readonly at: number;
  readonly prompt: Line[];
  readonly options: WordOption[];
  readonly fields: Map<FieldName, Line[]>;
  readonly optionRationales: Map<string, Line[]>;
  /** What a match has on its right side only. */
  readonly extras: Line[];
  readonly topic: string;
  /** Lines that belong to nothing. */
  readonly left: Line[];
  isLegacy: boolean;
}

export interface WordQuestions {
  readonly questions: readonly WordQuestion[];
  /** Answers that stand elsewhere than in their question, in their order. */
  readonly keys: readonly KeyPair[];
  readonly explained: ReadonlyMap<number, readonly Line[]>;
  /** Lines before the first question. */
  readonly before: readonly Line[];
}
