import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { refuse } from '#app/domain/kernel/result.ts';
import { ChargeForm, ManagerQuery } from '#app/features/identity/charges/charge.schema.ts';
import { GiveCharge } from '#app/features/identity/charges/give-charge.tsx';
import { ManagerTable, TakeCharge } from '#app/features/identity/charges/charge-table.tsx';
import { hasSteppedUp, requireDuties } from '#app/features/identity/guard.server.ts';
import { findChargeSearch, getManagersPage, giveCharge, takeCharge } from '#app/features/identity/index.server.ts';
import { recordLook } from '#app/features/operations/index.server.ts';
import { UnitPicker } from '#app/features/units/unit-picker.tsx';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { hasFaults, noteFaults } from '#app/platform/http/fault-title.server.ts';
import { readForm } from '#app/platform/http/form.server.ts';
import { refusalPage, statusOf } from '#app/platform/http/respond.server.ts';
import { chargesText } from '#app/text/charges.ts';
import { refusalText } from '#app/text/refusals.ts';
import { useText } from '#app/ui/locale.tsx';
import { formTitle } from '#app/ui/page-title.ts';
import { StepUpLink } from '#app/ui/step-up-link.tsx';
import { UnitHead } from '#app/ui/unit-head.tsx';

export const meta = formTitle<typeof loader>((locale, page) => page && chargesText[locale].titleOf(page.unit.name));

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const at = now();
  const actor = await requireDuties(request);
  const asked = new URL(request.url).searchParams;
  const { q, page } = ManagerQuery.parse(Object.fromEntries(asked));
  const found = await getManagersPage({ actor, unitId: params['unitId'] ?? '', text: q, page, now: at });
  if (!found.ok) throw refusalPage(found.error);
  const { unit, list } = found.value;
  const others = list.rows.filter((row) => !row.isOwn).length;
  if (others > 0) {
    const look = { action: 'managers-of-unit.seen', subject: `unit:${unit.id}`, detail: { people: others } } as const;
    await recordLook({ actor, ...look, now: at });
  }
  const [take, where, block] = [asked.get('take'), asked.get('at'), asked.get('block') ?? undefined];
  const leaving = list.rows.find((row) => row.accountId === take && row.unitId === where && row.block === block);
  return { ...found.value, query: q, leaving, done: asked.get('done'), isFaulted: hasFaults(context) };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const at = now();
  const actor = await requireDuties(request);
  const pageUnit = params['unitId'] ?? '';
  const page = await getManagersPage({ actor, unitId: pageUnit, text: '', page: 1, now: at });
  if (!page.ok) throw refusalPage(page.error);
  const form = await readForm(request, ChargeForm);
  if (!form.ok) {
    const { raw, faults } = form.error;
    const searched = await findChargeSearch({ actor, raw, pageUnit, now: at });
    if (!searched.ok) return data({ values: raw, refusal: searched.error }, { status: statusOf(searched.error) });
    if (raw['intent']?.startsWith('find-')) return data({ values: raw, search: searched.value });
    noteFaults(context);
    return data({ values: raw, search: searched.value, faults }, { status: statusOf('invalid') });
  }
  const { intent, personQuery, unitQuery, ...charge } = form.value;
  const isSure = await hasSteppedUp(request, at);
  const change = intent === 'give' ? giveCharge : takeCharge;
  const changed = isSure ? await change({ actor, ...charge, now: at }) : refuse('step-up-needed');
  if (changed.ok) throw redirect(`${paths.unitPage(pageUnit, 'charges')}?done=${intent}`);
  noteFaults(context);
  const values = { ...charge, block: charge.block ?? '', personQuery: personQuery ?? '', unitQuery: unitQuery ?? '' };
  const searched = await findChargeSearch({ actor, raw: values, pageUnit, now: at });
  const search = searched.ok ? searched.value : undefined;
  return data({ values, search, refusal: changed.error }, { status: statusOf(changed.error) });
}

export default function ManagersPage() {
  const t = useText(chargesText);
  const refusals = useText(refusalText);
  const { unit, ancestors, pages, list, query, leaving, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const values: Record<string, string> = answer?.values ?? {};
  const search = answer && 'search' in answer ? answer.search : undefined;
  const refusal = answer && 'refusal' in answer ? answer.refusal : undefined;
  const faults = (answer && 'faults' in answer ? answer.faults : undefined) ?? {};
  const said = Object.entries(faults).map(([name, fault]) => [name, t.faults[fault as keyof typeof t.faults] ?? fault]);
  const sentences: Record<string, string> | undefined = refusal
    ? { form: refusals[refusal] }
    : said.length > 0
      ? (Object.fromEntries(said) as Record<string, string>)
      : undefined;
  const unitPicker = (
    <UnitPicker
      query={values['unitQuery'] ?? ''}
      hits={search?.units}
      chosen={search?.unit}
      fault={sentences?.['unitId']}
      only="all"
      legend={t.where}
    />
  );
  const chosen = { query: values['personQuery'] ?? '', chosen: values['accountId'], block: values['block'] ?? '' };
  return (
    <div className="stack-l">
      <UnitHead unit={unit} ancestors={ancestors} pages={pages} here="charges" title={t.title}>
        <p className="measure quiet">{t.lead}</p>
      </UnitHead>
      {done && !answer && (
        <p className="notice notice--good" role="status">
          {done === 'take' ? t.taken : t.given}
        </p>
      )}
      <StepUpLink refusal={refusal} />
      {leaving && <TakeCharge row={leaving} fault={sentences?.['form']} />}
      <ManagerTable list={list} query={query} />
      {!leaving && (
        <GiveCharge {...chosen} {...list} found={search?.people} faults={sentences} unitPicker={unitPicker} />
      )}
    </div>
  );
}
