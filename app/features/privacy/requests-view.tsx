import { Form } from '@remix-run/react';
import { daysLeft } from '#app/domain/privacy/data-request.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { ownDataText } from '#app/text/own-data.ts';
import { formatDate, formatInstant } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import type { RequestForOrganizers, RequestView } from './answer-request.server.ts';

/** Until when the next thing must happen, and how long that still is. */
function Due({ due, now }: { due: Instant | undefined; now: Instant }) {
  const t = useText(ownDataText);
  if (due === undefined) return null;
  const left = daysLeft(due, now);
  return (
    <span className={`badge ${left < 0 ? 'badge--bad' : left === 0 ? 'badge--gold' : 'badge--quiet'}`}>
      {t.due(formatDate(due - 1))} · {left < 0 ? t.overdue(-left) : t.daysLeft(left)}
    </span>
  );
}

function RequestHead({ request, now }: { request: RequestView; now: Instant }) {
  const t = useText(ownDataText);
  const locale = useLocale();
  const { asked } = request;
  return (
    <>
      <p className="row row--apart">
        <strong>{t.kinds[request.kind]}</strong>
        <span>{t.states[request.state]}</span>
        <Due due={request.due} now={now} />
      </p>
      <p className="small quiet">{formatInstant(request.requestedAt, locale)}</p>
      {asked.fullName !== undefined && asked.birthYear !== undefined && (
        <p>{t.manage.wants(asked.fullName, asked.birthYear)}</p>
      )}
      {asked.words !== '' && <p className="request__words">{asked.words}</p>}
    </>
  );
}

const isOpen = ({ state }: RequestView): boolean => state === 'waiting' || state === 'answered';

/** What the person has asked, with what is due, and a way to take it back. */
export function OwnRequests({ requests, now }: { requests: readonly RequestView[]; now: Instant }) {
  const t = useText(ownDataText);
  return (
    <section className="stack" aria-labelledby="requests">
      <h2 id="requests">{t.requests}</h2>
      {requests.length === 0 && <p className="quiet">{t.noRequests}</p>}
      {requests.map((request) => (
        <article key={request.id} className="request stack-s">
          <RequestHead request={request} now={now} />
          {request.answer !== '' && (
            <p>
              <strong>{t.answerIs}:</strong> {request.answer}
            </p>
          )}
          {isOpen(request) && (
            <Form method="post">
              <input type="hidden" name="requestId" value={request.id} />
              <button className="button button--quiet" name="intent" value="withdraw">
                {t.takeBack}
              </button>
            </Form>
          )}
        </article>
      ))}
    </section>
  );
}

interface ManagedProps {
  readonly requests: readonly RequestForOrganizers[];
  readonly now: Instant;
  /** The request whose answer was refused, with what was typed. */
  readonly refused: { readonly requestId: string; readonly answer: string; readonly sentence: string } | undefined;
}

/** Requests of people as organizers answer them, what is due first on top. */
export function ManagedRequests({ requests, now, refused }: ManagedProps) {
  const t = useText(ownDataText);
  if (requests.length === 0) return <p className="notice">{t.manage.none}</p>;
  return (
    <div className="stack-l">
      {requests.map((request) => {
        const isLate = request.due !== undefined && request.due <= now;
        return (
          <article key={request.id} className={`request stack-s ${isLate ? 'request--late' : ''}`}>
            <WhoAsks request={request} />
            <RequestHead request={request} now={now} />
            <Decided request={request} />
            {isOpen(request) && (
              <AnswerForm request={request} refused={refused?.requestId === request.id ? refused : undefined} />
            )}
          </article>
        );
      })}
    </div>
  );
}

function WhoAsks({ request: { person } }: { request: RequestForOrganizers }) {
  const { manage } = useText(ownDataText);
  return (
    <h2 className="request__who">
      {person ? manage.now(person.fullName, person.birthYear, person.unitName) : manage.goneNow}
    </h2>
  );
}

function Decided({ request }: { request: RequestForOrganizers }) {
  const t = useText(ownDataText);
  const locale = useLocale();
  return (
    <>
      {request.answer !== '' && (
        <p>
          <strong>{t.answerIs}:</strong> {request.answer}
        </p>
      )}
      {request.decidedBy !== undefined && request.decidedAt !== undefined && (
        <p className="small quiet">{t.manage.decidedBy(request.decidedBy, formatInstant(request.decidedAt, locale))}</p>
      )}
    </>
  );
}

function AnswerForm({ request, refused }: { request: RequestForOrganizers; refused: ManagedProps['refused'] }) {
  const { manage } = useText(ownDataText);
  const id = `answer-${request.id}`;
  return (
    <Form method="post" className="stack-s no-print" noValidate>
      <input type="hidden" name="requestId" value={request.id} />
      {refused && (
        <p className="notice notice--bad" role="alert">
          {refused.sentence}
        </p>
      )}
      <div className="field">
        <label className="field__label" htmlFor={id}>
          {manage.answer}
        </label>
        <span className="field__hint" id={`${id}-hint`}>
          {manage.answerHint}
        </span>
        <textarea
          className="input"
          id={id}
          name="answer"
          rows={3}
          maxLength={1_000}
          defaultValue={refused?.answer ?? ''}
          aria-describedby={`${id}-hint`}
        />
      </div>
      <p className="row">
        {request.kind !== 'erase' && (
          <button className="button" name="intent" value="carryOut">
            {manage.acts.carryOut}
          </button>
        )}
        <button className="button button--quiet" name="intent" value="answer">
          {manage.acts.answer}
        </button>
        {request.kind !== 'erase' && (
          <button className="button button--quiet" name="intent" value="refuse">
            {manage.acts.refuse}
          </button>
        )}
      </p>
    </Form>
  );
}
