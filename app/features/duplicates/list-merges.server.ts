import { getFullNames } from '#app/features/identity/index.server.ts';
import { pageMerges, type StoredMerge } from './merge.repo.server.ts';

/** A merge in the history. */
export interface MergeRow extends Pick<StoredMerge, 'id' | 'at' | 'reason' | 'undoneAt' | 'undoReason'> {
  readonly kept: string;
  readonly merged: string;
  readonly byName: string;
  readonly undoneBy: string | undefined;
}

export const MERGES_PER_PAGE = 25;

/** What was merged, the latest first. @param page from 1 */
export async function listMerges(
  page: number,
): Promise<{ rows: readonly MergeRow[]; total: number; accountIds: readonly string[] }> {
  const { rows, total } = await pageMerges((page - 1) * MERGES_PER_PAGE, MERGES_PER_PAGE);
  const accountIds = [...new Set(rows.flatMap(({ keptId, mergedId }) => [keptId, mergedId]))];
  const actors = rows.flatMap(({ actorId, undoneById }) => [
    actorId,
    ...(undoneById === undefined ? [] : [undoneById]),
  ]);
  const names = await getFullNames([...new Set([...accountIds, ...actors])]);
  const nameOf = (id: string): string => names.get(id) ?? '';
  return {
    total,
    accountIds,
    rows: rows.map(({ id, at, reason, undoneAt, undoReason, keptId, mergedId, actorId, undoneById }) => ({
      id,
      at,
      reason,
      undoneAt,
      undoReason,
      kept: nameOf(keptId),
      merged: nameOf(mergedId),
      byName: nameOf(actorId),
      undoneBy: undoneById === undefined ? undefined : nameOf(undoneById),
    })),
  };
}
