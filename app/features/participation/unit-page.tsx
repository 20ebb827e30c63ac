import { Link } from '@remix-run/react';
import type { Instant } from '#app/domain/kernel/time.ts';
import { paths } from '#app/paths.ts';
import { participationText } from '#app/text/participation.ts';
import { formatClock, formatInstant } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import { DayFigures } from './day-figures.tsx';
import type { UnitOverview } from './get-unit-overview.server.ts';
import { MissingPeoplePanel, type MissingPeople } from './missing-people.tsx';
import { ContestChoice, SubUnits, UnitFigures, type ContestOption } from './unit-figures.tsx';

interface NamedUnit {
  readonly id: string;
  readonly name: string;
}

/** The figures of a unit in the contest that is looked at. */
interface Shown {
  readonly contest: ContestOption & { readonly opensAt: Instant; readonly closesAt: Instant; readonly minutes: number };
  readonly showsMean: boolean;
  readonly maxScore: number;
  readonly overview: UnitOverview;
  /** Only for the one in charge of the unit. */
  readonly missing: MissingPeople | undefined;
}

interface UnitPageProps {
  readonly unit: NamedUnit & { readonly block: string | undefined };
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
        <h1>{unit.name}</h1>
        <p className="notice">{t.noContest}</p>
        <SubUnitList units={below} />
      </>
    );
  }
  const { contest, overview, missing, showsMean } = shown;
  const { title, closesAt, minutes, slug } = contest;
  const link = origin + paths.contest(slug);
  const reminder = t.reminderText(title, formatInstant(closesAt, locale), String(minutes), link, unit.name);
  return (
    <>
      <UnitHead unit={unit} contest={contest} asOf={overview.asOf} />
      <div className="print-other">
        <ContestChoice contests={contests} chosen={contest.slug} />
      </div>
      <div className="stack-l print-other">
        <UnitFigures overview={overview} showsMean={showsMean} maxScore={shown.maxScore} block={unit.block} />
        <Notice contest={contest} people={overview.people} showsMean={showsMean} />
      </div>
      {missing && (missing.registered > 0 || below.length === 0) && (
        <MissingPeoplePanel missing={missing} reminder={reminder} />
      )}
      <div className="stack-l print-other">
        {overview.people > 0 && <DayFigures days={overview.days} />}
        <SubUnits rows={overview.children} contestSlug={contest.slug} showsMeans={showsMean} />
        {overview.isSample && <p className="small quiet">{t.sample}</p>}
      </div>
    </>
  );
}

function UnitHead({ unit, contest, asOf }: { unit: NamedUnit; contest: Shown['contest']; asOf: Instant }) {
  const t = useText(participationText);
  return (
    <header className="stack-s">
      <h1>{unit.name}</h1>
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

function Notice({ contest, people, showsMean }: { contest: Shown['contest']; people: number; showsMean: boolean }) {
  const t = useText(participationText);
  const locale = useLocale();
  if (contest.phase === 'upcoming')
    return <p className="notice">{t.upcoming(formatInstant(contest.opensAt, locale))}</p>;
  if (people === 0) return <p className="notice">{t.nobodyYet}</p>;
  return showsMean ? null : <p className="notice">{t.meansHidden(formatInstant(contest.closesAt, locale))}</p>;
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
