import { Link } from '@remix-run/react';
import type { Instant } from '#app/domain/kernel/time.ts';
import { paths } from '#app/paths.ts';
import { participationText } from '#app/text/participation.ts';
import { formatClock, formatInstant } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import { hrefOfUnit } from './criterion-table.tsx';
import { DayFigures } from './day-figures.tsx';
import type { UnitOverview } from './get-unit-overview.server.ts';
import { MissingPeoplePanel, type MissingPeople } from './missing-people.tsx';
import { ContestChoice, SubUnits, UnitFigures, type ContestOption } from './unit-figures.tsx';

interface NamedUnit {
  readonly id: string;
  readonly name: string;
}

/** A round, or the whole contest, that figures can be looked at for. */
interface ScopeOption {
  readonly key: string;
  /** Undefined for the whole contest. */
  readonly title: string | undefined;
}

/** The figures of a unit in the contest that is looked at. */
interface Shown {
  readonly contest: ContestOption & { readonly opensAt: Instant; readonly closesAt: Instant; readonly minutes: number };
  readonly scopes: readonly ScopeOption[];
  readonly scopeKey: string | undefined;
  readonly maxScore: number | undefined;
  readonly overview: UnitOverview;
  /** Only for the one in charge of the unit. */
  readonly missing: MissingPeople | undefined;
}

interface UnitPageProps {
  readonly unit: NamedUnit;
  readonly below: readonly NamedUnit[];
  readonly contests: readonly ContestOption[];
  readonly shown: Shown | undefined;
  /** "https://…": the address that a reminder leads to. */
  readonly origin: string;
}

/** A unit in a contest: how many of how many, day by day, and the units below it. */
export function UnitPage({ unit, below, contests, shown, origin }: UnitPageProps) {
  const t = useText(participationText);
  const locale = useLocale();
  if (!shown) {
    return (
      <>
        <h1 lang="vi">{unit.name}</h1>
        <p className="notice">{t.noContest}</p>
        <SubUnitList units={below} />
      </>
    );
  }
  const { contest, overview, missing, scopes, scopeKey } = shown;
  const showsScores = overview.scores === 'now' || overview.scores === 'frozen';
  const { title, closesAt, minutes, slug } = contest;
  const link = origin + paths.contest(slug);
  const reminder = t.reminderText(title, formatInstant(closesAt, locale), String(minutes), link, unit.name);
  return (
    <>
      <UnitHead unit={unit} contest={contest} asOf={overview.asOf} />
      <div className="stack print-other">
        <ContestChoice contests={contests} chosen={contest.slug} />
        <ScopeChoice unitId={unit.id} contestSlug={contest.slug} scopes={scopes} chosen={scopeKey} />
      </div>
      <div className="stack-l print-other">
        <UnitFigures overview={overview} showsScores={showsScores} maxScore={shown.maxScore} />
        <Notice contest={contest} overview={overview} />
      </div>
      {missing && (missing.registered > 0 || below.length === 0) && (
        <MissingPeoplePanel missing={missing} reminder={reminder} />
      )}
      <div className="stack-l print-other">
        {overview.people > 0 && overview.days.length > 0 && <DayFigures days={overview.days} />}
        <SubUnits rows={overview.children} contestSlug={contest.slug} showsMeans={showsScores} />
        {overview.isSample && <p className="small quiet">{t.sample}</p>}
      </div>
    </>
  );
}

function UnitHead({ unit, contest, asOf }: { unit: NamedUnit; contest: Shown['contest']; asOf: Instant }) {
  const t = useText(participationText);
  return (
    <header className="stack-s">
      <h1 lang="vi">{unit.name}</h1>
      <p className="measure" lang="vi">
        {contest.title}
      </p>
      <p className="quiet number">{t.asOf(formatClock(asOf))}</p>
      <p className="no-print">
        <Link to={paths.unitBoard(contest.slug)}>{t.seeBoard}</Link>
      </p>
    </header>
  );
}

function Notice({ contest, overview }: { contest: Shown['contest']; overview: UnitOverview }) {
  const t = useText(participationText);
  const locale = useLocale();
  if (contest.phase === 'upcoming')
    return <p className="notice">{t.upcoming(formatInstant(contest.opensAt, locale))}</p>;
  if (overview.people === 0) return <p className="notice">{t.nobodyYet}</p>;
  const closes = formatInstant(contest.closesAt, locale);
  if (overview.scores === 'held') return <p className="notice">{t.scoresHeld(closes)}</p>;
  return overview.scores === 'frozen' ? <p className="notice">{t.scoresFrozen(closes)}</p> : null;
}

/** Of which round the figures are, or of the whole contest; nothing where there is one. */
function ScopeChoice({
  unitId,
  contestSlug,
  scopes,
  chosen,
}: {
  unitId: string;
  contestSlug: string;
  scopes: readonly ScopeOption[];
  chosen: string | undefined;
}) {
  const t = useText(participationText);
  if (scopes.length < 2) return null;
  return (
    <nav className="tabs no-print" aria-label={t.scope}>
      {scopes.map(({ key, title }) => (
        <Link
          key={key}
          to={hrefOfUnit(unitId, contestSlug, key)}
          preventScrollReset
          aria-current={key === chosen ? 'true' : undefined}
        >
          {title ?? t.wholeContest}
        </Link>
      ))}
    </nav>
  );
}

function SubUnitList({ units }: { units: readonly NamedUnit[] }) {
  const t = useText(participationText);
  if (units.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="sub-units">
      <h2 id="sub-units">{t.subUnits}</h2>
      <ul className="unit-list">
        {units.map(({ id, name }) => (
          <li key={id}>
            <Link to={paths.unit(id)}>{name}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
