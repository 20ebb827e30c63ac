import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireDuties } from '#app/features/identity/guard.server.ts';
import { recordLook } from '#app/features/operations/index.server.ts';
import { AskForPerson } from '#app/features/transfers/ask-for-person.tsx';
import {
  actOnUnitPage,
  findPersonOfBranch,
  listUnitTransfers,
  openTransfers,
  searchPeopleOfBranch,
  TRANSFERS_PER_PAGE,
} from '#app/features/transfers/index.server.ts';
import { UnitTransferForm } from '#app/features/transfers/transfers.schema.ts';
import { noticeOf, TransferLists } from '#app/features/transfers/transfer-lists.tsx';
import { findUnitHit, findUnits } from '#app/features/units/index.server.ts';
import { UnitPicker } from '#app/features/units/unit-picker.tsx';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { hasFaults, noteFaults } from '#app/platform/http/fault-title.server.ts';
import { readForm } from '#app/platform/http/form.server.ts';
import { pageOf } from '#app/platform/http/query.server.ts';
import { refusalPage } from '#app/platform/http/respond.server.ts';
import { transfersText } from '#app/text/transfers.ts';
import { useText } from '#app/ui/locale.tsx';
import { formTitle } from '#app/ui/page-title.ts';
import { rosterStyles } from '#app/ui/roster-styles.ts';
import { UnitHead } from '#app/ui/unit-head.tsx';

export const links = rosterStyles;
export const meta = formTitle<typeof loader>((locale) => transfersText[locale].title);

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const at = now();
  const actor = await requireDuties(request);
  const opened = await openTransfers({ actor, unitId: params['unitId'] ?? '', now: at });
  if (!opened.ok) throw refusalPage(opened.error);
  const { path, ...unit } = opened.value;
  const page = pageOf(request);
  const query = { actor, unitPath: path, page, now: at };
  const asked = new URL(request.url).searchParams;
  const [waiting, past, person] = await Promise.all([
    listUnitTransfers({ ...query, isWaiting: true }),
    listUnitTransfers({ ...query, isWaiting: false }),
    findPersonOfBranch((asked.get('person') ?? '').slice(0, 60), path, at),
  ]);
  const people = waiting.rows.length + past.rows.length + (person ? 1 : 0);
  if (people > 0) {
    await recordLook({ actor, action: 'transfers.seen', subject: `unit:${unit.id}`, detail: { people }, now: at });
  }
  const pages = Math.max(1, Math.ceil(Math.max(waiting.total, past.total) / TRANSFERS_PER_PAGE));
  return { unit, waiting, past, person, page, pages, done: asked.get('done'), isFaulted: hasFaults(context) };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const at = now();
  const actor = await requireDuties(request);
  const opened = await openTransfers({ actor, unitId: params['unitId'] ?? '', now: at });
  if (!opened.ok) throw refusalPage(opened.error);
  const { id, path: unitPath } = opened.value;
  const form = await readForm(request, UnitTransferForm);
  if (!form.ok) throw refusalPage('invalid');
  const { intent, accountId = '', unitId = '', reason = '', transferId = '', side } = form.value;
  const [query, text] = [(form.value.unitQuery ?? '').slice(0, 200), (form.value.personQuery ?? '').slice(0, 100)];
  const found = async () => {
    const people = intent === 'find-person' ? await searchPeopleOfBranch(text, unitPath, at) : undefined;
    const look = { actor, action: 'people-of-unit.seen', subject: `unit:${id}`, now: at } as const;
    if (people && people.length > 0) await recordLook({ ...look, detail: { people: people.length } });
    return {
      text,
      people,
      person: people ? undefined : await findPersonOfBranch(accountId, unitPath, at),
      query,
      units: query.trim() === '' ? undefined : await findUnits({ query, now: at }),
      unit: await findUnitHit(unitId),
      reason,
    };
  };
  if (intent === 'find-person' || intent === 'find-unit') return data({ ...(await found()), refusal: undefined });
  const act = { intent, accountId, toUnitId: unitId, transferId, side, reason };
  const acted = await actOnUnitPage(act, { actor, unitPath, now: at });
  if (acted.ok) throw redirect(`${paths.unitPage(id, 'transfers')}?done=${acted.value}`);
  noteFaults(context);
  if (intent === 'send') return data({ ...(await found()), refusal: acted.error }, { status: 422 });
  return data({ transferId, refusal: acted.error }, { status: 409 });
}

export default function TransfersRoute() {
  const t = useText(transfersText);
  const { unit, waiting, past, person, page, pages, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const asking = answer && 'query' in answer ? answer : undefined;
  const about = answer && 'transferId' in answer ? answer : undefined;
  const notice = answer ? undefined : noticeOf(t, done);
  const chosen = asking?.person ?? (asking ? undefined : person);
  return (
    <div className="stack-l">
      <UnitHead unit={unit} ancestors={unit.ancestors} pages={unit.pages} here="transfers" title={t.title}>
        <p className="measure">{t.lead}</p>
      </UnitHead>
      <TransferLists {...{ waiting, past, page, pages, about, notice }} />
      <AskForPerson
        key={`${asking?.text} ${chosen?.id}`}
        query={asking?.text ?? ''}
        people={asking?.people}
        chosen={chosen}
        reason={asking?.reason ?? ''}
        fault={asking?.refusal && t.refusals[asking.refusal]}
        isOpen={asking !== undefined || person !== undefined}
      >
        <UnitPicker
          key={asking?.unit?.id}
          {...{ query: asking?.query ?? '', hits: asking?.units, chosen: asking?.unit }}
          fault={undefined}
          legend={t.newUnit}
        />
      </AskForPerson>
    </div>
  );
}
