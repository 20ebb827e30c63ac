import { SMALL_GROUP } from '#app/domain/participation/small-group.ts';
import type { ScoreBin } from '#app/domain/results/score-bins.ts';
import { dashboardPartsText } from '#app/text/dashboard-parts.ts';
import { ScoreChart } from '#app/ui/charts/score-chart.tsx';
import { ScoreRows } from '#app/ui/charts/score-rows.tsx';
import { formatFixed, formatNumber, formatRate } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import type { Dashboard, DashboardPart } from './dashboard.ts';

/** A table of more rows than this begins closed. */
const SHORT = 12;

interface ScoresProps {
  readonly dashboard: Pick<Dashboard, 'kind' | 'scores' | 'figures'>;
  readonly part: Extract<DashboardPart, { view: 'scores' }>;
  readonly showsScores: boolean;
}

/** How many people have which score, with mean and median drawn into it. */
export function ScoresView({ dashboard, part, showsScores }: ScoresProps) {
  const p = useText(dashboardPartsText);
  const { kind, scores } = dashboard;
  const { bins } = part;
  const all = bins.reduce((sum, bin) => sum + bin.people, 0);
  return (
    <section className="stack" aria-labelledby="scores">
      <div className="stack-s">
        <h2 id="scores">{p.scoresTitle}</h2>
        {all > 0 && <p className="quiet small measure">{p.scoresNote}</p>}
      </div>
      {kind === 'topic' ? (
        <p className="notice">{p.topicHasNoScores}</p>
      ) : scores === 'unkept' ? (
        <p className="notice">{p.scoresUnkept}</p>
      ) : showsScores && all === 0 ? (
        <p className="notice">{p.scoresFew(String(SMALL_GROUP))}</p>
      ) : (
        all > 0 && <Distribution bins={bins} all={all} figures={dashboard.figures} />
      )}
    </section>
  );
}

/** The bar that a score stands on: the last one that begins at or below it. */
const binOf = (bins: readonly ScoreBin[], score: number): ScoreBin | undefined =>
  bins.findLast(({ from }) => from <= score) ?? bins[0];

function Distribution({
  bins,
  all,
  figures,
}: {
  bins: readonly ScoreBin[];
  all: number;
  figures: Dashboard['figures'];
}) {
  const p = useText(dashboardPartsText);
  const locale = useLocale();
  const nameOf = ({ from, to }: ScoreBin): string =>
    from === to ? formatNumber(from, locale) : p.scoreRange(formatNumber(from, locale, 2), formatNumber(to, locale, 2));
  const shortOf = ({ from }: ScoreBin): string => formatNumber(from, locale, 2);
  const points = bins.map((bin) => ({
    score: shortOf(bin),
    people: bin.people,
    tip: [`${p.peopleColumn}: ${formatNumber(bin.people, locale)} (${formatRate(bin.people / all, locale)})`],
  }));
  const marks = (
    [
      [figures.mean, p.meanMark],
      [figures.median, p.medianMark],
    ] as const
  ).flatMap(([score, label]) => {
    const bin = score === undefined ? undefined : binOf(bins, score);
    return score === undefined || !bin ? [] : [{ score: shortOf(bin), label: label(formatFixed(score, locale, 2)) }];
  });
  return (
    <>
      <div className="panel with-scripts">
        <ScoreChart
          points={points}
          marks={marks}
          words={{ people: p.axisPeople, score: p.score, key: p.peopleColumn }}
        />
      </div>
      <details className="fold" open={bins.length <= SHORT}>
        <summary>{p.scoreTable}</summary>
        <ScoreRows rows={bins.map((bin) => ({ name: nameOf(bin), people: bin.people }))} all={all} words={p} />
      </details>
    </>
  );
}
