import type { ReportSetting } from '#app/domain/reports/report-setting.ts';
import type { Snapshot } from '#app/domain/reports/snapshot.ts';
import { weeklyReport, type ReportPlace } from '#app/domain/reports/weekly-report.ts';
import { reportDocument } from '../paper/report-document.ts';
import type { ReportFormat } from './report-format.ts';

/** Everything that a report is made from. */
export interface ReportTask {
  /** The snapshot as it is stored. */
  readonly body: string;
  readonly hash: string;
  readonly place: ReportPlace;
  readonly seesScores: boolean;
  readonly setting: ReportSetting;
  readonly format: ReportFormat;
}

/**
 * Writes a report as a file: the same task gives the same bytes.
 * @param onProgress of a hundred
 * @returns undefined when the unit was not in the tree at the instant
 */
export async function writeReport(
  { body, hash, place, seesScores, setting, format }: ReportTask,
  onProgress: (progress: number) => void = () => undefined,
): Promise<Uint8Array | undefined> {
  onProgress(10);
  const report = weeklyReport(JSON.parse(body) as Snapshot, place, { seesScores });
  if (!report) return undefined;
  onProgress(30);
  if (format === 'xlsx') {
    const { reportXlsx } = await import('../paper/report-xlsx.server.ts');
    onProgress(50);
    return reportXlsx(report, { hash, issuer: setting.issuer });
  }
  const document = reportDocument(report, setting, { hash });
  onProgress(40);
  if (format === 'docx') return (await import('#app/platform/print/to-docx.server.ts')).toDocx(document);
  return (await import('#app/platform/print/to-pdf.server.ts')).toPdf(document);
}
