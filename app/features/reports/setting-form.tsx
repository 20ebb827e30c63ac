import { Form, useNavigation } from '@remix-run/react';
import { reportsText } from '#app/text/reports.ts';
import { useFaultTitle } from '#app/ui/fault-title.ts';
import { useText } from '#app/ui/locale.tsx';
import { FaultSummary, Field } from '#app/ui/pieces.tsx';

const FORMS = ['party', 'state', 'union'] as const;

interface SettingFormProps {
  /** What stands in the fields. */
  readonly values: Readonly<Record<string, string>>;
  readonly faults: Readonly<Record<string, string>> | undefined;
  /** The unit has one of its own, which can be taken away. */
  readonly isOwn: boolean;
}

/** Letterhead, recipients and signer of the reports of a unit. */
export function SettingForm({ values, faults, isOwn }: SettingFormProps) {
  const t = useText(reportsText);
  const isBusy = useNavigation().state === 'submitting';
  const sentences: Readonly<Record<string, string>> = t.faults;
  const said =
    faults &&
    Object.fromEntries(Object.entries(faults).map(([field, fault]) => [field, sentences[fault] ?? t.faults.form]));
  useFaultTitle(said !== undefined);
  const text = (name: 'superior' | 'issuer' | 'place' | 'symbol' | 'office' | 'signer', isOptional = false) => (
    <Field
      name={name}
      label={t[name]}
      hint={t[`${name}Hint`]}
      fault={said?.[name]}
      defaultValue={values[name]}
      maxLength={200}
      isOptional={isOptional}
      lang="vi"
    />
  );
  return (
    <Form method="post" className="stack-l" noValidate>
      <FaultSummary faults={said} />
      <fieldset className="stack-s" id="form">
        <legend className="field__label">{t.form}</legend>
        {FORMS.map((form) => (
          <label className="choice" key={form}>
            <input type="radio" name="form" value={form} defaultChecked={values['form'] === form} />
            <span className="report-form-name">{t.forms[form]}</span>
          </label>
        ))}
      </fieldset>
      {text('superior', true)}
      {text('issuer')}
      {text('place', true)}
      {text('symbol')}
      <Lines name="authority" values={values} fault={said?.['authority']} rows={2} />
      {text('office')}
      {text('signer', true)}
      <Lines name="recipients" values={values} fault={said?.['recipients']} rows={4} />
      <Lines name="remarks" values={values} fault={said?.['remarks']} rows={5} />
      <p className="row">
        <button className="button" name="intent" value="save" disabled={isBusy}>
          {t.save}
        </button>
        {isOwn && (
          <button className="button button--quiet" name="intent" value="drop" disabled={isBusy}>
            {t.drop}
          </button>
        )}
      </p>
    </Form>
  );
}

interface LinesProps {
  readonly name: 'authority' | 'recipients' | 'remarks';
  readonly values: Readonly<Record<string, string>>;
  readonly fault: string | undefined;
  readonly rows: number;
}

function Lines({ name, values, fault, rows }: LinesProps) {
  const t = useText(reportsText);
  return (
    <div className="field">
      <label className="field__label" htmlFor={name}>
        {t[name]}
      </label>
      <span className="field__hint" id={`${name}-hint`}>
        {t[`${name}Hint`]}
      </span>
      {fault && (
        <span className="field__fault" id={`${name}-fault`}>
          {fault}
        </span>
      )}
      <textarea
        className="input"
        id={name}
        name={name}
        rows={rows}
        defaultValue={values[name]}
        lang="vi"
        aria-invalid={fault ? true : undefined}
        aria-describedby={fault ? `${name}-hint ${name}-fault` : `${name}-hint`}
      />
    </div>
  );
}
