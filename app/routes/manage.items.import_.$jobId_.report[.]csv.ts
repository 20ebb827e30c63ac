import type { LoaderFunctionArgs } from '@remix-run/node';
import { csvReport, getImportRows } from '#app/features/exchange/index.server.ts';
import { requireTopRight } from '#app/features/identity/guard.server.ts';
import { now } from '#app/platform/clock.server.ts';
import { downloadBytes } from '#app/platform/http/download.server.ts';
import { readPreferences } from '#app/platform/http/preferences.server.ts';
import { refusalPage } from '#app/platform/http/respond.server.ts';

/** The report of a dry run for a spreadsheet. */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  const actor = await requireTopRight(request, 'write-items', now());
  const jobId = params['jobId'] ?? '';
  const found = await getImportRows(jobId, actor);
  if (!found) throw refusalPage('not-found');
  const { locale } = await readPreferences(request);
  const bytes = new TextEncoder().encode([...csvReport(found.rows, locale)].join(''));
  return downloadBytes(bytes, { fileName: `doc-thu-${jobId.slice(0, 8)}.csv`, type: 'text/csv; charset=utf-8' });
}
