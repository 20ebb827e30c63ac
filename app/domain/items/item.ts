/** Kinds of answer, by the names of QTI interactions. */
export const INTERACTIONS = [
  'choice',
  'multipleChoice',
  'trueFalse',
  'order',
  'match',
  'textEntry',
  'numericEntry',
] as const;
export type Interaction = (typeof INTERACTIONS)[number];

/** Interactions whose options are chosen, all of them on the paper. */
export const isChosen = (interaction: Interaction): boolean =>
  interaction === 'choice' || interaction === 'multipleChoice' || interaction === 'trueFalse';

/** Interactions that are typed: their options are what is accepted, and never reach a contestant. */
export const isTyped = (interaction: Interaction): boolean =>
  interaction === 'textEntry' || interaction === 'numericEntry';

export const DIFFICULTIES = ['easy', 'medium', 'hard'] as const;
export type Difficulty = (typeof DIFFICULTIES)[number];

/** draft → review → published → retired; only published items are drawn. */
export const ITEM_STATUSES = ['draft', 'review', 'published', 'retired'] as const;
export type ItemStatus = (typeof ITEM_STATUSES)[number];

/**
 * One line of an item: what can be chosen (choices), put in order (order), matched (the left side of match), or what is
 * accepted (textEntry: a text, in which * stands for anything; numericEntry: a decimal number such as "12.5").
 */
export interface ItemOption {
  /** "a", "b", … in authoring order; never sent to a contestant, as the order could give the key away. */
  readonly id: string;
  /** Markdown; plain text for what is accepted. */
  readonly text: string;
  readonly rationale?: string | undefined;
  /** What it earns, −1..1, where that is not what the key alone says (weights of Moodle and QTI). */
  readonly fraction?: number | undefined;
  /** numericEntry: how far a right number may be from this one, a decimal number of 0 or more; left out, 0. */
  readonly tolerance?: string | undefined;
}

export interface ItemSource {
  /** The document; empty while nobody has named it, which keeps the item from being published. */
  readonly title: string;
  readonly url?: string | undefined;
  /** Page, article or section within the document, as people write it: "tr. 12", "Điều 3". */
  readonly page?: string | undefined;
}

/** How a typed text is compared; whitespace at the ends and repeated spaces never count. */
export interface TextRules {
  readonly ignoresCase: boolean;
  /** "Pac Bo" is accepted for "Pác Bó". */
  readonly ignoresMarks: boolean;
}

/** What a frozen revision of an item says. */
export interface ItemBody {
  readonly interaction: Interaction;
  /** A short name for lists, where the author or the file gave one. */
  readonly name?: string | undefined;
  /** Markdown; images as ![alt](media:<id of the image>). */
  readonly prompt: string;
  readonly options: readonly ItemOption[];
  /** match: what the options are matched with, wrong ones too. */
  readonly targets?: readonly ItemOption[] | undefined;
  /**
   * What is right: ids of options, one for choice and trueFalse, two or more for multipleChoice, all of them in the right
   * order for order, every fully accepted one for textEntry and numericEntry; for match "option>target", one for each option.
   */
  readonly key: readonly string[];
  /** Whether options are shown in an order of lot; left out, true, but for trueFalse. */
  readonly shuffles?: boolean | undefined;
  /** textEntry only; left out, case is ignored and marks are not. */
  readonly textRules?: TextRules | undefined;
  /** numericEntry: the unit of measure, shown behind the field. */
  readonly unit?: string | undefined;
  readonly rationale: string;
  readonly source: ItemSource;
  /** Ids of the facts (content/facts) that the item rests on; none for items that were not written from them. */
  readonly facts: readonly string[];
}

/** Where an item belongs: what a blueprint chooses by. */
export interface ItemPlace {
  readonly topicSlug: string;
  readonly lessonSlug: string;
  readonly difficulty: Difficulty;
  readonly tags: readonly string[];
}

/** How a typed text is compared where the item says nothing. */
export const TEXT_RULES: TextRules = { ignoresCase: true, ignoresMarks: false };

/** One pair of a match, as it stands in keys and responses. */
export const pairOf = (optionId: string, targetId: string): string => `${optionId}>${targetId}`;

/** Whether the options (and targets) of the item may be put in an order of lot. */
export const shufflesOptions = (body: ItemBody): boolean => body.shuffles ?? body.interaction !== 'trueFalse';

/** The scheme of an image's address within the Markdown of an item. */
export const MEDIA_SCHEME = 'media:';

/** Ids of the images that the item shows, each once, in order of their first place. */
export function mediaOf(body: ItemBody): string[] {
  const texts = [body.prompt, body.rationale, ...[...body.options, ...(body.targets ?? [])].flatMap(textsOf)];
  return [...new Set(texts.flatMap((text) => Array.from(text.matchAll(MEDIA), ([, id]) => id ?? '')))];
}

const textsOf = ({ text, rationale }: ItemOption): string[] => [text, rationale ?? ''];

const MEDIA = /\(media:([0-9a-f]{64})\)/gu;
