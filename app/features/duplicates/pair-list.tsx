import { Form, Link } from '@remix-run/react';
import { DUPLICATE_REASONS, type DuplicateReason } from '#app/domain/duplicates/compare-people.ts';
import { paths } from '#app/paths.ts';
import { duplicatesText } from '#app/text/duplicates.ts';
import { formatInstant, formatRate } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import { Pager } from '#app/ui/pieces.tsx';
import type { PairRow } from './list-pairs.server.ts';

type State = 'open' | 'different' | 'merged';

interface ListProps {
  readonly rows: readonly PairRow[];
  readonly state: State;
  readonly reason: DuplicateReason | undefined;
  readonly page: number;
  readonly pages: number;
}

/** Accounts that may be one person, the strongest first. */
export function PairList({ rows, state, reason, page, pages }: ListProps) {
  const t = useText(duplicatesText);
  const query = `state=${state}${reason === undefined ? '' : `&reason=${reason}`}`;
  return (
    <>
      <nav className="tabs" aria-label={t.tabs}>
        {(['open', 'different', 'merged'] as const).map((each) => (
          <Link key={each} to={`?state=${each}`} aria-current={each === state ? 'page' : undefined}>
            {t.states[each]}
          </Link>
        ))}
        <Link to={paths.manageMerges()}>{t.history}</Link>
      </nav>
      <Form className="row no-print" role="search">
        <input type="hidden" name="state" value={state} />
        <label>
          {t.filter}{' '}
          <select className="input input--short" name="reason" defaultValue={reason ?? ''} key={reason ?? ''}>
            <option value="">{t.all}</option>
            {DUPLICATE_REASONS.map((each) => (
              <option key={each} value={each}>
                {t.reasons[each]}
              </option>
            ))}
          </select>
        </label>
        <button className="button button--quiet">{t.apply}</button>
      </Form>
      {rows.length === 0 && <p className="notice">{t.none}</p>}
      <ul className="decision-list">
        {rows.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </ul>
      <Pager page={page} pages={pages} hrefOf={(to) => `?${query}&page=${to}`} />
    </>
  );
}

function Row({ row }: { row: PairRow }) {
  const t = useText(duplicatesText);
  const locale = useLocale();
  const { id, people, reasons, strength, foundAt } = row;
  return (
    <li className="panel decision-row">
      <h2 lang="vi">
        <Link to={paths.manageDuplicate(id)}>{people.map(({ name }) => name).join(' – ')}</Link>
      </h2>
      <ul className="plain">
        {people.map(({ name, birthYear, unitName }, index) => (
          // why the place: two people of one name, year and unit are what this page is about.
          <li key={index} lang="vi">
            {name}, {t.born(birthYear)}, {unitName}
          </li>
        ))}
      </ul>
      <p className="row">
        <span className="badge badge--gold">{t.strength(formatRate(strength, locale))}</span>
        <span>{reasons.map((reason) => t.reasons[reason]).join(', ')}</span>
      </p>
      <p className="small quiet number">{t.foundAt(formatInstant(foundAt, locale))}</p>
    </li>
  );
}
