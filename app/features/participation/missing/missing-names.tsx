import { Link } from '@remix-run/react';
import { missingText } from '#app/text/missing.ts';
import { formatInstant, formatNumber } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import { useHasScripts } from '#app/ui/use-has-scripts.ts';
import type { MissingPage, MissingPerson } from './get-missing-page.server.ts';

/** Names of people who are missing. */
export function MissingNames({ people, caption }: { people: readonly MissingPerson[]; caption: string }) {
  const t = useText(missingText);
  return (
    <div className="table-scroll" role="region" aria-label={caption} tabIndex={0}>
      <table className="table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col" className="is-number list-number">
              {t.number}
            </th>
            <th scope="col">{t.fullName}</th>
            <th scope="col" className="is-number">
              {t.birthYear}
            </th>
          </tr>
        </thead>
        <tbody>
          {people.map(({ number, fullName, birthYear }) => (
            <tr key={number}>
              <td className="is-number list-number">{number}</td>
              <th scope="row" lang="vi">
                {fullName}
              </th>
              <td className="is-number">{birthYear}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface PaperProps {
  readonly unitName: string;
  readonly title: string;
  readonly list: MissingPage['list'];
  readonly at: number;
  /** "?contest=…": the page that this one came from. */
  readonly back: string;
}

/** The list to print: whole, with room for notes in ink. */
export function MissingOnPaper({ unitName, title, list, at, back }: PaperProps) {
  const t = useText(missingText);
  const locale = useLocale();
  const hasScripts = useHasScripts();
  const caption = t.caption(formatNumber(list.rows.length, locale), formatNumber(list.total, locale));
  return (
    <article className="stack">
      <header className="stack-s">
        <h1 lang="vi">{t.listTitle(unitName)}</h1>
        <p lang="vi">{title}</p>
        <p className="quiet number">{t.asOf(formatInstant(at, locale))}</p>
        {list.rows.length < list.total && (
          <p className="notice">{t.paperLimit(formatNumber(list.rows.length, locale))}</p>
        )}
        <p className="row no-print">
          {hasScripts && (
            <button className="button" type="button" onClick={() => window.print()}>
              {t.print}
            </button>
          )}
          <Link to={back}>{t.back}</Link>
        </p>
      </header>
      <div className="table-scroll" role="region" aria-label={caption} tabIndex={0}>
        <table className="table paper-list">
          <caption>{caption}</caption>
          <thead>
            <tr>
              <th scope="col" className="is-number">
                {t.number}
              </th>
              <th scope="col">{t.fullName}</th>
              <th scope="col">{t.birthYear}</th>
              <th scope="col">{t.hasAccount}</th>
              <th scope="col">{t.note}</th>
            </tr>
          </thead>
          <tbody>
            {list.rows.map(({ number, fullName, birthYear }) => (
              <tr key={number}>
                <td className="is-number">{number}</td>
                <th scope="row" lang="vi">
                  {fullName}
                </th>
                <td className="number">{birthYear}</td>
                <td>{t.yes}</td>
                <td aria-label={t.note} />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="small quiet no-print">{t.logged}</p>
    </article>
  );
}
