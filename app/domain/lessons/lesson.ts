import type { ItemBody } from '../items/item.ts';

/** A yearly theme (chuyên đề năm). */
export interface Topic {
  readonly slug: string;
  readonly year: number;
  readonly title: string;
  readonly shortTitle: string;
  readonly scope: string;
  readonly summary: string;
  readonly objectives: readonly string[];
  readonly sources: readonly Source[];
  readonly lessons: readonly Lesson[];
}

export interface Source {
  readonly title: string;
  readonly url?: string | undefined;
}

/** One page of a topic. */
export interface Lesson {
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly objectives: readonly string[];
  readonly keyPoints: readonly string[];
  /** Sanitised HTML of the body; its second-level headings carry the ids of `sections`. */
  readonly html: string;
  readonly sections: readonly LessonSection[];
  /** Reading time, whole minutes. */
  readonly minutes: number;
  readonly sources: readonly Source[];
  readonly practice: readonly PracticeItem[];
}

/** A second-level heading of a lesson, for its table of contents. */
export interface LessonSection {
  readonly id: string;
  readonly title: string;
}

/** A question for learning: its key may be shown at once, and it never counts. */
export interface PracticeItem {
  readonly id: string;
  readonly body: ItemBody;
}
