import { Form, Link, useNavigation } from '@remix-run/react';
import type { ReactNode } from 'react';
import type { Role } from '#app/domain/identity/actor.ts';
import { accountsText } from '#app/text/accounts.ts';
import { identityText } from '#app/text/identity.ts';
import { useText } from '#app/ui/locale.tsx';
import { Field } from '#app/ui/pieces.tsx';
import type { PersonPage } from './get-person.server.ts';
import type { AccountAct } from './person.schema.ts';

type Said = Readonly<Record<string, string>> | undefined;

/** Asks once before a role is taken away, and for the reason. */
export function TakeRole({ role, unitId, unitName, block, said }: PersonPage['roles'][number] & { said: Said }) {
  const t = useText(accountsText);
  const words = useText(identityText);
  return (
    <section className="panel stack" aria-labelledby="take">
      <h2 id="take">{t.takeTitle(words.role[role], unitName)}</h2>
      <p>{t.takeLead}</p>
      <Form className="stack" method="post" noValidate>
        <input type="hidden" name="role" value={role} />
        <input type="hidden" name="unitId" value={unitId} />
        {block !== undefined && <input type="hidden" name="block" value={block} />}
        <Field name="reason" label={t.reason} hint={t.reasonHint} fault={said?.['reason']} maxLength={300} />
        <div className="row">
          <button className="button" name="intent" value="take">
            {t.takeButton}
          </button>
          <Link className="button button--quiet" to="?">
            {t.keep}
          </Link>
        </div>
      </Form>
    </section>
  );
}

/** Gives a role: which, where, why. */
export function GiveRole({
  mayGive,
  blocks,
  values,
  said,
  unitPicker,
}: {
  mayGive: readonly Role[];
  blocks: readonly string[];
  values: Readonly<Record<string, string>>;
  said: Said;
  unitPicker: ReactNode;
}) {
  const t = useText(accountsText);
  const words = useText(identityText);
  const isBusy = useNavigation().state === 'submitting';
  return (
    <section className="panel stack-l no-print" aria-labelledby="give">
      <h2 id="give">{t.giveTitle}</h2>
      <Form className="stack-l" method="post" action="?" noValidate>
        {/* The button that Enter presses: the first of a form. It must not give anything. */}
        <button className="visually-hidden" name="intent" value="find-unit" tabIndex={-1} aria-hidden="true" />
        <fieldset className="unit-picker stack-s">
          <legend className="field__label">{t.role}</legend>
          {said?.['role'] && (
            <span className="field__fault" id="role-fault">
              {said['role']}
            </span>
          )}
          {mayGive.map((role, index) => (
            <label className="choice" key={role}>
              <input
                type="radio"
                name="role"
                value={role}
                id={index === 0 ? 'role' : undefined}
                defaultChecked={values['role'] === role}
              />
              <span className="unit-picker__name">
                {words.role[role]}
                <span className="field__hint">{t.roleHint[role]}</span>
              </span>
            </label>
          ))}
        </fieldset>
        {unitPicker}
        {blocks.length > 0 && (
          <div className="field">
            <label className="field__label" htmlFor="block">
              {t.block}
            </label>
            <select className="input" id="block" name="block" defaultValue={values['block'] ?? ''}>
              <option value="">{t.wholeBranch}</option>
              {blocks.map((each) => (
                <option key={each} value={each} lang="vi">
                  {t.onlyBlock(each)}
                </option>
              ))}
            </select>
          </div>
        )}
        <Field
          name="reason"
          label={t.reason}
          hint={t.reasonHint}
          fault={said?.['reason']}
          defaultValue={values['reason']}
          maxLength={300}
        />
        <div>
          <button className="button" name="intent" value="give" disabled={isBusy}>
            {t.give}
          </button>
        </div>
      </Form>
    </section>
  );
}

/** Acts on the account itself, each opened before it is done. */
export function AccountActs({
  person,
  open,
  said,
}: {
  person: PersonPage;
  /** The act whose form came back. */
  open: string | undefined;
  said: Said;
}) {
  const t = useText(accountsText);
  const { access, disabledAt, canManage } = person;
  const hasFactors = access.hasTotp || access.passkeys > 0 || access.spareCodes > 0;
  const acts: AccountAct[] = [
    ...(access.sessions > 0 ? (['end-sessions'] as const) : []),
    ...(hasFactors ? (['remove-factors'] as const) : []),
    disabledAt === undefined ? 'disable' : 'enable',
  ];
  return (
    <section className="panel stack no-print" aria-labelledby="acts">
      <h2 id="acts">{t.acts}</h2>
      {canManage ? (
        acts.map((act) => (
          <details className="account-act" key={act} open={open === act}>
            <summary>{t.act[act]}</summary>
            <Form className="stack" method="post" action="?" noValidate>
              <p>{t.actLead[act]}</p>
              <div className="field">
                <label className="field__label" htmlFor={`reason-${act}`}>
                  {t.reason}
                </label>
                {open === act && said?.['reason'] && <span className="field__fault">{said['reason']}</span>}
                <input className="input" id={`reason-${act}`} name="reason" maxLength={300} autoComplete="off" />
              </div>
              <button className="button button--quiet" name="intent" value={act}>
                {t.act[act]}
              </button>
            </Form>
          </details>
        ))
      ) : (
        <p className="quiet">{t.actsOut}</p>
      )}
    </section>
  );
}
