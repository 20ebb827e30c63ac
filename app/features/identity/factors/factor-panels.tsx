import { Form, Link } from '@remix-run/react';
import { useRef } from 'react';
import { paths, withReturn } from '#app/paths.ts';
import { factorsText } from '#app/text/factors.ts';
import { formatInstant } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import { Field } from '#app/ui/pieces.tsx';
import { CodeField } from './code-form.tsx';
import type { FactorState, PasskeyLine } from './get-factors.server.ts';
import { PasskeyButton } from './passkey-button.tsx';

interface PanelProps {
  readonly state: FactorState;
  readonly returnTo: string;
}

interface SetupProps {
  readonly setup: { readonly id: string; readonly secret: string; readonly address: string; readonly qr: string };
  readonly returnTo: string;
  readonly fault: string | undefined;
}

/** Setting up an authenticator app: scan or type, then show that it works. */
export function TotpSetupPanel({ setup, returnTo, fault }: SetupProps) {
  const t = useText(factorsText);
  const grouped = setup.secret.match(/.{1,4}/gu)?.join(' ') ?? setup.secret;
  return (
    <section className="panel stack" aria-labelledby="totp">
      <h2 id="totp">{t.totpTitle}</h2>
      <Form className="stack" method="post" noValidate>
        <input type="hidden" name="intent" value="confirm" />
        <input type="hidden" name="enrolmentId" value={setup.id} />
        <input type="hidden" name="returnTo" value={returnTo} />
        <ol className="setup-steps">
          <li>
            {t.totpStep1}
            <img
              className="setup-qr"
              src={`data:image/svg+xml;utf8,${encodeURIComponent(setup.qr)}`}
              width={224}
              height={224}
              alt={t.totpQr}
            />
            <a href={setup.address}>{t.totpOpen}</a>
          </li>
          <li>
            {t.totpStep2}{' '}
            <code className="setup-secret" translate="no">
              {grouped}
            </code>
          </li>
          <li className="stack">
            {t.totpStep3}
            <CodeField fault={fault} />
          </li>
        </ol>
        <div className="row">
          <button className="button">{t.totpConfirm}</button>
          <Link className="button button--plain" to={withReturn(paths.secondFactor(), returnTo)}>
            {t.cancel}
          </Link>
        </div>
      </Form>
    </section>
  );
}

/** The authenticator app: there or not. */
export function TotpPanel({ state, returnTo }: PanelProps) {
  const t = useText(factorsText);
  const locale = useLocale();
  const { totpSince } = state;
  return (
    <section className="panel stack" aria-labelledby="totp">
      <h2 id="totp">{t.totpTitle}</h2>
      <p>{t.totpAbout}</p>
      {totpSince !== undefined && <p className="notice notice--good">{t.totpOn(formatInstant(totpSince, locale))}</p>}
      <Form className="row" method="post">
        <input type="hidden" name="returnTo" value={returnTo} />
        <button className={totpSince === undefined ? 'button' : 'button button--quiet'} name="intent" value="begin">
          {totpSince === undefined ? t.totpBegin : t.totpAgain}
        </button>
        {totpSince !== undefined && (
          <button className="button button--plain" name="intent" value="remove-totp">
            {t.removeNamed(t.totpTitle.toLocaleLowerCase(locale))}
          </button>
        )}
      </Form>
    </section>
  );
}

/** The passkeys of the account, and the way to a new one. */
export function PasskeysPanel({ state, returnTo }: PanelProps) {
  const t = useText(factorsText);
  const name = useRef<HTMLDivElement>(null);
  const nameOf = (): string => name.current?.querySelector('input')?.value.trim() ?? '';
  return (
    <section className="panel stack" aria-labelledby="passkeys">
      <h2 id="passkeys">{t.passkeysTitle}</h2>
      <p>{t.passkeysAbout}</p>
      {state.passkeys.length === 0 ? (
        <p className="quiet">{t.noPasskeys}</p>
      ) : (
        <ul className="key-list">
          {state.passkeys.map((passkey) => (
            <PasskeyRow key={passkey.id} passkey={passkey} returnTo={returnTo} />
          ))}
        </ul>
      )}
      <div className="stack" ref={name}>
        <Field
          name="name"
          label={t.passkeyName}
          hint={t.passkeyNameHint}
          isOptional
          maxLength={60}
          autoComplete="off"
        />
        <PasskeyButton ceremony="register" returnTo={returnTo} nameOf={nameOf} className="button button--quiet">
          {t.passkeyAdd}
        </PasskeyButton>
      </div>
    </section>
  );
}

function PasskeyRow({ passkey, returnTo }: { passkey: PasskeyLine; returnTo: string }) {
  const t = useText(factorsText);
  const locale = useLocale();
  const name = passkey.name || t.passkeyDefault;
  const used =
    passkey.lastUsedAt === undefined ? t.passkeyUnused : t.passkeyUsed(formatInstant(passkey.lastUsedAt, locale));
  return (
    <li>
      <div className="key-list__words">
        <strong>{name}</strong>
        <div className="small quiet">
          {t.passkeyMade(formatInstant(passkey.createdAt, locale))}, {used}
        </div>
      </div>
      <Form method="post">
        <input type="hidden" name="returnTo" value={returnTo} />
        <input type="hidden" name="passkeyId" value={passkey.id} />
        <button className="button button--plain" name="intent" value="remove-passkey" aria-label={t.removeNamed(name)}>
          {t.remove}
        </button>
      </Form>
    </li>
  );
}

/** Spare codes: how many are left, and once, right after they were made, the codes themselves. */
export function SparePanel({ state, returnTo, codes }: PanelProps & { codes: readonly string[] | undefined }) {
  const t = useText(factorsText);
  return (
    <section className="panel stack spare-paper" aria-labelledby="spare">
      <h2 id="spare">{codes ? t.spareFor(state.fullName) : t.spareTitle}</h2>
      {codes ? (
        <>
          <p className="notice notice--warn" role="status">
            {t.spareShown}
          </p>
          <ul className="spare-codes" translate="no">
            {codes.map((code) => (
              <li key={code}>{code}</li>
            ))}
          </ul>
          <p className="small quiet no-print">{t.sparePrint}</p>
        </>
      ) : (
        <>
          <p>
            {t.spareAbout} {t.spareLeft(state.spareCodesLeft)}
          </p>
          <Form method="post">
            <input type="hidden" name="returnTo" value={returnTo} />
            <button className="button button--quiet" name="intent" value="spare-codes">
              {state.spareCodesLeft > 0 ? t.spareAgain : t.spareMake}
            </button>
          </Form>
        </>
      )}
    </section>
  );
}
