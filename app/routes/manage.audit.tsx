import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { getLog, getLogState } from '#app/features/audit/index.server.ts';
import { LogFiles, LogFilters } from '#app/features/audit/reading/log-filters.tsx';
import { LogList } from '#app/features/audit/reading/log-list.tsx';
import { logAddress, readLogQuery } from '#app/features/audit/reading/log-query.ts';
import { LogStateView } from '#app/features/audit/reading/log-state.tsx';
import { listContests } from '#app/features/contests/index.server.ts';
import { requireTopRight } from '#app/features/identity/guard.server.ts';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { auditText } from '#app/text/audit.ts';
import { auditStyles } from '#app/ui/audit-styles.ts';
import { useText } from '#app/ui/locale.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { Breadcrumb } from '#app/ui/pieces.tsx';

export const links = auditStyles;
export const meta = pageTitle<typeof loader>((locale) => auditText[locale].title);

/** The audit log, for who checks what others did. */
export async function loader({ request }: LoaderFunctionArgs) {
  const serverNow = now();
  await requireTopRight(request, 'see-audit', serverNow);
  const query = readLogQuery(new URL(request.url).searchParams);
  const [page, state, contests] = await Promise.all([getLog(query), getLogState(), listContests(serverNow)]);
  return { query, page, state, contests: contests.map(({ contest: { slug, title } }) => ({ slug, title })) };
}

export default function AuditPage() {
  const t = useText(auditText);
  const { query, page, state, contests } = useLoaderData<typeof loader>();
  const { acts, next } = page;
  return (
    <div className="stack-l">
      <Breadcrumb steps={[{ to: paths.manage(), name: t.manage }]} here={t.title} />
      <header className="stack-s">
        <h1>{t.title}</h1>
        <p>{t.lead}</p>
      </header>
      <LogStateView {...state} />
      <LogFilters query={query} contests={contests} />
      {acts.length === 0 ? <p>{logAddress(query) === '' ? t.emptyLog : t.empty}</p> : <LogList acts={acts} />}
      <nav className="pager no-print" aria-label={t.shown}>
        {query.after === '' ? <span /> : <Link to={paths.manageAudit(logAddress(query))}>{t.newest}</Link>}
        {next !== undefined && (
          <Link
            className="button button--quiet"
            to={paths.manageAudit(logAddress(query, { after: next }))}
            preventScrollReset={false}
            rel="next"
          >
            {t.older}
          </Link>
        )}
      </nav>
      <LogFiles query={query} />
    </div>
  );
}
