import type { LoaderFunctionArgs } from '@remix-run/node';
import { listContests } from '#app/features/contests/index.server.ts';
import { requireStepUp, requireUnitRight } from '#app/features/identity/guard.server.ts';
import { listPeopleOfUnit } from '#app/features/identity/index.server.ts';
import { listTopics } from '#app/features/lessons/index.server.ts';
import { recordLook } from '#app/features/operations/index.server.ts';
import { listMissing, missingSubject, missingXlsx, subjectDetail } from '#app/features/participation/index.server.ts';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { downloadBytes } from '#app/platform/http/download.server.ts';
import { requireReason } from '#app/platform/http/query.server.ts';
import { readPreferences } from '#app/platform/http/preferences.server.ts';
import { refusalPage } from '#app/platform/http/respond.server.ts';
import { XLSX_TYPE } from '#app/platform/tables/write-workbook.server.ts';

/** Who of a unit is missing, as a file; that it was taken is recorded. */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  const at = now();
  const unitId = params['unitId'] ?? '';
  const { actor, place } = await requireUnitRight(request, 'see-people-of-unit', { unitId, now: at });
  const reason = requireReason(request);
  const [contests, topics] = await Promise.all([listContests(at), listTopics({ actor: undefined })]);
  const { search, searchParams } = new URL(request.url);
  const found = missingSubject(searchParams, contests, topics);
  if (!found.ok || !found.value) throw refusalPage('not-found');
  await requireStepUp(request, at, `${paths.unitPage(unitId, 'missing')}${search}`);
  const subject = found.value;
  const people = await listMissing({ unitId, subject, people: await listPeopleOfUnit(unitId) });
  const detail = { ...subjectDetail(subject), purpose: 'file', people: people.length };
  await recordLook({ actor, action: 'people-of-unit.seen', subject: `unit:${unitId}`, detail, reason, now: at });
  const { locale } = await readPreferences(request);
  const title = subject.kind === 'topic' ? subject.topic.title : subject.chosen.contestNow.contest.title;
  const bytes = await missingXlsx({ people, unitName: place.name, subject: title, locale, now: at });
  return downloadBytes(bytes, { fileName: `chua-tham-gia-${unitId.replaceAll(/[^\w-]/gu, '')}.xlsx`, type: XLSX_TYPE });
}
