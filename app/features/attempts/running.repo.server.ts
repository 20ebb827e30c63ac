import type { AttemptState } from '#app/domain/attempts/replay.ts';
import type { Duration, Instant } from '#app/domain/kernel/time.ts';
import { database } from '#app/platform/db/client.server.ts';
import { canBeKey } from '#app/platform/db/key-text.server.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';
import type { Prisma } from '#prisma/generated/sqlite/client.ts';

/** Stores a deadline that was derived again, of one running attempt or of several. */
export async function setDeadline(tx: Tx, ids: readonly string[], deadlineAt: Instant): Promise<void> {
  // why updateMany: it reads nothing back, and thousands of attempts may follow one act of the organizers.
  await tx.attempt.updateMany({
    where: { id: { in: [...ids] }, state: 'inProgress' },
    data: { deadlineAt: new Date(deadlineAt) },
  });
}

/** A running attempt with what its deadline is made of. */
export interface RunningAttempt {
  readonly id: string;
  readonly accountId: string;
  readonly unitId: string;
  readonly startedAt: Instant;
  readonly deadlineAt: Instant;
}

/** Attempts of a round that run, after one with that id, in order of their ids. */
export async function findRunning(tx: Tx, roundId: string, afterId: string, limit: number): Promise<RunningAttempt[]> {
  const rows = await tx.attempt.findMany({
    where: { roundId, state: 'inProgress', id: { gt: afterId } },
    orderBy: { id: 'asc' },
    take: limit,
    select: { id: true, accountId: true, unitId: true, startedAt: true, deadlineAt: true },
  });
  return rows.map((row) => ({
    ...row,
    startedAt: row.startedAt.getTime(),
    deadlineAt: row.deadlineAt.getTime(),
  }));
}

/** Which tab leads and whether it runs, for these attempts. */
export async function findLeads(
  ids: readonly string[],
): Promise<
  { id: string; roundId: string; contestId: string; device: string | undefined; state: string; deadlineAt: Instant }[]
> {
  const rows = await (
    await database()
  ).attempt.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, roundId: true, contestId: true, device: true, state: true, deadlineAt: true },
  });
  return rows.map((row) => ({ ...row, device: row.device ?? undefined, deadlineAt: row.deadlineAt.getTime() }));
}

/**
 * Ids of attempts whose stored deadline and grace are over and which nobody has finished, oldest deadline first.
 * @param after go on behind this deadline and id
 * @param except rounds that stand still: nothing of theirs can be over
 */
export async function findOverdue(
  now: Instant,
  { limit, after, except }: { limit: number; after: { deadlineAt: Instant; id: string }; except: readonly string[] },
): Promise<{ id: string; deadlineAt: Instant; isOver: boolean }[]> {
  const from = new Date(after.deadlineAt);
  const rows = await (
    await database()
  ).attempt.findMany({
    where: {
      state: 'inProgress',
      deadlineAt: { lte: new Date(now), gte: from },
      OR: [{ deadlineAt: { gt: from } }, { id: { gt: after.id } }],
      ...(except.length > 0 ? { roundId: { notIn: [...except] } } : {}),
    },
    orderBy: [{ deadlineAt: 'asc' }, { id: 'asc' }],
    take: limit,
    select: { id: true, deadlineAt: true, graceMs: true },
  });
  return rows.map(({ id, deadlineAt, graceMs }) => ({
    id,
    deadlineAt: deadlineAt.getTime(),
    isOver: deadlineAt.getTime() + graceMs <= now,
  }));
}

/** What an open sheet asks about an attempt, without its paper: whose it is, how it stands, and the number of its last step. */
export interface AttemptHead {
  readonly id: string;
  readonly roundId: string;
  readonly contestId: string;
  readonly accountId: string;
  readonly unitId: string;
  readonly startedAt: Instant;
  readonly state: AttemptState;
  readonly device: string | undefined;
  readonly sequence: number;
}

const headColumns = {
  id: true,
  roundId: true,
  contestId: true,
  accountId: true,
  unitId: true,
  startedAt: true,
  state: true,
  device: true,
} as const;

type HeadRow = Prisma.AttemptGetPayload<{ select: typeof headColumns }>;

const headOf = (row: HeadRow, sequence: number): AttemptHead => ({
  ...row,
  startedAt: row.startedAt.getTime(),
  state: row.state as AttemptState,
  device: row.device ?? undefined,
  sequence,
});

/** The head of an attempt by its id and its owner, where one is given. */
export async function findHead(id: string, accountId: string | undefined): Promise<AttemptHead | undefined> {
  if (!canBeKey(id)) return undefined;
  const row = await (
    await database()
  ).attempt.findFirst({
    where: { id, ...(accountId === undefined ? {} : { accountId }) },
    select: { ...headColumns, steps: { orderBy: { sequence: 'desc' }, take: 1, select: { sequence: true } } },
  });
  if (!row) return undefined;
  const { steps, ...head } = row;
  return headOf(head, steps[0]?.sequence ?? 0);
}

/** The heads of these attempts by their ids, in two statements. */
export async function findHeads(ids: readonly string[]): Promise<Map<string, AttemptHead>> {
  const client = await database();
  const [rows, last] = await Promise.all([
    client.attempt.findMany({ where: { id: { in: [...ids] } }, select: headColumns }),
    client.attemptStep.groupBy({
      by: ['attemptId'],
      where: { attemptId: { in: [...ids] } },
      _max: { sequence: true },
    }),
  ]);
  const sequences = new Map(last.map((row) => [row.attemptId, row._max.sequence ?? 0]));
  return new Map(rows.map((row) => [row.id, headOf(row, sequences.get(row.id) ?? 0)]));
}

/**
 * Finished attempts of a round whose end lies at an instant or after it, with what their running time is made of.
 * why also by the deadline: none ends after it, and by it there is an index.
 */
export async function findFinishedSince(
  tx: Tx,
  roundId: string,
  since: Instant,
): Promise<{ id: string; startedAt: Instant; finishedAt: Instant; duration: Duration }[]> {
  const rows = await tx.attempt.findMany({
    where: {
      roundId,
      state: { in: ['submitted', 'expired'] },
      deadlineAt: { gte: new Date(since) },
      finishedAt: { gte: new Date(since) },
    },
    select: { id: true, startedAt: true, finishedAt: true, durationMs: true },
  });
  return rows.map(({ id, startedAt, finishedAt, durationMs }) => ({
    id,
    startedAt: startedAt.getTime(),
    finishedAt: finishedAt?.getTime() ?? since,
    duration: durationMs ?? 0,
  }));
}

/** Stores a running time that was derived again; the standings take it in anew. */
export async function setDuration(tx: Tx, attemptId: string, duration: Duration): Promise<void> {
  await tx.attempt.update({ where: { id: attemptId }, data: { durationMs: duration, isRanked: false } });
}
