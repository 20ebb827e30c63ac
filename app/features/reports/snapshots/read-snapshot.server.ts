import { createHash } from 'node:crypto';
import type { Instant } from '#app/domain/kernel/time.ts';
import type { Snapshot } from '#app/domain/reports/snapshot.ts';
import { loadSnapshot, pageSnapshots, type SnapshotHead } from './snapshot.repo.server.ts';

const hashOf = (body: string): string => createHash('sha256').update(body).digest('hex');

/** A snapshot as it was stored; undefined when there is none. @throws when it is not what was stored: nothing is made from it */
export async function readSnapshot(
  id: string,
): Promise<(SnapshotHead & { readonly body: string; readonly figures: Snapshot }) | undefined> {
  const row = await loadSnapshot(id);
  if (!row) return undefined;
  if (hashOf(row.body) !== row.hash) throw new Error(`the snapshot ${id} is not what was stored`);
  return { ...row, figures: JSON.parse(row.body) as Snapshot };
}

const PAGE = 50;

/** Looks at every snapshot of a contest: which are no longer what was stored. */
export async function verifySnapshots(
  contestId: string,
): Promise<{ readonly checked: number; readonly changed: readonly Instant[] }> {
  const changed: Instant[] = [];
  let checked = 0;
  for (;;) {
    const { rows } = await pageSnapshots(contestId, { skip: checked, take: PAGE });
    if (rows.length === 0) return { checked, changed };
    for (const { id, at } of rows) {
      const row = await loadSnapshot(id);
      if (!row || hashOf(row.body) !== row.hash) changed.push(at);
    }
    checked += rows.length;
  }
}
