import type { PoolItem } from '#app/domain/contests/draw-form.ts';
import { shufflesOptions } from '#app/domain/items/item.ts';
import { getBodies } from './get-bodies.server.ts';
import { listPublished } from './item.repo.server.ts';

/** Everything that a paper may be drawn from now: the current version of each published item. */
export async function getPool(): Promise<PoolItem[]> {
  const items = await listPublished();
  const bodies = await getBodies(items.flatMap((item) => item.currentVersionId ?? []));
  return items.flatMap(({ currentVersionId, topicSlug, lessonSlug, difficulty, tags }) => {
    const body = currentVersionId === undefined ? undefined : bodies.get(currentVersionId);
    if (!body || currentVersionId === undefined) return [];
    return {
      itemVersionId: currentVersionId,
      topicSlug,
      lessonSlug,
      difficulty,
      tags,
      interaction: body.interaction,
      keys: body.key,
      optionIds: body.options.map((option) => option.id),
      shufflesOptions: shufflesOptions(body),
    };
  });
}
