import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { unitPagesOf } from '#app/domain/identity/unit-pages.ts';
import { localTimeText, TARGET_SPREADS } from '#app/domain/participation/target.ts';
import { scopeOf } from '#app/domain/results/board-scope.ts';
import { listContests } from '#app/features/contests/index.server.ts';
import { requireActor } from '#app/features/identity/guard.server.ts';
import { getFullNames } from '#app/features/identity/index.server.ts';
import {
  figureScopes,
  getTargetsPage,
  maySetTarget,
  setTarget,
  targetRoundOf,
  withdrawTarget,
} from '#app/features/participation/index.server.ts';
import { ContestScopeChoice } from '#app/features/participation/scope-choice.tsx';
import { targetOrderOf } from '#app/features/participation/targets/target-order.ts';
import { targetForm } from '#app/features/participation/targets/target.schema.ts';
import { TargetsView } from '#app/features/participation/targets/targets-view.tsx';
import { getUnit, getUnitIndex } from '#app/features/units/index.server.ts';
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

/** The unit and the contest of the address, for who may see its targets. @throws 404, 403, or the way to the sign-in page */
async function openUnit(request: Request, unitId: string, at: number) {
  const actor = await requireActor(request);
  const [found, index, contests] = await Promise.all([
    getUnit({ unitId, now: at }),
    getUnitIndex(at),
    listContests(at),
  ]);
  const place = index.get(unitId);
  if (!found.ok || !place) throw refusalPage('not-found');
  const pages = unitPagesOf(actor, place);
  if (!pages.includes('targets')) throw refusalPage('forbidden');
  const search = new URL(request.url).searchParams;
  const slug = search.get('contest') || undefined;
  const chosen = slug === undefined ? contests[0] : contests.find(({ contest }) => contest.slug === slug);
  if (slug !== undefined && !chosen) throw refusalPage('not-found');
  const scope = chosen && scopeOf(figureScopes(chosen), search.get('round'));
  const spreads = TARGET_SPREADS.filter(
    (spread) => maySetTarget(actor, spread, place) && (spread === 'unit' || found.value.children.length > 0),
  );
  return { actor, pages, contests, chosen, scope, spreads, search, ...found.value };
}

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const at = now();
  const { unit, ancestors, pages, contests, chosen, scope, spreads, search } = await openUnit(
    request,
    params['unitId'] ?? '',
    at,
  );
  const order = targetOrderOf(search);
  const asked = { unit, scope, order, page: pageOf(request), now: at };
  const page = chosen && (await getTargetsPage({ ...asked, contestNow: chosen }));
  const setBy = [...(page?.history ?? []), ...(page?.own ? [page.own.target] : [])].map(({ setById }) => setById);
  return {
    unit: { id: unit.id, name: unit.name },
    ancestors: ancestors.map(({ id, name }) => ({ id, name })),
    pages,
    contests: contests.map(({ contest, phase }) => ({ slug: contest.slug, title: contest.title, phase })),
    shown: chosen &&
      page && {
        page,
        order,
        spreads,
        contestSlug: chosen.contest.slug,
        scopeKey: scope?.key,
        scopes: figureScopes(chosen).map(({ key, title }) => ({ key, title })),
        scopeTitle: targetRoundOf(chosen, scope) === undefined ? undefined : scope?.title,
        rounds: Object.fromEntries(chosen.rounds.map(({ round }) => [round.id, round.title])),
        names: Object.fromEntries(await getFullNames([...new Set(setBy)])),
        due: localTimeText(scope?.closesAt ?? chosen.window.closesAt),
      },
    done: search.get('done') ?? '',
    isFaulted: hasFaults(context),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const at = now();
  const { actor, unit, chosen, scope } = await openUnit(request, params['unitId'] ?? '', at);
  const form = await readForm(request, targetForm(at));
  if (!form.ok || !chosen) {
    noteFaults(context);
    const { raw, faults } = form.ok ? { raw: {}, faults: {} } : form.error;
    return data({ values: raw as Record<string, string>, faults }, { status: 422 });
  }
  const { value: asked } = form;
  const did =
    asked.intent === 'set'
      ? await setTarget({
          actor,
          target: { ...asked, contestId: chosen.contest.id, roundId: targetRoundOf(chosen, scope), unitId: unit.id },
          now: at,
        })
      : await withdrawTarget({ actor, id: asked.targetId, unitId: unit.id, now: at });
  const query = `contest=${chosen.contest.slug}&round=${scope?.key ?? ''}`;
  const done = asked.intent === 'set' ? 'set' : 'withdrawn';
  if (did.ok) throw redirect(`${paths.unitPage(unit.id, 'targets')}?${query}&done=${done}`);
  noteFaults(context);
  return data({ values: {} as Record<string, string>, refusal: did.error }, { status: statusOf(did.error) });
}

export default function TargetsPage() {
  const t = useText(targetsText);
  const { unit, ancestors, pages, contests, shown, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <div className="stack-l">
      <UnitHead unit={unit} ancestors={ancestors} pages={pages} here="targets" title={t.title} />
      {shown ? (
        <>
          <ContestScopeChoice contests={contests} {...shown} />
          <TargetsView
            {...shown}
            unitId={unit.id}
            scopeQuery={`contest=${shown.contestSlug}&round=${shown.scopeKey ?? ''}`}
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
