import { attemptResultText } from '#app/text/attempt-result.ts';
import { formatClock, formatDuration, formatInstant, formatNumber } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import { Figure } from '#app/ui/pieces.tsx';
import type { AttemptResult } from './get-result.server.ts';

interface SummaryProps {
  readonly result: AttemptResult;
  /** The person's code in what the contest publishes; undefined for practice, which publishes nothing. */
  readonly personCode: string | undefined;
}

/** The result in words and figures: first what was reached, then whether it counts, then the receipt. */
export function ResultSummary({ result, personCode }: SummaryProps) {
  const t = useText(attemptResultText);
  const locale = useLocale();
  const number = (value: number): string => formatNumber(value, locale, 2);
  const { score = 0, maxScore, duration = 0, finishedAt = 0, state, prediction, late } = result;
  return (
    <section className="panel stack" aria-label={t.resultTitle}>
      <p className="notice notice--good">{state === 'expired' ? t.resultExpired : t.resultSubmitted}</p>
      <div>
        <p className="quiet">{t.score}</p>
        <p className="result__score">{t.scoreOf(number(score), number(maxScore))}</p>
      </div>
      {result.isPractice && <p className="notice">{t.practiceNote}</p>}
      {result.setAside && (
        <div className="notice notice--warn">
          <p>
            <strong>{t.setAside}</strong> {t.setAsideCause[result.setAside.cause]}
          </p>
          {result.setAside.reason !== '' && <p>{t.setAsideReason(result.setAside.reason)}</p>}
          <p>{t.setAsideHeard}</p>
        </div>
      )}
      {!result.isValid && <p className="notice notice--warn">{t.notValid}</p>}
      <dl className="figures">
        <Figure name={t.duration}>{formatDuration(duration, locale)}</Figure>
        <Figure name={t.answeredQuestions}>
          {result.answered}/{result.questions}
        </Figure>
        <Figure name={t.submittedAt}>{formatClock(finishedAt)}</Figure>
        {prediction !== undefined && <Figure name={t.predicted}>{number(prediction)}</Figure>}
      </dl>
      {late > 0 && <p>{t.lateCounted(late)}</p>}
      <KeysNotice result={result} />
      <p className="small quiet">
        {t.receipt}: <span className="receipt">{result.attemptId}</span>
        <br />
        {t.receiptHint}
      </p>
      {personCode !== undefined && (
        <p className="small quiet">
          {t.personCode}: <span className="receipt">{personCode}</span>
          <br />
          {t.personCodeHint}
        </p>
      )}
    </section>
  );
}

/** When keys come, where they are not there yet. */
function KeysNotice({ result: { review, keysFrom } }: Pick<SummaryProps, 'result'>) {
  const t = useText(attemptResultText);
  const locale = useLocale();
  if (review) return null;
  return (
    <p className="notice">{keysFrom === undefined ? t.keysNever : t.keysLater(formatInstant(keysFrom, locale))}</p>
  );
}
