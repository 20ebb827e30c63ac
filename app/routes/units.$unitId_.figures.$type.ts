import type { LoaderFunctionArgs } from '@remix-run/node';
import { can } from '#app/domain/identity/permissions.ts';
import { listContests } from '#app/features/contests/index.server.ts';
import { requireUnitRight } from '#app/features/identity/guard.server.ts';
import { listTopics } from '#app/features/lessons/index.server.ts';
import { readDashboard } from '#app/features/participation/dashboard/dashboard-address.ts';
import { chooseFrame, getSubUnitFile, subUnitsCsv, subUnitsXlsx } from '#app/features/participation/index.server.ts';
import { now } from '#app/platform/clock.server.ts';
import { downloadBytes } from '#app/platform/http/download.server.ts';
import { readPreferences } from '#app/platform/http/preferences.server.ts';
import { refusalPage } from '#app/platform/http/respond.server.ts';
import { XLSX_TYPE } from '#app/platform/tables/write-workbook.server.ts';

/** The units below a unit with their figures, as a file: what the page shows, all of its pages at once. */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  const at = now();
  const unitId = params['unitId'] ?? '';
  const { actor, place } = await requireUnitRight(request, 'see-people-of-unit', { unitId, now: at });
  const type = params['type'];
  const [contests, topics] = await Promise.all([listContests(at), listTopics({ actor: undefined })]);
  const state = { ...readDashboard(new URL(request.url).searchParams, true), view: 'units' } as const;
  const frame = chooseFrame(state, contests, topics);
  if ((type !== 'xlsx' && type !== 'csv') || !frame.ok || !frame.value) throw refusalPage('not-found');
  const audience = can(actor, 'see-contest-dashboard', place) ? 'organizers' : 'everybody';
  const { locale } = await readPreferences(request);
  const asked = { unitId, frame: frame.value, state, audience, isInCharge: true, now: at } as const;
  const file = await getSubUnitFile(asked, topics, locale);
  if (!file) throw refusalPage('not-found');
  const fileName = `so-lieu-${unitId.replaceAll(/[^\w-]/gu, '').slice(0, 60)}.${type}`;
  return type === 'xlsx'
    ? downloadBytes(await subUnitsXlsx(file, locale), { fileName, type: XLSX_TYPE })
    : downloadBytes(new TextEncoder().encode(subUnitsCsv(file, locale)), { fileName, type: 'text/csv; charset=utf-8' });
}
