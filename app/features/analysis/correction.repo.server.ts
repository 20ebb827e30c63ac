import type { Instant } from '#app/domain/kernel/time.ts';
import { database } from '#app/platform/db/client.server.ts';

/** How the key of an item version was last corrected in a contest. */
export interface KeyInForce {
  /** key: another key holds; allRight: everybody gets the full mark; void: it counts for nothing. */
  readonly kind: 'key' | 'allRight' | 'void';
  readonly key: readonly string[];
}

/** The corrections that hold in a contest, by item version. */
export async function findCorrections(contestId: string): Promise<Map<string, KeyInForce>> {
  const rows = await (
    await database()
  ).keyCorrection.findMany({
    where: { contestId },
    orderBy: { at: 'asc' },
    select: { itemVersionId: true, kind: true, key: true },
  });
  const last = new Map(rows.map((row) => [row.itemVersionId, row]));
  return new Map(
    [...last].flatMap(([id, { kind, key }]): [string, KeyInForce][] =>
      kind === 'key' || kind === 'allRight' || kind === 'void'
        ? [[id, { kind, key: kind === 'key' ? (JSON.parse(key) as string[]) : [] }]]
        : [],
    ),
  );
}

/** What says that the keys of a contest are as they were. */
export async function readCorrectionsState(contestId: string): Promise<{ corrections: number; doneAt: Instant }> {
  const found = await (
    await database()
  ).keyCorrection.aggregate({ where: { contestId }, _count: { _all: true }, _max: { at: true, doneAt: true } });
  const last = Math.max(found._max.at?.getTime() ?? 0, found._max.doneAt?.getTime() ?? 0);
  return { corrections: found._count._all, doneAt: last };
}
