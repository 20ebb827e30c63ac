import type { ItemStatus } from '#app/domain/items/item.ts';
import { database } from '#app/platform/db/client.server.ts';

/** How many items there are of a status and a flag. */
export interface BankCount {
  readonly status: ItemStatus;
  readonly contested: boolean;
  readonly count: number;
}

/** How many items of the bank are how far, contested ones apart: what papers are not drawn from is in it too. */
export async function countBank(): Promise<BankCount[]> {
  const rows = await (await database()).item.groupBy({ by: ['status', 'contested'], _count: { _all: true } });
  return rows.map(({ status, contested, _count }) => ({ status: status as ItemStatus, contested, count: _count._all }));
}
