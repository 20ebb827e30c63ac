import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import type { Actor } from '#app/domain/identity/actor.ts';
import { boardScopes, scopeOf, type BoardScope } from '#app/domain/results/board-scope.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { getContest, type ContestNow } from '#app/features/contests/index.server.ts';
import { findPublicNames, getBoardNames, hasNameLike } from '#app/features/identity/index.server.ts';
import { getActor } from '#app/features/identity/guard.server.ts';
import { boardHref, readBoardAddress } from '#app/features/results/board-address.ts';
import { BoardNav } from '#app/features/results/board-nav.tsx';
import { BoardPage } from '#app/features/results/board-page.tsx';
import {
  getBoardBasis,
  getBoardPart,
  getLeaderboard,
  getRowsOf,
  type BoardRow,
} from '#app/features/results/index.server.ts';
import { findUnits } from '#app/features/units/index.server.ts';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { pageOf } from '#app/platform/http/query.server.ts';
import { refusalPage } from '#app/platform/http/respond.server.ts';
import { boardsText } from '#app/text/boards.ts';
import { contestsText } from '#app/text/contests.ts';
import { useText } from '#app/ui/locale.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { Breadcrumb } from '#app/ui/pieces.tsx';

export const meta = pageTitle<typeof loader>(
  (locale) => boardsText[locale].personTitle,
  (locale, page) => page && boardsText[locale].aboutPersons(page.contest.title),
);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const serverNow = now();
  const [contestNow, actor] = await Promise.all([
    getContest(params['contestSlug'] ?? '', serverNow),
    getActor(request),
  ]);
  if (!contestNow) throw refusalPage('not-found');
  const { contest, rounds } = contestNow;
  const asked = readBoardAddress(contest.slug, new URL(request.url).searchParams);
  const scopes = boardScopes(contest.id, rounds, contest.rules.overall !== 'none');
  const scope = scopeOf(scopes, asked.round ?? null);
  const part = await getBoardPart(contest, asked, serverNow);
  if (!part) throw refusalPage('not-found');
  const frame = {
    contest: { slug: contest.slug, title: contest.title },
    scopes: scopes.map(({ key, title }) => ({ key, title })),
    address: { ...asked, round: scopes.length > 1 ? scope?.key : undefined },
    scopeKey: scope?.key,
  };
  if (!scope) return { ...frame, board: undefined };
  const query = { contestNow, scope, actor, now: serverNow };
  const [{ own, ...board }, basis, search] = await Promise.all([
    getLeaderboard({ ...query, part: part.part, page: pageOf(request) }),
    getBoardBasis(contest, scope),
    asked.query === undefined ? undefined : searchBoard({ ...query, words: asked.query }),
  ]);
  const people = search?.people ?? [];
  const shown = [...board.rows, ...people, ...(own ? [own] : [])];
  const names = await getBoardNames(
    shown.map(({ accountId }) => accountId),
    serverNow,
  );
  // why mapped: ids of other people have no business in a public page.
  const named = <R extends BoardRow>({ accountId, ...row }: R) => ({
    ...row,
    name: names.get(accountId),
    unit: part.units.get(row.unitId)?.name ?? '',
    isOwn: accountId === actor?.accountId,
  });
  const { unitName, blocks } = part;
  const isSignedIn = actor !== undefined;
  const rows = { rows: board.rows.map(named), own: own && named(own) };
  const found = search && { ...search, people: people.map(named) };
  return { ...frame, board: { ...board, ...rows, basis, search: found, isSignedIn, unitName, blocks } };
}

interface Search {
  readonly contestNow: ContestNow;
  readonly scope: BoardScope;
  readonly actor: Actor | undefined;
  readonly now: Instant;
  readonly words: string;
}

/** Units of that name, and people who may be found by theirs. */
async function searchBoard({ words, ...query }: Search) {
  const [units, accountIds, isOwnName] = await Promise.all([
    findUnits({ query: words, now: query.now, only: 'all' }),
    findPublicNames(words, query.now),
    query.actor ? hasNameLike(query.actor.accountId, words) : false,
  ]);
  return { query: words, units, people: await getRowsOf({ ...query, accountIds }), isOwnName };
}

export default function LeaderboardPage() {
  const t = useText(boardsText);
  const contests = useText(contestsText);
  const { contest, scopes, scopeKey, address, board } = useLoaderData<typeof loader>();
  const { slug, title } = contest;
  const steps = [
    { to: paths.contests(), name: contests.listTitle },
    { to: paths.contest(slug), name: title, lang: 'vi' as const },
  ];
  const hrefOf = (round: string): string => boardHref({ slug, round });
  return (
    <div className="stack-l">
      <Breadcrumb steps={steps} here={t.personTitle} />
      <BoardNav here="persons" contestSlug={slug} scopes={scopes} scopeKey={scopeKey} hrefOf={hrefOf} />
      <h1>{t.personTitle}</h1>
      {board ? <BoardPage address={address} {...board} /> : <p className="notice">{t.practiceOnly}</p>}
    </div>
  );
}
