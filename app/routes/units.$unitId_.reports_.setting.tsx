import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import type { ReportSetting } from '#app/domain/reports/report-setting.ts';
import { requireDuties } from '#app/features/identity/guard.server.ts';
import * as reports from '#app/features/reports/index.server.ts';
import { SettingForm } from '#app/features/reports/setting-form.tsx';
import { ReportSettingForm } from '#app/features/reports/settings/report-setting.schema.ts';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { hasFaults, noteFaults } from '#app/platform/http/fault-title.server.ts';
import { readForm } from '#app/platform/http/form.server.ts';
import { refusalPage } from '#app/platform/http/respond.server.ts';
import { reportsText } from '#app/text/reports.ts';
import { unitsText } from '#app/text/units.ts';
import { useText } from '#app/ui/locale.tsx';
import { formTitle } from '#app/ui/page-title.ts';
import { Breadcrumb } from '#app/ui/pieces.tsx';
import { reportsStyles } from '#app/ui/reports-styles.ts';
import { UnitTabs } from '#app/ui/unit-tabs.tsx';

export const links = reportsStyles;
export const meta = formTitle<typeof loader>(
  (locale, page) => page && `${reportsText[locale].settingTitle} – ${page.unit.name}`,
);

const DONE = ['saved', 'dropped'] as const;

/** Who may report on the whole branch sets how; who reports on one block of it does not. */
async function open(request: Request, unitId: string, at: number) {
  const actor = await requireDuties(request);
  const opened = await reports.openReports({ actor, unitId, block: undefined, now: at });
  if (!opened.ok) throw refusalPage(opened.error);
  if (!opened.value.isWhole) throw refusalPage('forbidden');
  return { actor, ...opened.value };
}

const valuesOf = ({ authority, recipients, remarks, ...texts }: ReportSetting): Record<string, string> => ({
  ...texts,
  authority: authority.join('\n'),
  recipients: recipients.join('\n'),
  remarks: remarks.join('\n'),
});

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const at = now();
  const { unit, ancestors, pages } = await open(request, params['unitId'] ?? '', at);
  const held = await reports.getReportSetting(unit.id, at);
  if (!held) throw refusalPage('not-found');
  const done = new URL(request.url).searchParams.get('done');
  return {
    unit,
    ancestors,
    pages,
    values: valuesOf(held.setting),
    isOwn: held.setAt?.id === unit.id,
    done: DONE.find((each) => each === done),
    isFaulted: hasFaults(context),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const at = now();
  const { actor, unit } = await open(request, params['unitId'] ?? '', at);
  const again = (done: string) => redirect(`${paths.reportSetting(unit.id)}?done=${done}`);
  const form = await readForm(request, ReportSettingForm);
  // why of what was sent: what stands in the fields does not matter to taking it away.
  if ((form.ok ? form.value.intent : form.error.raw['intent']) === 'drop') {
    await reports.dropReportSetting({ actor, unitId: unit.id, now: at });
    throw again('dropped');
  }
  if (!form.ok) {
    noteFaults(context);
    return data({ values: form.error.raw, faults: form.error.faults }, { status: 422 });
  }
  const { intent: _, ...setting } = form.value;
  await reports.saveReportSetting({ actor, unitId: unit.id, now: at, setting });
  throw again('saved');
}

export default function ReportSettingPage() {
  const t = useText(reportsText);
  const units = useText(unitsText);
  const { unit, ancestors, pages, values, isOwn, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const steps = [
    { to: paths.units(), name: units.title },
    ...[...ancestors, unit].map(({ id, name }) => ({ to: paths.unit(id), name, lang: 'vi' as const })),
    { to: paths.unitReports(unit.id), name: t.title },
  ];
  return (
    <div className="narrow stack-l">
      <Breadcrumb steps={steps} here={t.settingTitle} />
      <h1>{t.settingTitle}</h1>
      <UnitTabs unitId={unit.id} pages={pages} here="reports" />
      <p>{t.settingLead}</p>
      {done && !answer && (
        <p className="notice notice--good" role="status">
          {t[done]}
        </p>
      )}
      <SettingForm key={done ?? ''} values={answer?.values ?? values} faults={answer?.faults} isOwn={isOwn} />
      <p>
        <Link to={paths.unitReports(unit.id)}>{t.back}</Link>
      </p>
    </div>
  );
}
