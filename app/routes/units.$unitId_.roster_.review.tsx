import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { requireDuties } from '#app/features/identity/guard.server.ts';
import { recordLook } from '#app/features/operations/index.server.ts';
import { decideRosterPerson, getRosterReview, openRoster } from '#app/features/rosters/index.server.ts';
import { ReviewCard } from '#app/features/rosters/roster-review.tsx';
import { ReviewForm } from '#app/features/rosters/rosters.schema.ts';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { hasFaults, noteFaults } from '#app/platform/http/fault-title.server.ts';
import { readForm } from '#app/platform/http/form.server.ts';
import { refusalPage } from '#app/platform/http/respond.server.ts';
import { rostersImportText } from '#app/text/rosters-import.ts';
import { rostersText } from '#app/text/rosters.ts';
import { formatNumber } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import { formTitle } from '#app/ui/page-title.ts';
import { rosterStyles } from '#app/ui/roster-styles.ts';
import { UnitHead } from '#app/ui/unit-head.tsx';

export const links = rosterStyles;
export const meta = formTitle<typeof loader>((locale) => rostersImportText[locale].reviewTitle);

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const at = now();
  const actor = await requireDuties(request);
  const opened = await openRoster({ actor, unitId: params['unitId'] ?? '', now: at });
  if (!opened.ok) throw refusalPage(opened.error);
  const unit = opened.value;
  const found = await getRosterReview({ actor, unitId: unit.id, now: at });
  const { rows, total } = found.ok ? found.value : { rows: [], total: 0 };
  if (rows.length > 0) {
    const detail = { people: rows.length };
    await recordLook({ actor, action: 'roster-review.seen', subject: `unit:${unit.id}`, detail, now: at });
  }
  const isDone = new URL(request.url).searchParams.has('done');
  return { unit, rows, total, isDone, isFaulted: hasFaults(context) };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const at = now();
  const actor = await requireDuties(request);
  const opened = await openRoster({ actor, unitId: params['unitId'] ?? '', now: at });
  if (!opened.ok) throw refusalPage(opened.error);
  const form = await readForm(request, ReviewForm);
  if (!form.ok) throw refusalPage('invalid');
  const { personId, choice = '' } = form.value;
  if (choice === '') {
    noteFaults(context);
    return data({ personId, refusal: 'choose' as const }, { status: 422 });
  }
  const accountId = choice === 'none' ? undefined : choice;
  const decided = await decideRosterPerson({ actor, unitId: opened.value.id, personId, accountId, now: at });
  if (decided.ok) throw redirect(`${paths.reviewRoster(opened.value.id)}?done=1`);
  noteFaults(context);
  return data({ personId, refusal: decided.error }, { status: 409 });
}

export default function ReviewRosterRoute() {
  const t = useText(rostersImportText);
  const words = useText(rostersText);
  const locale = useLocale();
  const { unit, rows, total, isDone } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const list = { to: paths.unitPage(unit.id, 'roster'), name: words.title };
  const fault = answer && (answer.refusal === 'choose' ? t.chooseFirst : words.refusals[answer.refusal]);
  const isShown = rows.some(({ id }) => id === answer?.personId);
  return (
    <div className="stack-l">
      <UnitHead unit={unit} ancestors={unit.ancestors} pages={unit.pages} here="roster" title={t.reviewTitle}>
        <p className="measure">{t.reviewLead}</p>
      </UnitHead>
      {fault !== undefined && !isShown && (
        <p className="notice notice--bad" role="alert">
          {fault}
        </p>
      )}
      <p className={isDone && !answer ? 'notice notice--good' : 'notice'} role="status">
        {isDone && !answer ? `${t.decided} ` : ''}
        {total === 0 ? t.reviewDone : t.reviewLeft(formatNumber(total, locale))}
      </p>
      {rows.map((row) => (
        <ReviewCard key={row.id} row={row} fault={row.id === answer?.personId ? fault : undefined} />
      ))}
      <p>
        <Link className="button button--quiet" to={list.to}>
          {t.backToList}
        </Link>
      </p>
    </div>
  );
}
