import { participationText } from '#app/text/participation.ts';
import { DayChart } from '#app/ui/charts/day-chart.tsx';
import { formatDay, formatFixed, formatNumber, formatRate } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import { fullBar, rateDigits } from '#app/ui/rate-bar.tsx';
import type { DayFigure } from './get-unit-overview.server.ts';

/** A table of more days than this begins closed. */
const SHORT = 14;

/** People day by day: the chart, and the same numbers as a table. */
export function DayFigures({ days }: { days: readonly DayFigure[] }) {
  const t = useText(participationText);
  const locale = useLocale();
  const points = days.map(({ day, people, total, rate }) => ({
    day: formatDay(day),
    people,
    percent: rate === undefined ? null : Math.round(rate * 100_000) / 1_000,
    tip: [
      `${t.peopleOfDay}: ${formatNumber(people, locale)}`,
      `${t.total}: ${formatNumber(total, locale)}`,
      ...(rate === undefined ? [] : [`${t.totalRate}: ${formatRate(rate, locale)}`]),
    ],
  }));
  return (
    <section className="stack" aria-labelledby="by-day">
      <div className="stack-s">
        <h2 id="by-day">{t.byDay}</h2>
        <p className="quiet small measure">{t.byDayNote}</p>
      </div>
      <div className="panel">
        <DayChart
          points={points}
          words={{ people: t.axisPeople, day: t.day, peopleOfDay: t.peopleOfDay, totalRate: t.totalRate }}
        />
      </div>
      <details className="fold" open={days.length <= SHORT}>
        <summary>{t.dayTable}</summary>
        <DayTable days={days} />
      </details>
    </section>
  );
}

function DayTable({ days }: { days: readonly DayFigure[] }) {
  const t = useText(participationText);
  const locale = useLocale();
  const hasRate = days.some((day) => day.rate !== undefined);
  const digits = rateDigits(fullBar(days.map((day) => day.rate)));
  return (
    <div className="table-scroll" role="region" aria-label={t.dayTable} tabIndex={0}>
      <table className="table table--wrap">
        <caption className="visually-hidden">{t.dayTable}</caption>
        <thead>
          <tr>
            <th scope="col">{t.day}</th>
            <th scope="col" className="is-number">
              {t.peopleOfDay}
            </th>
            <th scope="col" className="is-number">
              {t.total}
            </th>
            {hasRate && (
              <th scope="col" className="is-number">
                {t.totalRate}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {days.map(({ day, people, total, rate }) => (
            <tr key={day}>
              <th scope="row">{formatDay(day)}</th>
              <td className="is-number">{formatNumber(people, locale)}</td>
              <td className="is-number">{formatNumber(total, locale)}</td>
              {hasRate && (
                <td className="is-number">
                  {rate === undefined ? '–' : `${formatFixed(rate * 100, locale, digits)} %`}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
