import { Form, Link } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { keysText } from '#app/text/keys.ts';
import { useText } from '#app/ui/locale.tsx';
import { Pager } from '#app/ui/pieces.tsx';
import { ITEMS_PER_PAGE } from './keys-page.ts';
import type { KeyItemRow, KeyItems } from '../list-key-items.server.ts';
import { useKeyWords } from './use-key-words.ts';

interface KeyListProps extends Pick<KeyItems, 'rows' | 'total' | 'everything' | 'page' | 'pages'> {
  readonly slug: string;
  readonly words: string;
}

/** The questions of a contest, to find the one whose key is to be corrected. */
export function KeyList({ slug, words, rows, total, everything, page, pages }: KeyListProps) {
  const t = useText(keysText);
  const from = (page - 1) * ITEMS_PER_PAGE + 1;
  const hrefOf = (to: number): string => `${paths.keys(slug)}?${new URLSearchParams({ q: words, page: String(to) })}`;
  if (everything === 0) return <p className="notice">{t.noItems}</p>;
  return (
    <section className="stack" aria-labelledby="list">
      <h2 id="list">{t.listTitle}</h2>
      <Form method="get" role="search" className="stack-s">
        <label className="field__label" htmlFor="q">
          {t.search}
        </label>
        <span className="field__hint" id="q-hint">
          {t.searchHint}
        </span>
        <div className="row">
          <input
            className="input keys-search"
            id="q"
            name="q"
            type="search"
            defaultValue={words}
            maxLength={200}
            aria-describedby="q-hint"
          />
          <button className="button button--quiet">{t.searchButton}</button>
        </div>
      </Form>
      {total === 0 ? (
        <p className="notice">{t.noHit(words)}</p>
      ) : (
        <>
          <p className="small quiet">{t.shown(from, from + rows.length - 1, total)}</p>
          <KeyTable slug={slug} rows={rows} />
        </>
      )}
      <Pager page={page} pages={pages} hrefOf={hrefOf} />
    </section>
  );
}

function KeyTable({ slug, rows }: { slug: string; rows: readonly KeyItemRow[] }) {
  const t = useText(keysText);
  const { number, percent } = useKeyWords();
  return (
    <div className="table-scroll" role="region" aria-label={t.itemsCaption} tabIndex={0}>
      <table className="table">
        <caption>{t.itemsCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{t.item}</th>
            <th scope="col" className="is-number">
              {t.attempts}
            </th>
            <th scope="col" className="is-number">
              {t.facility}
            </th>
            <th scope="col">{t.state}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ itemVersionId, itemId, prompt, attempts, facility, current }) => (
            <tr key={itemVersionId}>
              <th scope="row" className="keys-cell" lang="vi">
                <Link to={paths.keyOf(slug, itemVersionId)}>{prompt === '' ? itemId : prompt}</Link>
                <span className="field__hint">{itemId}</span>
              </th>
              <td className="is-number">{number(attempts)}</td>
              <td className="is-number">{percent(facility)}</td>
              <td>
                {current === 'original' ? (
                  <span className="quiet">{t.asWritten}</span>
                ) : (
                  <span className="badge badge--gold">{t.kinds[current]}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
