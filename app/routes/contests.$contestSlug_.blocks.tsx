import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { scopeOf } from '#app/domain/results/board-scope.ts';
import { getContest } from '#app/features/contests/index.server.ts';
import { figureScopes, getUnitBoard } from '#app/features/participation/index.server.ts';
import { BoardNotice, UnitBoardHead } from '#app/features/participation/unit-board-head.tsx';
import { BlockBoardView } from '#app/features/participation/unit-board.tsx';
import { BoardNav } from '#app/features/results/board-nav.tsx';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { refusalPage } from '#app/platform/http/respond.server.ts';
import { boardsText } from '#app/text/boards.ts';
import { participationText } from '#app/text/participation.ts';
import { useText } from '#app/ui/locale.tsx';
import { pageTitle } from '#app/ui/page-title.ts';

export const meta = pageTitle<typeof loader>((locale) => participationText[locale].blockBoardTitle);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const serverNow = now();
  const found = await getContest(params['contestSlug'] ?? '', serverNow);
  if (!found) throw refusalPage('not-found');
  const { contest } = found;
  const query = new URL(request.url).searchParams;
  const scopes = figureScopes(found);
  const scope = scopeOf(scopes, query.get('round'));
  const { blocks, ...board } = await getUnitBoard(found, {
    scope,
    criterion: query.get('by'),
    audience: 'everybody',
    now: serverNow,
  });
  return {
    contest: { slug: contest.slug, title: contest.title },
    minimumHeadcount: contest.rules.units.minimumHeadcount,
    scopes: scopes.map(({ key, title }) => ({ key, title })),
    scope,
    board,
    hasUnits: blocks.length > 0,
  };
}

export default function BlockBoardPage() {
  const t = useText(participationText);
  const boards = useText(boardsText);
  const { contest, scopes, scope, board, minimumHeadcount, hasUnits } = useLoaderData<typeof loader>();
  const { contestants, criterion, scores } = board;
  const people = contestants.reduce((sum, each) => sum + each.people, 0);
  const hrefOf = (key: string, by = criterion): string =>
    `${paths.blockBoard(contest.slug)}?round=${key}${by === undefined ? '' : `&by=${by}`}`;
  const showsScores = scores === 'now' || scores === 'frozen';
  const scopeKey = scope?.key ?? '';
  return (
    <div className="stack-l">
      <UnitBoardHead
        contest={contest}
        title={t.blockBoardTitle}
        note={t.betweenBlocks}
        board={board}
        hrefOf={(by) => hrefOf(scopeKey, by)}
        nav={
          <BoardNav here="blocks" contestSlug={contest.slug} scopes={scopes} scopeKey={scope?.key} hrefOf={hrefOf} />
        }
      />
      {!scope ? (
        <p className="notice">{boards.practiceOnly}</p>
      ) : hasUnits && contestants.length === 0 ? (
        <p className="notice">{t.oneBlock}</p>
      ) : (
        <BoardNotice scope={scope} hasUnits={hasUnits} people={people} board={board} />
      )}
      {people > 0 && criterion && (
        <BlockBoardView
          rows={contestants}
          criterion={criterion}
          showsScores={showsScores}
          contestSlug={contest.slug}
          scopeKey={scopeKey}
          minimumHeadcount={minimumHeadcount}
        />
      )}
      {board.isSample && <p className="small quiet">{t.sample}</p>}
    </div>
  );
}
