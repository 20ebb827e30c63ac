import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { attemptsText } from '#app/text/attempts.ts';
import { sheetText } from '#app/text/sheet.ts';
import { formatNumber } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import { PREDICTION } from './device/outbox.ts';

/** An attempt as the check shows it: the chosen words only. */
export interface CheckedAttempt {
  readonly answers: readonly { readonly slot: number; readonly chosen: readonly string[] }[];
  readonly predictionAsks: string | undefined;
  readonly prediction: number | undefined;
  readonly mustAnswerAll: boolean;
}

interface CheckProps {
  readonly attempt: CheckedAttempt;
  /** The address of an item, to change its answer. */
  readonly linkTo: (slot: number) => string;
  /** What submits. */
  readonly children: ReactNode;
}

/** What is answered and what is not, once more before submitting. */
export function CheckBeforeSubmit({ attempt, linkTo, children }: CheckProps) {
  const t = useText(attemptsText);
  const words = useText(sheetText);
  const locale = useLocale();
  const { answers, predictionAsks, prediction } = attempt;
  return (
    <div className="narrow stack-l check">
      <h1 id="check" tabIndex={-1}>
        {t.checkTitle}
      </h1>
      <Blanks attempt={attempt} linkTo={linkTo} />
      {children}
      <section className="stack-s" aria-labelledby="summary">
        <h2 id="summary">{t.summary}</h2>
        <ol className="answers">
          {answers.map(({ slot, chosen }) => (
            <li key={slot}>
              <span className="number">{slot}</span>
              {chosen.length === 0 ? (
                <span className="answers__blank">{t.blank}</span>
              ) : (
                <span lang="vi">{chosen.join('; ')}</span>
              )}
              <Link to={linkTo(slot)} preventScrollReset aria-label={`${t.change} ${t.question(slot, answers.length)}`}>
                {t.change}
              </Link>
            </li>
          ))}
          {predictionAsks !== undefined && (
            <li className="answers__prediction">
              <span>{words.predictionShort}</span>
              {prediction === undefined ? (
                <span className="answers__blank">{words.noPrediction}</span>
              ) : (
                <span className="number">{formatNumber(prediction, locale)}</span>
              )}
              <Link to={linkTo(PREDICTION)} preventScrollReset aria-label={`${t.change} ${words.prediction}`}>
                {t.change}
              </Link>
            </li>
          )}
        </ol>
      </section>
    </div>
  );
}

/** What is blank, and what that means by the rules. */
function Blanks({ attempt, linkTo }: Omit<CheckProps, 'children'>) {
  const t = useText(attemptsText);
  const words = useText(sheetText);
  const { answers, predictionAsks, prediction, mustAnswerAll } = attempt;
  const blank = answers.filter((answer) => answer.chosen.length === 0);
  const isPredictionBlank = predictionAsks !== undefined && prediction === undefined;
  const count = blank.length + Number(isPredictionBlank);
  if (count === 0) return <p className="notice notice--good">{t.checkAll}</p>;
  return (
    <div className={mustAnswerAll ? 'notice notice--bad stack-s' : 'notice notice--warn stack-s'}>
      {mustAnswerAll ? (
        <>
          <p>
            <strong>{words.mustAnswerAll(count)}</strong>
          </p>
          <p>{words.submitBlank}</p>
        </>
      ) : (
        <p>
          <strong>{blank.length > 0 ? t.checkBlank(blank.length) : words.noPrediction}</strong>
        </p>
      )}
      <ul className="blanks">
        {blank.map(({ slot }) => (
          <li key={slot}>
            <Link to={linkTo(slot)} preventScrollReset aria-label={t.goToQuestion(slot)}>
              {t.slot(slot)}
            </Link>
          </li>
        ))}
        {isPredictionBlank && (
          <li className="blanks__wide">
            <Link to={linkTo(PREDICTION)} preventScrollReset aria-label={words.goToPrediction}>
              {words.predictionShort}
            </Link>
          </li>
        )}
      </ul>
    </div>
  );
}
