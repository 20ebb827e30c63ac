import type { LoaderFunctionArgs } from '@remix-run/node';
import type { Actor } from '#app/domain/identity/actor.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { findContest } from '#app/features/contests/index.server.ts';
import { requireRight, requireStepUp } from '#app/features/identity/guard.server.ts';
import { getFullNames } from '#app/features/identity/index.server.ts';
import { recordLook, recordTaking } from '#app/features/operations/index.server.ts';
import { getTopUnit } from '#app/features/units/index.server.ts';
import { exportRanking } from '#app/features/verification/index.server.ts';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { download } from '#app/platform/http/download.server.ts';
import { requireReason } from '#app/platform/http/query.server.ts';
import { readPreferences } from '#app/platform/http/preferences.server.ts';
import { refusalPage } from '#app/platform/http/respond.server.ts';

/**
 * One ranking for Excel: ?round=1 or all. With names where ?names=1: for who has just proved who they are, for a reason that is
 * written down with the look, and with a last line that says who took the file and when.
 */
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
  const named = names ? await takerOf(request, actor, serverNow) : undefined;
  const pieces = await exportRanking({
    slug,
    scope,
    locale,
    ...(named ? { namesOf: getFullNames, taker: named } : {}),
    now: serverNow,
  });
  if (!pieces) throw refusalPage('not-found');
  const subject = `contest:${contest.id}`;
  const detail = { format: 'csv', round: scope, purpose: 'file' };
  if (named) await recordLook({ actor, action: 'results.seen', subject, detail, reason: named.reason, now: serverNow });
  else await recordTaking({ actor, action: 'results.taken', subject, detail, now: serverNow });
  const fileName = `ket-qua-${slug}-${scope}${names ? '-ho-ten' : ''}.csv`;
  return download(pieces, { fileName, type: 'text/csv; charset=utf-8' });
}

/** Who takes names away, and why. */
async function takerOf(request: Request, { accountId }: Actor, at: Instant) {
  await requireStepUp(request, at);
  const reason = requireReason(request);
  return { name: (await getFullNames([accountId])).get(accountId) ?? '', reason };
}
