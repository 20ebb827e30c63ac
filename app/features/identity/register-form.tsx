import { Form, Link, useNavigation } from '@remix-run/react';
import { useState, type ReactNode } from 'react';
import { OF_AGE_FOR_CONSENT, OWN_CONSENT_FROM } from '#app/domain/identity/minor.ts';
import { paths } from '#app/paths.ts';
import { consentsText } from '#app/text/consents.ts';
import { faultSentences, identityText } from '#app/text/identity.ts';
import { useFaultTitle } from '#app/ui/fault-title.ts';
import { useText } from '#app/ui/locale.tsx';
import { FaultSummary, Field } from '#app/ui/pieces.tsx';
import { GuardianFields } from './consents/guardian-fields.tsx';
import { RegistrationTask, type TaskState } from './registration-task.tsx';

interface RegisterFormProps {
  /** What was typed, the password left out. */
  readonly values: Readonly<Record<string, string>>;
  /** Keys of the catalogue or sentences by field. */
  readonly faults: Readonly<Record<string, string>> | undefined;
  readonly returnTo: string;
  /** The year that it is: whether somebody may be under 16. */
  readonly thisYear: number;
  /** The chooser of the unit, which another room draws. */
  readonly unitPicker: ReactNode;
  /** In a rush: which task is to be done, by a number that changes when another one is; undefined in calm times. */
  readonly taskRound: number | undefined;
}

/** The register form: five answers and a tick. */
export function RegisterForm({ values, faults, returnTo, thisYear, unitPicker, taskRound }: RegisterFormProps) {
  const t = useText(identityText);
  // With scripts the guardian's part appears with the year; without them the server shows it with the form that comes back.
  const [birthYear, setBirthYear] = useState(values['birthYear'] ?? '');
  const age = /^\d{4}$/u.test(birthYear.trim()) ? thisYear - Number(birthYear) : undefined;
  const isChild = age !== undefined && age >= 0 && age <= OF_AGE_FOR_CONSENT;
  const agreesThemselves = age === undefined || age >= OWN_CONSENT_FROM;
  const isBusy = useNavigation().state === 'submitting';
  const [task, setTask] = useState<TaskState>('done');
  const consents = useText(consentsText);
  const said = faultSentences(faults, { ...t.faults, ...consents.guardian.faults });
  useFaultTitle(said !== undefined);
  return (
    <>
      <FaultSummary faults={said} />
      <Form className="stack-l" method="post" noValidate>
        {/* The button that Enter presses in a text field: the first of a form. It must not be "Tìm". */}
        <button className="visually-hidden" name="intent" value="enter" tabIndex={-1} aria-hidden="true" />
        <input type="hidden" name="returnTo" value={returnTo} />
        <Field
          name="fullName"
          label={t.fullName}
          hint={t.fullNameHint}
          fault={said?.['fullName']}
          defaultValue={values['fullName']}
          autoComplete="name"
          maxLength={100}
        />
        <Field
          name="birthYear"
          label={t.birthYear}
          hint={t.birthYearHint}
          fault={said?.['birthYear']}
          defaultValue={values['birthYear']}
          className="input--short"
          inputMode="numeric"
          autoComplete="bday-year"
          maxLength={4}
          onChange={(event) => setBirthYear(event.currentTarget.value)}
        />
        {unitPicker}
        <Field
          name="signInName"
          label={t.signInName}
          hint={t.signInNameHint}
          fault={said?.['signInName']}
          defaultValue={values['signInName']}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={60}
        />
        <Field
          name="password"
          type="password"
          label={t.password}
          hint={t.passwordHint}
          fault={said?.['password']}
          autoComplete="new-password"
        />
        {isChild && <GuardianFields values={values} faults={said} />}
        {agreesThemselves ? (
          <ConsentTick fault={said?.['consent']} isTicked={values['consent'] === 'yes'} />
        ) : (
          <input type="hidden" name="consent" value="yes" />
        )}
        <p className="small quiet">{consents.wordings.traces}</p>
        {taskRound !== undefined && <RegistrationTask key={taskRound} onState={setTask} />}
        <button
          className="button button--large button--wide"
          name="intent"
          value="register"
          disabled={isBusy || (taskRound !== undefined && task === 'running')}
        >
          {t.registerButton}
        </button>
      </Form>
    </>
  );
}

function ConsentTick({ fault, isTicked }: { fault: string | undefined; isTicked: boolean }) {
  const consents = useText(consentsText);
  const t = useText(identityText);
  return (
    <fieldset className="stack-s">
      <legend className="field__label">{t.consentHeading}</legend>
      <span className="field__hint" id="consent-hint">
        {t.consentHint} <Link to={paths.privacy()}>{t.privacyLink}</Link>
      </span>
      {fault && (
        <span className="field__fault" id="consent-fault">
          {fault}
        </span>
      )}
      <label className="tick">
        <input
          type="checkbox"
          id="consent"
          name="consent"
          value="yes"
          defaultChecked={isTicked}
          aria-invalid={fault ? true : undefined}
          aria-describedby={fault ? 'consent-hint consent-fault' : 'consent-hint'}
        />
        <span>{consents.wordings.contest}</span>
      </label>
    </fieldset>
  );
}
