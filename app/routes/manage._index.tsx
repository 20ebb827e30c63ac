import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { can } from '#app/domain/identity/permissions.ts';
import { manageToolsOf } from '#app/domain/identity/manage-tools.ts';
import { PhaseBadge } from '#app/features/contests/contest-card.tsx';
import { DraftList } from '#app/features/drafts/draft-overview.tsx';
import { listDrafts } from '#app/features/drafts/index.server.ts';
import { requireRight } from '#app/features/identity/guard.server.ts';
import { ManagedContestCard } from '#app/features/participation/contest-figures.tsx';
import { listContestFigures } from '#app/features/participation/index.server.ts';
import { getTopUnit } from '#app/features/units/index.server.ts';
import { now } from '#app/platform/clock.server.ts';
import { manageText } from '#app/text/manage.ts';
import { draftStyles } from '#app/ui/draft-styles.ts';
import { useText } from '#app/ui/locale.tsx';
import { ManageTools } from '#app/ui/manage-tools.tsx';
import { pageTitle } from '#app/ui/page-title.ts';

export const links = draftStyles;
export const meta = pageTitle<typeof loader>((locale) => manageText[locale].title);

export async function loader({ request }: LoaderFunctionArgs) {
  const serverNow = now();
  const top = await getTopUnit(serverNow);
  const actor = await requireRight(request, 'see-contest-dashboard', top?.path ?? '');
  const mayManage = can(actor, 'manage-contests', top?.path ?? '');
  const [contests, drafts] = await Promise.all([listContestFigures(serverNow), mayManage ? listDrafts() : []]);
  return {
    tools: manageToolsOf(actor, top?.path ?? ''),
    drafts,
    contests: contests.map(({ contestNow: { contest, window, phase }, people, rate, attempts, running }) => {
      const { opensAt, closesAt } = window;
      return { slug: contest.slug, title: contest.title, phase, opensAt, closesAt, people, rate, attempts, running };
    }),
  };
}

export default function ManagePage() {
  const t = useText(manageText);
  const { contests, drafts, tools } = useLoaderData<typeof loader>();
  return (
    <div className="stack-l">
      <header className="stack-s">
        <h1>{t.title}</h1>
        <p className="lead measure">{t.lead}</p>
        <ManageTools tools={tools} />
      </header>
      <DraftList drafts={drafts} />
      {contests.length === 0 ? (
        <p className="notice">{t.none}</p>
      ) : (
        <ul className="manage-list">
          {contests.map((contest) => (
            <ManagedContestCard key={contest.slug} contest={contest} badge={<PhaseBadge phase={contest.phase} />} />
          ))}
        </ul>
      )}
    </div>
  );
}
