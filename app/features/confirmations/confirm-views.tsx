import { Form } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { confirmationsText } from '#app/text/confirmations.ts';
import { formatDate } from '#app/ui/format.ts';
import { useText } from '#app/ui/locale.tsx';
import { Field } from '#app/ui/pieces.tsx';
import type { ConfirmedView } from './check-confirmation.server.ts';

/** The field for a code; it asks by the address, so that it works everywhere and goes back and forth. */
export function CodeForm({ typed, fault }: { typed: string; fault?: string | undefined }) {
  const t = useText(confirmationsText);
  return (
    <Form className="stack" action={paths.confirmCode()} method="get" role="search">
      <Field
        name="code"
        label={t.code}
        hint={t.codeHint}
        fault={fault}
        className="confirmation__input"
        defaultValue={typed}
        key={typed}
        maxLength={100}
        required
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
      />
      <div>
        <button className="button">{t.checkButton}</button>
      </div>
    </Form>
  );
}

/** What a code confirms, in one sentence. */
export function Confirmed({ view }: { view: ConfirmedView }) {
  const t = useText(confirmationsText);
  return (
    <section className="panel stack confirmed" aria-labelledby="valid">
      <h2 className="confirmed__title" id="valid">
        <svg viewBox="0 0 24 24" width="28" height="28" aria-hidden="true">
          <path d="M4 12.5l5.5 5.5L20 7" fill="none" stroke="currentColor" strokeWidth="3" strokeLinecap="round" />
        </svg>
        {t.valid}
      </h2>
      <p className="confirmed__sentence">
        <strong lang="vi">{t.someone(view.unit)}</strong> {t.tookPartIn} <strong lang="vi">{view.contest.title}</strong>{' '}
        <span className="number">{t.on(formatDate(view.since))}</span>.
      </p>
      <p className="small quiet">
        {t.code}: <span className="confirmation__code confirmation__code--small">{view.shownCode}</span>
        <br />
        {t.nothingElse}
      </p>
    </section>
  );
}

interface CompareProps {
  readonly isSame: boolean | undefined;
  readonly faults: Readonly<Record<string, string>> | undefined;
}

/** Whether a code is of the person who shows it. Names go by post: they never stand in an address. */
export function CompareForm({ isSame, faults }: CompareProps) {
  const t = useText(confirmationsText);
  const said = (name: string): string | undefined => {
    const fault = faults?.[name];
    return fault === undefined ? undefined : (t.faults[fault as keyof typeof t.faults] ?? fault);
  };
  return (
    <section className="panel stack no-print" aria-labelledby="compare">
      <h2 id="compare">{t.compareTitle}</h2>
      <p className="quiet">{t.compareLead}</p>
      {isSame !== undefined && (
        <p className={`notice ${isSame ? 'notice--good' : 'notice--warn'}`} role="status">
          {isSame ? t.same : t.other}
        </p>
      )}
      {said('form') && (
        <p className="notice notice--bad" role="alert">
          {said('form')}
        </p>
      )}
      <Form className="stack" method="post">
        <Field name="fullName" label={t.fullName} fault={said('fullName')} maxLength={80} required autoComplete="off" />
        <Field
          name="birthYear"
          label={t.birthYear}
          fault={said('birthYear')}
          isOptional
          inputMode="numeric"
          maxLength={4}
          autoComplete="off"
          className="input--short"
        />
        <div>
          <button className="button">{t.compare}</button>
        </div>
      </Form>
    </section>
  );
}
