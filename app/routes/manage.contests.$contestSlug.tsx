import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData, useLocation } from '@remix-run/react';
import { maxScoreOfBlueprint } from '#app/domain/contests/contest.ts';
import { isUnderWay } from '#app/domain/contests/phase.ts';
import { scopeOf } from '#app/domain/results/board-scope.ts';
import { scoreBins } from '#app/domain/results/score-bins.ts';
import { countRunning } from '#app/features/attempts/index.server.ts';
import { PhaseBadge } from '#app/features/contests/contest-card.tsx';
import { getContest } from '#app/features/contests/index.server.ts';
import { ContestTools } from '#app/features/drafts/contest-tools.tsx';
import { requireRight } from '#app/features/identity/guard.server.ts';
import { DashboardFigures, Freshness } from '#app/features/participation/contest-figures.tsx';
import { DayFigures } from '#app/features/participation/day-figures.tsx';
import { figureScopes, getUnitBoard, getUnitOverview, readBranch } from '#app/features/participation/index.server.ts';
import { ManagedUnits } from '#app/features/participation/managed-units.tsx';
import { sortUnits, unitOrderOf } from '#app/features/participation/unit-order.ts';
import { ScoreFigures } from '#app/features/results/score-table.tsx';
import { getTopUnit } from '#app/features/units/index.server.ts';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { refusalPage } from '#app/platform/http/respond.server.ts';
import { analysisText } from '#app/text/analysis.ts';
import { manageText } from '#app/text/manage.ts';
import { formatInstant } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { Breadcrumb } from '#app/ui/pieces.tsx';

export const meta = pageTitle<typeof loader>(
  (locale, page) => page && manageText[locale].pageTitle(page.contest.title),
);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const serverNow = now();
  const top = await getTopUnit(serverNow);
  await requireRight(request, 'see-contest-dashboard', top?.path ?? '');
  const found = await getContest(params['contestSlug'] ?? '', serverNow);
  if (!found || !top) throw refusalPage('not-found');
  const { contest, round, window, phase } = found;
  const asked = {
    scope: scopeOf(figureScopes(found), String(round.number)),
    audience: 'organizers',
    now: serverNow,
  } as const;
  const [overview, board, running, branch] = await Promise.all([
    getUnitOverview({ unitId: top.id, unitPath: top.path }, found, asked),
    getUnitBoard(found, { ...asked, criterion: 'rate' }),
    countRunning(contest.id),
    readBranch({ contestNow: found, scopeId: round.id, unitId: top.id, now: serverNow }),
  ]);
  const query = new URL(request.url).searchParams;
  const order = unitOrderOf(query);
  const block = board.blocks.find(({ name }) => name === query.get('block'));
  const rows = block ? block.rows : board.blocks.flatMap((each) => each.rows);
  const maxScore = maxScoreOfBlueprint(round.blueprint, contest.rules.marking.right);
  const { asOf, people, attempts, rate, finished, mean, days, isSample } = overview;
  const scores = [...branch.unit.scores].map(([score, each]) => ({ score, people: each }));
  return {
    contest: { slug: contest.slug, title: contest.title },
    round: { title: round.title, opensAt: window.opensAt, closesAt: window.closesAt, phase },
    asOf,
    isSample,
    figures: { people, rate, finished, mean, maxScore, attempts, running },
    days,
    bins: scoreBins(scores, maxScore),
    units: { rows: sortUnits(rows, order), order, block: block?.name, blocks: board.blocks.map(({ name }) => name) },
  };
}

export default function ManagedContestPage() {
  const t = useText(manageText);
  const analysis = useText(analysisText);
  const locale = useLocale();
  const { search } = useLocation();
  const { contest, round, asOf, isSample, figures, days, bins, units } = useLoaderData<typeof loader>();
  return (
    <div className="stack-l">
      <Breadcrumb steps={[{ to: paths.manage(), name: t.title }]} here={t.here} />
      <header className="stack-s">
        <p className="row">
          <PhaseBadge phase={round.phase} />
          <span lang="vi">{round.title}</span>
        </p>
        <h1 lang="vi">{contest.title}</h1>
        <p className="quiet number">
          {t.window(formatInstant(round.opensAt, locale), formatInstant(round.closesAt, locale))}
        </p>
      </header>
      <ContestTools slug={contest.slug} />
      <Freshness asOf={asOf} isOpen={isUnderWay(round.phase)} here={paths.manageContest(contest.slug) + search} />
      <DashboardFigures {...figures} />
      <nav className="tabs no-print" aria-label={t.sections}>
        {figures.people > 0 && <a href="#by-day">{t.byDay}</a>}
        {figures.people > 0 && <a href="#scores">{t.scores}</a>}
        <a href="#units">{t.byUnit}</a>
        <Link to={paths.analysis(contest.slug)}>{analysis.linkFromContest}</Link>
      </nav>
      {figures.people === 0 && <p className="notice">{round.phase === 'upcoming' ? t.upcoming : t.nobodyYet}</p>}
      {figures.people > 0 && <DayFigures days={days} />}
      {figures.people > 0 && <ScoreFigures bins={bins} />}
      <ManagedUnits {...units} contestSlug={contest.slug} />
      <section className="stack-s" aria-labelledby="items">
        <h2 id="items">
          <Link to={paths.analysis(contest.slug)}>{analysis.linkFromContest}</Link>
        </h2>
        <p className="measure">{analysis.linkNote}</p>
      </section>
      <p className="row no-print">
        <Link to={paths.contest(contest.slug)}>{t.contestPage}</Link>
        <Link to={paths.leaderboard(contest.slug)}>{t.personBoard}</Link>
        <Link to={paths.unitBoard(contest.slug)}>{t.unitBoard}</Link>
        <Link to={paths.manageResults(contest.slug)}>{t.results}</Link>
        <Link to={paths.papers(contest.slug)}>{t.printedPapers}</Link>
      </p>
      {isSample && <p className="small quiet">{t.sample}</p>}
    </div>
  );
}
