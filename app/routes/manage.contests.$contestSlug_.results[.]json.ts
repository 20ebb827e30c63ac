import type { LoaderFunctionArgs } from '@remix-run/node';
import { findContest } from '#app/features/contests/index.server.ts';
import { requireRight, requireStepUp } from '#app/features/identity/guard.server.ts';
import { recordTaking } from '#app/features/operations/index.server.ts';
import { getTopUnit } from '#app/features/units/index.server.ts';
import { exportResults } from '#app/features/verification/index.server.ts';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { download } from '#app/platform/http/download.server.ts';
import { refusalPage } from '#app/platform/http/respond.server.ts';

/** The complete file of the results of a contest. */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  const serverNow = now();
  const top = await getTopUnit(serverNow);
  const actor = await requireRight(request, 'export-results', top?.path ?? '');
  const contest = await findContest({ slug: params['contestSlug'] ?? '' });
  if (!contest) throw refusalPage('not-found');
  const { slug } = contest;
  await requireStepUp(request, serverNow, paths.manageResults(slug));
  const pieces = await exportResults({ slug, now: serverNow });
  if (!pieces) throw refusalPage('not-found');
  const detail = { format: 'json', names: false };
  await recordTaking({ actor, action: 'results.taken', subject: `contest:${contest.id}`, detail, now: serverNow });
  return download(pieces, { fileName: `ket-qua-${slug}.json`, type: 'application/json; charset=utf-8' });
}
