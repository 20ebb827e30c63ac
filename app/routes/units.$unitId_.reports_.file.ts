import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireDuties } from '#app/features/identity/guard.server.ts';
import { FORMAT_TYPES, isReportFormat } from '#app/features/reports/files/report-format.ts';
import { getReportFile, openReports } from '#app/features/reports/index.server.ts';
import { now } from '#app/platform/clock.server.ts';
import { downloadBytes } from '#app/platform/http/download.server.ts';
import { refusalPage } from '#app/platform/http/respond.server.ts';

/** A report that was made, as a file. */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  const at = now();
  const actor = await requireDuties(request);
  const query = new URL(request.url).searchParams;
  const unitId = params['unitId'] ?? '';
  const opened = await openReports({ actor, unitId, block: query.get('block') || undefined, now: at });
  if (!opened.ok) throw refusalPage(opened.error);
  const [week, format] = [query.get('week') ?? '', query.get('format')];
  if (!isReportFormat(format)) throw refusalPage('not-found');
  const { place, seesScores } = opened.value;
  const file = await getReportFile({ snapshotId: week, place, seesScores, format, now: at });
  if (!file) throw refusalPage('not-found');
  return downloadBytes(file.bytes, {
    fileName: `bao-cao-${unitId}-${file.hash.slice(0, 8)}.${format}`,
    type: FORMAT_TYPES[format],
  });
}
