import type { Instant } from '#app/domain/kernel/time.ts';
import { conductActsText } from '#app/text/conduct-acts.ts';
import { formatInstant } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import { Field } from '#app/ui/pieces.tsx';

/** A round that a form can choose. */
export interface RoundChoice {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly opensAt: Instant;
  readonly closesAt: Instant;
}

interface RoundFieldProps {
  readonly rounds: readonly RoundChoice[];
  readonly chosen: string | undefined;
  readonly fault: string | undefined;
  /** Whether all rounds that are left can be chosen together. */
  readonly hasRest?: boolean;
}

/** Which round the act is about. */
export function RoundField({ rounds, chosen, fault, hasRest = false }: RoundFieldProps) {
  const t = useText(conductActsText);
  const locale = useLocale();
  return (
    <fieldset className="stack-s" id="roundId">
      <legend className="field__label">{t.round}</legend>
      {fault && <span className="field__fault">{fault}</span>}
      {rounds.map((round) => (
        <label className="choice" key={round.id}>
          <input type="radio" name="roundId" value={round.id} defaultChecked={round.id === chosen} />
          <span>
            <span lang="vi">{round.title}</span>
            <span className="field__hint number">
              {t.roundHint(formatInstant(round.opensAt, locale), formatInstant(round.closesAt, locale))}
            </span>
          </span>
        </label>
      ))}
      {hasRest && rounds.length > 1 && (
        <label className="choice">
          <input type="radio" name="roundId" value="rest" defaultChecked={chosen === 'rest'} />
          <span>{t.rest}</span>
        </label>
      )}
    </fieldset>
  );
}

interface TypedFieldProps {
  readonly value: string | undefined;
  readonly fault: string | undefined;
}

/** How many minutes. */
export function MinutesField({ value, fault, label, hint }: TypedFieldProps & { label: string; hint: string }) {
  return (
    <Field
      name="minutes"
      label={label}
      hint={hint}
      fault={fault}
      defaultValue={value}
      className="input--short"
      inputMode="numeric"
      autoComplete="off"
      maxLength={6}
    />
  );
}

/** Why. */
export function ReasonField({ value, fault, hint }: TypedFieldProps & { hint?: string }) {
  const t = useText(conductActsText);
  return (
    <Field
      name="reason"
      label={t.reason}
      hint={hint ?? t.reasonHint}
      fault={fault}
      defaultValue={value}
      autoComplete="off"
      maxLength={500}
    />
  );
}
