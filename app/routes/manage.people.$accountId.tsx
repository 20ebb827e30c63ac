import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { hasSteppedUp, requireDuties } from '#app/features/identity/guard.server.ts';
import { askedRole, doPersonAct, getPerson } from '#app/features/identity/index.server.ts';
import { AccountActs, GiveRole, TakeRole } from '#app/features/identity/people/person-acts.tsx';
import { HeldRoles, PersonFacts } from '#app/features/identity/people/person-facts.tsx';
import { PersonForm } from '#app/features/identity/people/person.schema.ts';
import { RefusalNotice } from '#app/features/identity/refusal-notice.tsx';
import { recordLook } from '#app/features/operations/index.server.ts';
import { findUnitHit, findUnits } from '#app/features/units/index.server.ts';
import { openedUnitOf } from '#app/features/units/open-unit-intent.ts';
import { UnitPicker } from '#app/features/units/unit-picker.tsx';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { hasFaults, noteFaults } from '#app/platform/http/fault-title.server.ts';
import { readForm } from '#app/platform/http/form.server.ts';
import { refusalPage, statusOf } from '#app/platform/http/respond.server.ts';
import { accountsText } from '#app/text/accounts.ts';
import { faultSentences } from '#app/text/identity.ts';
import { manageText } from '#app/text/manage.ts';
import { refusalText } from '#app/text/refusals.ts';
import { useText } from '#app/ui/locale.tsx';
import { formTitle } from '#app/ui/page-title.ts';
import { Breadcrumb, FaultSummary } from '#app/ui/pieces.tsx';
import { recoveryStyles } from '#app/ui/recovery-styles.ts';

export const links = recoveryStyles;
export const meta = formTitle<typeof loader>(
  (locale, page) => page && `${accountsText[locale].title}: ${page.person.fullName}`,
);

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const at = now();
  const actor = await requireDuties(request);
  const accountId = params['accountId'] ?? '';
  const found = await getPerson({ actor, accountId, now: at });
  if (!found.ok) throw refusalPage(found.error);
  const person = found.value;
  if (!person.isOwn) await recordLook({ actor, action: 'account.seen', subject: `account:${accountId}`, now: at });
  const asked = new URL(request.url).searchParams;
  return { person, leaving: askedRole(person, asked), done: asked.get('done'), isFaulted: hasFaults(context) };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const at = now();
  const actor = await requireDuties(request);
  const accountId = params['accountId'] ?? '';
  const found = await getPerson({ actor, accountId, now: at });
  if (!found.ok) throw refusalPage(found.error);
  const form = await readForm(request, PersonForm);
  const raw: Record<string, string> = form.ok
    ? Object.fromEntries(Object.entries(form.value).map(([name, value]) => [name, value ?? '']))
    : form.error.raw;
  const query = (raw['unitQuery'] ?? '').slice(0, 200);
  const [units, unit] = await Promise.all([
    query.trim() === '' ? undefined : findUnits({ query, now: at, only: 'all' }),
    findUnitHit((raw['unitId'] ?? '').slice(0, 200)),
  ]);
  const again = (
    more: { faults?: Record<string, string>; refusal?: keyof (typeof refusalText)['vi'] },
    status = 200,
  ) => {
    if (status !== 200) noteFaults(context);
    return data({ values: raw, units, unit, faults: undefined, refusal: undefined, ...more }, { status });
  };
  if (raw['intent'] === 'find-unit' || openedUnitOf(raw['intent']) !== undefined) return again({});
  if (!form.ok) return again({ faults: form.error.faults }, statusOf('invalid'));
  if (!(await hasSteppedUp(request, at))) return again({ refusal: 'step-up-needed' }, statusOf('step-up-needed'));
  const acted = await doPersonAct({ actor, accountId, form: form.value, now: at });
  if (acted.ok) throw redirect(`${paths.managePerson(accountId)}?done=${form.value.intent}`);
  return again({ refusal: acted.error }, statusOf(acted.error));
}

export default function PersonRoute() {
  const t = useText(accountsText);
  const words = useText(manageText);
  const refusals = useText(refusalText);
  const { person, leaving, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const values: Record<string, string> = answer?.values ?? {};
  const said = faultSentences(answer?.faults, t.faults);
  const notice = t.done[done as keyof typeof t.done] as string | undefined;
  const steps = [
    { to: paths.manage(), name: words.title },
    { to: paths.managePeople(), name: t.title },
  ];
  const picker = {
    query: values['unitQuery'] ?? '',
    hits: answer?.units,
    chosen: answer?.unit,
    fault: said?.['unitId'],
  };
  return (
    <div className="narrow stack-l">
      <header className="stack-s">
        <Breadcrumb steps={steps} here={person.fullName} hereLang="vi" />
        <h1 lang="vi">{person.fullName}</h1>
      </header>
      {notice !== undefined && !answer && (
        <p className="notice notice--good" role="status">
          {notice}
        </p>
      )}
      {answer?.refusal && <RefusalNotice refusal={answer.refusal} sentence={refusals[answer.refusal]} />}
      <FaultSummary faults={said} />
      {leaving && <TakeRole {...leaving} said={said} />}
      <PersonFacts person={person} />
      <HeldRoles roles={person.roles} />
      {!leaving && person.mayGive.length > 0 && (
        <GiveRole
          {...person}
          values={values['intent'] === 'give' || picker.query !== '' ? values : {}}
          said={values['intent'] === 'give' ? said : undefined}
          unitPicker={<UnitPicker key={answer?.unit?.id} {...picker} only="all" legend={t.where} />}
        />
      )}
      <AccountActs person={person} open={values['intent']} said={said} />
    </div>
  );
}
