import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { isUnderWay, type RoundPhase } from '#app/domain/contests/phase.ts';
import type { UnitPageName } from '#app/domain/identity/unit-pages.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { paths } from '#app/paths.ts';
import { dashboardText } from '#app/text/dashboard.ts';
import { participationText } from '#app/text/participation.ts';
import { formatInstant } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import { UnitTabs } from '#app/ui/unit-tabs.tsx';
import { useOpenTab } from '#app/ui/use-open-tab.ts';
import { Freshness } from '../contest-figures.tsx';
import { CategoriesView } from './categories-view.tsx';
import type { Dashboard, FrameKind } from './dashboard.ts';
import { dashboardQuery, viewsFor, type DashboardState } from './dashboard-address.ts';
import { FrameChoice, ScopeChoice, type ContestOption, type ScopeOption, type TopicOption } from './frame-choice.tsx';
import { Headline, KeyFigureList } from './headline.tsx';
import { linksOf, type DashboardLinks } from './links.ts';
import { OverviewView } from './overview-view.tsx';
import { SubUnitList } from './sub-unit-list.tsx';
import { ScoresView } from './scores-view.tsx';
import { TimeView } from './time-view.tsx';
import { TreeChoice, TreeNotice } from './tree-choice.tsx';
import { UnitsView } from './units-view.tsx';

interface NamedUnit {
  readonly id: string;
  readonly name: string;
}

/** What the figures are of, as the page names it. */
interface ShownFrame {
  readonly kind: FrameKind;
  readonly slug: string;
  readonly title: string;
  /** Only of contests. */
  readonly time: { readonly phase: RoundPhase; readonly opensAt: Instant; readonly closesAt: Instant } | undefined;
  readonly scopes: readonly ScopeOption[];
  readonly scopeKey: string | undefined;
  readonly maxScore: number | undefined;
  readonly minimumHeadcount: number | undefined;
}

interface PageProps {
  readonly unit: NamedUnit;
  readonly pages: readonly UnitPageName[];
  readonly state: DashboardState;
  readonly contests: readonly ContestOption[];
  readonly topics: readonly TopicOption[];
  /** Undefined where there is nothing yet that figures could be of. */
  readonly frame: ShownFrame | undefined;
  /** Undefined for a unit that was not in the tree of the day that is asked for. */
  readonly dashboard: Dashboard | undefined;
  readonly below: readonly NamedUnit[];
  /** Scores are shown although others do not see them yet. */
  readonly isAhead: boolean;
  /** Where the unit came from and what became of it. */
  readonly children?: ReactNode;
}

/** A unit: how many of how many, who is missing, and how it stands. */
export function DashboardPage(props: PageProps) {
  const t = useText(participationText);
  const { unit, pages, state, frame, dashboard, below } = props;
  const links = linksOf(unit.id, state);
  return (
    <>
      <header className="stack-s">
        <h1 lang="vi">{unit.name}</h1>
        {frame && (
          <p className="measure" lang="vi">
            {frame.title}
          </p>
        )}
        {props.children}
      </header>
      <UnitTabs unitId={unit.id} pages={pages} here="overview" />
      {frame ? (
        <Figures {...props} frame={frame} links={links} />
      ) : (
        <>
          <p className="notice">{t.noContest}</p>
          <SubUnitList units={below} />
        </>
      )}
      {dashboard?.isSample && <p className="small quiet">{t.sample}</p>}
      <TreeChoice state={state} links={links} />
    </>
  );
}

type FiguresProps = PageProps & { readonly frame: ShownFrame; readonly links: DashboardLinks };

function Figures({ unit, state, contests, topics, frame, dashboard, links, pages, isAhead }: FiguresProps) {
  const t = useText(dashboardText);
  const board = useText(participationText);
  const { kind, slug, time, scopes, scopeKey, maxScore } = frame;
  const isOpen = time !== undefined && isUnderWay(time.phase);
  const showsScores = dashboard?.scores === 'now' || dashboard?.scores === 'frozen';
  return (
    <>
      <div className="stack">
        <FrameChoice kind={kind} state={state} links={links} contests={contests} topics={topics} chosen={slug} />
        {kind === 'contest' && <ScopeChoice scopes={scopes} chosen={scopeKey} links={links} />}
      </div>
      <TreeNotice state={state} links={links} untold={dashboard?.untold ?? 0} isKnown={dashboard !== undefined} />
      {dashboard && (
        <>
          <div className="stack-s">
            <Headline {...dashboard} />
            <Freshness asOf={dashboard.asOf} isOpen={isOpen || kind === 'topic'} here={links.here()} />
          </div>
          <ViewTabs isInCharge={dashboard.isInCharge} hasBelow={dashboard.hasBelow} view={state.view} links={links} />
          <Notices frame={frame} dashboard={dashboard} />
          {isAhead && showsScores && <p className="notice">{t.onlyOrganizers}</p>}
          {state.view === 'overview' && (
            <KeyFigureList dashboard={dashboard} showsScores={showsScores} maxScore={maxScore} />
          )}
          {state.view === 'overview' && pages.includes('missing') && (
            <p className="no-print">
              <Link to={paths.unitPage(unit.id, 'missing') + frameQuery(state)}>{t.whoIsMissing}</Link>
            </p>
          )}
          <View dashboard={dashboard} frame={frame} state={state} links={links} unitId={unit.id} />
        </>
      )}
      {kind === 'contest' && (
        <p className="no-print">
          <Link to={paths.unitBoard(slug)}>{board.seeBoard}</Link>
        </p>
      )}
    </>
  );
}

/** What another page of the unit has to know: of what the figures are. */
const frameQuery = (state: DashboardState): string =>
  dashboardQuery(state, {
    view: 'overview',
    sort: 'rate',
    isDescending: true,
    page: 1,
    q: '',
    category: undefined,
    tree: undefined,
  });

function ViewTabs({
  isInCharge,
  hasBelow,
  view,
  links,
}: {
  isInCharge: boolean;
  hasBelow: boolean;
  view: DashboardState['view'];
  links: DashboardLinks;
}) {
  const row = useOpenTab();
  const t = useText(dashboardText);
  return (
    <nav className="tabs tabs--row view-tabs no-print" aria-label={t.viewsLabel} ref={row}>
      {viewsFor(isInCharge)
        .filter((each) => hasBelow || each !== 'units')
        .map((each) => (
          <Link
            key={each}
            to={links.here({ view: each, page: 1 })}
            preventScrollReset
            aria-current={each === view ? 'true' : undefined}
          >
            {t.views[each]}
          </Link>
        ))}
    </nav>
  );
}

/** What must be said beside the figures, one thing at a time. */
function Notices({ frame, dashboard }: { frame: ShownFrame; dashboard: Dashboard }) {
  const t = useText(dashboardText);
  const board = useText(participationText);
  const locale = useLocale();
  const { time } = frame;
  const { figures, scores, kind } = dashboard;
  const closes = time ? formatInstant(time.closesAt, locale) : '';
  const held =
    scores === 'held' ? board.scoresHeld(closes) : scores === 'frozen' ? board.scoresFrozen(closes) : undefined;
  return (
    <>
      {figures.headcount === 0 && <p className="notice">{board.noHeadcount}</p>}
      {figures.rate !== undefined && figures.rate > 1 && <p className="notice notice--warn">{board.overHundred}</p>}
      {time?.phase === 'upcoming' ? (
        <p className="notice">{board.upcoming(formatInstant(time.opensAt, locale))}</p>
      ) : figures.people === 0 ? (
        <p className="notice">{t.of[kind].nobody}</p>
      ) : (
        held !== undefined && <p className="notice">{held}</p>
      )}
    </>
  );
}

interface ViewProps {
  readonly dashboard: Dashboard;
  readonly frame: ShownFrame;
  readonly state: DashboardState;
  readonly links: DashboardLinks;
  readonly unitId: string;
}

function View({ dashboard, frame, state, links, unitId }: ViewProps) {
  const { kind, part, scores, isInCharge, figures } = dashboard;
  const showsScores = scores === 'now' || scores === 'frozen';
  switch (part.view) {
    case 'overview':
      return <OverviewView dashboard={dashboard} part={part} links={links} />;
    case 'time':
      return figures.people > 0 ? <TimeView kind={kind} part={part} /> : null;
    case 'scores':
      return <ScoresView dashboard={dashboard} part={part} showsScores={showsScores} />;
    case 'categories':
      return <CategoriesView kind={kind} part={part} links={links} />;
    case 'units': {
      const query = dashboardQuery(state, { view: 'overview', page: 1, q: '', category: undefined });
      const files = { xlsx: paths.unitFigures(unitId, 'xlsx') + query, csv: paths.unitFigures(unitId, 'csv') + query };
      return (
        <UnitsView
          kind={kind}
          part={part}
          state={state}
          links={links}
          isInCharge={isInCharge}
          showsScores={showsScores}
          minimumHeadcount={frame.minimumHeadcount}
          files={isInCharge ? files : undefined}
        />
      );
    }
  }
}
