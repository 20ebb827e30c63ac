import type { LoaderFunctionArgs } from '@remix-run/node';
import { readAnalysisQuery } from '#app/features/analysis/analysis-address.ts';
import { analysisCsv, getAnalysisTable } from '#app/features/analysis/index.server.ts';
import { getContest } from '#app/features/contests/index.server.ts';
import { requireTopRight } from '#app/features/identity/guard.server.ts';
import { now } from '#app/platform/clock.server.ts';
import { downloadBytes } from '#app/platform/http/download.server.ts';
import { readPreferences } from '#app/platform/http/preferences.server.ts';
import { refusalPage } from '#app/platform/http/respond.server.ts';

/** The questions of a round with all their figures, as a file. */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  const serverNow = now();
  await requireTopRight(request, 'see-contest-dashboard', serverNow);
  const found = await getContest(params['contestSlug'] ?? '', serverNow);
  if (!found) throw refusalPage('not-found');
  const { round, choice } = readAnalysisQuery(new URL(request.url).searchParams);
  const table = await getAnalysisTable(found, { round, choice, now: serverNow });
  if (!table) throw refusalPage('not-found');
  const { locale } = await readPreferences(request);
  const fileName = `phan-tich-${found.contest.slug}-${table.round}.csv`;
  return downloadBytes(new TextEncoder().encode(analysisCsv(table, locale)), {
    fileName,
    type: 'text/csv; charset=utf-8',
  });
}
