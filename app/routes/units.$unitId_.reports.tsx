import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { listContests } from '#app/features/contests/index.server.ts';
import { requireDuties } from '#app/features/identity/guard.server.ts';
import { isReportFormat } from '#app/features/reports/files/report-format.ts';
import { getReportPage, openReports, requestReport, runReports } from '#app/features/reports/index.server.ts';
import { ReportChoice, SettingNote } from '#app/features/reports/report-choice.tsx';
import { WeekList } from '#app/features/reports/week-list.tsx';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { pageOf } from '#app/platform/http/query.server.ts';
import { refusalPage } from '#app/platform/http/respond.server.ts';
import { reportsText } from '#app/text/reports.ts';
import { unitsText } from '#app/text/units.ts';
import { formatInstant } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { Breadcrumb, Pager } from '#app/ui/pieces.tsx';
import { reportsStyles } from '#app/ui/reports-styles.ts';
import { UnitTabs } from '#app/ui/unit-tabs.tsx';

export const links = reportsStyles;
export const meta = pageTitle<typeof loader>((locale, page) => page && reportsText[locale].pageTitle(page.unit.name));

export async function loader({ request, params }: LoaderFunctionArgs) {
  const at = now();
  const actor = await requireDuties(request);
  const query = new URL(request.url).searchParams;
  const block = query.get('block') || undefined;
  const opened = await openReports({ actor, unitId: params['unitId'] ?? '', block, now: at });
  if (!opened.ok) throw refusalPage(opened.error);
  const { place, seesScores, ...open } = opened.value;
  const contests = (await listContests(at)).filter(({ phase }) => phase !== 'upcoming');
  const slug = query.get('contest') || undefined;
  const chosen = slug === undefined ? contests[0] : contests.find(({ contest }) => contest.slug === slug);
  if (slug !== undefined && !chosen) throw refusalPage('not-found');
  const page = pageOf(request);
  const list = chosen && (await getReportPage({ contestNow: chosen, place, seesScores, page, now: at }));
  return {
    ...open,
    block: place.block,
    contests: contests.map(({ contest }) => ({ slug: contest.slug, title: contest.title })),
    contest: chosen && { slug: chosen.contest.slug, title: chosen.contest.title },
    page,
    list,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const at = now();
  const actor = await requireDuties(request);
  const { searchParams, search } = new URL(request.url);
  const unitId = params['unitId'] ?? '';
  const opened = await openReports({ actor, unitId, block: searchParams.get('block') || undefined, now: at });
  if (!opened.ok) throw refusalPage(opened.error);
  const form = await request.formData().catch(() => new FormData());
  const [week, format] = [form.get('week'), form.get('format')];
  if (typeof week !== 'string' || typeof format !== 'string' || !isReportFormat(format)) throw refusalPage('invalid');
  const { place, seesScores } = opened.value;
  const asked = { snapshotId: week, place, seesScores, format, now: at };
  const done = await requestReport({ ...asked, actorId: actor.accountId });
  if (!done.ok) throw refusalPage(done.error);
  void runReports({ clock: now });
  throw redirect(paths.unitReports(unitId, search));
}

export default function UnitReportsPage() {
  const t = useText(reportsText);
  const units = useText(unitsText);
  const locale = useLocale();
  const { unit, ancestors, pages, contests, contest, block, blocks, isWhole, list, page } =
    useLoaderData<typeof loader>();
  const query = { ...(contest ? { contest: contest.slug } : {}), ...(block === undefined ? {} : { block }) };
  const steps = [
    { to: paths.units(), name: units.title },
    ...[...ancestors, unit].map(({ id, name }) => ({ to: paths.unit(id), name, lang: 'vi' as const })),
  ];
  const pageAt = (number: number) =>
    paths.unitReports(unit.id, `?${new URLSearchParams({ ...query, page: String(number) })}`);
  return (
    <div className="stack-l">
      <Breadcrumb steps={steps} here={t.title} />
      <header className="stack-s">
        <h1 lang="vi">{unit.name}</h1>
        <p className="measure">{t.lead}</p>
      </header>
      <UnitTabs unitId={unit.id} pages={pages} here="reports" />
      {contest && (
        <>
          <ReportChoice {...{ contests, blocks, block, isWhole }} contest={contest.slug} />
          <p className="lead" lang="vi">
            {block === undefined ? contest.title : `${contest.title} – ${block}`}
          </p>
        </>
      )}
      {!list && <p className="notice">{t.noContest}</p>}
      {list && (
        <>
          <p>{list.next === undefined ? t.noNext : t.next(formatInstant(list.next, locale))}</p>
          {list.weeks.length === 0 ? (
            <p className="notice">{t.noWeek}</p>
          ) : (
            <WeekList weeks={list.weeks} unitId={unit.id} query={page > 1 ? { ...query, page: String(page) } : query} />
          )}
          <Pager page={page} pages={list.pages} hrefOf={pageAt} />
          <SettingNote held={list.held} unitId={unit.id} mayChange={isWhole} />
        </>
      )}
    </div>
  );
}
