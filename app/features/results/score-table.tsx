import type { ScoreBin } from '#app/domain/results/score-bins.ts';
import { manageText } from '#app/text/manage.ts';
import { ScoreChart } from '#app/ui/charts/score-chart.tsx';
import { ScoreRows } from '#app/ui/charts/score-rows.tsx';
import { formatNumber, formatRate } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';

/** A table of more rows than this begins closed. */
const SHORT = 12;

/** How many people have which score: the chart, and the same numbers as a table. */
export function ScoreFigures({ bins }: { bins: readonly ScoreBin[] }) {
  const t = useText(manageText);
  const locale = useLocale();
  const all = bins.reduce((sum, bin) => sum + bin.people, 0);
  const nameOf = ({ from, to }: ScoreBin): string =>
    from === to ? formatNumber(from, locale) : t.scoreRange(formatNumber(from, locale, 2), formatNumber(to, locale, 2));
  const points = bins.map((bin) => ({
    score: bin.from === bin.to ? nameOf(bin) : formatNumber(bin.from, locale, 2),
    people: bin.people,
    tip: [
      `${t.peopleColumn}: ${formatNumber(bin.people, locale)} (${formatRate(bin.people / Math.max(1, all), locale)})`,
    ],
  }));
  return (
    <section className="stack" aria-labelledby="scores">
      <div className="stack-s">
        <h2 id="scores">{t.scores}</h2>
        <p className="quiet small measure">{all === 0 ? t.scoresEmpty : t.scoresNote}</p>
      </div>
      {all > 0 && (
        <>
          <div className="panel">
            <ScoreChart points={points} words={{ people: t.axisPeople, score: t.axisScore, key: t.peopleColumn }} />
          </div>
          <details className="fold" open={bins.length <= SHORT}>
            <summary>{t.scoreTable}</summary>
            <ScoreRows rows={bins.map((bin) => ({ name: nameOf(bin), people: bin.people }))} all={all} words={t} />
          </details>
        </>
      )}
    </section>
  );
}
