import { Form, useNavigation } from '@remix-run/react';
import { TARGET_MEASURES, type TargetSpread } from '#app/domain/participation/target.ts';
import { targetsText } from '#app/text/targets.ts';
import { useText } from '#app/ui/locale.tsx';
import { Field } from '#app/ui/pieces.tsx';

interface TargetFormProps {
  /** For whom the one who looks may set targets here; never empty. */
  readonly spreads: readonly TargetSpread[];
  readonly scopeName: string;
  /** The due instant that the form begins with: when the scope closes. */
  readonly due: string;
  readonly values: Readonly<Record<string, string>>;
  readonly faults: Readonly<Record<string, string>> | undefined;
}

/** Sets a target. */
export function TargetForm({ spreads, scopeName, due, values, faults }: TargetFormProps) {
  const t = useText(targetsText);
  const isBusy = useNavigation().state === 'submitting';
  return (
    <section className="stack" aria-labelledby="set">
      <h2 id="set">{t.setTitle}</h2>
      <p className="measure">
        {t.setLead} <span lang="vi">{t.scopeIs(scopeName)}</span>
      </p>
      <Form method="post" className="panel stack-l" noValidate>
        {spreads.length === 1 ? (
          <p>
            <input type="hidden" name="spread" value={spreads[0]} />
            {t.spread}: <strong>{t.spreads[spreads[0] as TargetSpread]}</strong>
          </p>
        ) : (
          <Choices
            name="spread"
            legend={t.spread}
            options={spreads.map((each) => [each, t.spreads[each]])}
            chosen={values['spread'] ?? 'below'}
            fault={faults?.['spread']}
          />
        )}
        <Choices
          name="measure"
          legend={t.measure}
          options={TARGET_MEASURES.map((each) => [each, t.measures[each]])}
          chosen={values['measure'] ?? 'rate'}
          fault={faults?.['measure']}
        />
        <div className="grid">
          <Field
            name="value"
            label={t.value}
            hint={t.valueHint}
            fault={faults?.['value']}
            defaultValue={values['value']}
            inputMode="decimal"
            autoComplete="off"
            maxLength={12}
          />
          <Field
            name="dueAt"
            type="datetime-local"
            label={t.dueAt}
            hint={t.dueHint}
            fault={faults?.['dueAt']}
            defaultValue={values['dueAt'] ?? due}
          />
        </div>
        <Field
          name="note"
          label={t.note}
          hint={t.noteHint}
          fault={faults?.['note']}
          defaultValue={values['note']}
          autoComplete="off"
          maxLength={300}
          isOptional
        />
        <button className="button" name="intent" value="set" disabled={isBusy}>
          {t.send}
        </button>
      </Form>
    </section>
  );
}

interface ChoicesProps {
  readonly name: string;
  readonly legend: string;
  readonly options: readonly (readonly [string, string])[];
  readonly chosen: string;
  readonly fault: string | undefined;
}

function Choices({ name, legend, options, chosen, fault }: ChoicesProps) {
  return (
    <fieldset id={name}>
      <legend className="field__label">{legend}</legend>
      {fault && <span className="field__fault">{fault}</span>}
      {options.map(([value, label]) => (
        <label className="choice" key={value}>
          <input type="radio" name={name} value={value} defaultChecked={value === chosen} />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
