import { Form, Link, useNavigation } from '@remix-run/react';
import type { Instant } from '#app/domain/kernel/time.ts';
import { paths } from '#app/paths.ts';
import { signalActsText } from '#app/text/signal-acts.ts';
import { formatInstant } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import type { OwnSignal } from './own-signals.server.ts';

/** Notices on the account page of a person who is asked, or was. */
export function SignalNotices({ signals }: { signals: readonly Pick<OwnSignal, 'id' | 'state' | 'until'>[] }) {
  const t = useText(signalActsText);
  const locale = useLocale();
  return signals.map(({ id, state, until }) => (
    <p className={state === 'asked' ? 'notice notice--warn' : 'notice'} key={id}>
      {state === 'asked' ? `${t.notice} ${t.noticeUntil(formatInstant(until, locale))}` : t.noticeDone}{' '}
      <Link to={paths.ownSignal(id)}>{state === 'asked' ? t.noticeOpen : t.noticeSee}</Link>
    </p>
  ));
}

/** What a person is asked, what they said, and what was decided. */
export function OwnSignalView({ signal, now, text }: { signal: OwnSignal; now: Instant; text: string | undefined }) {
  const t = useText(signalActsText);
  const locale = useLocale();
  const at = (instant: Instant): string => formatInstant(instant, locale);
  const { kind, state, until, decidedAt, reason, statements, attemptId, contestTitle, roundTitle } = signal;
  return (
    <>
      <div className="stack measure">
        <p>{t.ownLead(contestTitle, roundTitle)}</p>
        <p>{t.ownAbout[kind]}</p>
        {state === 'asked' && <p>{t.ownCalm}</p>}
      </div>
      {state !== 'asked' && (
        <section className="panel stack-s">
          <p>{(state === 'dismissed' ? t.ownDismissed : t.ownUpheld)(at(decidedAt ?? until))}</p>
          <p>
            <strong>{t.ownReason}:</strong> <span lang="vi">{reason}</span>
          </p>
        </section>
      )}
      {state === 'asked' && <StatementForm until={until} now={now} text={text} />}
      {statements.length > 0 && (
        <section className="stack" aria-labelledby="own-statements">
          <h2 id="own-statements">{t.ownSent}</h2>
          {statements.map((statement) => (
            <blockquote className="signal-statement" key={statement.at} lang="vi">
              <p className="signal-statement__text">{statement.text}</p>
              <footer className="small quiet number">{at(statement.at)}</footer>
            </blockquote>
          ))}
        </section>
      )}
      <p className="row">
        {attemptId !== undefined && <Link to={paths.result(attemptId)}>{t.ownResult}</Link>}
        <Link to={paths.privacy()}>{t.ownRights}</Link>
      </p>
    </>
  );
}

function StatementForm({ until, now, text }: { until: Instant; now: Instant; text: string | undefined }) {
  const t = useText(signalActsText);
  const locale = useLocale();
  const isBusy = useNavigation().state === 'submitting';
  const words = formatInstant(until, locale);
  return (
    <Form method="post" className="panel stack" noValidate>
      <p>{now < until ? t.ownUntil(words) : t.ownLate(words)}</p>
      <div className="field">
        <label className="field__label" htmlFor="text">
          {t.ownText}
        </label>
        <span className="field__hint" id="text-hint">
          {t.ownTextHint}
        </span>
        <textarea
          className="input"
          id="text"
          name="text"
          rows={7}
          maxLength={2_000}
          aria-describedby="text-hint"
          defaultValue={text ?? ''}
        />
      </div>
      <button className="button button--large" disabled={isBusy}>
        {t.send}
      </button>
    </Form>
  );
}
