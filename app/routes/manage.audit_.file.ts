import type { LoaderFunctionArgs } from '@remix-run/node';
import { logCsv, logLines } from '#app/features/audit/index.server.ts';
import { logAddress, readLogQuery } from '#app/features/audit/reading/log-query.ts';
import { requireStepUp, requireTopRight } from '#app/features/identity/guard.server.ts';
import { recordLook } from '#app/features/operations/index.server.ts';
import { now } from '#app/platform/clock.server.ts';
import { download } from '#app/platform/http/download.server.ts';
import { readPreferences } from '#app/platform/http/preferences.server.ts';
import { refusalPage } from '#app/platform/http/respond.server.ts';

/** The acts of a time as a file: ?from=2026-09-01&format=csv or jsonl; who downloads it is written down. */
export async function loader({ request }: LoaderFunctionArgs): Promise<Response> {
  const serverNow = now();
  const actor = await requireTopRight(request, 'see-audit', serverNow);
  const search = new URL(request.url).searchParams;
  const query = { ...readLogQuery(search), after: '' };
  if (query.from === '') throw refusalPage('invalid');
  await requireStepUp(request, serverNow);
  const { locale } = await readPreferences(request);
  const isCsv = search.get('format') !== 'jsonl';
  const format = isCsv ? 'csv' : 'jsonl';
  const detail = { format, query: logAddress(query) };
  await recordLook({ actor, action: 'audit-file.seen', subject: 'installation', detail, now: serverNow });
  const type = isCsv ? 'text/csv; charset=utf-8' : 'application/jsonl; charset=utf-8';
  const pieces = isCsv ? logCsv(query, locale) : logLines(query, locale);
  return download(pieces, { fileName: `so-viec-${query.from}.${format}`, type });
}
