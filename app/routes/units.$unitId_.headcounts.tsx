import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { unitPagesOf } from '#app/domain/identity/unit-pages.ts';
import { localDay } from '#app/domain/kernel/time.ts';
import { headcountForm } from '#app/features/headcounts/headcount.schema.ts';
import { HeadcountsView } from '#app/features/headcounts/headcounts-view.tsx';
import { doHeadcountAct, getHeadcountPage, listWaiting } from '#app/features/headcounts/index.server.ts';
import { requireUnitRight } from '#app/features/identity/guard.server.ts';
import { getFullNames } from '#app/features/identity/index.server.ts';
import { peopleByUnit } from '#app/features/participation/index.server.ts';
import { getUnit } from '#app/features/units/index.server.ts';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { hasFaults, noteFaults } from '#app/platform/http/fault-title.server.ts';
import { readForm } from '#app/platform/http/form.server.ts';
import { pageOf } from '#app/platform/http/query.server.ts';
import { refusalPage, statusOf } from '#app/platform/http/respond.server.ts';
import { headcountsText } from '#app/text/headcounts.ts';
import { headsStyles } from '#app/ui/heads-styles.ts';
import { useText } from '#app/ui/locale.tsx';
import { formTitle } from '#app/ui/page-title.ts';
import { UnitHead } from '#app/ui/unit-head.tsx';

export const links = headsStyles;
export const meta = formTitle<typeof loader>(
  (locale, page) => page && headcountsText[locale].pageTitle(page.unit.name),
);

/** The unit of the address, for who may propose its headcounts. @throws as requireUnitRight() does */
async function openUnit(request: Request, unitId: string, at: number) {
  const opened = await requireUnitRight(request, 'propose-headcount', { unitId, now: at });
  const found = await getUnit({ unitId, now: at });
  if (!found.ok) throw refusalPage('not-found');
  return { ...opened, ...found.value };
}

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const at = now();
  const { actor, place, unit, ancestors, children } = await openUnit(request, params['unitId'] ?? '', at);
  const search = new URL(request.url).searchParams;
  const query = (search.get('q') ?? '').slice(0, 100);
  const [tookPart, page] = await Promise.all([peopleByUnit(at), getHeadcountPage(unit, at)]);
  const waiting = await listWaiting({ actor, path: unit.path, query, page: pageOf(request), tookPart, now: at });
  const people = [...page.proposals, ...waiting.rows].flatMap((each) => [each.proposedById, each.decidedById ?? '']);
  const day = String(localDay(at));
  return {
    unit: { id: unit.id, name: unit.name },
    ancestors: ancestors.map(({ id, name }) => ({ id, name })),
    pages: unitPagesOf(actor, place),
    hasBelow: children.length > 0,
    page,
    waiting,
    query,
    names: Object.fromEntries(await getFullNames([...new Set(people)].filter(Boolean))),
    now: at,
    today: `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`,
    done: {
      act: search.get('done') ?? '',
      count: Number(search.get('count')) || 0,
      own: Number(search.get('own')) || 0,
    },
    isFaulted: hasFaults(context),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const at = now();
  const { actor, unit } = await openUnit(request, params['unitId'] ?? '', at);
  const form = await readForm(request, headcountForm(at));
  if (!form.ok) {
    noteFaults(context);
    return data({ values: form.error.raw, faults: form.error.faults }, { status: 422 });
  }
  const did = await doHeadcountAct({ actor, unitId: unit.id, form: form.value, now: at });
  if (did.ok) {
    const { act, count, own } = did.value;
    throw redirect(`${paths.unitPage(unit.id, 'headcounts')}?done=${act}&count=${count}&own=${own}`);
  }
  noteFaults(context);
  const values = Object.fromEntries(
    Object.entries(form.value).flatMap(([key, value]) =>
      typeof value === 'object' ? [] : [[key, String(value ?? '')]],
    ),
  );
  return data({ values, refusal: did.error }, { status: statusOf(did.error) });
}

export default function HeadcountsPage() {
  const t = useText(headcountsText);
  const { unit, ancestors, pages, ...view } = useLoaderData<typeof loader>();
  return (
    <div className="stack-l">
      <UnitHead unit={unit} ancestors={ancestors} pages={pages} here="headcounts" title={t.title}>
        <p className="lead measure">{t.lead}</p>
      </UnitHead>
      <HeadcountsView unitId={unit.id} {...view} answer={useActionData<typeof action>()} />
    </div>
  );
}
