import type { Difficulty, ItemStatus } from '#app/domain/items/item.ts';
import { plainText } from '#app/platform/item-markdown.server.ts';
import { getBodies } from './get-bodies.server.ts';
import { loadItemsOfVersions } from './item.repo.server.ts';

/** How an organizer recognises an item in a table. */
export interface ItemLabel {
  readonly itemId: string;
  readonly prompt: string;
  readonly topicSlug: string;
  readonly lessonSlug: string;
  readonly difficulty: Difficulty;
  readonly status: ItemStatus;
}

/**
 * Labels of item versions, for organizers only.
 * @returns by item version id; an id that does not exist is missing from the map
 */
export async function getItemLabels(itemVersionIds: readonly string[]): Promise<Map<string, ItemLabel>> {
  const [items, bodies] = await Promise.all([loadItemsOfVersions(itemVersionIds), getBodies(itemVersionIds)]);
  const labels = new Map<string, ItemLabel>();
  for (const [versionId, { id, topicSlug, lessonSlug, difficulty, status }] of items) {
    const prompt = plainText(bodies.get(versionId)?.prompt ?? '');
    labels.set(versionId, { itemId: id, prompt, topicSlug, lessonSlug, difficulty, status });
  }
  return labels;
}
