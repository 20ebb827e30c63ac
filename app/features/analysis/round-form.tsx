import { Form } from '@remix-run/react';
import { analysisText } from '#app/text/analysis.ts';
import { useText } from '#app/ui/locale.tsx';
import { ATTEMPTS_CHOICES, type AttemptsChoice } from './attempts-choice.ts';
import type { RoundChoice } from './get-analysis-page.server.ts';

interface RoundFormProps {
  readonly rounds: readonly RoundChoice[];
  readonly round: RoundChoice;
  readonly choice: AttemptsChoice;
}

/** Which round, and which attempts of it. A plain form: what is chosen stands in the address. */
export function RoundForm({ rounds, round, choice }: RoundFormProps) {
  const t = useText(analysisText);
  return (
    <Form className="analysis-bar no-print" method="get">
      <div className="field">
        <label className="field__label" htmlFor="round">
          {t.round}
        </label>
        <select className="input" id="round" name="round" defaultValue={round.number} key={round.number}>
          {rounds.map(({ number, title }) => (
            <option value={number} key={number} lang="vi">
              {title}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label className="field__label" htmlFor="attempts">
          {t.whichAttempts}
        </label>
        <select className="input" id="attempts" name="attempts" defaultValue={choice} key={choice}>
          {ATTEMPTS_CHOICES.map((each) => (
            <option value={each} key={each}>
              {t.choices[each]}
            </option>
          ))}
        </select>
      </div>
      <button className="button button--quiet">{t.show}</button>
    </Form>
  );
}
