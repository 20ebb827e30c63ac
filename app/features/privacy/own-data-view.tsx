import { Form, Link } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { dataColumnsText } from '#app/text/data-columns.ts';
import { ownDataText } from '#app/text/own-data.ts';
import { formatNumber } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import { Field } from '#app/ui/pieces.tsx';
import { cellText } from './data-cells.ts';
import type { GivenTable } from './get-own-data.server.ts';

/** Where the other pages about own data are. */
export function DataLinks() {
  const t = useText(ownDataText);
  const rows = [
    [paths.ownLooks(), t.links.looks, t.linksAbout.looks],
    [paths.ownConsents(), t.links.consents, t.linksAbout.consents],
    [paths.eraseOwnData(), t.links.erase, t.linksAbout.erase],
  ] as const;
  return (
    <ul className="data-links">
      {rows.map(([to, name, about]) => (
        <li key={to}>
          <Link to={to}>{name}</Link>
          <br />
          <span className="small quiet">{about}</span>
        </li>
      ))}
    </ul>
  );
}

/** The own data as files. */
export function DataFiles() {
  const t = useText(ownDataText);
  return (
    <section className="panel stack-s no-print" aria-labelledby="files">
      <h2 id="files">{t.files}</h2>
      <p>{t.filesLead}</p>
      <p className="row">
        <a className="button" href={paths.ownDataFile('html')} download>
          {t.html}
        </a>
        <a className="button button--quiet" href={paths.ownDataFile('json')} download>
          {t.json}
        </a>
      </p>
    </section>
  );
}

/** Everything that is kept, table by table; what is one row is shown as facts, what is many as a table. */
export function KeptData({ tables }: { tables: readonly GivenTable[] }) {
  const t = useText(ownDataText);
  const words = useText(dataColumnsText);
  const locale = useLocale();
  const [account, ...others] = tables;
  return (
    <section className="stack" aria-labelledby="kept">
      <h2 id="kept">{t.kept}</h2>
      {account && (
        <dl className="facts panel">
          {account.columns.map((column) => (
            <div key={column}>
              <dt>{words.columns[column] ?? column}</dt>
              <dd>{cellText(account.rows[0]?.[column], locale)}</dd>
            </div>
          ))}
        </dl>
      )}
      {others.map((table) => (
        <details className="fold" key={table.model}>
          <summary>
            {words.tables[table.model] ?? table.model}{' '}
            <span className="quiet number">({t.rows(formatNumber(table.total, locale))})</span>
          </summary>
          <DataTable table={table} />
        </details>
      ))}
      <p className="small quiet">{t.later}</p>
    </section>
  );
}

function DataTable({ table }: { table: GivenTable }) {
  const t = useText(ownDataText);
  const words = useText(dataColumnsText);
  const locale = useLocale();
  const name = words.tables[table.model] ?? table.model;
  return (
    <>
      <div className="table-scroll" role="region" aria-label={name} tabIndex={0}>
        <table className="table data-table">
          <caption className="visually-hidden">{name}</caption>
          <thead>
            <tr>
              {table.columns.map((column) => (
                <th key={column} scope="col">
                  {words.columns[column] ?? column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row, index) => (
              <tr key={index}>
                {table.columns.map((column) => (
                  <td key={column}>{cellText(row[column], locale)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {table.rows.length < table.total && (
        <p className="small quiet">
          {t.more(formatNumber(table.rows.length, locale), formatNumber(table.total, locale))}
        </p>
      )}
    </>
  );
}

interface CorrectProps {
  readonly values: Readonly<Record<string, string>>;
  readonly faults: Readonly<Record<string, string>> | undefined;
}

/** A corrected name and year of birth. */
export function CorrectPanel({ values, faults }: CorrectProps) {
  const t = useText(ownDataText);
  return (
    <section className="panel stack no-print" aria-labelledby="correct">
      <h2 id="correct">{t.correct}</h2>
      <p>
        {t.correctLead} <Link to={paths.changeUnit()}>{t.changeUnit}</Link>
      </p>
      <Form method="post" className="stack" noValidate>
        <Field
          name="fullName"
          label={t.fullName}
          fault={faults?.['fullName']}
          defaultValue={values['fullName']}
          autoComplete="name"
          maxLength={100}
        />
        <Field
          name="birthYear"
          label={t.birthYear}
          fault={faults?.['birthYear']}
          defaultValue={values['birthYear']}
          className="input--short"
          inputMode="numeric"
          autoComplete="bday-year"
          maxLength={4}
        />
        <Field name="words" label={t.words} hint={t.wordsHint} defaultValue="" maxLength={1_000} isOptional />
        <button className="button button--quiet" name="intent" value="correct">
          {t.send}
        </button>
      </Form>
    </section>
  );
}

/** A request to use the data for less, or not for something. */
export function OtherRequest({ fault }: { fault: string | undefined }) {
  const t = useText(ownDataText);
  return (
    <details className="fold no-print" open={fault !== undefined}>
      <summary>{t.other}</summary>
      <Form method="post" className="stack" noValidate>
        <p>{t.otherLead}</p>
        {fault && (
          <span className="field__fault" id="other-words-fault">
            {fault}
          </span>
        )}
        <label className="field">
          <span className="field__label">{t.otherWords}</span>
          <textarea
            className="input"
            name="words"
            rows={3}
            maxLength={1_000}
            aria-describedby={fault ? 'other-words-fault' : undefined}
          />
        </label>
        <p className="row">
          <button className="button button--quiet" name="intent" value="restrict">
            {t.kinds.restrict}
          </button>
          <button className="button button--quiet" name="intent" value="object">
            {t.kinds.object}
          </button>
        </p>
      </Form>
    </details>
  );
}
