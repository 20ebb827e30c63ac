import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { ActHead } from '#app/features/conduct/act-head.tsx';
import { HallFigures, SilentTable } from '#app/features/conduct/hall-view.tsx';
import { getConduct, getHall } from '#app/features/conduct/index.server.ts';
import { requireTopRight } from '#app/features/identity/guard.server.ts';
import { getPeople } from '#app/features/identity/index.server.ts';
import { recordLook } from '#app/features/operations/index.server.ts';
import { Freshness } from '#app/features/participation/contest-figures.tsx';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { refusalPage } from '#app/platform/http/respond.server.ts';
import { conductText } from '#app/text/conduct.ts';
import { useText } from '#app/ui/locale.tsx';
import { pageTitle } from '#app/ui/page-title.ts';

export const meta = pageTitle<typeof loader>(
  (locale, page) => page && conductText[locale].hallTitle(page.contest.title),
);

/** Without ?names=1 nobody is named; with it the look is recorded. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const serverNow = now();
  const actor = await requireTopRight(request, 'conduct-contest', serverNow);
  const found = await getConduct(params['contestSlug'] ?? '', serverNow);
  if (!found) throw refusalPage('not-found');
  const { contest } = found.contestNow;
  const hall = await getHall(contest.id, serverNow);
  const showsNames = new URL(request.url).searchParams.get('names') === '1';
  const accountIds = showsNames ? hall.mostSilent.map(({ accountId }) => accountId) : [];
  const people = await getPeople(accountIds, serverNow);
  if (people.size > 0) {
    const subject = `contest:${contest.id}`;
    await recordLook({
      actor,
      action: 'people-under-way.seen',
      subject,
      detail: { people: people.size },
      now: serverNow,
    });
  }
  return {
    serverNow,
    contest: { slug: contest.slug, title: contest.title },
    rounds: found.rounds.map(({ id, title, running, submitted, expired }) => ({
      id,
      title,
      running,
      submitted,
      expired,
    })),
    silences: hall.silences,
    silent: hall.mostSilent.map(({ accountId, attemptId: _, ...attempt }, index) => ({
      ...attempt,
      row: index,
      name: people.get(accountId)?.fullName,
    })),
    showsNames,
  };
}

export default function HallPage() {
  const t = useText(conductText);
  const { serverNow, contest, rounds, silences, silent, showsNames } = useLoaderData<typeof loader>();
  const running = rounds.reduce((sum, round) => sum + round.running, 0);
  const here = paths.conductAct(contest.slug, 'hall');
  return (
    <div className="stack-l">
      <ActHead contest={contest} title={t.hall} lead={t.hallLead} />
      {/* why not by itself while names are shown: every look at them is recorded. */}
      <Freshness asOf={serverNow} isOpen={running > 0 && !showsNames} here={showsNames ? `${here}?names=1` : here} />
      <HallFigures rounds={rounds} silences={silences} longest={silent[0] && serverNow - silent[0].lastAt} />
      {running === 0 ? (
        <p className="notice">{t.hallEmpty}</p>
      ) : (
        <SilentTable silent={silent} rounds={rounds} showsNames={showsNames} here={here} now={serverNow} />
      )}
    </div>
  );
}
