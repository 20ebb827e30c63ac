import type { Instant } from '#app/domain/kernel/time.ts';
import { ContentError } from '#app/platform/content-files.server.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { inTransaction, type Tx } from '#app/platform/db/transaction.server.ts';
import { addVersion, listItems, putItem, setMarks, setStatus } from './item.repo.server.ts';
import { hashOf, marksOf } from './text-marks.server.ts';
import { readAllPracticeItems, readContestItems, type AuthoredItem } from './item.source.server.ts';

export interface LoadedItems {
  /** Items that can be drawn afterwards. */
  readonly items: number;
  readonly added: number;
  readonly changed: number;
  readonly retired: number;
}

/**
 * Brings the bank to what content/items and the practice questions of the lessons say, in one transaction. Loading the same
 * content twice changes nothing; another text makes a new version and leaves the old one to the papers that were drawn with
 * it; what content no longer has is retired, not deleted. What was changed on screen or imported is left alone.
 * @throws ContentError when a file has a fault; nothing is loaded then
 */
export async function loadItems({ now }: { now: Instant }): Promise<LoadedItems> {
  const [contest, practice] = [readContestItems(), readAllPracticeItems()];
  const authored = [...contest.items, ...practice.items];
  const faults = [...contest.faults, ...practice.faults];
  if (faults.length > 0) throw new ContentError(faults);
  return inTransaction(async (tx) => {
    const stored = new Map((await listItems(tx)).map((item) => [item.id, item]));
    let added = 0;
    let changed = 0;
    for (const item of authored) {
      const effect = await loadItem(tx, item, stored.get(item.id), now);
      if (effect === 'added') added += 1;
      if (effect === 'changed') changed += 1;
    }
    const kept = new Set(authored.map((item) => item.id));
    const gone = [...stored.values()].filter(
      ({ id, status, isEdited }) => status === 'published' && !isEdited && !kept.has(id),
    );
    if (gone.length > 0)
      await setStatus(
        tx,
        gone.map((item) => item.id),
        'retired',
      );
    const counts = { items: authored.length, added, changed, retired: gone.length };
    if (added + changed + gone.length > 0) {
      await recordAudit(tx, { at: now, actorId: undefined, action: 'items.loaded', subject: 'items', detail: counts });
    }
    return counts;
  });
}

type StoredState = Awaited<ReturnType<typeof listItems>>[number] | undefined;

async function loadItem(
  tx: Tx,
  item: AuthoredItem,
  stored: StoredState,
  now: Instant,
): Promise<'same' | 'added' | 'changed'> {
  if (stored?.isEdited) return 'same';
  const contentHash = hashOf(item.body);
  const newest = stored?.newest;
  const hasSameText = newest?.contentHash === contentHash;
  const marks = marksOf(item.id, item.body, item.place);
  if (stored && hasSameText && stored.status === 'published' && hasSamePlace(item, stored)) {
    // why: rows that were written before there were such columns get them here, once; their text and place are as they were.
    if (stored.fingerprint !== marks.fingerprint || stored.searchText !== marks.searchText) {
      await setMarks(tx, item.id, marks);
    }
    return 'same';
  }
  await putItem(tx, item.id, 'published', item.place, marks);
  if (!hasSameText) {
    await addVersion(tx, { itemId: item.id, number: (newest?.number ?? 0) + 1, body: item.body, contentHash, at: now });
  }
  return stored ? 'changed' : 'added';
}

const hasSamePlace = ({ place }: AuthoredItem, stored: NonNullable<StoredState>): boolean =>
  place.topicSlug === stored.topicSlug &&
  place.lessonSlug === stored.lessonSlug &&
  place.difficulty === stored.difficulty &&
  place.tags.join('|') === stored.tags.join('|');
