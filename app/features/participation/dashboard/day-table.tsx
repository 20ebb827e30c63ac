import { dashboardText } from '#app/text/dashboard.ts';
import { formatDay, formatFixed, formatNumber } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import { fullBar, rateDigits } from '#app/ui/rate-bar.tsx';
import type { DayRate, FrameKind } from './dashboard.ts';

/** A table of more days than this begins closed. */
const SHORT = 10;

/** What began on each day, and the rate up to it. */
export function DayTable({ kind, days }: { kind: FrameKind; days: readonly DayRate[] }) {
  const t = useText(dashboardText);
  const locale = useLocale();
  const hasRate = days.some((day) => day.rate !== undefined);
  const digits = rateDigits(fullBar(days.map((day) => day.rate)));
  const heads = [t.peopleOfDay, t.of[kind].begun, t.total, ...(hasRate ? [t.totalRate] : [])];
  return (
    <details className="fold" open={days.length <= SHORT}>
      <summary>{t.dayTable}</summary>
      <div className="table-scroll" role="region" aria-label={t.dayTable} tabIndex={0}>
        <table className="table table--wrap">
          <caption className="visually-hidden">{t.dayTable}</caption>
          <thead>
            <tr>
              <th scope="col">{t.day}</th>
              {heads.map((head) => (
                <th key={head} scope="col" className="is-number">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {days.map(({ day, people, attempts, total, rate }) => (
              <tr key={day}>
                <th scope="row">{formatDay(day)}</th>
                <td className="is-number">{formatNumber(people, locale)}</td>
                <td className="is-number">{formatNumber(attempts, locale)}</td>
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
    </details>
  );
}
