import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { can } from '#app/domain/identity/permissions.ts';
import { requireTopRight } from '#app/features/identity/guard.server.ts';
import { recordLook } from '#app/features/operations/index.server.ts';
import { AttemptView } from '#app/features/rulings/attempt-view.tsx';
import { getAttemptRecord, proposeRestore, proposeSetAside } from '#app/features/rulings/index.server.ts';
import { ProposeRuling } from '#app/features/rulings/propose-form.tsx';
import { RulingForm } from '#app/features/rulings/rulings.schema.ts';
import { getTopUnit } from '#app/features/units/index.server.ts';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { hasFaults, noteFaults } from '#app/platform/http/fault-title.server.ts';
import { readForm } from '#app/platform/http/form.server.ts';
import { refusalPage, statusOf } from '#app/platform/http/respond.server.ts';
import { manageText } from '#app/text/manage.ts';
import { rulingsText } from '#app/text/rulings.ts';
import { decisionStyles } from '#app/ui/decisions-styles.ts';
import { useFormFaults } from '#app/ui/form-faults.ts';
import { useText } from '#app/ui/locale.tsx';
import { formTitle } from '#app/ui/page-title.ts';
import { Breadcrumb, FaultSummary } from '#app/ui/pieces.tsx';

export const links = decisionStyles;
export const meta = formTitle<typeof loader>(
  (locale, page) => page && rulingsText[locale].attemptPageTitle(page.record.contest.title),
);

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const at = now();
  const actor = await requireTopRight(request, 'see-signals', at);
  const [contestSlug, attemptId] = [params['contestSlug'] ?? '', params['attemptId'] ?? ''];
  const record = await getAttemptRecord({ actor, contestSlug, attemptId, now: at });
  if (!record) throw refusalPage('not-found');
  const subject = `account:${record.person.id}`;
  await recordLook({ actor, action: 'attempt.seen', subject, detail: { attempt: attemptId }, now: at });
  const mayPropose = can(actor, 'decide-signals', (await getTopUnit(at))?.path ?? '');
  const signal = (new URL(request.url).searchParams.get('signal') ?? '').replace(/[^\w-]/gu, '').slice(0, 60);
  return { record, mayPropose, signal, isFaulted: hasFaults(context) };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const at = now();
  const actor = await requireTopRight(request, 'decide-signals', at);
  const [contestSlug, attemptId] = [params['contestSlug'] ?? '', params['attemptId'] ?? ''];
  const form = await readForm(request, RulingForm);
  if (!form.ok) {
    noteFaults(context);
    return data({ faults: form.error.faults, reason: form.error.raw['reason'] }, { status: 422 });
  }
  if (!(await getAttemptRecord({ actor, contestSlug, attemptId, now: at }))) throw refusalPage('not-found');
  const { intent, reason, signal = '' } = form.value;
  const cause = signal === '' ? ('other' as const) : ('signal' as const);
  const propose = intent === 'setAside' ? proposeSetAside : proposeRestore;
  const made = await propose({ actor, attemptId, cause, causeId: signal, reason, now: at });
  if (made.ok) throw redirect(`${paths.manageProposal(made.value.proposalId)}?done=made`);
  noteFaults(context);
  return data({ refusal: made.error, reason }, { status: statusOf(made.error) });
}

export default function AttemptPage() {
  const t = useText(rulingsText);
  const manage = useText(manageText);
  const { record, mayPropose, signal } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const faults = useFormFaults(answer, t.faults, { reason: 'reason' });
  const { slug, title } = record.contest;
  const here = t.attemptTitle(record.attempt.number);
  return (
    <div className="stack-l">
      <Breadcrumb
        steps={[
          { to: paths.manage(), name: manage.title },
          { to: paths.manageContest(slug), name: title, lang: 'vi' },
          { to: paths.rulings(slug), name: t.title },
        ]}
        here={here}
      />
      <header className="stack-s">
        <h1>{here}</h1>
        <p className="measure">{t.attemptLead}</p>
      </header>
      <FaultSummary faults={faults} />
      <AttemptView record={record} />
      {mayPropose && <ProposeRuling record={record} signal={signal} faults={faults} reason={answer?.reason} />}
    </div>
  );
}
