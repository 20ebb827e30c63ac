import { Form, Link } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { authoringReviewText } from '#app/text/authoring-review.ts';
import { formatInstant } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import { Difference } from './difference.tsx';
import type { HistoryView } from './get-review.server.ts';

interface VersionListProps {
  readonly view: Pick<HistoryView, 'id' | 'versions' | 'compared'>;
  readonly names: Readonly<Record<string, string>>;
}

/** The versions of an item, each to be opened in full, and what differs between two of them. */
export function VersionList({ view, names }: VersionListProps) {
  const t = useText(authoringReviewText);
  const locale = useLocale();
  const { id: itemId, versions, compared } = view;
  const choice = (name: 'from' | 'to', value: number | undefined) => (
    <div className="field">
      <label className="field__label" htmlFor={name}>
        {t[name]}
      </label>
      <select className="input" id={name} name={name} defaultValue={value} key={value}>
        {versions.map(({ id, number }) => (
          <option key={id} value={number}>
            {t.version(number)}
          </option>
        ))}
      </select>
    </div>
  );
  return (
    <section className="stack" aria-labelledby="versions">
      <h2 id="versions">{t.versions}</h2>
      <ul className="stack-s">
        {versions.map(({ id, number, authorId, at, isCurrent }) => (
          <li key={id}>
            <Link to={paths.itemVersion(itemId, number)}>{t.version(number)}</Link>:{' '}
            {authorId === undefined ? t.noWriter : (names[authorId] ?? t.system)}, {formatInstant(at, locale)}
            {isCurrent && ` (${t.isCurrent})`}
          </li>
        ))}
      </ul>
      {versions.length > 1 && (
        <Form method="get" className="panel row">
          {choice('from', compared?.from)}
          {choice('to', compared?.to)}
          <button className="button button--quiet">{t.compare}</button>
        </Form>
      )}
      {compared && <Difference parts={compared.parts} />}
    </section>
  );
}
