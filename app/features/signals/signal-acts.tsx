import { Form, Link, useNavigation } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { signalActsText } from '#app/text/signal-acts.ts';
import { useText } from '#app/ui/locale.tsx';
import type { SignalPage } from './get-signal-page.server.ts';
import { useSignalWords } from './use-signal-words.ts';

interface ActsProps {
  readonly page: SignalPage;
  /** By account. */
  readonly names: Readonly<Record<string, string>>;
  /** What was typed into the form that was refused. */
  readonly typed: { readonly intent: string; readonly reason: string } | undefined;
}

/** What was asked, said and decided about a signal. */
export function SignalHistory({ page, names }: Pick<ActsProps, 'page' | 'names'>) {
  const t = useText(signalActsText);
  const { at, number } = useSignalWords();
  const { evidence, askedAt, until, statements, state, decidedAt, decidedById, reason } = page;
  const people = new Set(evidence.members.map(({ accountId }) => accountId)).size;
  const heard = new Set(statements.map(({ authorId }) => authorId)).size;
  const by = names[decidedById ?? ''] ?? t.unknownPerson;
  return (
    <>
      {people > 0 && (
        <p className="measure">
          {askedAt === undefined || until === undefined
            ? t.notAsked
            : `${t.asked(at(askedAt), at(until))} ${t.heard(number(heard), number(people))}`}
        </p>
      )}
      {askedAt !== undefined && (
        <section className="stack" aria-labelledby="statements">
          <h3 id="statements">{t.statements}</h3>
          {statements.length === 0 && <p className="quiet">{t.noStatement}</p>}
          {statements.map(({ id, authorId, text, at: saidAt }) => (
            <blockquote className="signal-statement" key={id} lang="vi">
              <p className="signal-statement__text">{text}</p>
              <footer className="small quiet number">
                {names[authorId] ?? t.unknownPerson}, {at(saidAt)}
              </footer>
            </blockquote>
          ))}
        </section>
      )}
      {(state === 'dismissed' || state === 'upheld') && (
        <div className={state === 'upheld' ? 'notice notice--warn stack-s' : 'notice stack-s'}>
          <p>{t.decided[state](at(decidedAt ?? 0), by)}</p>
          <p lang="vi">{reason}</p>
          {state === 'upheld' && people > 0 && <Link to={paths.manageProposals()}>{t.proposals}</Link>}
        </div>
      )}
    </>
  );
}

/** What may be done with a signal now; each act a form of its own that works without scripts. */
export function SignalActs({ page, names, typed }: ActsProps) {
  const t = useText(signalActsText);
  const { at } = useSignalWords();
  const isBusy = useNavigation().state === 'submitting';
  const { state, mayDecide, conflict, evidence, until, isHeard } = page;
  if (state === 'dismissed' || state === 'upheld') return null;
  if (!mayDecide) return <p className="notice">{t.onlySee}</p>;
  if (conflict === 'own') return <p className="notice notice--warn">{t.conflictOwn}</p>;
  const hasPeople = evidence.members.length > 0;
  return (
    <div className="stack no-print">
      {conflict === 'unit' && <p className="notice notice--warn">{t.conflictUnit}</p>}
      {hasPeople && state === 'open' && (
        <Form method="post" className="panel stack-s">
          <h3>{t.ask}</h3>
          <p className="measure">{t.askHint}</p>
          <button className="button" name="intent" value="ask" disabled={isBusy}>
            {t.ask}
          </button>
        </Form>
      )}
      <Form method="post" className="panel stack-s">
        <h3>{t.dismiss}</h3>
        <p className="measure">{t.dismissHint}</p>
        <Reason intent="dismiss" typed={typed} />
        <button className="button button--quiet" name="intent" value="dismiss" disabled={isBusy}>
          {t.dismiss}
        </button>
      </Form>
      {isHeard ? (
        <Form method="post" className="panel stack-s">
          <h3>{t.uphold}</h3>
          <p className="measure">{hasPeople ? t.upholdHint : t.upholdNobody}</p>
          {hasPeople && (
            <fieldset className="stack-s">
              <legend className="field__label">{t.which}</legend>
              {evidence.members.map(({ attemptId, accountId }) => (
                <label className="signal-check" key={attemptId}>
                  <input
                    type="checkbox"
                    name="attempt"
                    value={attemptId}
                    defaultChecked={evidence.members.length === 1}
                  />
                  <span lang="vi">{names[accountId] ?? t.unknownPerson}</span>
                </label>
              ))}
            </fieldset>
          )}
          <Reason intent="uphold" typed={typed} />
          <button className="button" name="intent" value="uphold" disabled={isBusy}>
            {t.uphold}
          </button>
        </Form>
      ) : (
        <p className="small quiet measure">{until === undefined ? t.upholdAsk : t.upholdLater(at(until))}</p>
      )}
    </div>
  );
}

function Reason({ intent, typed }: { intent: string; typed: ActsProps['typed'] }) {
  const t = useText(signalActsText);
  const id = `reason-${intent}`;
  return (
    <div className="field">
      <label className="field__label" htmlFor={id}>
        {t.reason}
      </label>
      <span className="field__hint" id={`${id}-hint`}>
        {t.reasonHint}
      </span>
      <textarea
        className="input"
        id={id}
        name="reason"
        rows={2}
        maxLength={500}
        aria-describedby={`${id}-hint`}
        defaultValue={typed?.intent === intent ? typed.reason : ''}
      />
    </div>
  );
}
