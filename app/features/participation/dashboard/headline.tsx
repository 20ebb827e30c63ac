import { dashboardText } from '#app/text/dashboard.ts';
import { participationText } from '#app/text/participation.ts';
import { formatFixed, formatInstant, formatNumber, formatRate } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import { Figure } from '#app/ui/pieces.tsx';
import type { Dashboard, KeyFigures, TargetShown } from './dashboard.ts';

const BADGE: Record<TargetShown['state'], string> = {
  reached: 'badge--good',
  onTrack: 'badge--good',
  behind: 'badge--gold',
  missed: 'badge--bad',
  noHeadcount: 'badge--quiet',
};

/** How many of how many, in the largest type of the page, and how far it is to the target. */
export function Headline({ kind, figures, target }: Pick<Dashboard, 'kind' | 'figures' | 'target'>) {
  const t = useText(dashboardText);
  const locale = useLocale();
  const words = t.of[kind];
  const { people, headcount, rate, missing } = figures;
  const [count, all] = [formatNumber(people, locale), formatNumber(headcount, locale)];
  return (
    <section className="panel headline" aria-label={t.headline}>
      <p className="headline__number">{rate === undefined ? count : formatRate(rate, locale)}</p>
      <div className="headline__words stack-s">
        <p>
          <strong>{headcount > 0 ? words.sentence(count, all) : words.alone(count)}</strong>{' '}
          {missing !== undefined && (missing > 0 || people === headcount) && words.left(formatNumber(missing, locale))}
          {people > headcount && headcount > 0 && t.overHeadcount}
        </p>
        {rate !== undefined && <Progress rate={rate} target={target?.rate} />}
        {target && <TargetLine target={target} />}
      </div>
    </section>
  );
}

/** A bar for the whole headcount, filled as far as people came, with a mark where the target is. */
function Progress({ rate, target }: { rate: number; target: number | undefined }) {
  return (
    <svg className="headline__bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
      <rect className="rate-bar__track" width="100" height="1" />
      <rect className="rate-bar__fill" width={(Math.min(1, rate) * 100).toFixed(2)} height="1" />
      {target !== undefined && target <= 1 && (
        <rect className="headline__target" x={(target * 100 - 0.3).toFixed(2)} width="0.6" height="1" />
      )}
    </svg>
  );
}

function TargetLine({ target }: { target: TargetShown }) {
  const t = useText(dashboardText);
  const locale = useLocale();
  const { measure, value, dueAt, distance, state } = target;
  const due = formatInstant(dueAt, locale);
  const shown = measure === 'rate' ? formatRate(value, locale) : formatNumber(value, locale);
  const unit = measure === 'attempts' ? 'attempts' : 'people';
  return (
    <p className="row">
      <span>
        {t.target[measure](shown, due)} {distance > 0 && t.distance[unit](formatNumber(distance, locale))}
      </span>
      <span className={`badge ${BADGE[state]}`}>{t.targetState[state]}</span>
    </p>
  );
}

interface FiguresProps {
  readonly dashboard: Pick<Dashboard, 'kind' | 'figures' | 'places' | 'isInCharge'>;
  readonly showsScores: boolean;
  /** The most that can be earned; undefined where rounds differ. */
  readonly maxScore: number | undefined;
}

/** All key figures, the number first, and the places among those that the unit is ranked with. */
export function KeyFigureList({ dashboard, showsScores, maxScore }: FiguresProps) {
  const t = useText(dashboardText);
  const boards = useText(participationText);
  const locale = useLocale();
  const { kind, figures, places, isInCharge } = dashboard;
  const words = t.of[kind];
  const block = places[0]?.block || boards.otherBlock;
  return (
    <div className="stack">
      <dl className="figures key-figures panel" aria-label={t.figures}>
        <Figure name={words.people}>{formatNumber(figures.people, locale)}</Figure>
        <Figure name={t.headcount}>{figures.headcount > 0 ? formatNumber(figures.headcount, locale) : '–'}</Figure>
        <Figure name={words.rate}>{formatRate(figures.rate, locale)}</Figure>
        <Figure name={words.missing}>
          {figures.missing === undefined ? '–' : formatNumber(figures.missing, locale)}
        </Figure>
        {isInCharge && <AttemptFigures kind={kind} figures={figures} />}
        {showsScores && <ScoreFigureList figures={figures} maxScore={maxScore} hasMedian={isInCharge} />}
      </dl>
      {places.length > 0 && (
        <dl className="figures figures--dense panel own-unit" aria-label={boards.placesIn(block)}>
          {places.map(({ criterion, rank, of }) => (
            <Figure key={criterion} name={boards.placeBy[criterion]}>
              {boards.placeOf(String(rank), String(of))}
            </Figure>
          ))}
        </dl>
      )}
    </div>
  );
}

function AttemptFigures({ kind, figures }: { kind: Dashboard['kind']; figures: KeyFigures }) {
  const t = useText(dashboardText);
  const locale = useLocale();
  const words = t.of[kind];
  return (
    <>
      <Figure name={words.attempts}>{formatNumber(figures.attempts, locale)}</Figure>
      {kind === 'contest' ? (
        <Figure name={words.valid}>{formatNumber(figures.valid, locale)}</Figure>
      ) : (
        <Figure name={words.complete}>{formatNumber(figures.complete, locale)}</Figure>
      )}
    </>
  );
}

function ScoreFigureList({
  figures,
  maxScore,
  hasMedian,
}: {
  figures: KeyFigures;
  maxScore: number | undefined;
  hasMedian: boolean;
}) {
  const t = useText(dashboardText);
  const locale = useLocale();
  const scoreText = (score: number | undefined): string => {
    if (score === undefined) return '–';
    const text = formatFixed(score, locale, 2);
    return maxScore === undefined ? text : t.ofMost(text, formatNumber(maxScore, locale, 2));
  };
  return (
    <>
      <Figure name={t.mean}>{scoreText(figures.mean)}</Figure>
      {hasMedian && <Figure name={t.median}>{scoreText(figures.median)}</Figure>}
      <Figure name={t.allRight}>{formatNumber(figures.allRight, locale)}</Figure>
    </>
  );
}
