import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { PRACTICE_TAG } from '#app/domain/contests/draw-form.ts';
import { CoverageTable } from '#app/features/bank/coverage-table.tsx';
import { getCoverage } from '#app/features/bank/index.server.ts';
import { requireTopRight } from '#app/features/identity/guard.server.ts';
import { getLessonNames } from '#app/features/lessons/index.server.ts';
import { now } from '#app/platform/clock.server.ts';
import { blueprintText } from '#app/text/blueprint.ts';
import { BankBreadcrumb } from '#app/ui/bank-breadcrumb.tsx';
import { bankStyles } from '#app/ui/bank-styles.ts';
import { formatNumber } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import { pageTitle } from '#app/ui/page-title.ts';

export const links = bankStyles;
export const meta = pageTitle<typeof loader>((locale) => blueprintText[locale].coverage);

/** What the bank has of each topic, difficulty and kind of answer, outside any contest. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireTopRight(request, 'read-items', now());
  return { coverage: await getCoverage(), topicNames: getLessonNames().topics };
}

export default function CoveragePage() {
  const t = useText(blueprintText);
  const locale = useLocale();
  const { coverage, topicNames } = useLoaderData<typeof loader>();
  const { contest, practice, inWork } = coverage;
  return (
    <div className="stack-l">
      <BankBreadcrumb here={t.coverage} />
      <header className="stack-s">
        <h1>{t.coverage}</h1>
        <p className="measure">{t.coverageLead}</p>
        <p className="quiet number">{t.coverageWork(formatNumber(inWork, locale))}</p>
      </header>
      {contest.length + practice.length === 0 && <p className="notice">{t.noItems}</p>}
      {contest.length > 0 && <CoverageTable title={t.coverageContest} rows={contest} topicNames={topicNames} />}
      {practice.length > 0 && (
        <CoverageTable title={t.coveragePractice} rows={practice} topicNames={topicNames} tag={PRACTICE_TAG} />
      )}
    </div>
  );
}
