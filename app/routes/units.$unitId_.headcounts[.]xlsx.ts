import type { LoaderFunctionArgs } from '@remix-run/node';
import { headcountXlsx } from '#app/features/headcounts/index.server.ts';
import { requireUnitRight } from '#app/features/identity/guard.server.ts';
import { now } from '#app/platform/clock.server.ts';
import { downloadBytes } from '#app/platform/http/download.server.ts';
import { readPreferences } from '#app/platform/http/preferences.server.ts';
import { XLSX_TYPE } from '#app/platform/tables/write-workbook.server.ts';

/** The headcounts of a branch, to fill in and send back. */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  const at = now();
  const asked = { unitId: params['unitId'] ?? '', now: at };
  const { place } = await requireUnitRight(request, 'propose-headcount', asked);
  const { locale } = await readPreferences(request);
  const bytes = await headcountXlsx({ path: place.path, locale, now: at });
  return downloadBytes(bytes, { fileName: `quan-so-${place.id.replaceAll(/[^\w-]/gu, '')}.xlsx`, type: XLSX_TYPE });
}
