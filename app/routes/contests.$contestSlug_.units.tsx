import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { scopeOf } from '#app/domain/results/board-scope.ts';
import { idsOfPath } from '#app/domain/units/tree.ts';
import { getContest } from '#app/features/contests/index.server.ts';
import { getActor } from '#app/features/identity/guard.server.ts';
import { figureScopes, getUnitBoard } from '#app/features/participation/index.server.ts';
import { BoardNotice, UnitBoardHead } from '#app/features/participation/unit-board-head.tsx';
import { OwnUnitPanel, UnitBoardView } from '#app/features/participation/unit-board.tsx';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { refusalPage } from '#app/platform/http/respond.server.ts';
import { boardsText } from '#app/text/boards.ts';
import { participationText } from '#app/text/participation.ts';
import { useText } from '#app/ui/locale.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { BoardNav } from '#app/features/results/board-nav.tsx';

export const meta = pageTitle<typeof loader>((locale) => participationText[locale].boardTitle);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const serverNow = now();
  const found = await getContest(params['contestSlug'] ?? '', serverNow);
  if (!found) throw refusalPage('not-found');
  const { contest } = found;
  const query = new URL(request.url).searchParams;
  const scopes = figureScopes(found);
  const scope = scopeOf(scopes, query.get('round'));
  const [actor, board] = await Promise.all([
    getActor(request),
    getUnitBoard(found, { scope, criterion: query.get('by'), audience: 'everybody', now: serverNow }),
  ]);
  const { contestants: _, ...shown } = board;
  const above = new Set(idsOfPath(actor?.unitPath ?? ''));
  return {
    contest: { slug: contest.slug, title: contest.title },
    minimumHeadcount: contest.rules.units.minimumHeadcount,
    scopes: scopes.map(({ key, title }) => ({ key, title })),
    scope,
    board: shown,
    ownUnitId: board.blocks.flatMap((block) => block.rows).findLast((row) => above.has(row.unitId))?.unitId,
  };
}

export default function UnitBoardPage() {
  const t = useText(participationText);
  const boards = useText(boardsText);
  const { contest, scopes, scope, board, ownUnitId, minimumHeadcount } = useLoaderData<typeof loader>();
  const { blocks, criterion, scores } = board;
  const block = blocks.find((each) => each.rows.some((row) => row.unitId === ownUnitId));
  const row = block?.rows.find((each) => each.unitId === ownUnitId);
  const people = blocks.flatMap((each) => each.rows).reduce((sum, each) => sum + each.people, 0);
  const hrefOf = (key: string, by = criterion): string =>
    `${paths.unitBoard(contest.slug)}?round=${key}${by === undefined ? '' : `&by=${by}`}`;
  const showsScores = scores === 'now' || scores === 'frozen';
  const view = criterion && {
    criterion,
    showsScores,
    contestSlug: contest.slug,
    scopeKey: scope?.key ?? '',
    minimumHeadcount,
  };
  return (
    <div className="stack-l">
      <UnitBoardHead
        contest={contest}
        title={t.boardTitle}
        note={blocks.length > 1 ? t.withinBlocks : undefined}
        board={board}
        hrefOf={(by) => hrefOf(scope?.key ?? '', by)}
        nav={<BoardNav here="units" contestSlug={contest.slug} scopes={scopes} scopeKey={scope?.key} hrefOf={hrefOf} />}
      />
      {scope ? (
        <BoardNotice scope={scope} hasUnits={blocks.length > 0} people={people} board={board} />
      ) : (
        <p className="notice">{boards.practiceOnly}</p>
      )}
      {people > 0 && view && row && block && <OwnUnitPanel row={row} block={block} board={view} />}
      {people > 0 && view && <UnitBoardView {...view} blocks={blocks} ownUnitId={ownUnitId} />}
      {board.isSample && <p className="small quiet">{t.sample}</p>}
    </div>
  );
}
