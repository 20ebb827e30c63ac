import { Form, Link } from '@remix-run/react';
import { SIGNAL_KINDS, SIGNAL_STATES } from '#app/domain/signals/signal.ts';
import { paths } from '#app/paths.ts';
import type { SignalList, SignalQuery, SignalRow } from './list-signals-page.server.ts';
import { useSignalWords } from './use-signal-words.ts';

/** The address of the list with some of its filters changed. */
export function signalsQuery(query: Omit<SignalQuery, 'page'> & { readonly page?: number }): string {
  const asked = new URLSearchParams();
  if (query.kind) asked.set('kind', query.kind);
  if (query.state) asked.set('state', query.state);
  if (query.roundId) asked.set('round', query.roundId);
  if (query.unitId) asked.set('unit', query.unitId);
  if (query.page !== undefined && query.page > 1) asked.set('page', String(query.page));
  const text = asked.toString();
  return text === '' ? '' : `?${text}`;
}

interface ListProps extends Pick<SignalList, 'rows' | 'count' | 'rounds' | 'byState' | 'byKind' | 'unitName'> {
  readonly slug: string;
  readonly query: SignalQuery;
}

/** When each round was looked at. */
export function LookedAt({ rounds }: Pick<ListProps, 'rounds'>) {
  const { t, number, at } = useSignalWords();
  return (
    <ul className="small quiet plain-list">
      {rounds.map(({ id, title, lookedAt, attempts }) => (
        <li key={id}>
          {lookedAt === undefined ? t.notLooked(title) : t.looked(title, number(attempts), at(lookedAt))}
        </li>
      ))}
    </ul>
  );
}

/** Tabs for states, and the other filters as a form that works without scripts. */
export function SignalFilters({ slug, query, rounds, byState, byKind, unitName }: ListProps) {
  const { t, number } = useSignalWords();
  const all = Object.values(byState).reduce((sum, each) => sum + each, 0);
  const tabs = [
    { name: t.all, state: undefined, count: all },
    ...SIGNAL_STATES.map((state) => ({ name: t.states[state], state, count: byState[state] })),
  ];
  const isFiltered = query.kind !== undefined || query.roundId !== undefined || query.unitId !== undefined;
  return (
    <div className="stack no-print">
      <nav className="tabs" aria-label={t.state}>
        {tabs.map(({ name, state, count }) => (
          <Link
            key={name}
            to={paths.signals(slug, signalsQuery({ ...query, state, page: 1 }))}
            aria-current={query.state === state ? 'page' : undefined}
          >
            {`${name} (${number(count)})`}
          </Link>
        ))}
      </nav>
      <Form className="signal-filters" role="search" aria-label={t.filter} action={paths.signals(slug)}>
        {query.state && <input type="hidden" name="state" value={query.state} />}
        {query.unitId && <input type="hidden" name="unit" value={query.unitId} />}
        <div className="field">
          <label className="field__label" htmlFor="kind">
            {t.kind}
          </label>
          <select className="input" id="kind" name="kind" key={query.kind} defaultValue={query.kind ?? ''}>
            <option value="">{t.any}</option>
            {SIGNAL_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {`${t.kinds[kind]} (${number(byKind[kind])})`}
              </option>
            ))}
          </select>
        </div>
        {rounds.length > 1 && (
          <div className="field">
            <label className="field__label" htmlFor="round">
              {t.round}
            </label>
            <select className="input" id="round" name="round" key={query.roundId} defaultValue={query.roundId ?? ''}>
              <option value="">{t.any}</option>
              {rounds.map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
            </select>
          </div>
        )}
        <button className="button button--quiet">{t.apply}</button>
        {isFiltered && <Link to={paths.signals(slug)}>{t.clear}</Link>}
      </Form>
      {unitName !== undefined && <p className="small">{t.filteredUnit(unitName)}</p>}
    </div>
  );
}

/** Signals as a table, the strongest first; on a telephone each row is a card. */
export function SignalTable({ slug, query, rows, count, byState }: ListProps) {
  const { t, number } = useSignalWords();
  if (rows.length === 0) {
    const none = Object.values(byState).every((each) => each === 0);
    return <p className="notice">{none ? t.empty : t.emptyFilter}</p>;
  }
  return (
    <table className="table signal-table">
      <caption className="table__caption">{t.caption(number(count))}</caption>
      <thead>
        <tr>
          <th scope="col">{t.what}</th>
          <th scope="col">{t.unit}</th>
          <th scope="col">{t.strength}</th>
          <th scope="col">{t.state}</th>
          <th scope="col">{t.foundAt}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} row={row} slug={slug} query={query} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row, slug, query }: { row: SignalRow; slug: string; query: SignalQuery }) {
  const { t, at, lineOf, strengthOf } = useSignalWords();
  return (
    <tr>
      <th scope="row">
        <Link to={paths.signal(slug, row.id)}>{t.kinds[row.kind]}</Link>
        <span className="signal-table__line small">{lineOf(row.figures)}</span>
      </th>
      <td data-label={t.unit}>
        {row.unitId !== undefined && row.unitName !== undefined ? (
          <Link to={paths.signals(slug, signalsQuery({ ...query, unitId: row.unitId, page: 1 }))}>{row.unitName}</Link>
        ) : (
          '–'
        )}
      </td>
      <td data-label={t.strength}>
        <Strength strength={row.strength} /> {strengthOf(row.strength)}
      </td>
      <td data-label={t.state}>
        <span className={`badge badge--signal-${row.state}`}>{t.states[row.state]}</span>
        {row.until !== undefined && <span className="small quiet signal-table__line">{t.deadline(at(row.until))}</span>}
      </td>
      <td data-label={t.foundAt} className="number">
        {at(row.foundAt)}
        <span className="small quiet signal-table__line">{row.roundTitle}</span>
      </td>
    </tr>
  );
}

/** How strong a signal is, drawn; the words stand beside it. */
export function Strength({ strength }: { strength: number }) {
  return (
    <svg className="strength" viewBox="0 0 60 8" aria-hidden="true">
      <rect className="strength__ground" width="60" height="8" rx="4" />
      <rect className="strength__bar" width={Math.max(4, 60 * strength)} height="8" rx="4" />
    </svg>
  );
}

/** How signals are found, with the thresholds. */
export function SignalRules() {
  const { t, rules } = useSignalWords();
  return (
    <details className="panel">
      <summary>{t.thresholds}</summary>
      <div className="stack">
        <p className="measure">{t.thresholdsLead}</p>
        <ul className="stack-s measure">
          {rules.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
      </div>
    </details>
  );
}
