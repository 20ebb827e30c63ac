import { poolItemOf, type PoolItem } from '#app/domain/contests/draw-form.ts';
import { getBodies } from './get-bodies.server.ts';
import { listPublished } from './item.repo.server.ts';

/** Everything that a paper may be drawn from now: the current version of each published item that nobody contests. */
export async function getPool(): Promise<PoolItem[]> {
  const items = await listPublished();
  const bodies = await getBodies(items.flatMap((item) => item.currentVersionId ?? []));
  return items.flatMap((item) => {
    const { currentVersionId, contested } = item;
    const body = currentVersionId === undefined ? undefined : bodies.get(currentVersionId);
    return body && currentVersionId !== undefined && !contested ? poolItemOf(currentVersionId, item, body) : [];
  });
}
