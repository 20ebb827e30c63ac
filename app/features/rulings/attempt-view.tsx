import { rulingsText } from '#app/text/rulings.ts';
import { formatClock, formatDuration, formatInstant, formatNumber } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import { Figure } from '#app/ui/pieces.tsx';
import type { AttemptRecord, RulingView, StepView } from './get-attempt-record.server.ts';

/** An attempt as those see it who decide: whose, when, how fast, and what was decided; never what was answered. */
export function AttemptView({ record }: { record: AttemptRecord }) {
  const t = useText(rulingsText);
  const locale = useLocale();
  const { attempt, person, roundTitle, traces, contest } = record;
  const { score, maxScore, durationMs, startedAt, finishedAt, late, isSetAside, isValid, number } = attempt;
  const numberOf = (value: number): string => formatNumber(value, locale, 2);
  return (
    <>
      <section className="panel stack" aria-label={t.facts}>
        <div className="stack-s">
          <p lang="vi">
            <strong>{person.name}</strong>
            <span className="field__hint">{person.unitName}</span>
          </p>
          <p lang="vi">
            {contest.title}, {t.attemptOf(roundTitle, number)}
          </p>
          <p>
            {isSetAside ? (
              <span className="badge badge--bad">{t.notCounted}</span>
            ) : isValid ? (
              <span className="badge badge--good">{finishedAt === undefined ? t.running : t.counts}</span>
            ) : (
              <span className="badge badge--quiet">{t.notValid}</span>
            )}
          </p>
        </div>
        <dl className="figures">
          <Figure name={t.score}>{score === undefined ? '–' : `${numberOf(score)}/${numberOf(maxScore)}`}</Figure>
          <Figure name={t.duration}>{durationMs === undefined ? '–' : formatDuration(durationMs, locale)}</Figure>
          <Figure name={t.started}>{formatInstant(startedAt, locale)}</Figure>
          <Figure name={t.finished}>{finishedAt === undefined ? '–' : formatClock(finishedAt)}</Figure>
          <Figure name={t.late}>{numberOf(late)}</Figure>
          <Figure name={t.devices}>{numberOf(traces.devices)}</Figure>
          <Figure name={t.networks}>{numberOf(traces.networks)}</Figure>
        </dl>
        <p className="small quiet measure">{t.tracesNote}</p>
      </section>
      <RulingHistory rulings={record.rulings} />
      <Steps steps={record.steps} />
    </>
  );
}

function RulingHistory({ rulings }: { rulings: readonly RulingView[] }) {
  const t = useText(rulingsText);
  const locale = useLocale();
  return (
    <section className="stack-s" aria-labelledby="rulings">
      <h2 id="rulings">{t.history}</h2>
      {rulings.length === 0 && <p className="quiet">{t.historyNone}</p>}
      <ul className="decision-list">
        {rulings.map(({ id, kind, cause, reason, at, byName }) => (
          <li key={id} className="panel decision-row">
            <p>
              <strong>{t.kinds[kind]}</strong> ({t.causes[cause]})
            </p>
            <p lang="vi">{reason}</p>
            <p className="small quiet number">
              {byName}, {formatInstant(at, locale)}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Steps({ steps }: { steps: readonly StepView[] }) {
  const t = useText(rulingsText);
  const locale = useLocale();
  const { stepKinds } = t;
  const kindOf = ({ kind, slot }: StepView): string => {
    if (kind === 'responseSaved') return stepKinds.responseSaved(slot ?? 0);
    return kind === 'started' || kind === 'predicted' || kind === 'submitted' || kind === 'expired'
      ? stepKinds[kind]
      : kind;
  };
  return (
    <section className="stack-s" aria-labelledby="steps">
      <h2 id="steps">{t.steps}</h2>
      <div className="table-scroll" role="region" aria-label={t.stepsCaption} tabIndex={0}>
        <table className="table">
          <caption>{t.stepsCaption}</caption>
          <thead>
            <tr>
              <th scope="col">{t.step}</th>
              <th scope="col">{t.time}</th>
              <th scope="col" className="is-number">
                {t.gap}
              </th>
              <th scope="col" className="is-number">
                {t.tab}
              </th>
            </tr>
          </thead>
          <tbody>
            {steps.map((step) => (
              <tr key={step.sequence}>
                <th scope="row">
                  {kindOf(step)} {step.isLate && <span className="badge badge--gold">{t.lateMark}</span>}
                </th>
                <td className="number">{formatClock(step.receivedAt)}</td>
                <td className="is-number">{step.after === undefined ? '–' : formatDuration(step.after, locale)}</td>
                <td className="is-number">{step.tab ?? '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
