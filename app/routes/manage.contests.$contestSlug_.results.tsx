import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { forTheMinutes } from '#app/features/audit/index.server.ts';
import { Minutes } from '#app/features/audit/sealing/minutes.tsx';
import { requireRight } from '#app/features/identity/guard.server.ts';
import { getTopUnit } from '#app/features/units/index.server.ts';
import { getResultsPage } from '#app/features/verification/index.server.ts';
import { ResultsDownloads } from '#app/features/verification/results-downloads.tsx';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { refusalPage } from '#app/platform/http/respond.server.ts';
import { manageText } from '#app/text/manage.ts';
import { resultsFileText } from '#app/text/results-file.ts';
import { auditText } from '#app/text/audit.ts';
import { auditStyles } from '#app/ui/audit-styles.ts';
import { useText } from '#app/ui/locale.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { Breadcrumb } from '#app/ui/pieces.tsx';

export const links = auditStyles;
export const meta = pageTitle<typeof loader>((locale, page) => page && resultsFileText[locale].pageTitle(page.title));

/** What can be downloaded of the results of a contest, and how anybody recomputes them. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const serverNow = now();
  const top = await getTopUnit(serverNow);
  await requireRight(request, 'export-results', top?.path ?? '');
  const contestSlug = params['contestSlug'] ?? '';
  const wantsChecksum = new URL(request.url).searchParams.get('checksum') === '1';
  const page = await getResultsPage({ slug: contestSlug, wantsChecksum, now: serverNow });
  if (!page) throw refusalPage('not-found');
  return { contestSlug, ...page, minutes: await forTheMinutes() };
}

export default function ResultsPage() {
  const t = useText(resultsFileText);
  const manage = useText(manageText);
  const seal = useText(auditText);
  const { minutes, ...page } = useLoaderData<typeof loader>();
  return (
    <div className="stack-l">
      <Breadcrumb
        steps={[
          { to: paths.manage(), name: manage.title },
          { to: paths.manageContest(page.contestSlug), name: t.back },
        ]}
        here={t.title}
      />
      <header className="stack-s">
        <h1>{t.title}</h1>
        <p lang="vi">{page.title}</p>
        <p>{t.lead}</p>
      </header>
      <section className="stack-s" aria-labelledby="sealed">
        <h2 id="sealed">{seal.sealedTitle}</h2>
        <p>{seal.sealedLead}</p>
        <p>
          <Link className="button button--quiet" to={paths.sealedResults(page.contestSlug)}>
            {seal.sealedTitle}
          </Link>
        </p>
      </section>
      <ResultsDownloads {...page} />
      <Minutes {...minutes} />
    </div>
  );
}
