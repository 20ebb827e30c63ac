import type { ItemFigures } from '#app/domain/analysis/item-figures.ts';
import { pooledFigures, type PooledFigures } from '#app/domain/analysis/pooled-figures.ts';
import { getItemLabels } from '#app/features/items/index.server.ts';
import { whenForgotten } from '#app/platform/db/forget.server.ts';
import { findSnapshot, listSnapshots } from './snapshot.repo.server.ts';

/** Figures by item, of the snapshots that they were read from. */
let known: { of: string; figures: ReadonlyMap<string, PooledFigures> } | undefined;
whenForgotten(() => (known = undefined));

/**
 * Figures of items over all rounds of all contests that were analysed, by first attempts, every version of an item together.
 * @returns by item id; an item that nobody has had is missing
 */
export async function getItemFigures(itemIds: readonly string[]): Promise<Map<string, PooledFigures>> {
  const all = await readAll();
  return new Map(
    itemIds.flatMap((id): [string, PooledFigures][] => {
      const figures = all.get(id);
      return figures ? [[id, figures]] : [];
    }),
  );
}

async function readAll(): Promise<ReadonlyMap<string, PooledFigures>> {
  // why: figures of other choices of attempts (their scope is "round:choice") would count people twice.
  const snapshots = (await listSnapshots()).filter(({ scopeId }) => !scopeId.includes(':'));
  const of = snapshots.map(({ scopeId, countedAt }) => `${scopeId}@${countedAt}`).join();
  if (known?.of === of) return known.figures;
  const byVersion = new Map<string, ItemFigures[]>();
  for (const { scopeId } of snapshots) {
    for (const { answers: _, ...item } of (await findSnapshot(scopeId))?.figures.items ?? []) {
      byVersion.set(item.itemVersionId, [...(byVersion.get(item.itemVersionId) ?? []), { ...item, answers: [] }]);
    }
  }
  const labels = await getItemLabels([...byVersion.keys()]);
  const byItem = new Map<string, ItemFigures[]>();
  for (const [versionId, figures] of byVersion) {
    const itemId = labels.get(versionId)?.itemId;
    if (itemId !== undefined) byItem.set(itemId, [...(byItem.get(itemId) ?? []), ...figures]);
  }
  const figures = new Map([...byItem].map(([id, rounds]) => [id, pooledFigures(rounds)]));
  known = { of, figures };
  return figures;
}
