import { Form, useNavigation } from '@remix-run/react';
import { faultSentences, identityText } from '#app/text/identity.ts';
import { useFaultTitle } from '#app/ui/fault-title.ts';
import { useText } from '#app/ui/locale.tsx';
import { FaultSummary, Field } from '#app/ui/pieces.tsx';

interface SignInFormProps {
  readonly signInName: string;
  readonly faults: Readonly<Record<string, string>> | undefined;
  readonly returnTo: string;
}

/** The sign-in form. */
export function SignInForm({ signInName, faults, returnTo }: SignInFormProps) {
  const t = useText(identityText);
  const isBusy = useNavigation().state === 'submitting';
  const said = faultSentences(faults, t.faults);
  useFaultTitle(said !== undefined);
  return (
    <>
      <FaultSummary faults={said} />
      <Form className="stack" method="post" noValidate>
        <input type="hidden" name="returnTo" value={returnTo} />
        <Field
          name="signInName"
          label={t.signInName}
          fault={said?.['signInName']}
          defaultValue={signInName}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
        />
        <Field
          name="password"
          type="password"
          label={t.password}
          fault={said?.['password']}
          autoComplete="current-password"
        />
        <button className="button button--large button--wide" disabled={isBusy}>
          {t.signInButton}
        </button>
      </Form>
    </>
  );
}
