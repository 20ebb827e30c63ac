import { Link } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { keysText } from '#app/text/keys.ts';
import { useText } from '#app/ui/locale.tsx';
import { ValueBar } from '#app/ui/rate-bar.tsx';
import { SafeHtml } from '#app/ui/safe-html.tsx';
import type { KeyItem } from '../get-key-item.server.ts';
import { useKeyWords } from './use-key-words.ts';

/** A question with what was answered, and what it is used for beside. */
export function KeyItemView({ item, editor }: { item: KeyItem; editor: string | undefined }) {
  const t = useText(keysText);
  const { number, correction } = useKeyWords();
  return (
    <section className="stack" aria-label={t.itemTitle(item.itemId)}>
      <div className="panel stack-s">
        <p className="row">
          <span className="number quiet">{item.itemId}</span>
          {item.current === 'original' ? (
            <span className="badge badge--quiet">{t.asWritten}</span>
          ) : (
            <span className="badge badge--gold" lang="vi">
              {t.kinds[item.current]}
            </span>
          )}
        </p>
        <SafeHtml className="keys-prompt" html={item.promptHtml} />
        {item.targets.length > 0 && (
          <ul className="stack-s" lang="vi">
            {[...item.options, ...item.targets].map(({ id, text }) => (
              <li key={id}>
                <strong>{id}</strong> {text}
              </li>
            ))}
          </ul>
        )}
        {item.answers.every(({ wasKey }) => !wasKey) && (
          <p lang="vi">
            {t.acceptedNow}: {correction('key', item.acceptedNow, item.options)}
          </p>
        )}
      </div>
      <AnswerTable item={item} />
      <div className="stack-s">
        <p className="small quiet measure">{t.editItemHint}</p>
        {editor && (
          <p>
            <Link to={editor}>{t.editItem}</Link>
          </p>
        )}
      </div>
      {item.others.length > 0 && (
        <div className="notice notice--warn stack-s">
          <h2>{t.others}</h2>
          <ul>
            {item.others.map(({ title, slug, attempts }) => (
              <li key={slug} lang="vi">
                <Link to={paths.keyOf(slug, item.itemVersionId)}>{t.otherOf(title, number(attempts))}</Link>
              </li>
            ))}
          </ul>
          <p className="small">{t.othersHint}</p>
        </div>
      )}
    </section>
  );
}

function AnswerTable({ item }: { item: KeyItem }) {
  const t = useText(keysText);
  const { number, percent } = useKeyWords();
  const isLettered = item.options.length > 0;
  return (
    <div className="table-scroll" role="region" aria-label={t.answersCaption} tabIndex={0}>
      <table className="table">
        <caption>{t.answersCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{t.option}</th>
            <th scope="col" className="is-number">
              {t.chosen}
            </th>
            <th scope="col">{t.share}</th>
          </tr>
        </thead>
        <tbody>
          {item.answers.map(({ id, text, attempts, isKeyNow, wasKey }) => (
            <tr key={id}>
              <th scope="row" className="keys-cell" lang="vi">
                {id === '' ? t.blank : isLettered && id !== text ? `${id.toUpperCase()}. ${text}` : text}
                {isKeyNow && <span className="badge badge--good">✓ {t.isKeyNow}</span>}
                {wasKey && !isKeyNow && <span className="badge badge--quiet">{t.wasKey}</span>}
              </th>
              <td className="is-number">{number(attempts)}</td>
              <td className="number">
                <ValueBar share={item.attempts > 0 ? attempts / item.attempts : 0}>
                  {percent(item.attempts > 0 ? attempts / item.attempts : undefined)}
                </ValueBar>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
