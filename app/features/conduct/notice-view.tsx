import { Form, useNavigation } from '@remix-run/react';
import { conductActsText } from '#app/text/conduct-acts.ts';
import { formatInstant } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import { FaultSummary } from '#app/ui/pieces.tsx';
import type { NoticeRow } from './conduct.repo.server.ts';
import { useActWords, type Names } from './use-act-words.ts';

interface NoticeWriterProps {
  /** Stands for one sending: the same form sent twice is one notice. */
  readonly sendingKey: string;
  readonly faults: Record<string, string> | undefined;
  readonly text: string | undefined;
}

/** Writes a notice. */
export function NoticeWriter({ sendingKey, faults, text }: NoticeWriterProps) {
  const t = useText(conductActsText);
  const isBusy = useNavigation().state === 'submitting';
  const fault = faults?.['text'];
  return (
    <>
      <FaultSummary faults={faults} />
      <Form className="panel" method="post" noValidate>
        <input type="hidden" name="key" value={sendingKey} />
        <div className="stack">
          <div className="field">
            <label className="field__label" htmlFor="text">
              {t.noticeText}
            </label>
            <span className="field__hint" id="text-hint">
              {t.noticeHint}
            </span>
            {fault && (
              <span className="field__fault" id="text-fault">
                {fault}
              </span>
            )}
            <textarea
              className="input"
              id="text"
              name="text"
              rows={4}
              maxLength={1_000}
              defaultValue={text}
              aria-invalid={fault ? true : undefined}
              aria-describedby={fault ? 'text-hint text-fault' : 'text-hint'}
            />
          </div>
          <button className="button" name="intent" value="send" disabled={isBusy}>
            {t.send}
          </button>
        </div>
      </Form>
    </>
  );
}

/** Every notice of the contest, and a way to take down those that stand. */
export function NoticeList({ notices, names }: { notices: readonly NoticeRow[]; names: Names }) {
  const t = useText(conductActsText);
  const locale = useLocale();
  const { nameOf } = useActWords(names);
  return (
    <section className="stack" aria-labelledby="sent">
      <h2 id="sent">{t.noticeHistory}</h2>
      {notices.length === 0 && <p className="quiet">{t.noticesEmpty}</p>}
      <ul className="plain stack">
        {notices.map(({ id, text, at, actorId, withdrawnAt }) => (
          <li className="panel stack-s" key={id}>
            <p className="small quiet number">{t.noticeBy(formatInstant(at, locale), nameOf(actorId))}</p>
            <p className="as-typed" lang="vi">
              {text}
            </p>
            {withdrawnAt === undefined ? (
              <Form method="post">
                <input type="hidden" name="noticeId" value={id} />
                <button
                  className="button button--quiet"
                  name="intent"
                  value="withdraw"
                  aria-label={t.withdrawOf(text.slice(0, 60))}
                >
                  {t.withdraw}
                </button>
              </Form>
            ) : (
              <p>
                <span className="badge badge--quiet">{t.noticeGone(formatInstant(withdrawnAt, locale))}</span>
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
