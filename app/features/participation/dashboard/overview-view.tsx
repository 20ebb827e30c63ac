import { Link } from '@remix-run/react';
import { dashboardText } from '#app/text/dashboard.ts';
import { RankedChart } from '#app/ui/charts/ranked-chart.tsx';
import { RateChart } from '#app/ui/charts/rate-chart.tsx';
import { formatDay, formatNumber, formatRate } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import { fullBar, RateBar } from '#app/ui/rate-bar.tsx';
import type { ComparedRow, Dashboard, DashboardPart, DayRate, FrameKind, LaggingList } from './dashboard.ts';
import { DayTable } from './day-table.tsx';
import type { DashboardLinks } from './links.ts';
import type { SubUnitRow } from './sub-units.ts';

interface OverviewProps {
  readonly dashboard: Pick<Dashboard, 'kind' | 'target' | 'hasBelow'>;
  readonly part: Extract<DashboardPart, { view: 'overview' }>;
  readonly links: DashboardLinks;
}

/** What is seen first: the rate over time, where the unit stands, who is best and last, and whom to remind. */
export function OverviewView({ dashboard, part, links }: OverviewProps) {
  const { kind, target } = dashboard;
  const { days, comparison, top, bottom, withoutAnybody, underTarget } = part;
  return (
    <>
      <div className="halves">
        {days.length > 0 && <RateOverTime kind={kind} days={days} target={target?.rate} />}
        {comparison.length > 1 && <Comparison rows={comparison} />}
      </div>
      {underTarget && <Lagging list={underTarget} title="underTarget" kind={kind} links={links} />}
      {withoutAnybody && <Lagging list={withoutAnybody} title="without" kind={kind} links={links} />}
      {top.length > 0 && <Ends top={top} bottom={bottom} links={links} />}
    </>
  );
}

function RateOverTime({
  kind,
  days,
  target,
}: {
  kind: FrameKind;
  days: readonly DayRate[];
  target: number | undefined;
}) {
  const t = useText(dashboardText);
  const locale = useLocale();
  const hasRate = days.some((day) => day.rate !== undefined);
  const points = days.map(({ day, people, total, rate }, index) => ({
    day: formatDay(day),
    percent: hasRate ? Math.round((rate ?? 0) * 100_000) / 1_000 : total,
    label: index < days.length - 1 ? '' : hasRate ? formatRate(rate, locale) : formatNumber(total, locale),
    tip: [
      `${t.peopleOfDay}: ${formatNumber(people, locale)}`,
      `${t.total}: ${formatNumber(total, locale)}`,
      ...(rate === undefined ? [] : [`${t.totalRate}: ${formatRate(rate, locale)}`]),
    ],
  }));
  const line =
    hasRate && target !== undefined
      ? { percent: target * 100, label: t.targetLine(formatRate(target, locale)) }
      : undefined;
  return (
    <section className="stack" aria-labelledby="over-time">
      <div className="stack-s">
        <h2 id="over-time">{hasRate ? t.overTime : t.peopleOverTime}</h2>
        <p className="quiet small measure">{t.overTimeNote}</p>
      </div>
      <div className="panel with-scripts">
        <RateChart
          points={points}
          target={line}
          words={{ day: t.day, rate: hasRate ? t.percent : t.of[kind].people }}
        />
      </div>
      <DayTable kind={kind} days={days} />
    </section>
  );
}

function Comparison({ rows }: { rows: readonly ComparedRow[] }) {
  const t = useText(dashboardText);
  const locale = useLocale();
  const full = fullBar(rows.map((row) => row.rate));
  const points = rows.map((row) => ({
    name: row.name,
    value: row.rate ?? 0,
    label: formatRate(row.rate, locale),
    isMarked: row.of === 'unit',
    tip: [`${formatNumber(row.people, locale)} / ${formatNumber(row.headcount, locale)}`],
  }));
  return (
    <section className="stack" aria-labelledby="comparison">
      <h2 id="comparison">{t.comparison}</h2>
      <div className="panel with-scripts">
        <RankedChart points={points} mark={undefined} />
      </div>
      <div className="table-scroll" role="region" aria-label={t.comparisonTable} tabIndex={0}>
        <table className="table unit-rates">
          <caption className="visually-hidden">{t.comparisonTable}</caption>
          <thead>
            <tr>
              <th scope="col">{t.place}</th>
              <th scope="col" className="rate-cell">
                {t.totalRate}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.of} className={row.of === 'unit' ? 'is-own' : undefined}>
                <th scope="row">
                  <span lang="vi">{row.name}</span>
                  <span className="board__unit number">
                    {t.compared[row.of]}, {formatNumber(row.people, locale)} / {formatNumber(row.headcount, locale)}
                  </span>
                </th>
                <td className="rate-cell">
                  <RateBar rate={row.rate} full={full} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

interface LaggingProps {
  readonly list: LaggingList;
  readonly title: 'without' | 'underTarget';
  readonly kind: FrameKind;
  readonly links: DashboardLinks;
}

/** Units that somebody has to be reminded of, the largest gap first; nothing to do is said as well. */
function Lagging({ list, title, kind, links }: LaggingProps) {
  const t = useText(dashboardText);
  const locale = useLocale();
  const { rows, count } = list;
  const [name, none] =
    title === 'without' ? [t.of[kind].without, t.of[kind].withoutNone] : [t.underTarget, t.underTargetNone];
  return (
    <section className="stack-s" aria-labelledby={title}>
      <h2 id={title}>
        {name} {count > 0 && <span className="badge badge--bad">{t.unitsCount(formatNumber(count, locale))}</span>}
      </h2>
      {count === 0 ? (
        <p className="notice notice--good">{none}</p>
      ) : (
        <ul className="lagging panel">
          {rows.map(({ unitId, name: unit, above, headcount, toTarget }) => (
            <li key={unitId}>
              <Link to={links.unit(unitId)} lang="vi">
                {unit}
              </Link>
              <span className="quiet small number">
                {above !== '' && <span lang="vi">{above}, </span>}
                {toTarget === undefined
                  ? t.peopleOfUnit(formatNumber(headcount, locale))
                  : t.short[toTarget.of](formatNumber(toTarget.count, locale))}
              </span>
            </li>
          ))}
        </ul>
      )}
      {count > rows.length && <p className="quiet">{t.andMore(formatNumber(count - rows.length, locale))}</p>}
    </section>
  );
}

function Ends({
  top,
  bottom,
  links,
}: {
  top: readonly SubUnitRow[];
  bottom: readonly SubUnitRow[];
  links: DashboardLinks;
}) {
  const t = useText(dashboardText);
  const full = fullBar([...top, ...bottom].map((row) => row.rate));
  return (
    <div className="halves">
      <EndTable title={t.topUnits} id="top-units" rows={top} full={full} links={links} />
      {bottom.length > 0 && (
        <EndTable title={t.bottomUnits} id="bottom-units" rows={bottom} full={full} links={links} />
      )}
    </div>
  );
}

interface EndTableProps {
  readonly title: string;
  readonly id: string;
  readonly rows: readonly SubUnitRow[];
  readonly full: number;
  readonly links: DashboardLinks;
}

function EndTable({ title, id, rows, full, links }: EndTableProps) {
  const t = useText(dashboardText);
  const locale = useLocale();
  return (
    <section className="stack-s" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <div className="table-scroll" role="region" aria-label={t.table(title)} tabIndex={0}>
        <table className="table unit-rates">
          <caption className="visually-hidden">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{t.unit}</th>
              <th scope="col" className="rate-cell">
                {t.totalRate}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.unitId}>
                <th scope="row">
                  <Link to={links.unit(row.unitId)} lang="vi">
                    {row.name}
                  </Link>
                  <span className="board__unit number">
                    {formatNumber(row.people, locale)} / {formatNumber(row.headcount, locale)}
                  </span>
                </th>
                <td className="rate-cell">
                  <RateBar rate={row.rate} full={full} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
