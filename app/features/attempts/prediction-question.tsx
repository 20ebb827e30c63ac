import { useState, type ChangeEvent } from 'react';
import type { Prediction, PredictionTarget } from '#app/domain/contests/contest.ts';
import { sheetText } from '#app/text/sheet.ts';
import { formatNumber } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import { PREDICTION } from './device/outbox.ts';
import { ItemSaving, type Saving } from './item-saving.tsx';
import { groupDigits, readNumber } from './prediction-number.ts';
import { useRested } from './use-rested.ts';

interface PredictionProps {
  readonly asks: PredictionTarget;
  readonly scope: Prediction['scope'];
  readonly predicted: number | undefined;
  /** What was sent last is no number. */
  readonly isFaulty: boolean;
  readonly isHidden: boolean;
  readonly isLocked: boolean;
  readonly saving: Saving;
  readonly onChoose: (slot: number, chosen: number[], ago: number) => void;
}

/** The prediction: what is predicted and over what, word by word, and a field for one number. The last item of a sheet. */
export function PredictionQuestion({ asks, scope, predicted, isHidden, isLocked, saving, ...props }: PredictionProps) {
  const { isFaulty, onChoose } = props;
  const t = useText(sheetText);
  const locale = useLocale();
  const [number, setNumber] = useState<number | null | undefined>(isFaulty ? null : predicted);
  const rested = useRested((chosen: number[], ago) => onChoose(PREDICTION, chosen, ago));
  const type = (event: ChangeEvent<HTMLInputElement>): void => {
    const read = readNumber(event.target.value);
    setNumber(read);
    rested.type(read === null ? undefined : read === undefined ? [] : [read]);
  };
  return (
    <fieldset className="question question--later" id="prediction" hidden={isHidden} disabled={isLocked} tabIndex={-1}>
      <legend className="question__legend">
        <span className="question__number">{t.prediction}</span>
        <span className="question__prompt">{t.asks[scope][asks]}</span>
        <span className="question__hint">{t.counts[asks]}</span>
      </legend>
      <input type="hidden" name="wasPrediction" value={predicted ?? ''} />
      <label className="field" htmlFor="prediction-number">
        <span className="field__label">{t.predictionLabel}</span>
        <input
          className="input prediction__input number"
          id="prediction-number"
          name="prediction"
          inputMode="numeric"
          autoComplete="off"
          maxLength={13}
          defaultValue={groupDigits(predicted)}
          aria-invalid={number === null ? true : undefined}
          aria-describedby="prediction-read"
          onChange={type}
          onBlur={(event) => {
            const read = readNumber(event.target.value);
            if (typeof read === 'number') event.target.value = groupDigits(read);
            rested.leave();
          }}
        />
      </label>
      <p id="prediction-read" className={number === null ? 'field__fault' : 'prediction__read'}>
        {number === null && t.predictionFault}
        {typeof number === 'number' &&
          t.predicted[asks === 'attempts' ? 'attempts' : 'people'](formatNumber(number, locale))}
      </p>
      <ItemSaving {...saving} />
      <p className="small quiet">{t.predictionNote}</p>
    </fieldset>
  );
}
