import type { ImportDefaults, ImportReport, ImportRow } from '#app/domain/exchange/import-row.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { database } from '#app/platform/db/client.server.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';

export type JobState = 'waiting' | 'reading' | 'read' | 'applying' | 'applied' | 'refused' | 'dropped';

/** An import without its bytes and rows, which may be many megabytes. */
export interface ImportJob {
  readonly id: string;
  readonly actorId: string;
  readonly fileName: string;
  readonly format: string;
  readonly fileHash: string;
  readonly size: number;
  readonly state: JobState;
  readonly done: number;
  readonly total: number;
  readonly defaults: ImportDefaults;
  /** Undefined until the file was read or refused. */
  readonly report: ImportReport | undefined;
  readonly batchId: string | undefined;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
}

const HEAD = {
  id: true,
  actorId: true,
  fileName: true,
  format: true,
  fileHash: true,
  size: true,
  state: true,
  done: true,
  total: true,
  defaults: true,
  report: true,
  batchId: true,
  createdAt: true,
  updatedAt: true,
} as const;

interface HeadRow {
  id: string;
  actorId: string;
  fileName: string;
  format: string;
  fileHash: string;
  size: number;
  state: string;
  done: number;
  total: number;
  defaults: string;
  report: string;
  batchId: string | null;
  createdAt: Date;
  updatedAt: Date;
}

const fromRow = (row: HeadRow): ImportJob => ({
  ...row,
  state: row.state as JobState,
  defaults: JSON.parse(row.defaults) as ImportDefaults,
  report: row.report === '' ? undefined : (JSON.parse(row.report) as ImportReport),
  batchId: row.batchId ?? undefined,
  createdAt: row.createdAt.getTime(),
  updatedAt: row.updatedAt.getTime(),
});

export async function addJob(
  tx: Tx,
  job: Pick<ImportJob, 'actorId' | 'fileName' | 'fileHash' | 'size' | 'defaults'> & { bytes: Uint8Array; at: Instant },
): Promise<string> {
  const { bytes, at, defaults, ...columns } = job;
  const { id } = await tx.importJob.create({
    select: { id: true },
    data: {
      ...columns,
      state: 'waiting',
      defaults: JSON.stringify(defaults),
      file: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) as Uint8Array<ArrayBuffer>,
      createdAt: new Date(at),
      updatedAt: new Date(at),
    },
  });
  return id;
}

export async function findJob(id: string): Promise<ImportJob | undefined> {
  const row = await (await database()).importJob.findUnique({ where: { id }, select: HEAD });
  return row ? fromRow(row) : undefined;
}

/** The newest imports of a person. */
export async function listJobsOf(actorId: string, limit: number): Promise<ImportJob[]> {
  const rows = await (
    await database()
  ).importJob.findMany({ where: { actorId }, select: HEAD, orderBy: { createdAt: 'desc' }, take: limit });
  return rows.map(fromRow);
}

/** Jobs that hold bytes: how many of this person, and how large all of them. */
export async function countHeld(tx: Tx, actorId: string): Promise<{ own: number; bytes: number }> {
  const held = { state: { in: ['waiting', 'reading', 'read', 'applying'] } };
  const [own, all] = await Promise.all([
    tx.importJob.count({ where: { ...held, actorId } }),
    tx.importJob.aggregate({ where: held, _sum: { size: true } }),
  ]);
  return { own, bytes: all._sum.size ?? 0 };
}

/** The newest import of exactly these bytes that was applied and not undone. */
export async function findAppliedTwin(fileHash: string): Promise<{ id: string; at: Instant } | undefined> {
  const client = await database();
  const rows = await client.importJob.findMany({
    where: { fileHash, state: 'applied' },
    select: { id: true, updatedAt: true, batchId: true },
    orderBy: { updatedAt: 'desc' },
    take: 20,
  });
  const undone = await client.itemBatch.findMany({
    where: { id: { in: rows.flatMap(({ batchId }) => batchId ?? []) }, undoneAt: { not: null } },
    select: { id: true },
  });
  const gone = new Set(undone.map(({ id }) => id));
  const twin = rows.find(({ batchId }) => batchId !== null && !gone.has(batchId));
  return twin && { id: twin.id, at: twin.updatedAt.getTime() };
}

/**
 * The next job that wants work: one that waits, or one that was being worked at by a process that has not been heard of for so
 * long that it must have died. Nobody else gets it meanwhile.
 */
export async function claimJob(
  tx: Tx,
  given: { readBefore: Instant; appliedBefore: Instant; now: Instant },
): Promise<ImportJob | undefined> {
  const row = await tx.importJob.findFirst({
    where: {
      OR: [
        { state: 'waiting' },
        { state: 'applying', total: 0 },
        { state: 'reading', updatedAt: { lt: new Date(given.readBefore) } },
        { state: 'applying', updatedAt: { lt: new Date(given.appliedBefore) } },
      ],
    },
    select: HEAD,
    orderBy: { createdAt: 'asc' },
  });
  if (!row) return undefined;
  const state = row.state === 'applying' ? 'applying' : 'reading';
  const claimed = await tx.importJob.updateMany({
    where: { id: row.id, state: row.state, updatedAt: row.updatedAt, total: row.total },
    data: { state, done: 0, total: 1, updatedAt: new Date(given.now) },
  });
  return claimed.count === 1 ? fromRow({ ...row, state }) : claimJob(tx, given);
}

/** How far the work is; also says that somebody is at it. */
export async function beatJob(tx: Tx, id: string, done: number, total: number, now: Instant): Promise<void> {
  await tx.importJob.updateMany({
    where: { id, state: { in: ['reading', 'applying'] } },
    data: { done, total: Math.max(1, total), updatedAt: new Date(now) },
  });
}

export async function loadFile(id: string): Promise<Uint8Array | undefined> {
  const row = await (await database()).importJob.findUnique({ where: { id }, select: { file: true } });
  return row?.file ?? undefined;
}

export async function loadRows(id: string): Promise<ImportRow[]> {
  const row = await (await database()).importJob.findUnique({ where: { id }, select: { rows: true } });
  return row === null || row.rows === '' ? [] : (JSON.parse(row.rows) as ImportRow[]);
}

/** Ends the reading of a job, if it is still being read. */
export async function keepReading(
  tx: Tx,
  id: string,
  read: { rows: readonly ImportRow[]; report: ImportReport; now: Instant },
): Promise<void> {
  await tx.importJob.updateMany({
    where: { id, state: { in: ['reading', 'applying'] } },
    data: {
      state: 'read',
      format: read.report.format,
      rows: JSON.stringify(read.rows),
      report: JSON.stringify(read.report),
      done: read.rows.length,
      total: read.rows.length,
      updatedAt: new Date(read.now),
    },
  });
}

/** Changes a job from one of these states; its bytes and rows go where `forget` says so. @returns whether it was in one */
export async function moveJob(
  tx: Tx,
  id: string,
  move: {
    from: readonly JobState[];
    to: JobState;
    now: Instant;
    report?: Partial<ImportReport> | undefined;
    defaults?: ImportDefaults | undefined;
    batchId?: string | undefined;
    forget?: boolean;
  },
): Promise<boolean> {
  const { count } = await tx.importJob.updateMany({
    where: { id, state: { in: [...move.from] } },
    data: {
      state: move.to,
      done: 0,
      total: 0,
      updatedAt: new Date(move.now),
      ...(move.report ? { report: JSON.stringify(move.report) } : {}),
      ...(move.defaults ? { defaults: JSON.stringify(move.defaults) } : {}),
      ...(move.batchId === undefined ? {} : { batchId: move.batchId }),
      ...(move.forget === true ? { file: null, rows: '' } : {}),
    },
  });
  return count === 1;
}

/** Lets go of imports that nobody went on with, and of the memory of old ones. @returns how many lost their bytes */
export async function expireJobs(tx: Tx, heldBefore: Instant, knownBefore: Instant, now: Instant): Promise<number> {
  const { count } = await tx.importJob.updateMany({
    where: { state: { in: ['waiting', 'read'] }, updatedAt: { lt: new Date(heldBefore) } },
    data: { state: 'dropped', file: null, rows: '', updatedAt: new Date(now) },
  });
  await tx.importJob.deleteMany({
    where: { state: { in: ['refused', 'dropped'] }, updatedAt: { lt: new Date(knownBefore) } },
  });
  return count;
}
