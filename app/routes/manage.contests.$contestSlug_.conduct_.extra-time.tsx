import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { MINUTE } from '#app/domain/kernel/time.ts';
import { useActFaults } from '#app/features/conduct/act-form.tsx';
import { ActHead } from '#app/features/conduct/act-head.tsx';
import { GrantForm } from '#app/features/conduct/conduct.schema.ts';
import { GrantPanel } from '#app/features/conduct/grant-panel.tsx';
import { getConduct, grantExtraTime, previewAct } from '#app/features/conduct/index.server.ts';
import { requireTopRight } from '#app/features/identity/guard.server.ts';
import { getPeople, searchPeople } from '#app/features/identity/index.server.ts';
import { PersonPicker } from '#app/features/identity/person-picker.tsx';
import { findUnitHit } from '#app/features/units/index.server.ts';
import { UnitPicker } from '#app/features/units/unit-picker.tsx';
import { now } from '#app/platform/clock.server.ts';
import { hasFaults, noteFaults } from '#app/platform/http/fault-title.server.ts';
import { readForm } from '#app/platform/http/form.server.ts';
import { refusalPage, statusOf } from '#app/platform/http/respond.server.ts';
import { paths } from '#app/paths.ts';
import { conductActsText } from '#app/text/conduct-acts.ts';
import { useText } from '#app/ui/locale.tsx';
import { formTitle } from '#app/ui/page-title.ts';

export const meta = formTitle<typeof loader>((locale) => conductActsText[locale].grantTitle);

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const serverNow = now();
  await requireTopRight(request, 'conduct-contest', serverNow);
  const found = await getConduct(params['contestSlug'] ?? '', serverNow);
  if (!found) throw refusalPage('not-found');
  const rounds = found.rounds
    .filter((round) => round.canGrant)
    .map(({ id, number, title, window: { opensAt, closesAt } }) => ({ id, number, title, opensAt, closesAt }));
  const asked = new URL(request.url).searchParams;
  const chosen = (rounds.find(({ number }) => number === Number(asked.get('round'))) ?? rounds[0])?.id;
  const { slug, title } = found.contestNow.contest;
  const whom = asked.get('whom') === 'unit' ? ('unit' as const) : ('person' as const);
  return { contest: { slug, title }, rounds, chosen, whom, isFaulted: hasFaults(context) };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const at = now();
  const actor = await requireTopRight(request, 'conduct-contest', at);
  const found = await getConduct(params['contestSlug'] ?? '', at);
  if (!found) throw refusalPage('not-found');
  const { contest } = found.contestNow;
  const form = await readForm(request, GrantForm);
  if (!form.ok) {
    const { raw, faults } = form.error;
    const looks = raw['intent'] === 'find-person' || raw['intent'] === 'find-unit';
    if (looks) return data({ values: raw, ...(await searchPeople(raw, actor, at)) });
    noteFaults(context);
    return data({ values: raw, ...(await searchPeople(raw, actor, at)), faults }, { status: 422 });
  }
  const { intent, roundId, minutes: ms, reason, key = '', whom: kind, accountId = '', unitId = '' } = form.value;
  const values = { whom: kind, accountId, unitId, roundId, minutes: String(ms / MINUTE), reason };
  const whom = kind === 'person' ? { accountId } : { unitId };
  const person = (await getPeople([accountId], at)).get(accountId);
  const shown = { values, people: person && [person], unit: await findUnitHit(unitId) };
  if (kind === 'person' && !person) {
    noteFaults(context);
    return data({ ...shown, refusal: 'unknown-person' as const }, { status: statusOf('unknown-person') });
  }
  if (intent === 'confirm' && key !== '') {
    const granted = await grantExtraTime({ actor, contestSlug: contest.slug, whom, roundId, ms, reason, key, now: at });
    if (granted.ok) throw redirect(`${paths.conduct(contest.slug)}?done=granted`);
    noteFaults(context);
    return data({ ...shown, refusal: granted.error }, { status: statusOf(granted.error) });
  }
  const left = found.rounds.filter((round) => round.canGrant).map(({ id }) => id);
  const preview = await previewAct(contest, roundId === 'rest' ? left : [roundId], { kind: 'grant', ms, whom }, at);
  if (preview.ok) return data({ ...shown, changes: preview.value, key: crypto.randomUUID(), at });
  noteFaults(context);
  return data({ ...shown, refusal: preview.error }, { status: statusOf(preview.error) });
}

export default function ExtraTimePage() {
  const t = useText(conductActsText);
  const { contest, rounds, chosen, whom } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const faults = useActFaults(answer);
  const values: Record<string, string> = answer?.values ?? {};
  const units = answer && 'units' in answer ? answer.units : undefined;
  const unitPicker = (
    <UnitPicker
      query={values['unitQuery'] ?? ''}
      hits={units}
      chosen={answer?.unit}
      fault={faults?.['unitId']}
      only="all"
      legend={whom === 'person' ? t.unitOfPerson : t.unitToGrant}
    />
  );
  const picker = { query: values['personQuery'] ?? '', hits: answer?.people, chosen: values['accountId'] };
  return (
    <div className="narrow stack-l">
      <ActHead contest={contest} title={t.grantTitle} lead={t.grantLead} />
      <GrantPanel {...{ contest, rounds, chosen, whom, values, faults, answer }}>
        {whom === 'person' && <PersonPicker {...picker} fault={faults?.['accountId']} />}
        {unitPicker}
      </GrantPanel>
    </div>
  );
}
