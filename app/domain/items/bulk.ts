import type { Difficulty } from './item.ts';
import { decideItemAct, type ItemAct, type ItemState } from './lifecycle.ts';

/** An act on many items of the bank. */
export type BulkAct =
  | { readonly kind: 'move'; readonly topicSlug: string; readonly lessonSlug: string }
  | { readonly kind: 'difficulty'; readonly difficulty: Difficulty }
  | { readonly kind: 'addTag'; readonly tag: string }
  | { readonly kind: 'removeTag'; readonly tag: string }
  | { readonly kind: 'contest' | 'uncontest' | 'submit' | 'publish' | 'retire' | 'restore' | 'delete' };

/** An item as a bulk act looks at it. */
export interface BulkItem extends ItemState {
  readonly id: string;
  readonly topicSlug: string;
  readonly lessonSlug: string;
  readonly difficulty: Difficulty;
  readonly tags: readonly string[];
  readonly contested: boolean;
  /** Findings of the newest text that keep it from being published. */
  readonly faults: number;
  /** Whether any version of it was ever frozen. */
  readonly hasVersions: boolean;
}

/** What the person may do in the bank. */
export interface BulkRights {
  readonly accountId: string;
  readonly mayWrite: boolean;
  readonly mayPublish: boolean;
}

/** Why an item is left out of a bulk act. */
export type BulkRefusal =
  | 'already-so'
  | 'not-allowed'
  | 'needs-approver'
  | 'wrong-state'
  | 'in-review'
  | 'needs-second-person'
  | 'has-faults'
  | 'is-contested'
  | 'too-many-tags'
  | 'was-submitted';

/** Tags of one item at most, as in the files of content/. */
export const MOST_TAGS = 8;

const LIFE: Partial<Record<BulkAct['kind'], ItemAct>> = {
  submit: 'submit',
  publish: 'publish',
  retire: 'retire',
  restore: 'restore',
};

/**
 * Decides whether a bulk act takes an item: by the same rules as the act on that item alone.
 * @returns undefined where it does, or why not
 */
export function decideBulk(act: BulkAct, item: BulkItem, rights: BulkRights): BulkRefusal | undefined {
  const life = LIFE[act.kind];
  if (life) return decideLife(life, item, rights);
  if (!rights.mayWrite && !rights.mayPublish) return 'not-allowed';
  if (act.kind === 'delete') return decideDelete(item, rights);
  if (isAlreadySo(act, item)) return 'already-so';
  // why: papers are drawn by the place, so that what a second person approved is moved by such a person only.
  if (item.status === 'published' && !rights.mayPublish) return 'needs-approver';
  if (item.status === 'retired') return 'wrong-state';
  // why: the frozen text carries its place, and would bring it back when it is published.
  if (item.work === 'review') return 'in-review';
  if (item.work === 'draft' && !rights.mayWrite) return 'not-allowed';
  return act.kind === 'addTag' && item.tags.length >= MOST_TAGS ? 'too-many-tags' : undefined;
}

function isAlreadySo(act: BulkAct, item: BulkItem): boolean {
  switch (act.kind) {
    case 'move':
      return item.topicSlug === act.topicSlug && item.lessonSlug === act.lessonSlug;
    case 'difficulty':
      return item.difficulty === act.difficulty;
    case 'addTag':
      return item.tags.includes(act.tag);
    case 'removeTag':
      return !item.tags.includes(act.tag);
    case 'contest':
      return item.contested;
    case 'uncontest':
      return !item.contested;
    default:
      return false;
  }
}

function decideLife(act: ItemAct, item: BulkItem, rights: BulkRights): BulkRefusal | undefined {
  if (act === 'submit' ? !rights.mayWrite : !rights.mayPublish) return 'not-allowed';
  if (act === 'publish' && item.contested) return 'is-contested';
  const decided = decideItemAct(item, act, rights.accountId, item.faults);
  if (decided.ok) return undefined;
  switch (decided.error.code) {
    case 'item-has-faults':
      return 'has-faults';
    case 'item-needs-a-second-person':
      return 'needs-second-person';
    case 'item-needs-its-writer':
      return 'not-allowed';
    case 'item-not-in-that-state':
      return 'wrong-state';
  }
}

function decideDelete(item: BulkItem, { accountId, mayWrite, mayPublish }: BulkRights): BulkRefusal | undefined {
  if (item.hasVersions || item.work !== 'draft') return 'was-submitted';
  const isOwn = item.writerIds.every((id) => id === accountId);
  return (isOwn && mayWrite) || mayPublish ? undefined : 'needs-approver';
}
