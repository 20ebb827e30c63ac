import { analysisItemText } from '#app/text/analysis-item.ts';
import { formatNumber, formatRate } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import type { ItemAnalysis } from './get-item-analysis.server.ts';

/** Every figure of a question with what it means. */
export function ItemFigureTable({
  item,
  figures,
}: {
  item: ItemAnalysis;
  figures: NonNullable<ItemAnalysis['figures']>;
}) {
  const t = useText(analysisItemText);
  const locale = useLocale();
  const number = (value: number | undefined, digits = 1): string =>
    value === undefined ? '–' : formatNumber(value, locale, digits);
  const per = (value: number | undefined): string => (value === undefined ? '–' : `${number(value)} %`);
  const time = figures.time;
  const rows = [
    [t.names.facility, formatRate(figures.facility, locale), t.meanings.facility],
    [t.names.guess, formatRate(figures.randomGuess, locale), t.meanings.guess],
    [t.names.sd, number(figures.sd, 3), t.meanings.sd],
    [t.names.discrimination, number(figures.discriminationIndex), t.meanings.discrimination],
    [t.names.efficiency, number(figures.discriminativeEfficiency), t.meanings.efficiency],
    [
      t.names.itemRest,
      number(figures.discriminationIndex === undefined ? undefined : figures.discriminationIndex / 100, 3),
      t.meanings.itemRest,
    ],
    [t.names.whole, `${number(figures.wholeDiscrimination)} / ${number(figures.wholeEfficiency)}`, t.meanings.whole],
    [t.names.upperLower, number(figures.upperLower.kelley, 2), t.meanings.upperLower],
    [t.names.intended, per(figures.intendedWeight), t.meanings.intended],
    [
      t.names.effective,
      figures.hasNegativeCovariance ? t.negative : per(figures.effectiveWeight),
      t.meanings.effective,
    ],
    [t.names.distractors, formatRate(item.distractorEfficiency, locale), t.meanings.distractors],
    [t.names.blank, formatRate(1 - figures.answered / figures.attempts, locale), t.meanings.blank],
    [
      t.names.time,
      time ? t.times(number(time.median, 0), number(time.lowerQuartile, 0), number(time.upperQuartile, 0)) : '–',
      t.meanings.time,
    ],
    [
      t.names.everywhere,
      item.everywhere
        ? t.everywhere(
            number(item.everywhere.attempts, 0),
            formatRate(item.everywhere.facility, locale),
            number(item.everywhere.discriminationIndex),
          )
        : '–',
      t.meanings.everywhere,
    ],
  ] as const;
  return (
    <section className="stack-s" aria-labelledby="figures">
      <h2 id="figures">{t.figures}</h2>
      <div className="table-scroll" role="region" aria-label={t.names.facility} tabIndex={0}>
        <table className="table">
          <tbody>
            {rows.map(([name, value, meaning]) => (
              <tr key={name}>
                <th scope="row">
                  {name} <span className="meaning">{meaning}</span>
                </th>
                <td className="is-number">{value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
