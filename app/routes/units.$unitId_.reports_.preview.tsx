import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData, useSearchParams } from '@remix-run/react';
import { requireDuties } from '#app/features/identity/guard.server.ts';
import { getPreview, openReports } from '#app/features/reports/index.server.ts';
import { PaperPreview } from '#app/features/reports/paper-preview.tsx';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { refusalPage } from '#app/platform/http/respond.server.ts';
import { reportsText } from '#app/text/reports.ts';
import { unitsText } from '#app/text/units.ts';
import { formatInstant, formatNumber } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { Breadcrumb } from '#app/ui/pieces.tsx';
import { reportsStyles } from '#app/ui/reports-styles.ts';
import { UnitTabs } from '#app/ui/unit-tabs.tsx';

export const links = reportsStyles;
export const meta = pageTitle<typeof loader>(
  (locale, page) => page && `${reportsText[locale].previewTitle} – ${page.unit.name}`,
);

/** The report of a week as it would be made now. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const at = now();
  const actor = await requireDuties(request);
  const query = new URL(request.url).searchParams;
  const block = query.get('block') || undefined;
  const opened = await openReports({ actor, unitId: params['unitId'] ?? '', block, now: at });
  if (!opened.ok) throw refusalPage(opened.error);
  const { place, seesScores, unit, ancestors, pages } = opened.value;
  const preview = await getPreview({ snapshotId: query.get('week') ?? '', place, seesScores, now: at });
  if (!preview) throw refusalPage('not-found');
  return { unit, ancestors, pages, ...preview };
}

export default function ReportPreviewPage() {
  const t = useText(reportsText);
  const units = useText(unitsText);
  const locale = useLocale();
  const [search] = useSearchParams();
  const { unit, ancestors, pages, nodes, footer, at, leftOut } = useLoaderData<typeof loader>();
  const query = new URLSearchParams([...search].filter(([name]) => name !== 'week'));
  const back = paths.unitReports(unit.id, query.size > 0 ? `?${query}` : '');
  const steps = [
    { to: paths.units(), name: units.title },
    ...[...ancestors, unit].map(({ id, name }) => ({ to: paths.unit(id), name, lang: 'vi' as const })),
    { to: back, name: t.title },
  ];
  return (
    <div className="stack-l">
      <div className="no-print stack">
        <Breadcrumb steps={steps} here={t.preview} />
        <h1>{t.previewTitle}</h1>
        <UnitTabs unitId={unit.id} pages={pages} here="reports" />
        <p className="number">{t.week(formatInstant(at, locale))}</p>
      </div>
      <PaperPreview nodes={nodes} footer={footer} />
      {leftOut > 0 && <p className="quiet no-print">{t.annexNote(formatNumber(leftOut, locale))}</p>}
      <p className="no-print">
        <Link to={back}>{t.back}</Link>
      </p>
    </div>
  );
}
