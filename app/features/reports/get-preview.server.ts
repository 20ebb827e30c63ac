import type { Instant } from '#app/domain/kernel/time.ts';
import { weeklyReport, type ReportPlace } from '#app/domain/reports/weekly-report.ts';
import { paperView, type PaperNode } from './paper/paper-view.ts';
import { reportDocument } from './paper/report-document.ts';
import { getReportSetting } from './settings/report-setting.server.ts';
import { readSnapshot } from './snapshots/read-snapshot.server.ts';

/** A report to look at on a screen: all of it but the list of everything below, which may be thousands of lines. */
export interface ReportPreview {
  readonly nodes: readonly PaperNode[];
  readonly footer: string;
  readonly at: Instant;
  /** Lines that only the files have. */
  readonly leftOut: number;
}

/** The report of a week as it would be made now; undefined for a unit that was not in the tree at the instant. */
export async function getPreview({
  snapshotId,
  place,
  seesScores,
  now,
}: {
  readonly snapshotId: string;
  readonly place: ReportPlace;
  readonly seesScores: boolean;
  readonly now: Instant;
}): Promise<ReportPreview | undefined> {
  const [snapshot, held] = await Promise.all([readSnapshot(snapshotId), getReportSetting(place.unitId, now)]);
  const report = snapshot && weeklyReport(snapshot.figures, place, { seesScores });
  if (!report || !held) return undefined;
  const document = reportDocument(report, held.setting, { hash: snapshot.hash, isWhole: false });
  return { nodes: paperView(document.nodes), footer: document.footer, at: report.at, leftOut: report.branch.length };
}
