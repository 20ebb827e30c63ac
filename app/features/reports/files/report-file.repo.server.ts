import type { Instant } from '#app/domain/kernel/time.ts';
import { database } from '#app/platform/db/client.server.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';
import type { ReportFormat } from './report-format.ts';

export type FileState = 'waiting' | 'making' | 'made' | 'failed';

/** Which file: the same key is the same file for good. */
export interface FileKey {
  readonly snapshotId: string;
  readonly unitId: string;
  readonly format: ReportFormat;
  readonly settingHash: string;
}

/** A file without its bytes. */
export interface ReportFileHead extends FileKey {
  readonly id: string;
  readonly state: FileState;
  readonly progress: number;
  readonly hash: string;
  readonly updatedAt: Instant;
}

const HEAD = {
  id: true,
  snapshotId: true,
  unitId: true,
  format: true,
  settingHash: true,
  state: true,
  progress: true,
  hash: true,
  updatedAt: true,
} as const;

interface HeadRow {
  id: string;
  snapshotId: string;
  unitId: string;
  format: string;
  settingHash: string;
  state: string;
  progress: number;
  hash: string;
  updatedAt: Date;
}

const fromRow = (row: HeadRow): ReportFileHead => ({
  ...row,
  format: row.format as ReportFormat,
  state: row.state as FileState,
  updatedAt: row.updatedAt.getTime(),
});

/** Asks for a file: a new one waits, one that failed waits again, any other stays as it is. */
export async function askForFile(
  tx: Tx,
  key: FileKey,
  { requestedById, now }: { readonly requestedById: string; readonly now: Instant },
): Promise<ReportFileHead> {
  const where = { snapshotId_unitId_format_settingHash: { ...key } };
  const known = await tx.reportFile.findUnique({ where, select: HEAD });
  const data = { state: 'waiting', progress: 0, updatedAt: new Date(now) };
  if (!known)
    return fromRow(
      await tx.reportFile.create({ data: { ...key, ...data, requestedById, createdAt: new Date(now) }, select: HEAD }),
    );
  if (known.state !== 'failed') return fromRow(known);
  return fromRow(await tx.reportFile.update({ where: { id: known.id }, data, select: HEAD }));
}

/** The files of a unit for these snapshots, as they are set now. */
export async function findFiles(of: {
  readonly snapshotIds: readonly string[];
  readonly unitId: string;
  readonly settingHash: string;
}): Promise<ReportFileHead[]> {
  const { snapshotIds, unitId, settingHash } = of;
  const rows = await (
    await database()
  ).reportFile.findMany({ where: { snapshotId: { in: [...snapshotIds] }, unitId, settingHash }, select: HEAD });
  return rows.map(fromRow);
}

/** The bytes of a file that was made. */
export async function loadBytes(key: FileKey): Promise<{ bytes: Uint8Array; hash: string } | undefined> {
  const row = await (
    await database()
  ).reportFile.findUnique({
    where: { snapshotId_unitId_format_settingHash: { ...key } },
    select: { bytes: true, hash: true, state: true },
  });
  return row?.state === 'made' && row.bytes ? { bytes: row.bytes, hash: row.hash } : undefined;
}

/** The next file that wants to be made, or whose maker has not been heard of since `heardBefore`; nobody else gets it meanwhile. */
export async function claimFile(
  tx: Tx,
  { heardBefore, now }: { readonly heardBefore: Instant; readonly now: Instant },
): Promise<ReportFileHead | undefined> {
  const row = await tx.reportFile.findFirst({
    where: { OR: [{ state: 'waiting' }, { state: 'making', updatedAt: { lt: new Date(heardBefore) } }] },
    orderBy: { createdAt: 'asc' },
    select: HEAD,
  });
  if (!row) return undefined;
  const { count } = await tx.reportFile.updateMany({
    where: { id: row.id, state: row.state, updatedAt: row.updatedAt },
    data: { state: 'making', progress: 0, updatedAt: new Date(now) },
  });
  return count === 1 ? fromRow(row) : claimFile(tx, { heardBefore, now });
}

/** How far a file is; also says that somebody is at it. */
export async function noteProgress(tx: Tx, id: string, progress: number, now: Instant): Promise<void> {
  await tx.reportFile.updateMany({ where: { id, state: 'making' }, data: { progress, updatedAt: new Date(now) } });
}

/** Ends the making of a file. What was made before stays: bytes are written once. */
export async function endFile(
  tx: Tx,
  id: string,
  end:
    | { readonly state: 'made'; readonly bytes: Uint8Array; readonly hash: string; readonly now: Instant }
    | { readonly state: 'failed' | 'waiting'; readonly now: Instant },
): Promise<void> {
  const { state, now } = end;
  await tx.reportFile.updateMany({
    where: { id, state: 'making' },
    data: {
      state,
      updatedAt: new Date(now),
      ...(end.state === 'made' ? { progress: 100, hash: end.hash, bytes: Buffer.from(end.bytes) } : { progress: 0 }),
    },
  });
}
