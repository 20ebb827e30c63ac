import type { LoaderFunctionArgs } from '@remix-run/node';
import { listContests } from '#app/features/contests/index.server.ts';
import { requireDuties, requireStepUp } from '#app/features/identity/guard.server.ts';
import { recordLook } from '#app/features/operations/index.server.ts';
import { listRoster, openRoster, rosterWorkbook, stateOfAddress } from '#app/features/rosters/index.server.ts';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { downloadBytes } from '#app/platform/http/download.server.ts';
import { requireReason } from '#app/platform/http/query.server.ts';
import { readPreferences } from '#app/platform/http/preferences.server.ts';
import { refusalPage } from '#app/platform/http/respond.server.ts';
import { XLSX_TYPE } from '#app/platform/tables/write-workbook.server.ts';
import { rostersText } from '#app/text/rosters.ts';

/** The people that the roster's page shows at the same address, as a workbook for reminding them. */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  const at = now();
  const actor = await requireDuties(request);
  const opened = await openRoster({ actor, unitId: params['unitId'] ?? '', now: at });
  if (!opened.ok) throw refusalPage(opened.error);
  const reason = requireReason(request);
  const unit = opened.value;
  const { search, searchParams: asked } = new URL(request.url);
  await requireStepUp(request, at, `${paths.unitPage(unit.id, 'roster')}${search}`);
  const contests = (await listContests(at)).map(({ contest }) => contest);
  const contest = contests.find(({ slug }) => slug === asked.get('contest')) ?? contests[0];
  const state = stateOfAddress(asked.get('state'));
  const name = (asked.get('q') ?? '').slice(0, 100);
  const lines = await listRoster({ actor, unitId: unit.id, contestId: contest?.id ?? '', name, state });
  if (!lines.ok) throw refusalPage(lines.error === 'forbidden' ? 'forbidden' : 'not-found');
  const detail = { purpose: 'file', people: lines.value.length, state: state ?? 'all', contest: contest?.slug ?? '' };
  await recordLook({ actor, action: 'roster-file.seen', subject: `unit:${unit.id}`, detail, reason, now: at });
  const { locale } = await readPreferences(request);
  const t = rostersText[locale];
  const filter = state === undefined ? t.all : t.states[state];
  const about = { unitName: unit.name, contestTitle: contest?.title, filter };
  const bytes = await rosterWorkbook(lines.value, about, { locale, now: at });
  return downloadBytes(bytes, { fileName: `danh-sach-${unit.id}.xlsx`, type: XLSX_TYPE });
}
