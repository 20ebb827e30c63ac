import type { Instant } from '#app/domain/kernel/time.ts';
import { database } from '#app/platform/db/client.server.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';

/** The settings of these units as they are stored, by unit. */
export async function findSettings(unitIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await (await database()).reportSetting.findMany({ where: { unitId: { in: [...unitIds] } } });
  return new Map(rows.map(({ unitId, body }) => [unitId, body]));
}

export async function storeSetting(
  tx: Tx,
  { unitId, body, updatedById, now }: { unitId: string; body: string; updatedById: string; now: Instant },
): Promise<void> {
  const data = { body, updatedById, updatedAt: new Date(now) };
  await tx.reportSetting.upsert({ where: { unitId }, create: { unitId, ...data }, update: data });
}

/** @returns whether there was one */
export async function dropSetting(tx: Tx, unitId: string): Promise<boolean> {
  return (await tx.reportSetting.deleteMany({ where: { unitId } })).count > 0;
}
