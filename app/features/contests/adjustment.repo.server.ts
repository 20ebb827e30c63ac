import type { Adjustment } from '#app/domain/contests/timeline.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { getUnitIndex } from '#app/features/units/index.server.ts';
import { database } from '#app/platform/db/client.server.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';
import type { Prisma } from '#prisma/generated/sqlite/client.ts';

type AdjustmentRow = Prisma.AdjustmentGetPayload<object>;

const adjustmentOf = (row: AdjustmentRow, unitIds: ReadonlySet<string> | undefined): Adjustment => ({
  id: row.id,
  kind: row.kind as Adjustment['kind'],
  at: row.at.getTime(),
  ms: row.ms,
  accountId: row.accountId ?? undefined,
  unitIds,
  startsAt: row.startsAt?.getTime(),
  endsAt: row.endsAt?.getTime(),
  undoneAt: row.undoneAt?.getTime(),
});

/** What the organizers adjusted in a contest, by round, in the order of the acts; units are resolved to their branches. */
export async function findAdjustments(contestId: string, tx?: Tx): Promise<Map<string, Adjustment[]>> {
  const rows = await (tx ?? (await database())).adjustment.findMany({
    where: { contestId },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  });
  const byRound = new Map<string, Adjustment[]>();
  for (const row of rows) {
    const unitIds = row.unitId === null ? undefined : await branchOf(row.unitId, row.at.getTime());
    byRound.set(row.roundId, [...(byRound.get(row.roundId) ?? []), adjustmentOf(row, unitIds)]);
  }
  return byRound;
}

/** The unit and everything below it. */
async function branchOf(unitId: string, at: number): Promise<ReadonlySet<string>> {
  const index = await getUnitIndex(at);
  return new Set([...index.values()].filter((place) => place.pathIds.includes(unitId)).map((place) => place.id));
}

/** Ids of contests in which a pause lasts now. */
export async function findContestsWithPauses(now: Instant): Promise<string[]> {
  const at = new Date(now);
  const rows = await (
    await database()
  ).adjustment.findMany({
    where: { kind: 'pause', undoneAt: null, startsAt: { lte: at }, OR: [{ endsAt: null }, { endsAt: { gt: at } }] },
    select: { contestId: true },
    distinct: ['contestId'],
  });
  return rows.map((row) => row.contestId);
}

/**
 * What stands for everything that people of another process may change in these contests: adjustments, notices and the
 * plan of the rounds. Three statements however many contests; equal texts mean that nothing has changed.
 */
export async function findContestMarks(contestIds: readonly string[]): Promise<Map<string, string>> {
  const client = await database();
  const where = { contestId: { in: [...contestIds] } };
  const [adjustments, notices, rounds] = await Promise.all([
    client.adjustment.findMany({
      where,
      select: { id: true, contestId: true, endsAt: true, undoneAt: true },
      orderBy: { id: 'asc' },
    }),
    client.notice.findMany({
      where: { ...where, withdrawnAt: null },
      select: { id: true, contestId: true },
      orderBy: { id: 'asc' },
    }),
    client.round.findMany({ where, select: { id: true, contestId: true, updatedAt: true }, orderBy: { id: 'asc' } }),
  ]);
  const marks = new Map<string, string>(contestIds.map((id) => [id, '']));
  for (const { contestId, ...rest } of [...adjustments, ...notices, ...rounds]) {
    marks.set(contestId, `${marks.get(contestId) ?? ''}${JSON.stringify(rest)}`);
  }
  return marks;
}
