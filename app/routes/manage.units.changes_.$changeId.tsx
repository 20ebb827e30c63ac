import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { requireTopRight } from '#app/features/identity/guard.server.ts';
import { ChangedUnits, useWhom } from '#app/features/units/changing/change-list.tsx';
import { statusOfChange } from '#app/features/units/changing/change-status.ts';
import { useDifferenceSentence, useRefusalSentence } from '#app/features/units/changing/change-words.ts';
import { getUnitChange, undoChange } from '#app/features/units/index.server.ts';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { hasFaults, noteFaults } from '#app/platform/http/fault-title.server.ts';
import { refusalPage } from '#app/platform/http/respond.server.ts';
import { unitActsText } from '#app/text/unit-acts.ts';
import { unitChangesText } from '#app/text/unit-changes.ts';
import { formatDate, formatInstant, formatNumber } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import { formTitle } from '#app/ui/page-title.ts';
import { Breadcrumb } from '#app/ui/pieces.tsx';
import { unitChangeStyles } from '#app/ui/unit-change-styles.ts';

export const links = unitChangeStyles;
export const meta = formTitle<typeof loader>(
  (locale, page) =>
    page &&
    unitChangesText[locale].changeOf(
      unitChangesText[locale].kinds[page.change.kind],
      formatDate(page.change.effectiveAt),
    ),
);

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await requireTopRight(request, 'change-units', now());
  const change = await getUnitChange(params['changeId'] ?? '');
  if (!change) throw refusalPage('not-found');
  return { change, isSaved: new URL(request.url).searchParams.get('saved') === '1', isFaulted: hasFaults(context) };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const at = now();
  const actor = await requireTopRight(request, 'change-units', at);
  const changeId = params['changeId'] ?? '';
  const form = await request.formData().catch(() => new FormData());
  const done =
    form.get('intent') === 'undo'
      ? await undoChange({ actor, changeId, now: at })
      : ({ ok: false, error: { code: 'invalid' } } as const);
  if (done.ok) throw redirect(paths.unitChange(changeId));
  noteFaults(context);
  return data({ refusal: done.error }, { status: statusOfChange(done.error) });
}

export default function UnitChangePage() {
  const t = useText(unitChangesText);
  const acts = useText(unitActsText);
  const locale = useLocale();
  const whom = useWhom();
  const sentence = useDifferenceSentence();
  const refusal = useRefusalSentence();
  const { change, isSaved } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const title = t.changeOf(t.kinds[change.kind], formatDate(change.effectiveAt));
  const steps = [
    { to: paths.manageUnits(), name: t.title },
    { to: paths.unitChanges(), name: t.changesTitle },
  ];
  return (
    <div className="narrow stack-l">
      <Breadcrumb steps={steps} here={title} />
      <h1>{title}</h1>
      {isSaved && !change.undone && (
        <p className="notice notice--good" role="status">
          {t.done}
        </p>
      )}
      {answer && (
        <p className="notice notice--bad" role="alert">
          {refusal(answer.refusal)}
        </p>
      )}
      {change.undone && (
        <p className="notice" role="status">
          {t.undone} {t.gone(whom(change.undone.by), formatInstant(change.undone.at, locale))}
        </p>
      )}
      {change.isWaiting && <p className="notice notice--warn">{acts.planned(formatDate(change.effectiveAt))}</p>}
      <section className="stack-s">
        <ChangedUnits change={change} />
        <p lang="vi">{change.reason}</p>
        <p className="small quiet number">{t.by(whom(change.by), formatInstant(change.at, locale))}</p>
      </section>
      <section className="stack-s">
        <h2>{t.what2}</h2>
        <ul className="plain-list" lang="vi">
          {change.differences.map((each) => (
            <li key={`${each.unitId} ${each.what}`}>{sentence(each)}</li>
          ))}
          {change.more > 0 && <li>{acts.moreDifferences(formatNumber(change.more, locale))}</li>}
        </ul>
        {change.peopleMoved > 0 && <p className="number">{t.peopleMoved(formatNumber(change.peopleMoved, locale))}</p>}
      </section>
      {!change.undone && (
        <section className="panel stack-s no-print">
          <h2>{t.undoTitle}</h2>
          <p>{t.undoLead}</p>
          <Form method="post">
            <button className="button button--quiet" name="intent" value="undo">
              {t.undo}
            </button>
          </Form>
        </section>
      )}
    </div>
  );
}
