import type { Instant } from '#app/domain/kernel/time.ts';
import { isWithin } from '#app/domain/units/tree.ts';
import type { ReportPlace } from '#app/domain/reports/weekly-report.ts';
import type { ContestNow } from '#app/features/contests/index.server.ts';
import { getUnitIndex } from '#app/features/units/index.server.ts';
import { findFiles, type FileState } from './files/report-file.repo.server.ts';
import type { ReportFormat } from './files/report-format.ts';
import { variantHash } from './files/report-variant.server.ts';
import { getReportSetting, type HeldSetting } from './settings/report-setting.server.ts';
import { getClockPage } from './snapshots/report-clock.server.ts';
import type { SnapshotHead } from './snapshots/snapshot.repo.server.ts';

/** How far one file of a week is; undefined where nobody has asked for it. */
export interface FileProgress {
  readonly state: FileState;
  readonly progress: number;
}

export interface WeekRow {
  readonly id: string;
  readonly at: Instant;
  readonly hash: string;
  readonly files: { readonly [format in ReportFormat]?: FileProgress | undefined };
}

export interface ReportPage {
  /** The newest first. */
  readonly weeks: readonly WeekRow[];
  readonly pages: number;
  /** When the next figures are frozen; undefined when none are to come. */
  readonly next: Instant | undefined;
  readonly held: HeldSetting;
}

/** The weeks of a contest that a unit can report on, with the files that there are. */
export async function getReportPage({
  contestNow,
  place,
  seesScores,
  page,
  now,
}: {
  readonly contestNow: ContestNow;
  readonly place: ReportPlace;
  readonly seesScores: boolean;
  readonly page: number;
  readonly now: Instant;
}): Promise<ReportPage | undefined> {
  const [held, clock] = await Promise.all([getReportSetting(place.unitId, now), getClockPage(contestNow, page, now)]);
  if (!held) return undefined;
  const { snapshots, pages, next } = clock;
  const settingHash = variantHash({ setting: held.setting, block: place.block, seesScores });
  const snapshotIds = snapshots.map(({ id }) => id);
  const files = await findFiles({ snapshotIds, unitId: place.unitId, settingHash });
  const weekOf = ({ id, at, hash }: SnapshotHead): WeekRow => ({
    id,
    at,
    hash,
    files: Object.fromEntries(
      files
        .filter(({ snapshotId }) => snapshotId === id)
        .map(({ format, state, progress }) => [format, { state, progress }]),
    ),
  });
  return { weeks: snapshots.map(weekOf), pages, next, held };
}

/** The blocks that units of a branch belong to, in alphabetical order. */
export async function blocksWithin(unitPath: string, now: Instant): Promise<string[]> {
  const blocks = new Set<string>();
  for (const { path, block } of (await getUnitIndex(now)).values()) {
    if (block !== undefined && isWithin(path, unitPath)) blocks.add(block);
  }
  return [...blocks].toSorted((a, b) => a.localeCompare(b, 'vi'));
}
