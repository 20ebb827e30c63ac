import { Form } from '@remix-run/react';
import { consentsText } from '#app/text/consents.ts';
import { faultSentences } from '#app/text/identity.ts';
import { recoveryText } from '#app/text/recovery.ts';
import { formatInstant } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import { FaultSummary, Field } from '#app/ui/pieces.tsx';

interface OwnEmailProps {
  readonly email: string | undefined;
  readonly verifiedAt: number | undefined;
  /** An address that waits for its code. */
  readonly pending: string | undefined;
  readonly typed: string;
  readonly faults: Readonly<Record<string, string>> | undefined;
}

/** The own address: the one in use, the one that waits, and another. */
export function OwnEmail({ email, verifiedAt, pending, typed, faults }: OwnEmailProps) {
  const t = useText(recoveryText);
  const { wordings } = useText(consentsText);
  const locale = useLocale();
  const said = faultSentences(faults, t.faults);
  return (
    <>
      <FaultSummary faults={said} />
      <section className="panel stack-s" aria-labelledby="now">
        <h2 id="now">{t.emailNow}</h2>
        {email === undefined ? (
          <p className="quiet">{t.emailNone}</p>
        ) : (
          <p>
            <strong>{email}</strong>
            {verifiedAt !== undefined && (
              <span className="field__hint">{t.emailSince(formatInstant(verifiedAt, locale))}</span>
            )}
          </p>
        )}
      </section>
      {pending !== undefined && <VerifyPanel pending={pending} fault={said?.['code']} />}
      <section className="panel stack" aria-labelledby="give">
        <h2 id="give">{email === undefined ? t.emailLabel : t.emailNewLabel}</h2>
        <Form className="stack" method="post" noValidate>
          <Field
            name="email"
            type="email"
            label={email === undefined ? t.emailLabel : t.emailNewLabel}
            fault={said?.['email']}
            defaultValue={typed}
            autoComplete="email"
            spellCheck={false}
            maxLength={254}
          />
          <p className="small">{wordings.email}</p>
          <button className="button" name="intent" value="give">
            {t.emailGive}
          </button>
        </Form>
      </section>
      {email !== undefined && (
        <section className="stack-s" aria-labelledby="remove">
          <h2 id="remove">{t.emailRemove}</h2>
          <p className="quiet">{t.emailRemoveLead}</p>
          <Form method="post">
            <button className="button button--quiet" name="intent" value="remove">
              {t.emailRemove}
            </button>
          </Form>
        </section>
      )}
    </>
  );
}

function VerifyPanel({ pending, fault }: { pending: string; fault: string | undefined }) {
  const t = useText(recoveryText);
  return (
    <section className="panel stack" aria-labelledby="verify">
      <h2 id="verify">{t.emailVerify}</h2>
      <p>{t.emailPending(pending)}</p>
      <Form className="stack" method="post" noValidate>
        <Field
          name="code"
          label={t.code}
          hint={t.codeHint}
          fault={fault}
          className="input--code"
          autoComplete="one-time-code"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={60}
        />
        <button className="button" name="intent" value="verify">
          {t.emailVerify}
        </button>
      </Form>
      <Form method="post">
        <button className="button button--plain" name="intent" value="drop">
          {t.emailDrop}
        </button>
      </Form>
    </section>
  );
}
