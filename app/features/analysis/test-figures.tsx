import { LEAST_ATTEMPTS } from '#app/domain/analysis/advice.ts';
import type { TestFigures as Figures } from '#app/domain/analysis/round-figures.ts';
import { analysisText } from '#app/text/analysis.ts';
import { ScoreChart } from '#app/ui/charts/score-chart.tsx';
import { formatNumber, formatRate } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import { Figure } from '#app/ui/pieces.tsx';
import { RateBar } from '#app/ui/rate-bar.tsx';

/** Moodle's documentation: 75 % and more is satisfactory, below 64 % the test is not. */
const readAlpha = (cic: number | undefined): 'good' | 'fair' | 'poor' | 'unknown' =>
  cic === undefined ? 'unknown' : cic >= 75 ? 'good' : cic >= 64 ? 'fair' : 'poor';

/** Figures of the paper as a whole, with what they mean. */
export function TestFigures({ test }: { test: Figures }) {
  const t = useText(analysisText);
  const locale = useLocale();
  const shown = (value: number | undefined, digits = 2): string =>
    value === undefined ? '–' : formatNumber(value, locale, digits);
  const per = (value: number | undefined): string => (value === undefined ? '–' : `${shown(value, 1)} %`);
  return (
    <section className="stack" aria-labelledby="paper">
      <h2 id="paper">{t.ofPaper}</h2>
      {test.attempts < LEAST_ATTEMPTS && <p className="notice notice--warn">{t.fewWarning(String(LEAST_ATTEMPTS))}</p>}
      <dl className="figures">
        <Figure name={t.attempts}>{shown(test.attempts, 0)}</Figure>
        <Figure name={`${t.mean}, ${t.ofMax(shown(test.maxScore))}`}>{shown(test.mean)}</Figure>
        <Figure name={t.median}>{shown(test.median)}</Figure>
        <Figure name={t.sd}>{shown(test.sd)}</Figure>
        <Figure name={t.alpha}>{per(test.cic)}</Figure>
        <Figure name={t.standardError}>{shown(test.standardError)}</Figure>
        <Figure name={t.errorRatio}>{per(test.errorRatio)}</Figure>
        <Figure name={t.skewness}>{shown(test.skewness)}</Figure>
        <Figure name={t.kurtosis}>{shown(test.kurtosis)}</Figure>
      </dl>
      <ul className="measure">
        <li>
          <strong>{t.alpha}:</strong> {t.alphaReading[readAlpha(test.cic)]}
        </li>
        {test.standardError !== undefined && (
          <li>
            <strong>{t.standardError}:</strong> {t.standardErrorReading(shown(test.standardError, 1))}
          </li>
        )}
        <li>{test.parts === 'slots' ? t.partsSlots : t.partsItems}</li>
      </ul>
      <Histogram test={test} />
    </section>
  );
}

function Histogram({ test }: { test: Figures }) {
  const t = useText(analysisText);
  const locale = useLocale();
  const number = (value: number): string => formatNumber(value, locale, 2);
  const name = ({ from, to }: Figures['bins'][number]): string =>
    from === to ? number(from) : `${number(from)}–${number(to)}`;
  const full = Math.max(...test.bins.map(({ people }) => people), 1) / Math.max(1, test.attempts);
  return (
    <div className="stack-s">
      <h3>{t.histogram}</h3>
      <ScoreChart
        points={test.bins.map((bin) => ({
          score: name(bin),
          people: bin.people,
          tip: [`${number(bin.people)} ${t.people.toLowerCase()}`],
        }))}
        words={{ people: t.people, score: t.score, key: t.people }}
      />
      <details className="fold">
        <summary>{t.histogram}</summary>
        <div className="table-scroll" role="region" aria-label={t.histogram} tabIndex={0}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t.score}</th>
                <th scope="col" className="is-number">
                  {t.people}
                </th>
                <th scope="col">{t.scoreShare}</th>
              </tr>
            </thead>
            <tbody>
              {test.bins.map((bin) => (
                <tr key={bin.from}>
                  <th scope="row">{name(bin)}</th>
                  <td className="is-number">{number(bin.people)}</td>
                  <td>
                    <span className="visually-hidden">{formatRate(bin.people / test.attempts, locale)}</span>
                    <span aria-hidden="true">
                      <RateBar rate={bin.people / test.attempts} full={full} />
                    </span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </div>
  );
}
