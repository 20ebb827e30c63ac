import { createHash, randomUUID } from 'node:crypto';
import type { ItemPlace } from '#app/domain/items/item.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';
import { addEvents, addVersions, dropDrafts, setColumns, type BulkRow, type NewVersion } from './bulk.repo.server.ts';
import type { KeptOfItems, RunningAct } from './running-act.ts';

/** Freezes the drafts of items for review; each draft stays, for the case that it is returned. */
export async function freezeTexts(tx: Tx, running: RunningAct, rows: readonly BulkRow[]): Promise<KeptOfItems> {
  const versions = rows.flatMap(({ id, draft, newestNumber }): NewVersion[] => {
    if (!draft) return [];
    const { body, place } = draft;
    const contentHash = createHash('sha256').update(body).digest('hex');
    return [{ id: randomUUID(), itemId: id, number: newestNumber + 1, body, place, contentHash }];
  });
  await addVersions(tx, versions, running.actorId, running.at);
  const isPublished = new Map(rows.map(({ id, hasPublishedVersion }) => [id, hasPublishedVersion]));
  for (const { id, itemId } of versions) {
    const status = isPublished.get(itemId) ? {} : ({ status: 'review' } as const);
    await setColumns(tx, [itemId], { work: 'review', reviewVersionId: id, isEdited: true, ...status });
  }
  const events = versions.map(({ id, itemId }) => ({ itemId, kind: 'submitted', versionId: id }));
  await addEvents(tx, events, running);
  return new Map();
}

/** Makes the frozen texts the current ones, with the places that they were frozen with. */
export async function publishTexts(tx: Tx, running: RunningAct, rows: readonly BulkRow[]): Promise<KeptOfItems> {
  for (const { id, stand, body, frozenPlace } of rows) {
    await setColumns(tx, [id], {
      status: 'published',
      work: 'none',
      currentVersionId: stand.reviewVersionId,
      reviewVersionId: null,
      isEdited: true,
      ...(body ? { interaction: body.interaction } : {}),
      ...placeColumns(frozenPlace),
    });
  }
  await dropDrafts(
    tx,
    rows.map(({ id }) => id),
  );
  const events = rows.map(({ id, stand }) => ({ itemId: id, kind: 'published', versionId: stand.reviewVersionId }));
  await addEvents(tx, events, running);
  return new Map(rows.flatMap(({ id, draft }) => (draft ? [[id, { draft }] as const] : [])));
}

function placeColumns(json: string) {
  if (json === '') return {};
  const { topicSlug, lessonSlug, difficulty, tags, contested } = JSON.parse(json) as ItemPlace & {
    contested?: boolean;
  };
  const joined = tags.length > 0 ? `|${tags.join('|')}|` : '';
  return { topicSlug, lessonSlug, difficulty, tags: joined, contested: contested ?? false };
}
