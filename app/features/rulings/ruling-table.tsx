import { Form, Link } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { rulingsText } from '#app/text/rulings.ts';
import { formatInstant } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import { Field, Pager } from '#app/ui/pieces.tsx';
import type { RulingRow } from './list-rulings.server.ts';

interface TableProps {
  readonly slug: string;
  readonly rows: readonly RulingRow[];
  readonly page: number;
  readonly pages: number;
}

/** Every decision of a contest that an attempt does not count, or counts again. */
export function RulingTable({ slug, rows, page, pages }: TableProps) {
  const t = useText(rulingsText);
  const locale = useLocale();
  if (rows.length === 0) return <p className="notice">{t.none}</p>;
  return (
    <>
      <div className="table-scroll" role="region" aria-label={t.caption} tabIndex={0}>
        <table className="table table--wrap">
          <caption>{t.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{t.person}</th>
              <th scope="col">{t.attempt}</th>
              <th scope="col">{t.decision}</th>
              <th scope="col">{t.reason}</th>
              <th scope="col">{t.who}</th>
              <th scope="col">{t.when}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row" lang="vi">
                  {row.person}
                  <span className="field__hint">{row.unitName}</span>
                </th>
                <td lang="vi">
                  <Link to={paths.managedAttempt(slug, row.attemptId)}>{t.attemptOf(row.roundTitle, row.number)}</Link>
                </td>
                <td>
                  {t.kinds[row.kind]}
                  <span className="field__hint">{t.causes[row.cause]}</span>
                </td>
                <td lang="vi">{row.reason}</td>
                <td lang="vi">{row.byName}</td>
                <td className="number">{formatInstant(row.at, locale)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Pager page={page} pages={pages} hrefOf={(to) => `?page=${to}`} />
    </>
  );
}

/** Opens an attempt by the receipt that the contestant gave. */
export function FindAttempt({ fault, value }: { fault: string | undefined; value: string }) {
  const t = useText(rulingsText);
  return (
    <Form className="stack-s measure no-print" role="search">
      <Field
        name="attempt"
        label={t.findLabel}
        hint={t.howTo}
        fault={fault}
        defaultValue={value}
        maxLength={60}
        autoComplete="off"
      />
      <button className="button button--quiet">{t.find}</button>
    </Form>
  );
}
