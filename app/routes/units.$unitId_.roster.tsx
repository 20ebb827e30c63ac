import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { listContests } from '#app/features/contests/index.server.ts';
import { requireDuties } from '#app/features/identity/guard.server.ts';
import { recordLook } from '#app/features/operations/index.server.ts';
import {
  dropRoster,
  getRoster,
  matchRoster,
  openRoster,
  reopenRosterPerson,
  restoreRoster,
  stateOfAddress,
} from '#app/features/rosters/index.server.ts';
import { NoRoster, RosterKeeping } from '#app/features/rosters/roster-keeping.tsx';
import { RosterPage } from '#app/features/rosters/roster-page.tsx';
import { RosterAct } from '#app/features/rosters/rosters.schema.ts';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { readForm } from '#app/platform/http/form.server.ts';
import { pageOf } from '#app/platform/http/query.server.ts';
import { refusalPage } from '#app/platform/http/respond.server.ts';
import { rostersText } from '#app/text/rosters.ts';
import { formatNumber } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { rosterStyles } from '#app/ui/roster-styles.ts';
import { UnitHead } from '#app/ui/unit-head.tsx';

export const links = rosterStyles;
export const meta = pageTitle<typeof loader>((locale) => rostersText[locale].title);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const at = now();
  const actor = await requireDuties(request);
  const opened = await openRoster({ actor, unitId: params['unitId'] ?? '', now: at });
  if (!opened.ok) throw refusalPage(opened.error);
  const unit = opened.value;
  await matchRoster({ unitId: unit.id, now: at, isAsked: false });
  const asked = new URL(request.url).searchParams;
  const contests = (await listContests(at)).map(({ contest: { id, slug, title } }) => ({ id, slug, title }));
  const contest = contests.find(({ slug }) => slug === asked.get('contest')) ?? contests[0];
  const [name, state] = [(asked.get('q') ?? '').slice(0, 100), stateOfAddress(asked.get('state'))];
  const query = { actor, unitId: unit.id, contestId: contest?.id ?? '', name, state, page: pageOf(request) };
  const found = await getRoster(query);
  if (!found.ok) throw refusalPage('forbidden');
  const { roster, formerPeople } = found.value;
  if (roster && roster.lines.length > 0) {
    const detail = { people: roster.lines.length, contest: contest?.slug ?? '' };
    await recordLook({ actor, action: 'roster.seen', subject: `unit:${unit.id}`, detail, now: at });
  }
  return {
    unit,
    roster,
    formerPeople,
    contests: contests.map(({ slug, title }) => ({ slug, title })),
    address: { contest: contest?.slug, state, name },
    done: asked.get('done'),
    changed: Number(asked.get('changed') ?? 0),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const at = now();
  const actor = await requireDuties(request);
  const opened = await openRoster({ actor, unitId: params['unitId'] ?? '', now: at });
  if (!opened.ok) throw refusalPage(opened.error);
  const form = await readForm(request, RosterAct);
  if (!form.ok) throw refusalPage('invalid');
  const keeping = { actor, unitId: opened.value.id, now: at };
  const here = paths.unitPage(keeping.unitId, 'roster');
  const { intent, personId = '', sure } = form.value;
  if (intent === 'match') {
    const changed = await matchRoster({ ...keeping, isAsked: true });
    throw redirect(`${here}?done=matched&changed=${changed}`);
  }
  if (intent === 'drop' && sure !== 'yes') return data({ refusal: 'unsure' as const }, { status: 422 });
  const acts = {
    drop: () => dropRoster(keeping),
    restore: () => restoreRoster(keeping),
    reopen: () => reopenRosterPerson({ ...keeping, personId }),
  };
  const done = await acts[intent]();
  if (!done.ok) return data({ refusal: done.error }, { status: 409 });
  if (intent === 'restore') await matchRoster({ ...keeping, isAsked: true });
  throw redirect(`${here}?done=${{ drop: 'dropped', restore: 'restored', reopen: 'reopened' }[intent]}`);
}

export default function RosterRoute() {
  const t = useText(rostersText);
  const locale = useLocale();
  const { unit, roster, formerPeople, contests, address, done, changed } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const matched = changed > 0 ? t.matched(formatNumber(changed, locale)) : t.matchedNone;
  const { takenIn, restored, dropped, reopened } = t;
  const notice = { 'taken-in': takenIn, restored, dropped, reopened, matched }[done ?? ''];
  return (
    <div className="stack-l">
      <UnitHead unit={unit} ancestors={unit.ancestors} pages={unit.pages} here="roster" title={t.title}>
        <p className="measure">{t.lead}</p>
      </UnitHead>
      {answer && (
        <p className="notice notice--bad" role="alert">
          {answer.refusal === 'unsure' ? t.dropUnsure : t.refusals[answer.refusal]}
        </p>
      )}
      {notice !== undefined && !answer && (
        <p className="notice notice--good" role="status">
          {notice}
        </p>
      )}
      {roster ? <RosterPage unitId={unit.id} {...{ roster, contests, address }} /> : <NoRoster unitId={unit.id} />}
      <RosterKeeping unitId={unit.id} hasRoster={roster !== undefined} formerPeople={formerPeople} />
    </div>
  );
}
