import { Form, Link } from '@remix-run/react';
import { headcountsText } from '#app/text/headcounts.ts';
import { formatDate, formatInstant, formatNumber } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import { Field, Pager } from '#app/ui/pieces.tsx';
import type { WaitingList, WaitingRow } from './list-waiting.server.ts';
import { Warnings } from './warning-words.tsx';

interface WaitingPanelProps {
  readonly waiting: WaitingList;
  readonly query: string;
  readonly names: Readonly<Record<string, string>>;
  readonly reason: string | undefined;
  readonly faults: Readonly<Record<string, string>> | undefined;
}

/** What waits for the decision of who looks, to approve or return many at once. */
export function WaitingPanel({ waiting, query, names, reason, faults }: WaitingPanelProps) {
  const t = useText(headcountsText);
  const locale = useLocale();
  const { rows, total, page, pages } = waiting;
  const clean = rows.filter((row) => row.warnings.length === 0 && !row.isOwn);
  return (
    <section className="stack">
      <h2 id="waiting">{t.waitingTitle}</h2>
      {(total > 0 || query !== '') && (
        <>
          <p>{t.waitingCount(formatNumber(total, locale))}</p>
          <UnitSearch query={query} />
        </>
      )}
      {rows.length === 0 ? (
        <p className="notice">{query === '' ? t.waitingNone : t.waitingNoneFound}</p>
      ) : (
        <Form method="post" className="stack" noValidate>
          <WaitingTable rows={rows} names={names} />
          <input type="hidden" name="clean" value={clean.map(({ id }) => id).join(' ')} />
          <div className="row">
            <button className="button" name="intent" value="approve">
              {t.approve}
            </button>
            {clean.length > 1 && (
              <button className="button button--quiet" name="intent" value="approve-clean">
                {t.approveClean(formatNumber(clean.length, locale))}
              </button>
            )}
          </div>
          <div className="panel stack-s measure">
            <Field
              name="reason"
              label={t.reason}
              hint={t.reasonHint}
              fault={faults?.['reason']}
              defaultValue={reason}
              autoComplete="off"
              maxLength={500}
            />
            <button className="button button--quiet" name="intent" value="return">
              {t.returnThem}
            </button>
          </div>
        </Form>
      )}
      <Pager page={page} pages={pages} hrefOf={(to) => `?q=${encodeURIComponent(query)}&page=${to}`} />
    </section>
  );
}

function UnitSearch({ query }: { query: string }) {
  const t = useText(headcountsText);
  return (
    <Form className="contest-choice measure no-print" role="search">
      <label>
        {t.search}
        <input className="input" type="search" name="q" defaultValue={query} key={query} maxLength={100} />
      </label>
      <button className="button button--quiet">{t.find}</button>
      {query !== '' && <Link to="?">{t.clear}</Link>}
    </Form>
  );
}

function WaitingTable({ rows, names }: { rows: readonly WaitingRow[]; names: WaitingPanelProps['names'] }) {
  const t = useText(headcountsText);
  return (
    <div className="table-scroll" role="region" aria-label={t.waitingTitle} tabIndex={0}>
      <table className="table table--wrap heads-waiting">
        <thead>
          <tr>
            <th scope="col">{t.unit}</th>
            <th scope="col" className="is-number">
              {t.proposed}
            </th>
            <th scope="col" className="is-number">
              {t.current}
            </th>
            <th scope="col">{t.notes}</th>
            <th scope="col">{t.source}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} name={names[row.proposedById]} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ row, name }: { row: WaitingRow; name: string | undefined }) {
  const t = useText(headcountsText);
  const locale = useLocale();
  const category = t.categories[row.category];
  return (
    <tr>
      <th scope="row">
        <label className="tick">
          <input
            type="checkbox"
            name="id"
            value={row.id}
            disabled={row.isOwn}
            aria-label={t.tick(row.unitName, category)}
          />
          <span>
            <span lang="vi">{row.unitName}</span>
            <span className="field__hint">{category}</span>
            {row.pathText !== '' && (
              <span className="field__hint" lang="vi">
                {row.pathText}
              </span>
            )}
          </span>
        </label>
      </th>
      <td className="is-number">
        <strong>{formatNumber(row.people, locale)}</strong>
      </td>
      <td className="is-number">
        {row.current ? formatNumber(row.current.people, locale) : '–'}
        {row.current?.isSample && <span className="field__hint">{t.sample}</span>}
      </td>
      <td>
        {row.isOwn ? <span className="badge badge--quiet">{t.ownProposal}</span> : <Warnings warnings={row.warnings} />}
      </td>
      <td>
        <span lang="vi">{row.source}</span>
        <span className="field__hint number">
          {t.asOf} {formatDate(row.asOf)}
        </span>
        <span className="field__hint number">{t.by(name ?? t.somebody, formatInstant(row.proposedAt, locale))}</span>
      </td>
    </tr>
  );
}
