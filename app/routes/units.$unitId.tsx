import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { can } from '#app/domain/identity/permissions.ts';
import { unitPagesOf } from '#app/domain/identity/unit-pages.ts';
import { listContests } from '#app/features/contests/index.server.ts';
import { getActor } from '#app/features/identity/guard.server.ts';
import { listTopics } from '#app/features/lessons/index.server.ts';
import { inLifetime, readDashboard } from '#app/features/participation/dashboard/dashboard-address.ts';
import { DashboardPage } from '#app/features/participation/dashboard/dashboard-page.tsx';
import { chooseFrame, frameView, getUnitDashboard, isAheadOf } from '#app/features/participation/index.server.ts';
import { getUnit, getUnitIndex, getUnitRelations } from '#app/features/units/index.server.ts';
import { UnitRelations } from '#app/features/units/unit-relations.tsx';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { refusalPage } from '#app/platform/http/respond.server.ts';
import { unitsText } from '#app/text/units.ts';
import { dashboardStyles } from '#app/ui/dashboard-styles.ts';
import { useText } from '#app/ui/locale.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { Breadcrumb } from '#app/ui/pieces.tsx';

export const links = dashboardStyles;
export const meta = pageTitle<typeof loader>((_, page) => page?.unit.name);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const at = now();
  const unitId = params['unitId'] ?? '';
  const [found, contests, topics, actor, index, relations] = await Promise.all([
    getUnit({ unitId, now: at }),
    listContests(at),
    listTopics({ actor: undefined }),
    getActor(request),
    getUnitIndex(at),
    getUnitRelations({ unitId, now: at }),
  ]);
  const place = index.get(unitId);
  if (!found.ok || !place) throw refusalPage('not-found');
  const isInCharge = can(actor, 'see-people-of-unit', place);
  const audience = can(actor, 'see-contest-dashboard', place) ? 'organizers' : 'everybody';
  const asked = readDashboard(new URL(request.url).searchParams, isInCharge);
  const state = inLifetime(asked, relations.endedAt);
  const frame = chooseFrame(state, contests, topics);
  if (!frame.ok) throw refusalPage('not-found');
  const dashboard =
    frame.value && (await getUnitDashboard({ unitId, frame: frame.value, state, audience, isInCharge, now: at }));
  const { unit, ancestors, children } = found.value;
  const named = ({ id, name }: { id: string; name: string }) => ({ id, name });
  return {
    unit: named(unit),
    ancestors: ancestors.map(named),
    below: frame.value ? [] : children.map(named),
    pages: unitPagesOf(actor, place),
    state,
    relations,
    contests: contests.map(({ contest, phase }) => ({ slug: contest.slug, title: contest.title, phase })),
    topics: topics.map(({ slug, title }) => ({ slug, title })),
    frame: frame.value && frameView(frame.value, topics),
    dashboard: dashboard?.ok === true ? dashboard.value : undefined,
    isAhead: frame.value !== undefined && audience === 'organizers' && isAheadOf(frame.value, at),
  };
}

export default function UnitRoute() {
  const t = useText(unitsText);
  const { ancestors, relations, ...page } = useLoaderData<typeof loader>();
  const steps = [
    { to: paths.units(), name: t.title },
    ...ancestors.map(({ id, name }) => ({ to: paths.unit(id), name, lang: 'vi' as const })),
  ];
  return (
    <div className="stack-l">
      <Breadcrumb steps={steps} here={page.unit.name} hereLang="vi" />
      <DashboardPage {...page}>
        <UnitRelations relations={relations} />
      </DashboardPage>
    </div>
  );
}
