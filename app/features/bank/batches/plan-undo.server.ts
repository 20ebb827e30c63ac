import type { Tx } from '#app/platform/db/transaction.server.ts';
import { loadStands } from '../bulk/bulk.repo.server.ts';
import type { BatchBefore, ChangedItem, DeletedItem, ItemStand } from './batch-before.ts';
import { touchedItems } from './batch.repo.server.ts';

/** What undoing an act would do, item by item. */
export interface UndoPlan {
  /** Items that get back what they had. */
  readonly changed: readonly ChangedItem[];
  /** Deleted items that are made again. */
  readonly deleted: readonly DeletedItem[];
  /** Imported items that go. */
  readonly removable: readonly string[];
  /** Imported items that papers may have been drawn from: they are taken out of use. */
  readonly used: readonly string[];
  /** Items that somebody has worked at since, or that are gone: they stay as they are. */
  readonly left: readonly string[];
}

const STAND = [
  'status',
  'work',
  'topicSlug',
  'lessonSlug',
  'difficulty',
  'tags',
  'contested',
  'currentVersionId',
  'reviewVersionId',
  'revision',
] as const satisfies readonly (keyof ItemStand)[];

const isSame = (a: ItemStand, b: ItemStand): boolean => STAND.every((key) => a[key] === b[key]);

/** Looks at every item of an act as it stands now. */
export async function planUndo(
  tx: Tx,
  { id: batchId, before }: { readonly id: string; readonly before: BatchBefore },
): Promise<UndoPlan> {
  const ids = [...before.changed, ...before.deleted].map(({ id }) => id);
  const stands = await loadStands(tx, [...ids, ...before.created]);
  const isAsLeft = ({ id, became }: ChangedItem): boolean => {
    const now = stands.get(id);
    return now !== undefined && isSame(now, became);
  };
  const created = before.created.filter((id) => stands.has(id));
  const { touched, used } = await touchedItems(tx, created, batchId);
  const isRetired = (id: string): boolean => stands.get(id)?.status === 'retired';
  return {
    changed: before.changed.filter(isAsLeft),
    deleted: before.deleted.filter(({ id }) => !stands.has(id)),
    removable: created.filter((id) => !touched.has(id) && !used.has(id)),
    used: created.filter((id) => used.has(id) && !isRetired(id)),
    left: [
      ...before.changed.filter((item) => !isAsLeft(item)).map(({ id }) => id),
      ...before.deleted.filter(({ id }) => stands.has(id)).map(({ id }) => id),
      ...created.filter((id) => touched.has(id) && !used.has(id)),
    ],
  };
}
