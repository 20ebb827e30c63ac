/** Kinds of answer, by the names of QTI interactions. */
export type Interaction = 'choice' | 'multipleChoice' | 'trueFalse';

export type Difficulty = 'easy' | 'medium' | 'hard';

/** draft → review → published → retired; only published items are drawn. */
export type ItemStatus = 'draft' | 'review' | 'published' | 'retired';

export interface ItemOption {
  /** "a", "b", … in authoring order; never sent to a contestant, as the order could give the key away. */
  readonly id: string;
  readonly text: string;
  readonly rationale?: string | undefined;
}

export interface ItemSource {
  readonly title: string;
  readonly url?: string | undefined;
}

/** What a frozen revision of an item says. */
export interface ItemBody {
  readonly interaction: Interaction;
  readonly prompt: string;
  readonly options: readonly ItemOption[];
  /** Ids of the right options: one for choice and trueFalse, two or more for multipleChoice. */
  readonly key: readonly string[];
  readonly rationale: string;
  readonly source: ItemSource;
  /** Ids of the facts (content/facts) that the item rests on. */
  readonly facts: readonly string[];
}

/** Where an item belongs: what a blueprint chooses by. */
export interface ItemPlace {
  readonly topicSlug: string;
  readonly lessonSlug: string;
  readonly difficulty: Difficulty;
  readonly tags: readonly string[];
}
