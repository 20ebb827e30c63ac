import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { getContest } from '#app/features/contests/index.server.ts';
import { requireTopRight } from '#app/features/identity/guard.server.ts';
import { ClockForm, SnapshotTable } from '#app/features/reports/clock-form.tsx';
import { getClockPage, setReportClock } from '#app/features/reports/index.server.ts';
import { ReportClockForm } from '#app/features/reports/snapshots/report-clock.schema.ts';
import { getTopUnit } from '#app/features/units/index.server.ts';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { hasFaults, noteFaults } from '#app/platform/http/fault-title.server.ts';
import { readForm } from '#app/platform/http/form.server.ts';
import { pageOf } from '#app/platform/http/query.server.ts';
import { refusalPage } from '#app/platform/http/respond.server.ts';
import { manageText } from '#app/text/manage.ts';
import { reportsText } from '#app/text/reports.ts';
import { formatInstant } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import { formTitle } from '#app/ui/page-title.ts';
import { Breadcrumb, Pager } from '#app/ui/pieces.tsx';
import { reportsStyles } from '#app/ui/reports-styles.ts';

export const links = reportsStyles;
export const meta = formTitle<typeof loader>((locale) => reportsText[locale].clockTitle);

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const at = now();
  await requireTopRight(request, 'manage-contests', at);
  const found = await getContest(params['contestSlug'] ?? '', at);
  if (!found) throw refusalPage('not-found');
  const page = pageOf(request);
  const { slug, title } = found.contest;
  const [shown, top] = await Promise.all([getClockPage(found, page, at), getTopUnit(at)]);
  const isSet = new URL(request.url).searchParams.get('done') === 'set';
  return { contest: { slug, title }, page, shown, topId: top?.id, isSet, isFaulted: hasFaults(context) };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const at = now();
  const actor = await requireTopRight(request, 'manage-contests', at);
  const found = await getContest(params['contestSlug'] ?? '', at);
  if (!found) throw refusalPage('not-found');
  const form = await readForm(request, ReportClockForm);
  if (!form.ok) {
    noteFaults(context);
    return data({ faults: form.error.faults }, { status: 422 });
  }
  const { weekday, hour } = form.value;
  await setReportClock(found, { actor, clock: { weekday, minuteOfDay: hour * 60 }, now: at });
  throw redirect(`${paths.manageReports(found.contest.slug)}?done=set`);
}

export default function ManageReportsPage() {
  const t = useText(reportsText);
  const manage = useText(manageText);
  const locale = useLocale();
  const { contest, page, shown, topId, isSet } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { clock, next, snapshots, pages } = shown;
  return (
    <div className="stack-l">
      <Breadcrumb
        steps={[
          { to: paths.manage(), name: manage.title },
          { to: paths.manageContest(contest.slug), name: contest.title, lang: 'vi' },
        ]}
        here={t.clockTitle}
      />
      <header className="stack-s">
        <h1>{t.clockTitle}</h1>
        <p lang="vi">{contest.title}</p>
        <p className="measure">{t.clockLead}</p>
      </header>
      {isSet && !answer && (
        <p className="notice notice--good" role="status">
          {t.clockSet}
        </p>
      )}
      <ClockForm clock={clock} faults={answer?.faults} />
      <p>{next === undefined ? t.noNext : t.next(formatInstant(next, locale))}</p>
      <SnapshotTable snapshots={snapshots} />
      <Pager page={page} pages={pages} hrefOf={(number) => `${paths.manageReports(contest.slug)}?page=${number}`} />
      {topId !== undefined && (
        <p>
          <Link to={paths.unitReports(topId, `?contest=${contest.slug}`)}>{t.openReports}</Link>
        </p>
      )}
    </div>
  );
}
