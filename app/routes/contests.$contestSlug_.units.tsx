import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { isBoardVisible } from '#app/domain/results/visibility.ts';
import { idsOfPath } from '#app/domain/units/tree.ts';
import { getContest } from '#app/features/contests/index.server.ts';
import { getActor } from '#app/features/identity/guard.server.ts';
import { getUnitBoard } from '#app/features/participation/index.server.ts';
import { OwnUnitPanel, UnitBoardView } from '#app/features/participation/unit-board.tsx';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { refusalPage } from '#app/platform/http/respond.server.ts';
import { contestsText } from '#app/text/contests.ts';
import { participationText } from '#app/text/participation.ts';
import { formatClock, formatInstant } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { Breadcrumb } from '#app/ui/pieces.tsx';

export const meta = pageTitle<typeof loader>((locale) => participationText[locale].boardTitle);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const serverNow = now();
  const found = await getContest(params['contestSlug'] ?? '', serverNow);
  if (!found) throw refusalPage('not-found');
  const { contest, round, phase } = found;
  const [actor, board] = await Promise.all([getActor(request), getUnitBoard(found, serverNow)]);
  const showsMeans = isBoardVisible(contest.rules.boards, round, serverNow);
  const above = new Set(idsOfPath(actor?.unitPath ?? ''));
  return {
    contest: { slug: contest.slug, title: contest.title, minimumHeadcount: contest.rules.minimumHeadcount },
    phase,
    opensAt: round.opensAt,
    closesAt: round.closesAt,
    showsMeans,
    asOf: board.asOf,
    isSample: board.isSample,
    // why dropped here: what nobody may see yet must not travel to the browser either.
    blocks: board.blocks.map(({ name, rows }) => ({
      name,
      rows: showsMeans ? rows : rows.map((row) => ({ ...row, mean: undefined })),
    })),
    ownUnitId: board.blocks.flatMap((block) => block.rows).find((row) => above.has(row.unitId))?.unitId,
  };
}

export default function UnitBoardPage() {
  const t = useText(participationText);
  const contests = useText(contestsText);
  const { contest, phase, blocks, asOf, isSample, ownUnitId, showsMeans } = useLoaderData<typeof loader>();
  const ownBlock = blocks.find((block) => block.rows.some((row) => row.unitId === ownUnitId));
  const ownRow = ownBlock?.rows.find((row) => row.unitId === ownUnitId);
  const people = blocks.flatMap((block) => block.rows).reduce((sum, row) => sum + row.people, 0);
  return (
    <div className="stack-l">
      <Breadcrumb
        steps={[
          { to: paths.contests(), name: contests.listTitle },
          { to: paths.contest(contest.slug), name: contest.title },
        ]}
        here={t.boardTitle}
      />
      <header className="stack-s">
        <h1>{t.boardTitle}</h1>
        <p className="lead measure">{t.boardLead}</p>
        <p className="quiet number">
          {t.asOf(formatClock(asOf))} {phase === 'closed' ? contests.final : contests.provisional}
        </p>
        <p className="no-print">
          <Link to={paths.leaderboard(contest.slug)}>{t.personBoard}</Link>
        </p>
      </header>
      <BoardNotices hasUnits={blocks.length > 0} people={people} />
      {people > 0 && ownRow && ownBlock && (
        <OwnUnitPanel row={ownRow} block={ownBlock} contestSlug={contest.slug} showsMeans={showsMeans} />
      )}
      {people > 0 && (
        <UnitBoardView
          blocks={blocks}
          contestSlug={contest.slug}
          showsMeans={showsMeans}
          minimumHeadcount={contest.minimumHeadcount}
          ownUnitId={ownUnitId}
        />
      )}
      {isSample && <p className="small quiet">{t.sample}</p>}
    </div>
  );
}

function BoardNotices({ hasUnits, people }: { hasUnits: boolean; people: number }) {
  const t = useText(participationText);
  const locale = useLocale();
  const { phase, opensAt, closesAt, showsMeans } = useLoaderData<typeof loader>();
  if (!hasUnits) return <p className="notice">{t.noUnits}</p>;
  if (phase === 'upcoming') return <p className="notice">{t.upcoming(formatInstant(opensAt, locale))}</p>;
  if (people === 0) return <p className="notice">{t.nobodyYet}</p>;
  return showsMeans ? null : <p className="notice">{t.meansHidden(formatInstant(closesAt, locale))}</p>;
}
