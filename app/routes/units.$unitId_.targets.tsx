import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { unitPagesOf } from '#app/domain/identity/unit-pages.ts';
import { localTimeText, TARGET_SPREADS } from '#app/domain/participation/target.ts';
import { listContests } from '#app/features/contests/index.server.ts';
import { requireUnitRight } from '#app/features/identity/guard.server.ts';
import { getFullNames } from '#app/features/identity/index.server.ts';
import {
  chooseScope,
  doTargetAct,
  getTargetsPage,
  maySetTarget,
  scopeChoiceOf,
  targetRoundOf,
} from '#app/features/participation/index.server.ts';
import { ContestScopeChoice } from '#app/features/participation/scope-choice.tsx';
import { targetOrderOf } from '#app/features/participation/targets/target-order.ts';
import { targetForm } from '#app/features/participation/targets/target.schema.ts';
import { TargetsView } from '#app/features/participation/targets/targets-view.tsx';
import { getUnit } from '#app/features/units/index.server.ts';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { hasFaults, noteFaults } from '#app/platform/http/fault-title.server.ts';
import { readForm } from '#app/platform/http/form.server.ts';
import { pageOf } from '#app/platform/http/query.server.ts';
import { refusalPage, statusOf } from '#app/platform/http/respond.server.ts';
import { targetsText } from '#app/text/targets.ts';
import { headsStyles } from '#app/ui/heads-styles.ts';
import { useText } from '#app/ui/locale.tsx';
import { formTitle } from '#app/ui/page-title.ts';
import { UnitHead } from '#app/ui/unit-head.tsx';

export const links = headsStyles;
export const meta = formTitle<typeof loader>((locale, page) => page && targetsText[locale].pageTitle(page.unit.name));

/** The unit and the contest of the address, for who may see its targets. @throws as requireUnitRight() does */
async function openUnit(request: Request, unitId: string, at: number) {
  // why this right alone: whoever sets targets from above may set them at the unit too.
  const { actor, place } = await requireUnitRight(request, 'set-targets', { unitId, now: at });
  const [found, contests] = await Promise.all([getUnit({ unitId, now: at }), listContests(at)]);
  const search = new URL(request.url).searchParams;
  const chosen = chooseScope(contests, search, 'whole');
  if (!found.ok || !chosen.ok) throw refusalPage('not-found');
  const hasBelow = found.value.children.length > 0;
  const spreads = TARGET_SPREADS.filter((each) => maySetTarget(actor, each, place) && (each === 'unit' || hasBelow));
  return { actor, place, contests, chosen: chosen.value, spreads, search, ...found.value };
}

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const at = now();
  const opened = await openUnit(request, params['unitId'] ?? '', at);
  const { unit, ancestors, contests, chosen, spreads, search } = opened;
  const order = targetOrderOf(search);
  const page = chosen && (await getTargetsPage({ ...chosen, unit, order, page: pageOf(request), now: at }));
  const setBy = [...(page?.history ?? []), ...(page?.own ? [page.own.target] : [])].map(({ setById }) => setById);
  return {
    unit: { id: unit.id, name: unit.name },
    ancestors: ancestors.map(({ id, name }) => ({ id, name })),
    pages: unitPagesOf(opened.actor, opened.place),
    shown: chosen &&
      page && {
        page,
        order,
        spreads,
        choice: scopeChoiceOf(contests, chosen),
        scopeTitle: targetRoundOf(chosen.contestNow, chosen.scope) === undefined ? undefined : chosen.scope?.title,
        rounds: Object.fromEntries(chosen.contestNow.rounds.map(({ round }) => [round.id, round.title])),
        names: Object.fromEntries(await getFullNames([...new Set(setBy)])),
        due: localTimeText(chosen.scope?.closesAt ?? chosen.contestNow.window.closesAt),
      },
    done: search.get('done') ?? '',
    isFaulted: hasFaults(context),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const at = now();
  const { actor, unit, chosen } = await openUnit(request, params['unitId'] ?? '', at);
  const form = await readForm(request, targetForm(at));
  if (!form.ok || !chosen) {
    noteFaults(context);
    const { raw, faults } = form.ok ? { raw: {}, faults: {} } : form.error;
    return data({ values: raw, faults }, { status: 422 });
  }
  const did = await doTargetAct({ actor, unitId: unit.id, chosen, form: form.value, now: at });
  if (did.ok) {
    const query = `contest=${chosen.contestNow.contest.slug}&round=${chosen.scope?.key ?? ''}`;
    throw redirect(`${paths.unitPage(unit.id, 'targets')}?${query}&done=${did.value}`);
  }
  noteFaults(context);
  return data({ values: {}, refusal: did.error }, { status: statusOf(did.error) });
}

export default function TargetsPage() {
  const t = useText(targetsText);
  const { unit, ancestors, pages, shown, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <div className="stack-l">
      <UnitHead unit={unit} ancestors={ancestors} pages={pages} here="targets" title={t.title} />
      {shown ? (
        <>
          <ContestScopeChoice {...shown.choice} />
          <TargetsView
            {...shown}
            unitId={unit.id}
            scopeQuery={`contest=${shown.choice.contestSlug}&round=${shown.choice.scopeKey ?? ''}`}
            done={done}
            answer={answer}
          />
        </>
      ) : (
        <p className="notice">{t.noContest}</p>
      )}
    </div>
  );
}
