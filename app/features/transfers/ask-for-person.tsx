import { Form } from '@remix-run/react';
import type { ReactNode } from 'react';
import { transfersText } from '#app/text/transfers.ts';
import { useText } from '#app/ui/locale.tsx';
import { Field } from '#app/ui/pieces.tsx';
import type { TransferCandidate } from './list-unit-transfers.server.ts';

interface AskProps {
  readonly query: string;
  /** What a search found; undefined when nobody has searched yet. */
  readonly people: readonly TransferCandidate[] | undefined;
  readonly chosen: TransferCandidate | undefined;
  readonly reason: string;
  readonly fault: string | undefined;
  readonly isOpen: boolean;
  /** The chooser of the new unit. */
  readonly children: ReactNode;
}

/**
 * Asks another unit for somebody of this one: a search among its people, the new unit, a reason.
 * why a button and no search while typing: every look at a person is recorded.
 */
export function AskForPerson({ query, people, chosen, reason, fault, isOpen, children }: AskProps) {
  const t = useText(transfersText);
  const shown = people ?? (chosen ? [chosen] : []);
  return (
    <details className="panel no-print" open={isOpen}>
      <summary>
        <strong>{t.askTitle}</strong>
      </summary>
      <Form method="post" className="stack-l measure" noValidate>
        <p>{t.askLead}</p>
        {fault !== undefined && (
          <p className="notice notice--bad" role="alert">
            {fault}
          </p>
        )}
        <fieldset className="unit-picker stack-s">
          <legend className="field__label">{t.person}</legend>
          <span className="field__hint" id="person-hint">
            {t.findPersonHint}
          </span>
          <div className="unit-picker__search">
            <input
              className="input"
              id="personQuery"
              name="personQuery"
              type="search"
              autoComplete="off"
              maxLength={100}
              aria-label={t.findPerson}
              aria-describedby="person-hint"
              defaultValue={query}
            />
            <button className="button button--quiet" name="intent" value="find-person" formNoValidate>
              {t.find}
            </button>
          </div>
          {people && (
            <p className="small quiet" role="status">
              {people.length === 0 ? t.nobody : t.found(people.length)}
            </p>
          )}
          {shown.map((person) => (
            <label className="choice" key={person.id}>
              <input
                type="radio"
                name="accountId"
                value={person.id}
                defaultChecked={person.id === chosen?.id || shown.length === 1}
              />
              <span className="unit-picker__name">
                <span lang="vi">{person.fullName}</span>
                <span className="field__hint">
                  {t.born(String(person.birthYear))} · <span lang="vi">{person.unitName}</span>
                </span>
              </span>
            </label>
          ))}
        </fieldset>
        {children}
        <Field name="reason" label={t.reason} hint={t.reasonHint} maxLength={500} defaultValue={reason} />
        <button className="button" name="intent" value="send">
          {t.send}
        </button>
      </Form>
    </details>
  );
}
