import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireDuties } from '#app/features/identity/guard.server.ts';
import { openRoster, rosterTemplate } from '#app/features/rosters/index.server.ts';
import { now } from '#app/platform/clock.server.ts';
import { downloadBytes } from '#app/platform/http/download.server.ts';
import { readPreferences } from '#app/platform/http/preferences.server.ts';
import { refusalPage } from '#app/platform/http/respond.server.ts';
import { XLSX_TYPE } from '#app/platform/tables/write-workbook.server.ts';

/** The workbook that a clerk without a list fills in. */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  const at = now();
  const actor = await requireDuties(request);
  const opened = await openRoster({ actor, unitId: params['unitId'] ?? '', now: at });
  if (!opened.ok) throw refusalPage(opened.error);
  const { locale } = await readPreferences(request);
  const bytes = await rosterTemplate({ locale, now: at });
  return downloadBytes(bytes, { fileName: 'danh-sach-nguoi-mau.xlsx', type: XLSX_TYPE });
}
