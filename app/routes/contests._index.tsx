import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { listContests } from '#app/features/contests/index.server.ts';
import { ContestCard } from '#app/features/contests/contest-card.tsx';
import { now } from '#app/platform/clock.server.ts';
import { readPreferences } from '#app/platform/http/preferences.server.ts';
import { contestsText } from '#app/text/contests.ts';
import { shellText } from '#app/text/shell.ts';
import { useText } from '#app/ui/locale.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: shellText[data?.locale ?? 'vi'].titleOf(contestsText[data?.locale ?? 'vi'].listTitle) },
  { name: 'description', content: contestsText[data?.locale ?? 'vi'].listLead },
];

export async function loader({ request }: LoaderFunctionArgs) {
  const serverNow = now();
  const [contests, { locale }] = await Promise.all([listContests(serverNow), readPreferences(request)]);
  return {
    locale,
    serverNow,
    contests: contests.map(({ contest, round, window, phase }) => ({
      slug: contest.slug,
      title: contest.title,
      organizer: contest.rules.organizer,
      roundTitle: round.title,
      rounds: contest.rounds.filter(({ kind }) => kind === 'contest').length,
      phase,
      ...window,
    })),
  };
}

export default function ContestsPage() {
  const t = useText(contestsText);
  const { contests, serverNow } = useLoaderData<typeof loader>();
  return (
    <div className="stack-l">
      <header className="stack-s">
        <h1>{t.listTitle}</h1>
        <p className="lead measure">{t.listLead}</p>
      </header>
      {contests.length === 0 ? (
        <p className="notice">{t.none}</p>
      ) : (
        <ul className="grid">
          {contests.map((contest) => (
            <ContestCard key={contest.slug} contest={contest} serverNow={serverNow} />
          ))}
        </ul>
      )}
    </div>
  );
}
