import { Form, Link } from '@remix-run/react';
import { messagesText } from '#app/text/messages.ts';
import { formatInstant, formatNumber } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import { Figure, Pager } from '#app/ui/pieces.tsx';
import type { ListedMessage, MessageList } from './list-messages.server.ts';

const STATES = ['waiting', 'sent', 'failed'] as const;
const BADGE = { waiting: 'badge', sent: 'badge badge--good', failed: 'badge badge--bad' } as const;

/** The word for a name from the table; the name itself where there is none. */
const wordOf = (words: Readonly<Record<string, string>>, name: string, otherwise = name): string =>
  Object.hasOwn(words, name) ? (words[name] ?? otherwise) : otherwise;

/** How messages fare: counts first, then one by one. Never what they say. */
export function MessagesView({ list, state }: { list: MessageList; state: string | undefined }) {
  const t = useText(messagesText);
  const locale = useLocale();
  const { rows, count, page, pages, counts, channels } = list;
  const caption = t.caption(formatNumber(count, locale));
  const inState: Record<string, string> = state === undefined ? {} : { state };
  const hrefOf = (to: number): string => `?${new URLSearchParams({ ...inState, page: String(to) }).toString()}`;
  return (
    <>
      <dl className="figures figures--short">
        {STATES.map((each) => (
          <Figure key={each} name={t.states[each]}>
            {formatNumber(counts[each], locale)}
          </Figure>
        ))}
      </dl>
      <ul className="small quiet" aria-label={t.channels}>
        {channels.map(({ channel, sender }) => (
          <li key={channel}>
            {t.channel[channel]}: {wordOf(t.sender, sender)}
          </li>
        ))}
      </ul>
      <nav className="tabs no-print" aria-label={t.filter}>
        {[undefined, ...STATES].map((each) => (
          <Link
            key={each ?? 'all'}
            to={each === undefined ? '?' : `?state=${each}`}
            aria-current={each === state ? 'page' : undefined}
          >
            {each === undefined ? t.all : t.states[each]}
          </Link>
        ))}
      </nav>
      {rows.length === 0 ? (
        <p className="quiet">{t.empty}</p>
      ) : (
        <div className="table-scroll" role="region" aria-label={caption} tabIndex={0}>
          <table className="table">
            <caption>{caption}</caption>
            <thead>
              <tr>
                <th scope="col">{t.to}</th>
                <th scope="col">{t.state}</th>
                <th scope="col">{t.at}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((message) => (
                <Row key={message.id} message={message} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Pager page={page} pages={pages} hrefOf={hrefOf} />
    </>
  );
}

function Row({ message }: { message: ListedMessage }) {
  const t = useText(messagesText);
  const locale = useLocale();
  const { id, recipient, channel, purpose, state, tries, nextTryAt, lastError, createdAt, sentAt, canResend } = message;
  return (
    <tr>
      <th scope="row">
        <span translate="no">{recipient}</span>
        <span className="field__hint">
          {t.channel[channel]} · {wordOf(t.purposes, purpose)}
        </span>
      </th>
      <td>
        <span className={BADGE[state]}>{t.states[state]}</span>
        {lastError !== '' && <span className="field__hint">{wordOf(t.errors, lastError, t.errorOf(lastError))}</span>}
        {state === 'waiting' && tries > 0 && (
          <span className="field__hint">{t.nextAt(formatInstant(nextTryAt, locale))}</span>
        )}
        {tries > 1 && <span className="field__hint">{t.tries(tries)}</span>}
        {canResend && (
          <Form method="post">
            <input type="hidden" name="messageId" value={id} />
            <button className="button button--quiet" name="intent" value="resend" aria-label={t.againOf(recipient)}>
              {t.again}
            </button>
          </Form>
        )}
      </td>
      <td className="number">{formatInstant(sentAt ?? createdAt, locale)}</td>
    </tr>
  );
}

/** What lies in the outbox of the demonstration. */
export function DemoOutbox({ mails }: { mails: readonly { readonly name: string; readonly text: string }[] }) {
  const t = useText(messagesText);
  if (mails.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="outbox">
      <h2 id="outbox">{t.outboxTitle}</h2>
      <p className="quiet">{t.outboxLead}</p>
      {mails.map(({ name, text }) => (
        <pre className="outbox-text" key={name} translate="no">
          {text}
        </pre>
      ))}
    </section>
  );
}
