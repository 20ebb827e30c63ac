import type { LoaderFunctionArgs } from '@remix-run/node';
import { findContest } from '#app/features/contests/index.server.ts';
import { requireRight, requireStepUp } from '#app/features/identity/guard.server.ts';
import { getFullNames } from '#app/features/identity/index.server.ts';
import { recordLook } from '#app/features/operations/index.server.ts';
import { getTopUnit } from '#app/features/units/index.server.ts';
import { exportRanking } from '#app/features/verification/index.server.ts';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { download } from '#app/platform/http/download.server.ts';
import { readPreferences } from '#app/platform/http/preferences.server.ts';
import { refusalPage } from '#app/platform/http/respond.server.ts';

/** One ranking for Excel: ?round=1 or all; with names where ?names=1, which is written down as a look at people. */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  const serverNow = now();
  const top = await getTopUnit(serverNow);
  const actor = await requireRight(request, 'export-results', top?.path ?? '');
  const contest = await findContest({ slug: params['contestSlug'] ?? '' });
  if (!contest) throw refusalPage('not-found');
  const { slug } = contest;
  await requireStepUp(request, serverNow, paths.manageResults(slug));
  const query = new URL(request.url).searchParams;
  const scope = query.get('round') ?? '1';
  const names = query.get('names') === '1';
  const { locale } = await readPreferences(request);
  const pieces = await exportRanking({
    slug,
    scope,
    locale,
    ...(names ? { namesOf: getFullNames } : {}),
    now: serverNow,
  });
  if (!pieces) throw refusalPage('not-found');
  const detail = { format: 'csv', round: scope, names };
  await recordLook({ actor, action: 'results.seen', subject: `contest:${contest.id}`, detail, now: serverNow });
  const fileName = `ket-qua-${slug}-${scope}${names ? '-ho-ten' : ''}.csv`;
  return download(pieces, { fileName, type: 'text/csv; charset=utf-8' });
}
