import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { unitPagesOf } from '#app/domain/identity/unit-pages.ts';
import { localDay } from '#app/domain/kernel/time.ts';
import { readImportForm } from '#app/features/headcounts/headcount.schema.ts';
import { ImportForm } from '#app/features/headcounts/import-form.tsx';
import { ImportOutcome } from '#app/features/headcounts/import-outcome.tsx';
import {
  linesToShow,
  proposeHeadcounts,
  readHeadcountTable,
  tableFaultSentence,
  unpackProposals,
} from '#app/features/headcounts/index.server.ts';
import { requireUnitRight } from '#app/features/identity/guard.server.ts';
import { peopleByUnit } from '#app/features/participation/index.server.ts';
import { getUnit } from '#app/features/units/index.server.ts';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { hasFaults, noteFaults } from '#app/platform/http/fault-title.server.ts';
import { readPreferences } from '#app/platform/http/preferences.server.ts';
import { refusalPage } from '#app/platform/http/respond.server.ts';
import { headcountTableText } from '#app/text/headcount-table.ts';
import { refusalText } from '#app/text/refusals.ts';
import { headsStyles } from '#app/ui/heads-styles.ts';
import { useText } from '#app/ui/locale.tsx';
import { formTitle } from '#app/ui/page-title.ts';
import { UnitHead } from '#app/ui/unit-head.tsx';

export const links = headsStyles;
export const meta = formTitle<typeof loader>((locale) => headcountTableText[locale].title);

/** The unit of the address, for who may propose headcounts of its branch. @throws as requireUnitRight() does */
async function openUnit(request: Request, unitId: string, at: number) {
  const opened = await requireUnitRight(request, 'propose-headcount', { unitId, now: at });
  const found = await getUnit({ unitId, now: at });
  if (!found.ok) throw refusalPage('not-found');
  return { ...opened, ...found.value };
}

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const at = now();
  const { actor, place, unit, ancestors } = await openUnit(request, params['unitId'] ?? '', at);
  const day = String(localDay(at));
  return {
    unit: { id: unit.id, name: unit.name },
    ancestors: ancestors.map(({ id, name }) => ({ id, name })),
    pages: unitPagesOf(actor, place),
    today: `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`,
    isFaulted: hasFaults(context),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const at = now();
  const { actor, unit } = await openUnit(request, params['unitId'] ?? '', at);
  const { locale } = await readPreferences(request);
  const again = (faults: Record<string, string>, values: Record<string, string> = {}) => {
    noteFaults(context);
    return data({ faults, values, outcome: undefined }, { status: 422 });
  };
  const form = await readImportForm(await request.formData().catch(() => new FormData()), at);
  if (form.intent === 'send') {
    const proposals = unpackProposals(form.rows);
    const done = proposals && (await proposeHeadcounts({ actor, proposals, now: at }));
    if (!done) return again({ form: headcountTableText[locale].stale });
    if (!done.ok) return again({ form: refusalText[locale][done.error] });
    throw redirect(`${paths.unitPage(unit.id, 'headcounts')}?done=proposed&count=${done.value.proposed}`);
  }
  if (!form.ok) return again(form.faults, form.values);
  const tookPart = await peopleByUnit(at);
  const read = await readHeadcountTable(form.file, { ...form.fields, path: unit.path, tookPart, now: at });
  if (!read.ok) return again({ file: tableFaultSentence(read.error, locale) }, form.values);
  return data({ faults: undefined, values: form.values, outcome: linesToShow(read.value) });
}

export default function ImportHeadcountsPage() {
  const t = useText(headcountTableText);
  const { unit, ancestors, pages, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <div className="stack-l">
      <UnitHead unit={unit} ancestors={ancestors} pages={pages} here="headcounts" title={t.title}>
        <p className="lead measure">{t.lead}</p>
      </UnitHead>
      {answer?.outcome && <ImportOutcome {...answer.outcome} />}
      <Form method="post" encType="multipart/form-data" noValidate>
        <ImportForm values={answer?.values ?? {}} faults={answer?.faults} today={today} unitId={unit.id} />
      </Form>
    </div>
  );
}
