import { Form, Link } from '@remix-run/react';
import { FILTERS, SORTS, STATES, type BankQuery, type FilterName } from '#app/domain/items/bank-filter.ts';
import { paths } from '#app/paths.ts';
import { bankAddress } from './bank-address.ts';
import type { BankPage } from './list-bank.server.ts';
import { useBankWords, type BankNames } from './use-bank-words.ts';

interface FiltersProps {
  readonly query: BankQuery;
  readonly counts: BankPage['counts'];
  readonly without: BankPage['without'];
  readonly waiting: number;
  readonly names: BankNames;
}

/** Tabs for how far items are, and for those that wait for the person who looks. */
export function BankTabs({ query, counts, without, waiting, names }: FiltersProps) {
  const { t, number, nameOf } = useBankWords(names);
  const isAll = query.state === '' && query.whose !== 'waiting';
  const tabs = [
    {
      to: bankAddress(query, { state: '', whose: query.whose === 'waiting' ? '' : query.whose }),
      name: t.any,
      isOn: isAll,
      count: without.state,
    },
    {
      to: bankAddress(query, { state: '', whose: 'waiting' }),
      name: nameOf('whose', 'waiting'),
      isOn: query.whose === 'waiting',
      count: waiting,
    },
    ...STATES.map((state) => ({
      to: bankAddress(query, { state, whose: query.whose === 'waiting' ? '' : query.whose }),
      name: nameOf('state', state),
      isOn: query.state === state && query.whose !== 'waiting',
      count: counts.state[state] ?? 0,
    })),
  ];
  return (
    <nav className="bank-tabs no-print" aria-label={t.filter.state}>
      {tabs.map(({ to, name, isOn, count }) => (
        <Link key={name} className="bank-tab" to={paths.manageItems(to)} aria-current={isOn ? 'page' : undefined}>
          {name} <span className="bank-tab__count number">{number(count)}</span>
        </Link>
      ))}
    </nav>
  );
}

const SELECTS: readonly FilterName[] = [
  'topic',
  'lesson',
  'difficulty',
  'interaction',
  'tag',
  'findings',
  'whose',
  'contested',
  'author',
];
const MOST_TAGS_SHOWN = 200;

/** The search field and the filters, as one form that works without scripts. */
export function BankFilters(props: FiltersProps) {
  const { query, names } = props;
  const { t } = useBankWords(names);
  const asked = SELECTS.filter((filter) => query[filter] !== '');
  return (
    <Form className="bank-search no-print" role="search" aria-label={t.search} action={paths.manageItems()}>
      {query.state !== '' && <input type="hidden" name="state" value={query.state} />}
      <div className="bank-search__line">
        <label className="visually-hidden" htmlFor="q">
          {t.search}
        </label>
        <input
          className="input bank-search__words"
          type="search"
          id="q"
          name="q"
          key={query.q}
          defaultValue={query.q}
          placeholder={t.search}
          aria-describedby="q-hint"
          maxLength={200}
        />
        <button className="button">{t.searchButton}</button>
      </div>
      <p className="field__hint" id="q-hint">
        {t.searchHint}
      </p>
      <details className="bank-more" open={asked.length > 0}>
        <summary>
          {t.filters}
          {asked.length > 0 && <span className="badge"> {asked.length}</span>}
        </summary>
        <div className="bank-more__fields">
          {SELECTS.map((filter) => (
            <FilterSelect key={`${filter} ${query[filter]}`} filter={filter} {...props} />
          ))}
          <div className="field">
            <label className="field__label" htmlFor="sort">
              {t.sortBy}
            </label>
            <select className="input" id="sort" name="sort" defaultValue={query.sort} key={query.sort}>
              {SORTS.map((sort) => (
                <option key={sort} value={sort}>
                  {t.sort[sort]}
                </option>
              ))}
            </select>
          </div>
        </div>
        <button className="button button--quiet">{t.apply}</button>
      </details>
    </Form>
  );
}

function FilterSelect({ filter, query, counts, without, names }: FiltersProps & { readonly filter: FilterName }) {
  const { t, number, nameOf } = useBankWords(names);
  const values = Object.entries(counts[filter])
    .filter(([value]) => filter !== 'contested' || value === 'yes')
    .map(([value, count]) => ({ value, count, name: nameOf(filter, value) }))
    .toSorted((a, b) => (filter === 'tag' ? b.count - a.count : 0) || (a.name < b.name ? -1 : 1))
    .slice(0, MOST_TAGS_SHOWN);
  const isMissing = query[filter] !== '' && values.every(({ value }) => value !== query[filter]);
  return (
    <div className="field">
      <label className="field__label" htmlFor={filter}>
        {t.filter[filter]}
      </label>
      <select className="input" id={filter} name={filter} defaultValue={query[filter]}>
        <option value="">{t.withCount(t.any, number(without[filter]))}</option>
        {isMissing && <option value={query[filter]}>{t.withCount(nameOf(filter, query[filter]), '0')}</option>}
        {values.map(({ value, count, name }) => (
          <option key={value} value={value}>
            {t.withCount(name, number(count))}
          </option>
        ))}
      </select>
    </div>
  );
}

/** What the list is narrowed by, each a link that drops it. */
export function AskedFor({ query, names }: { readonly query: BankQuery; readonly names: BankNames }) {
  const { t, nameOf } = useBankWords(names);
  const asked = FILTERS.filter((filter) => query[filter] !== '' && filter !== 'state');
  const words = query.q === '' ? [] : [{ to: bankAddress(query, { q: '' }), name: `“${query.q}”` }];
  const all = [
    ...words,
    ...asked.map((filter) => ({ to: bankAddress(query, { [filter]: '' }), name: nameOf(filter, query[filter]) })),
  ];
  if (all.length === 0) return null;
  return (
    <ul className="bank-asked no-print" aria-label={t.asked}>
      {all.map(({ to, name }) => (
        <li key={to}>
          <Link className="bank-asked__link" to={paths.manageItems(to)} aria-label={t.dropFilter(name)}>
            {name} <span aria-hidden="true">×</span>
          </Link>
        </li>
      ))}
      <li>
        <Link className="bank-asked__clear" to={paths.manageItems()}>
          {t.clear}
        </Link>
      </li>
    </ul>
  );
}
