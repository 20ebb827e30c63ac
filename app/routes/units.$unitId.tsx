import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { maxScoreOfBlueprint } from '#app/domain/contests/contest.ts';
import type { Actor } from '#app/domain/identity/actor.ts';
import { can } from '#app/domain/identity/permissions.ts';
import { MINUTE, type Instant } from '#app/domain/kernel/time.ts';
import { scopeOf } from '#app/domain/results/board-scope.ts';
import { findParticipants, listContests, type ContestNow } from '#app/features/contests/index.server.ts';
import { getActor } from '#app/features/identity/guard.server.ts';
import { listPeopleOfUnit } from '#app/features/identity/index.server.ts';
import { recordLook } from '#app/features/operations/index.server.ts';
import { figureScopes, getUnitOverview } from '#app/features/participation/index.server.ts';
import { UnitPage } from '#app/features/participation/unit-page.tsx';
import { getUnit } from '#app/features/units/index.server.ts';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { env } from '#app/platform/env.server.ts';
import { refusalPage } from '#app/platform/http/respond.server.ts';
import { unitsText } from '#app/text/units.ts';
import { useText } from '#app/ui/locale.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { Breadcrumb } from '#app/ui/pieces.tsx';

export const meta = pageTitle<typeof loader>((_, page) => page?.unit.name);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const serverNow = now();
  const url = new URL(request.url);
  const slug = url.searchParams.get('contest') || undefined;
  const [found, contests, actor] = await Promise.all([
    getUnit({ unitId: params['unitId'] ?? '', now: serverNow }),
    listContests(serverNow),
    getActor(request),
  ]);
  const chosen = slug === undefined ? contests[0] : contests.find(({ contest }) => contest.slug === slug);
  if (!found.ok || (slug !== undefined && !chosen)) throw refusalPage('not-found');
  const { unit, ancestors, children } = found.value;
  const nameOf = ({ id, name }: { id: string; name: string }) => ({ id, name });
  return {
    unit: nameOf(unit),
    ancestors: ancestors.map(nameOf),
    below: children.map(nameOf),
    contests: contests.map(({ contest, phase }) => ({ slug: contest.slug, title: contest.title, phase })),
    shown: chosen && (await figuresOf(unit, chosen, { key: url.searchParams.get('round'), actor, at: serverNow })),
    origin: env().APP_ORIGIN ?? url.origin,
  };
}

interface Place {
  readonly id: string;
  readonly path: string;
}

async function figuresOf(
  unit: Place,
  chosen: ContestNow,
  { key: asked, actor, at }: { key: string | null; actor: Actor | undefined; at: Instant },
) {
  const { contest, rounds, round, window, phase } = chosen;
  const scopes = figureScopes(chosen);
  const scope = scopeOf(scopes, asked);
  const place = { unitId: unit.id, unitPath: unit.path };
  const overview = await getUnitOverview(place, chosen, { scope, audience: 'everybody', now: at });
  const of = rounds.find((each) => each.round.id === scope?.id)?.round;
  return {
    contest: {
      slug: contest.slug,
      title: contest.title,
      opensAt: scope?.opensAt ?? window.opensAt,
      closesAt: scope?.closesAt ?? window.closesAt,
      phase: scope?.phase ?? phase,
      minutes: Math.round((of ?? round).duration / MINUTE),
    },
    scopes: scopes.map(({ key, title }) => ({ key, title })),
    scopeKey: scope?.key,
    maxScore: of && maxScoreOfBlueprint(of.blueprint, contest.rules.marking.right),
    overview,
    missing: can(actor, 'see-people-of-unit', unit.path)
      ? await missingOf(unit, chosen, { actor: actor as Actor, at, headcount: overview.headcount })
      : undefined,
  };
}

/** Who has not taken part, of the people of the unit itself; undefined for a unit that only has others below it. */
async function missingOf(
  unit: Place,
  { contest, phase }: ContestNow,
  { actor, at, headcount }: { actor: Actor; at: Instant; headcount: number },
) {
  const [people, participants] = await Promise.all([listPeopleOfUnit(unit.id), findParticipants(contest.id, unit.id)]);
  const names = phase === 'upcoming' ? [] : people.filter((person) => !participants.has(person.accountId));
  if (names.length > 0) {
    const detail = { contest: contest.slug, people: names.length };
    await recordLook({ actor, action: 'people-of-unit.seen', subject: `unit:${unit.id}`, detail, now: at });
  }
  return {
    phase,
    registered: people.length,
    names: names.map(({ fullName }, index) => ({ number: index + 1, fullName })),
    notRegistered: headcount > 0 ? Math.max(0, headcount - people.length) : undefined,
  };
}

export default function UnitRoute() {
  const t = useText(unitsText);
  const { unit, ancestors, ...page } = useLoaderData<typeof loader>();
  const steps = [
    { to: paths.units(), name: t.title },
    ...ancestors.map(({ id, name }) => ({ to: paths.unit(id), name, lang: 'vi' as const })),
  ];
  return (
    <div className="stack-l">
      <Breadcrumb steps={steps} here={unit.name} hereLang="vi" />
      <UnitPage unit={unit} {...page} />
    </div>
  );
}
