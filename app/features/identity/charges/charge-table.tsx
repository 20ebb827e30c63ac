import { Form, Link } from '@remix-run/react';
import { chargesText } from '#app/text/charges.ts';
import { formatInstant, formatNumber } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import { Pager } from '#app/ui/pieces.tsx';
import type { ManagerList, ManagerRow } from './list-managers.server.ts';

interface TableProps {
  readonly list: ManagerList;
  /** What the list is filtered by. */
  readonly query: string;
}

const keyOf = ({ accountId, unitId, block }: ManagerRow): string => [accountId, unitId, block].join(' ');

/** The address that asks before a charge is taken: who, where, and which block. */
const takeHref = ({ accountId, unitId, block }: ManagerRow): string =>
  `?${new URLSearchParams({ take: accountId, at: unitId, ...(block === undefined ? {} : { block }) }).toString()}`;

/** Who is in charge of a unit and of those below it, filtered by a unit's name and paged by the address. */
export function ManagerTable({ list, query }: TableProps) {
  const t = useText(chargesText);
  const locale = useLocale();
  const { rows, count, page, pages } = list;
  const caption = t.caption(formatNumber(count, locale));
  const hrefOf = (to: number): string => `?${new URLSearchParams({ q: query, page: String(to) }).toString()}`;
  return (
    <section className="stack" aria-labelledby="people">
      <h2 id="people">{t.people}</h2>
      {(pages > 1 || query !== '') && (
        <Form className="unit-picker__search measure no-print" role="search">
          <input className="input" type="search" name="q" defaultValue={query} key={query} aria-label={t.filter} />
          <button className="button button--quiet">{t.filterButton}</button>
          {query !== '' && <Link to="?">{t.clear}</Link>}
        </Form>
      )}
      {rows.length === 0 ? (
        <p className="quiet">{query === '' ? t.empty : t.nothingFound}</p>
      ) : (
        <div className="table-scroll" role="region" aria-label={caption} tabIndex={0}>
          <table className="table">
            <caption>{caption}</caption>
            <thead>
              <tr>
                <th scope="col">{t.name}</th>
                <th scope="col">{t.reach}</th>
                <th scope="col" className="no-print">
                  {t.take}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <Row key={keyOf(row)} row={row} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Pager page={page} pages={pages} hrefOf={hrefOf} />
    </section>
  );
}

function Row({ row }: { row: ManagerRow }) {
  const t = useText(chargesText);
  const locale = useLocale();
  const { fullName, unitName, block, grantedAt, grantedBy, isOwn, canTake } = row;
  return (
    <tr>
      <th scope="row">
        <span lang="vi">{fullName}</span> {isOwn && <span className="badge">{t.you}</span>}
      </th>
      <td>
        <span lang="vi">{unitName}</span>
        <span className="field__hint">{block === undefined ? t.wholeBranch : t.onlyBlock(block)}</span>
        <span className="field__hint">
          {t.givenAt(formatInstant(grantedAt, locale), grantedBy === undefined ? t.byOperator : t.by(grantedBy))}
        </span>
      </td>
      <td className="no-print">
        {canTake ? (
          <Link to={takeHref(row)} aria-label={t.takeOf(fullName, unitName)}>
            {t.take}
          </Link>
        ) : (
          <span className="small quiet">{t.lastOwn}</span>
        )}
      </td>
    </tr>
  );
}

/** Asks once before a charge is taken away. */
export function TakeCharge({ row, fault }: { row: ManagerRow; fault: string | undefined }) {
  const t = useText(chargesText);
  const { accountId, fullName, unitId, unitName, block } = row;
  return (
    <section className="panel stack" aria-labelledby="take">
      <h2 id="take">{t.takeTitle(fullName)}</h2>
      <p>{t.takeLead(block === undefined ? unitName : t.blockAt(block, unitName))}</p>
      {fault && (
        <p className="notice notice--bad" role="alert">
          {fault}
        </p>
      )}
      <Form className="row" method="post" action="?">
        <input type="hidden" name="accountId" value={accountId} />
        <input type="hidden" name="unitId" value={unitId} />
        {block !== undefined && <input type="hidden" name="block" value={block} />}
        <button className="button" name="intent" value="take">
          {t.takeButton}
        </button>
        <Link className="button button--quiet" to="?">
          {t.keep}
        </Link>
      </Form>
    </section>
  );
}
