import { Form, Link, useNavigation } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { faultSentences, identityText } from '#app/text/identity.ts';
import { recoveryText } from '#app/text/recovery.ts';
import { useText } from '#app/ui/locale.tsx';
import { FaultSummary, Field } from '#app/ui/pieces.tsx';

/** The three ways back into an account, the one that needs nothing first. */
export function WaysBack({
  signInName,
  faults,
  isSent,
}: {
  signInName: string;
  faults: Readonly<Record<string, string>> | undefined;
  isSent: boolean;
}) {
  const t = useText(recoveryText);
  const words = useText(identityText);
  const isBusy = useNavigation().state === 'submitting';
  const said = faultSentences(faults, words.faults);
  return (
    <>
      {isSent && (
        <div className="notice notice--good stack-s" role="status">
          <h2>{t.sentTitle}</h2>
          <p>{t.sent}</p>
          <p>{t.sentNothing}</p>
        </div>
      )}
      <FaultSummary faults={said} />
      <section className="panel stack" aria-labelledby="by-code">
        <h2 id="by-code">{t.byCodeTitle}</h2>
        <p>{t.byCodeLead}</p>
        <p>
          <Link className="button" to={paths.recover()}>
            {t.byCodeLink}
          </Link>
        </p>
      </section>
      <section className="panel stack" aria-labelledby="by-unit">
        <h2 id="by-unit">{t.byUnitTitle}</h2>
        <p>{t.byUnitLead}</p>
      </section>
      <section className="panel stack" aria-labelledby="by-mail">
        <h2 id="by-mail">{t.byMailTitle}</h2>
        <p>{t.byMailLead}</p>
        <Form className="stack" method="post" noValidate>
          <Field
            name="signInName"
            label={words.signInName}
            fault={said?.['signInName']}
            defaultValue={signInName}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
          />
          <button className="button button--quiet" disabled={isBusy}>
            {t.send}
          </button>
        </Form>
      </section>
    </>
  );
}

/** A code and a new password. */
export function RecoverForm({
  values,
  faults,
}: {
  values: Readonly<Record<string, string>>;
  faults: Readonly<Record<string, string>> | undefined;
}) {
  const t = useText(recoveryText);
  const words = useText(identityText);
  const isBusy = useNavigation().state === 'submitting';
  const said = faultSentences(faults, { ...words.faults, ...t.faults });
  return (
    <>
      <FaultSummary faults={said} />
      <Form className="stack" method="post" noValidate>
        <Field
          name="signInName"
          label={words.signInName}
          fault={said?.['signInName']}
          defaultValue={values['signInName']}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
        />
        <Field
          name="code"
          label={t.code}
          hint={t.codeHint}
          fault={said?.['code']}
          defaultValue={values['code']}
          className="input--code"
          autoComplete="one-time-code"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={60}
        />
        <Field
          name="password"
          type="password"
          label={t.password}
          hint={words.passwordHint}
          fault={said?.['password']}
          autoComplete="new-password"
        />
        <button className="button button--large button--wide" disabled={isBusy}>
          {t.recoverButton}
        </button>
      </Form>
    </>
  );
}
