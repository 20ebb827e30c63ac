import { dashboardText } from '#app/text/dashboard.ts';
import { dashboardPartsText } from '#app/text/dashboard-parts.ts';
import { DayChart } from '#app/ui/charts/day-chart.tsx';
import { HeatChart } from '#app/ui/charts/heat-chart.tsx';
import { formatDay, formatNumber, formatRate } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import { participationText } from '#app/text/participation.ts';
import type { HeatMap } from '#app/domain/participation/by-time.ts';
import type { DashboardPart, DayRate, FrameKind } from './dashboard.ts';
import { DayTable } from './day-table.tsx';

/** When people came: day by day, and at what hour. */
export function TimeView({ kind, part }: { kind: FrameKind; part: Extract<DashboardPart, { view: 'time' }> }) {
  return (
    <>
      <Days kind={kind} days={part.days} />
      <Hours heat={part.heat} />
    </>
  );
}

function Days({ kind, days }: { kind: FrameKind; days: readonly DayRate[] }) {
  const t = useText(dashboardText);
  const words = useText(participationText);
  const locale = useLocale();
  const points = days.map(({ day, people, attempts, total, rate }) => ({
    day: formatDay(day),
    people,
    percent: rate === undefined ? null : Math.round(rate * 100_000) / 1_000,
    tip: [
      `${t.peopleOfDay}: ${formatNumber(people, locale)}`,
      `${t.of[kind].begun}: ${formatNumber(attempts, locale)}`,
      `${t.total}: ${formatNumber(total, locale)}`,
      ...(rate === undefined ? [] : [`${t.totalRate}: ${formatRate(rate, locale)}`]),
    ],
  }));
  return (
    <section className="stack" aria-labelledby="by-day">
      <div className="stack-s">
        <h2 id="by-day">{t.peopleOverTime}</h2>
        <p className="quiet small measure">{t.overTimeNote}</p>
      </div>
      <div className="panel with-scripts">
        <DayChart
          points={points}
          words={{ people: words.axisPeople, day: t.day, peopleOfDay: t.peopleOfDay, totalRate: t.totalRate }}
        />
      </div>
      <DayTable kind={kind} days={days} />
    </section>
  );
}

type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

function Hours({ heat }: { heat: HeatMap }) {
  const p = useText(dashboardPartsText);
  const locale = useLocale();
  const nameOf = (key: number): string => (heat.by === 'day' ? formatDay(key) : p.weekdays[key as Weekday]);
  const shortOf = (key: number): string => (heat.by === 'day' ? formatDay(key) : p.weekdaysShort[key as Weekday]);
  const points = heat.rows.flatMap(({ key, cells }, row) =>
    cells.map(({ hour, attempts }) => ({
      hour,
      row,
      count: attempts,
      title: `${nameOf(key)}, ${p.clockHour(String(hour))}`,
      tip: formatNumber(attempts, locale),
    })),
  );
  return (
    <section className="stack" aria-labelledby="by-hour">
      <div className="stack-s">
        <h2 id="by-hour">{heat.by === 'day' ? p.byHour : p.byHourWeek}</h2>
        <p className="quiet small measure">{p.byHourNote}</p>
      </div>
      <div className="panel with-scripts">
        <HeatChart
          points={points}
          rows={heat.rows.map(({ key }) => shortOf(key))}
          highest={heat.highest}
          words={{ hour: p.hour }}
        />
      </div>
      <details className="fold">
        <summary>{p.heatTable}</summary>
        <HeatTable heat={heat} nameOf={nameOf} />
      </details>
    </section>
  );
}

function HeatTable({ heat, nameOf }: { heat: HeatMap; nameOf: (key: number) => string }) {
  const t = useText(dashboardText);
  const p = useText(dashboardPartsText);
  const locale = useLocale();
  // why not all 24: hours of the night in which nobody ever began would be empty columns to scroll past.
  const used = heat.rows[0]?.cells
    .map(({ hour }) => hour)
    .filter((hour) => heat.rows.some((row) => row.cells[hour]?.attempts));
  return (
    <div className="table-scroll" role="region" aria-label={p.heatTable} tabIndex={0}>
      <table className="table">
        <caption className="visually-hidden">{p.heatTable}</caption>
        <thead>
          <tr>
            <th scope="col">{t.day}</th>
            {used?.map((hour) => (
              <th key={hour} scope="col" className="is-number">
                {p.clockHour(String(hour))}
              </th>
            ))}
            <th scope="col" className="is-number">
              {p.sum}
            </th>
          </tr>
        </thead>
        <tbody>
          {heat.rows.map(({ key, cells, attempts }) => (
            <tr key={key}>
              <th scope="row">{nameOf(key)}</th>
              {used?.map((hour) => (
                <td key={hour} className="is-number">
                  {cells[hour]?.attempts ? formatNumber(cells[hour].attempts, locale) : '–'}
                </td>
              ))}
              <td className="is-number">
                <strong>{formatNumber(attempts, locale)}</strong>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
