import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { weeklyReport, type ReportPlace } from '#app/domain/reports/weekly-report.ts';
import { canBeKey } from '#app/platform/db/key-text.server.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { getReportSetting } from '../settings/report-setting.server.ts';
import { readSnapshot } from '../snapshots/read-snapshot.server.ts';
import { askForFile, loadBytes, type FileKey } from './report-file.repo.server.ts';
import type { ReportFormat } from './report-format.ts';
import { variantHash } from './report-variant.server.ts';

/** Which report is meant. */
export interface AskedReport {
  readonly snapshotId: string;
  readonly place: ReportPlace;
  readonly seesScores: boolean;
  readonly format: ReportFormat;
  readonly now: Instant;
}

async function keyOf({ snapshotId, place, seesScores, format, now }: AskedReport): Promise<FileKey | undefined> {
  if (!canBeKey(snapshotId)) return undefined;
  const held = await getReportSetting(place.unitId, now);
  if (!held) return undefined;
  const settingHash = variantHash({ setting: held.setting, block: place.block, seesScores });
  return { snapshotId, unitId: place.unitId, format, settingHash };
}

/** Asks for a report as a file. It is made in the background, once. */
export async function requestReport({
  actorId,
  ...asked
}: AskedReport & { /** Undefined at the command line. */ readonly actorId: string | undefined }): Promise<
  Result<{ readonly isMade: boolean }, 'not-found'>
> {
  const { place, seesScores, now } = asked;
  const [key, snapshot] = await Promise.all([keyOf(asked), readSnapshot(asked.snapshotId)]);
  if (!key || !snapshot || !weeklyReport(snapshot.figures, place, { seesScores })) return refuse('not-found');
  const file = await inTransaction(async (tx) => {
    const requested = await askForFile(tx, key, { requestedById: actorId ?? '', now });
    const detail = {
      snapshot: key.snapshotId,
      format: key.format,
      ...(place.block === undefined ? {} : { block: place.block }),
    };
    await recordAudit(tx, {
      at: now,
      actorId,
      action: 'report.requested',
      subject: `unit:${place.unitId}`,
      detail,
    });
    return requested;
  });
  return ok({ isMade: file.state === 'made' });
}

/** A report that was made; undefined when it is not there yet. */
export async function getReportFile(asked: AskedReport): Promise<{ bytes: Uint8Array; hash: string } | undefined> {
  const key = await keyOf(asked);
  return key && loadBytes(key);
}
