import { Form, Link } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { consentsText } from '#app/text/consents.ts';
import { faultSentences, identityText } from '#app/text/identity.ts';
import { useFaultTitle } from '#app/ui/fault-title.ts';
import { formatInstant } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import { FaultSummary, Field } from '#app/ui/pieces.tsx';
import type { AccountView } from './get-account.server.ts';

/** Everything that is kept about the person, in words. */
export function OwnData({ account }: { account: AccountView }) {
  const t = useText(identityText);
  const { names } = useText(consentsText);
  const locale = useLocale();
  const rows: [string, string][] = [
    [t.fullName, account.fullName],
    [t.birthYear, String(account.birthYear)],
    [t.signInName, account.signInName],
    [t.registeredAt, formatInstant(account.createdAt, locale)],
    ...account.consents.map(({ purpose, givenAt }): [string, string] => {
      const about = Object.entries(names).find(([known]) => known === purpose)?.[1];
      const at = formatInstant(givenAt, locale);
      return [t.consentGiven, about === undefined ? at : `${at} (${about})`];
    }),
    ...account.roles.map((held): [string, string] => [
      t.roles,
      held.block === undefined
        ? t.roleAt(t.role[held.role], held.unitName)
        : t.roleOfBlock(t.role[held.role], held.unitName, held.block),
    ]),
  ];
  return (
    <section className="panel stack" aria-labelledby="own-data">
      <h2 id="own-data">{t.ownData}</h2>
      <dl className="facts">
        {rows.map(([name, value]) => (
          <div key={name + value}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <div>
          <dt>{t.unit}</dt>
          <dd>
            <Link to={paths.unit(account.unit.id)} lang="vi">
              {account.unit.name}
            </Link>{' '}
            · <Link to={paths.changeUnit()}>{t.changeUnit}</Link>
          </dd>
        </div>
      </dl>
      <p className="small quiet">
        {t.correction} <Link to={paths.ownData()}>{t.correctHere}</Link>
      </p>
    </section>
  );
}

/** Whether the full name stands on public boards: off until the person turns it on. */
export function BoardNamePanel({ account }: { account: AccountView }) {
  const { minorName, wordings } = useText(consentsText);
  const t = useText(identityText);
  return (
    <section className="panel stack" aria-labelledby="board-name">
      <h2 id="board-name">{t.boardNameTitle}</h2>
      <p>
        {t.boardNameNow}: <strong lang="vi">{account.boardName}</strong>
      </p>
      {account.isMinor && <p>{minorName}</p>}
      <Form className="stack" method="post" hidden={account.isMinor}>
        <label className="tick">
          <input
            type="checkbox"
            name="showsFullName"
            value="yes"
            defaultChecked={account.showsFullName}
            aria-describedby="board-name-hint"
          />
          <span>{wordings.boardName}</span>
        </label>
        <p className="field__hint" id="board-name-hint">
          {t.boardNameHint}
        </p>
        <button className="button button--quiet" name="intent" value="board-name">
          {t.boardNameButton}
        </button>
      </Form>
    </section>
  );
}

/** A new password, for who knows the current one. */
export function PasswordPanel({
  signInName,
  faults,
}: {
  signInName: string;
  faults: Readonly<Record<string, string>> | undefined;
}) {
  const t = useText(identityText);
  const said = faultSentences(faults, t.faults);
  useFaultTitle(said !== undefined);
  return (
    <section className="panel stack" aria-labelledby="password">
      <h2 id="password">{t.passwordTitle}</h2>
      <FaultSummary faults={said} />
      <Form className="stack" method="post" noValidate>
        {/* For password charges: whose password this is. */}
        <input type="text" autoComplete="username" defaultValue={signInName} hidden readOnly />
        <Field
          name="currentPassword"
          type="password"
          label={t.currentPassword}
          fault={said?.['currentPassword']}
          autoComplete="current-password"
        />
        <Field
          name="newPassword"
          type="password"
          label={t.newPassword}
          hint={t.passwordHint}
          fault={said?.['newPassword']}
          autoComplete="new-password"
        />
        <button className="button button--quiet" name="intent" value="password">
          {t.passwordButton}
        </button>
      </Form>
    </section>
  );
}

/** The way out. */
export function SignOutPanel() {
  const t = useText(identityText);
  return (
    <section className="stack-s" aria-labelledby="sign-out">
      <h2 id="sign-out">{t.signOutTitle}</h2>
      <p className="quiet">{t.signOutLead}</p>
      <Form method="post" action={paths.signOut()} reloadDocument>
        <button className="button">{t.signOutButton}</button>
      </Form>
    </section>
  );
}
