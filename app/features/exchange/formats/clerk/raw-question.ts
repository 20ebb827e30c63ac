import type { FilePlace } from '#app/domain/exchange/parsed-file.ts';

/** A line that a clerk wrote under a question: an option, a thing to order, a pair, an accepted answer. */
export interface RawLine {
  readonly text: string;
  /** Set apart by bold, colour, underline or a star: perhaps the key. */
  readonly isMarked: boolean;
  readonly rationale?: string | undefined;
  readonly at?: FilePlace | undefined;
}

/** A question as a sheet or a document has it, before it is known what its words mean. Empty texts say nothing. */
export interface RawQuestion {
  readonly at: FilePlace;
  readonly id: string;
  readonly topic: string;
  readonly lesson: string;
  /** "Một đáp án", "Ghép đôi", …; empty where it is to be seen from the question. */
  readonly kind: string;
  readonly difficulty: string;
  /** Markdown. */
  readonly prompt: string;
  readonly lines: readonly RawLine[];
  /** As it was written: "B", "A, C", "Đáp án B", the words of an option, an accepted answer. */
  readonly key: string;
  readonly rationale: string;
  readonly source: string;
  readonly page: string;
  readonly url: string;
  readonly unit: string;
  readonly tags: string;
  readonly contested: string;
  readonly shuffles: string;
  readonly name: string;
}

export const EMPTY_QUESTION: Omit<RawQuestion, 'at'> = {
  id: '',
  topic: '',
  lesson: '',
  kind: '',
  difficulty: '',
  prompt: '',
  lines: [],
  key: '',
  rationale: '',
  source: '',
  page: '',
  url: '',
  unit: '',
  tags: '',
  contested: '',
  shuffles: '',
  name: '',
};
