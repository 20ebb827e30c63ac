import { Form, Link, useNavigation } from '@remix-run/react';
import { recoveryText } from '#app/text/recovery.ts';
import { formatInstant } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import { FaultSummary, Pager } from '#app/ui/pieces.tsx';
import { useHasScripts } from '#app/ui/use-has-scripts.ts';
import type { RecoverablePerson, RecoveryPage } from './get-recovery-page.server.ts';
import type { IssuedCode } from './issue-code.server.ts';

const addressOf = (query: Record<string, string>): string => `?${new URLSearchParams(query).toString()}`;

/** The first step: whom. */
export function FindPerson({ query, search }: { query: string; search: RecoveryPage['search'] }) {
  const t = useText(recoveryText);
  const { people, count, isCut, isTooShort, page, pages } = search;
  return (
    <section className="stack no-print" aria-labelledby="find">
      <h2 id="find">{t.search}</h2>
      <Form className="field measure" role="search">
        <label className="field__label" htmlFor="q">
          {t.searchLabel}
        </label>
        <span className="field__hint" id="q-hint">
          {t.searchHint}
        </span>
        <div className="unit-picker__search">
          <input
            className="input"
            id="q"
            name="q"
            type="search"
            autoComplete="off"
            maxLength={100}
            defaultValue={query}
            key={query}
            aria-describedby="q-hint"
          />
          <button className="button">{t.search}</button>
        </div>
      </Form>
      {query !== '' && (
        <div className="stack-s" role="status">
          <p className="quiet">{isTooShort ? t.tooShort : count === 0 ? t.nobody : t.found(count, people.length)}</p>
          {isCut && <p className="notice notice--warn">{t.cut}</p>}
        </div>
      )}
      {people.length > 0 && (
        <ul className="found-people panel" aria-label={t.people}>
          {people.map((person) => (
            <FoundPerson key={person.accountId} person={person} query={query} />
          ))}
        </ul>
      )}
      <Pager page={page} pages={pages} hrefOf={(to) => addressOf({ q: query, page: String(to) })} />
    </section>
  );
}

function FoundPerson({ person, query }: { person: RecoverablePerson; query: string }) {
  const t = useText(recoveryText);
  const { accountId, fullName, birthYear, unitName, because } = person;
  return (
    <li>
      <span>
        <strong lang="vi">{fullName}</strong>
        <span className="field__hint">
          {t.bornIn(birthYear)} · <span lang="vi">{unitName}</span>
        </span>
        {because && <span className="field__hint">{t.because[because]}</span>}
      </span>
      {!because && (
        <Link
          className="button button--quiet"
          to={addressOf({ q: query, who: accountId })}
          aria-label={t.chooseOf(fullName, birthYear)}
        >
          {t.choose}
        </Link>
      )}
    </li>
  );
}

/** The second step: how the person was checked. */
export function CheckPerson({
  person,
  query,
  faults,
}: {
  person: RecoverablePerson;
  query: string;
  faults: Readonly<Record<string, string>> | undefined;
}) {
  const t = useText(recoveryText);
  const isBusy = useNavigation().state === 'submitting';
  const { accountId, fullName, birthYear, unitName, because } = person;
  const checks = Object.entries(t.checks);
  return (
    <section className="panel stack no-print" aria-labelledby="check">
      <h2 id="check">{t.checkTitle(fullName)}</h2>
      <p className="quiet">
        {t.bornIn(birthYear)} · <span lang="vi">{unitName}</span>
      </p>
      {because && <p className="notice notice--warn">{t.because[because]}</p>}
      <FaultSummary faults={faults} />
      <Form className="stack" method="post" noValidate>
        <input type="hidden" name="accountId" value={accountId} />
        {!because && (
          <fieldset className="unit-picker stack-s">
            <legend className="field__label">{t.checkLegend}</legend>
            <span className="field__hint">{t.checkHint}</span>
            {faults?.['checkedBy'] && (
              <span className="field__fault" id="checkedBy-fault">
                {faults['checkedBy']}
              </span>
            )}
            {checks.map(([value, label], index) => (
              <label className="choice" key={value}>
                <input type="radio" name="checkedBy" value={value} id={index === 0 ? 'checkedBy' : undefined} />
                <span>{label}</span>
              </label>
            ))}
          </fieldset>
        )}
        <div className="row">
          {!because && (
            <button className="button" disabled={isBusy}>
              {t.issue}
            </button>
          )}
          <Link className="button button--quiet" to={addressOf({ q: query })}>
            {t.other}
          </Link>
        </div>
      </Form>
    </section>
  );
}

/** The code, once: to read out or to print. */
export function CodeSlip({ issued }: { issued: IssuedCode }) {
  const t = useText(recoveryText);
  const locale = useLocale();
  const hasScripts = useHasScripts();
  const { code, expiresAt, fullName, birthYear, unitName } = issued;
  return (
    <section className="panel slip stack" aria-labelledby="slip">
      <h2 id="slip">{t.slipTitle}</h2>
      <p lang="vi">{t.slipFor(fullName, birthYear, unitName)}</p>
      <p className="slip__code" translate="no">
        {code}
      </p>
      <p>
        <strong>{t.slipUntil(formatInstant(expiresAt, locale))}</strong>
      </p>
      <p className="measure">{t.slipRead(code)}</p>
      <p className="notice notice--warn no-print">{t.slipOnce}</p>
      <p className="small quiet">{t.slipSecret}</p>
      <div className="row no-print">
        {hasScripts && (
          <button className="button" type="button" onClick={() => window.print()}>
            {t.print}
          </button>
        )}
        <Link className="button button--quiet" to="?">
          {t.another}
        </Link>
      </div>
    </section>
  );
}
