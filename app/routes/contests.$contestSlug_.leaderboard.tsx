import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { getContest } from '#app/features/contests/index.server.ts';
import { getBoardNames } from '#app/features/identity/index.server.ts';
import { getActor } from '#app/features/identity/guard.server.ts';
import { getLeaderboard } from '#app/features/results/index.server.ts';
import { LeaderboardTable } from '#app/features/results/leaderboard-table.tsx';
import { getUnitNames } from '#app/features/units/index.server.ts';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { pageOf } from '#app/platform/http/query.server.ts';
import { readPreferences } from '#app/platform/http/preferences.server.ts';
import { refusalPage } from '#app/platform/http/respond.server.ts';
import { contestsText } from '#app/text/contests.ts';
import { shellText } from '#app/text/shell.ts';
import { formatInstant } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import { Breadcrumb, Pager } from '#app/ui/pieces.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: shellText[data?.locale ?? 'vi'].titleOf(contestsText[data?.locale ?? 'vi'].personBoardTitle) },
  { name: 'description', content: contestsText[data?.locale ?? 'vi'].aboutBoard(data?.contest.title ?? '') },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const serverNow = now();
  const found = await getContest(params['contestSlug'] ?? '', serverNow);
  if (!found) throw refusalPage('not-found');
  const { contest, round, phase } = found;
  const [actor, { locale }] = await Promise.all([getActor(request), readPreferences(request)]);
  const board = await getLeaderboard({ round, rules: contest.rules, page: pageOf(request), actor, now: serverNow });
  const shown = board.own ? [...board.rows, board.own] : board.rows;
  const [names, units] = await Promise.all([
    getBoardNames(shown.map((row) => row.accountId)),
    getUnitNames(shown.map((row) => row.unitId)),
  ]);
  // why mapped: ids of other people have no business in a public page.
  const rowOf = ({ accountId, unitId, ...row }: (typeof shown)[number]) => ({
    ...row,
    name: names.get(accountId),
    unit: units.get(unitId) ?? '',
    unitId,
    isOwn: accountId === actor?.accountId,
  });
  const { isVisible, total, page, pages } = board;
  return {
    locale,
    contest: { slug: contest.slug, title: contest.title },
    phase,
    closesAt: round.closesAt,
    isSignedIn: actor !== undefined,
    board: { isVisible, total, page, pages, rows: board.rows.map(rowOf) },
    own: board.own && { ...rowOf(board.own), page: board.own.page },
  };
}

export default function LeaderboardPage() {
  const t = useText(contestsText);
  const locale = useLocale();
  const { contest, phase, closesAt, board, own, isSignedIn } = useLoaderData<typeof loader>();
  const hrefOf = (page: number): string => `${paths.leaderboard(contest.slug)}?page=${page}`;
  return (
    <div className="stack-l">
      <Breadcrumb
        steps={[
          { to: paths.contests(), name: t.listTitle },
          { to: paths.contest(contest.slug), name: contest.title, lang: 'vi' },
        ]}
        here={t.personBoard}
      />
      <header className="stack-s">
        <h1>{t.personBoardTitle}</h1>
        <p className="quiet measure">{phase === 'closed' ? t.final : t.provisional}</p>
        <p className="no-print">
          <Link to={paths.unitBoard(contest.slug)}>{t.unitBoard}</Link>
        </p>
      </header>
      {own && (
        <div className="stack-s">
          <h2>{t.yourRow}</h2>
          <LeaderboardTable rows={[own]} caption={t.yourRow} hidesCaption />
          {board.isVisible && own.page !== board.page && (
            <p>
              <Link className="button button--quiet" to={hrefOf(own.page)}>
                {t.goToYourRow}
              </Link>
            </p>
          )}
        </div>
      )}
      {!own && isSignedIn && <p className="notice">{t.notRankedYet}</p>}
      {!board.isVisible && <p className="notice">{t.boardHidden(formatInstant(closesAt, locale))}</p>}
      {board.isVisible && board.total === 0 && <p className="notice">{t.boardEmpty}</p>}
      {board.rows.length > 0 && <LeaderboardTable rows={board.rows} caption={t.boardCaption(String(board.total))} />}
      <Pager page={board.page} pages={board.pages} hrefOf={hrefOf} />
    </div>
  );
}
