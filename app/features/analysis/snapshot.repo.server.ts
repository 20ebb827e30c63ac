import type { RoundFigures } from '#app/domain/analysis/round-figures.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { database } from '#app/platform/db/client.server.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';

/** Figures of a round as they were counted at an instant. */
export interface Snapshot {
  readonly scopeId: string;
  readonly contestId: string;
  readonly attempts: number;
  readonly basis: string;
  readonly figures: RoundFigures;
  readonly countedAt: Instant;
}

export async function findSnapshot(scopeId: string): Promise<Snapshot | undefined> {
  const row = await (await database()).analysisSnapshot.findUnique({ where: { scopeId } });
  return row
    ? { ...row, figures: JSON.parse(row.body) as RoundFigures, countedAt: row.countedAt.getTime() }
    : undefined;
}

/** Which figures there are, without them. */
export async function listSnapshots(): Promise<Omit<Snapshot, 'figures'>[]> {
  const rows = await (await database()).analysisSnapshot.findMany({ omit: { body: true } });
  return rows.map((row) => ({ ...row, countedAt: row.countedAt.getTime() }));
}

export async function storeSnapshot(tx: Tx, { scopeId, figures, countedAt, ...rest }: Snapshot): Promise<void> {
  const row = { ...rest, body: JSON.stringify(figures), countedAt: new Date(countedAt) };
  await tx.analysisSnapshot.upsert({ where: { scopeId }, create: { scopeId, ...row }, update: row });
}
