import type { Instant } from '#app/domain/kernel/time.ts';
import type { ReportClock } from '#app/domain/reports/report-clock.ts';
import type { SetTarget } from '#app/domain/reports/report-target.ts';
import type { SnapshotUnit } from '#app/domain/reports/snapshot.ts';
import { isCategory, type HeadcountCategory } from '#app/domain/units/category.ts';
import { database } from '#app/platform/db/client.server.ts';
import { canBeKey } from '#app/platform/db/key-text.server.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';

/** A snapshot without its figures. */
export interface SnapshotHead {
  readonly id: string;
  readonly contestId: string;
  readonly at: Instant;
  readonly takenAt: Instant;
  readonly hash: string;
}

const HEAD = { id: true, contestId: true, at: true, takenAt: true, hash: true } as const;

type HeadRow = { id: string; contestId: string; at: Date; takenAt: Date; hash: string };

const fromRow = (row: HeadRow): SnapshotHead => ({ ...row, at: row.at.getTime(), takenAt: row.takenAt.getTime() });

/** The clock that somebody has set for a contest, and since when it holds. */
export async function findClock(contestId: string): Promise<(ReportClock & { readonly setAt: Instant }) | undefined> {
  const row = await (await database()).reportClock.findUnique({ where: { contestId } });
  return row ? { weekday: row.weekday, minuteOfDay: row.minuteOfDay, setAt: row.updatedAt.getTime() } : undefined;
}

export async function storeClock(
  tx: Tx,
  clock: ReportClock & { readonly contestId: string; readonly setById: string; readonly now: Instant },
): Promise<void> {
  const { contestId, weekday, minuteOfDay, setById, now } = clock;
  const data = { weekday, minuteOfDay, setById, updatedAt: new Date(now) };
  await tx.reportClock.upsert({ where: { contestId }, create: { contestId, ...data }, update: data });
}

/** The last snapshot of a contest, and how many there are. */
export async function findLast(contestId: string): Promise<{ at: Instant | undefined; count: number }> {
  const client = await database();
  const [last, count] = await Promise.all([
    client.figureSnapshot.findFirst({ where: { contestId }, orderBy: { at: 'desc' }, select: { at: true } }),
    client.figureSnapshot.count({ where: { contestId } }),
  ]);
  return { at: last?.at.getTime(), count };
}

/** Stores a snapshot unless there is one of that instant. @returns whether it was stored */
export async function addSnapshot(
  tx: Tx,
  { contestId, at, takenAt, body, hash }: Omit<SnapshotHead, 'id'> & { readonly body: string },
): Promise<boolean> {
  const where = { contestId_at: { contestId, at: new Date(at) } };
  // why looked for first: another process may have been faster, and then there is nothing to do.
  if (await tx.figureSnapshot.findUnique({ where, select: { id: true } })) return false;
  await tx.figureSnapshot.create({
    data: { contestId, at: new Date(at), takenAt: new Date(takenAt), body, hash },
  });
  return true;
}

/** Snapshots of a contest, the newest first. */
export async function pageSnapshots(
  contestId: string,
  { skip, take }: { readonly skip: number; readonly take: number },
): Promise<{ rows: SnapshotHead[]; total: number }> {
  const client = await database();
  const [rows, total] = await Promise.all([
    client.figureSnapshot.findMany({ where: { contestId }, orderBy: { at: 'desc' }, select: HEAD, skip, take }),
    client.figureSnapshot.count({ where: { contestId } }),
  ]);
  return { rows: rows.map(fromRow), total };
}

/** A snapshot with its figures as they were stored. */
export async function loadSnapshot(id: string): Promise<(SnapshotHead & { readonly body: string }) | undefined> {
  if (!canBeKey(id)) return undefined;
  const row = await (await database()).figureSnapshot.findUnique({ where: { id }, select: { ...HEAD, body: true } });
  return row ? { ...fromRow(row), body: row.body } : undefined;
}

/** The headcount of each unit of that day in each category that holds at an instant: the newest, but no sample where there is a real one. */
export async function findHeadcountsAsOf(
  at: Instant,
): Promise<{ byUnit: Map<string, SnapshotUnit['headcounts']>; isSample: boolean }> {
  const rows = await (
    await database()
  ).headcount.findMany({
    // why only units of that day: people of one that has ended are counted in what came out of it.
    where: {
      asOf: { lte: new Date(at) },
      unit: { validFrom: { lte: new Date(at) }, OR: [{ validTo: null }, { validTo: { gt: new Date(at) } }] },
    },
    // why samples first: what comes later in the list takes the place of what came before.
    orderBy: [{ isSample: 'desc' }, { asOf: 'asc' }],
  });
  const byUnit = new Map<string, Partial<Record<HeadcountCategory, SnapshotUnit['headcounts']['all']>>>();
  const samples = new Map<string, boolean>();
  for (const { unitId, category, asOf, people, source, isSample } of rows) {
    if (category !== 'all' && !isCategory(category)) continue;
    const known = byUnit.get(unitId) ?? {};
    known[category] = { people, asOf: asOf.getTime(), source };
    byUnit.set(unitId, known);
    samples.set(`${unitId} ${category}`, isSample);
  }
  return { byUnit: byUnit as Map<string, SnapshotUnit['headcounts']>, isSample: [...samples.values()].includes(true) };
}

/** Targets over a whole contest as they were at an instant. */
export async function findTargetsAsOf(contestId: string, at: Instant): Promise<SetTarget[]> {
  const rows = await (
    await database()
  ).target.findMany({
    where: {
      contestId,
      roundId: '',
      setAt: { lte: new Date(at) },
      OR: [{ withdrawnAt: null }, { withdrawnAt: { gt: new Date(at) } }],
    },
    orderBy: [{ setAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(({ id, unitId, spread, measure, value, dueAt, setAt }) => ({
    id,
    unitId,
    spread: spread === 'below' ? 'below' : 'unit',
    measure: measure === 'people' || measure === 'attempts' ? measure : 'rate',
    value,
    dueAt: dueAt.getTime(),
    setAt: setAt.getTime(),
  }));
}
