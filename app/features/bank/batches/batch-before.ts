import type { ItemStatus } from '#app/domain/items/item.ts';

/** Acts on many items at once, as ItemBatch.kind names them. */
export const BATCH_KINDS = [
  'move',
  'difficulty',
  'addTag',
  'removeTag',
  'contest',
  'uncontest',
  'submit',
  'publish',
  'retire',
  'restore',
  'delete',
  'import',
] as const;
export type BatchKind = (typeof BATCH_KINDS)[number];

/** What an act may change of an item, as the rows have it. Text is not in it: frozen versions stay, drafts count their savings. */
export interface ItemStand {
  readonly status: ItemStatus;
  readonly work: 'none' | 'draft' | 'review';
  readonly topicSlug: string;
  readonly lessonSlug: string;
  readonly difficulty: string;
  /** "|tag|tag|" */
  readonly tags: string;
  readonly contested: boolean;
  readonly currentVersionId: string | null;
  readonly reviewVersionId: string | null;
  /** ItemDraft.revision; null where nothing is in work. Tells whether somebody has saved since. */
  readonly revision: number | null;
}

/** An item that an act changed. Undoing brings back `was`, and only where the item still stands as `became` says. */
export interface ChangedItem {
  readonly id: string;
  readonly was: ItemStand;
  readonly became: ItemStand;
  /** The draft that the act took away (publishing does), as its row was; undoing puts it back. */
  readonly draft?: KeptDraft | undefined;
}

export interface KeptDraft {
  readonly body: string;
  readonly place: string;
  readonly baseVersionId: string | null;
  readonly revision: number;
  readonly writerIds: string;
}

/** An item that an act deleted: every row of it, so that undoing makes it again. */
export interface DeletedItem {
  readonly id: string;
  readonly item: Readonly<Record<string, unknown>>;
  readonly draft: Readonly<Record<string, unknown>> | null;
  readonly events: readonly Readonly<Record<string, unknown>>[];
  readonly comments: readonly Readonly<Record<string, unknown>>[];
}

/**
 * ItemBatch.before: what undoing an act needs, as JSON. An import writes `{ created: [ids], changed: [], deleted: [] }`; where it
 * gave an item another text or place, the item stands in `changed` too. Undoing an import deletes the created items that
 * nobody has touched and no paper has used, retires those that a paper has used, and names those that were changed since.
 */
export interface BatchBefore {
  /** Ids of items that the act made. */
  readonly created: readonly string[];
  readonly changed: readonly ChangedItem[];
  readonly deleted: readonly DeletedItem[];
}
