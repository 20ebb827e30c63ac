import { attemptsText } from '#app/text/attempts.ts';
import { formatClock, formatDuration, formatInstant, formatNumber } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import { Figure } from '#app/ui/pieces.tsx';
import type { AttemptResult } from './get-result.server.ts';

interface SummaryProps {
  readonly result: AttemptResult;
  readonly place: { readonly rank: number; readonly of: number } | undefined;
}

/** The result in words and figures: first what was reached, then what the place rests on, then the receipt. */
export function ResultSummary({ result, place }: SummaryProps) {
  const t = useText(attemptsText);
  const locale = useLocale();
  const number = (value: number): string => formatNumber(value, locale, 2);
  const { score = 0, maxScore, duration = 0, finishedAt = 0, state, review } = result;
  return (
    <section className="panel stack" aria-label={t.resultTitle}>
      <p className="notice notice--good">{state === 'expired' ? t.resultExpired : t.resultSubmitted}</p>
      <div>
        <p className="quiet">{t.score}</p>
        <p className="result__score">{t.scoreOf(number(score), number(maxScore))}</p>
      </div>
      <dl className="figures">
        <Figure name={review ? t.placeFinal : t.place}>
          {place ? t.placeOf(number(place.rank), number(place.of)) : '–'}
        </Figure>
        <Figure name={t.duration}>{formatDuration(duration, locale)}</Figure>
        <Figure name={t.answeredQuestions}>
          {result.answered}/{result.questions}
        </Figure>
        <Figure name={t.submittedAt}>{formatClock(finishedAt)}</Figure>
      </dl>
      <p>{t.whyRank(number(score), formatDuration(duration, locale), formatInstant(finishedAt, locale))}</p>
      {!review && <p className="notice">{t.keysLater(formatInstant(result.keysFrom, locale))}</p>}
      <p className="small quiet">
        {t.receipt}: <span className="receipt">{result.attemptId}</span>
        <br />
        {t.receiptHint}
      </p>
    </section>
  );
}
