import {
  FILTERS,
  FINDINGS,
  SORTS,
  STATES,
  type BankQuery,
  type BankSort,
  type FilterName,
} from '#app/domain/items/bank-filter.ts';
import { DIFFICULTIES, INTERACTIONS } from '#app/domain/items/item.ts';

/** Values of filters that are known beforehand; those of the others come from the bank. */
const KNOWN: Partial<Record<FilterName, readonly string[]>> = {
  state: STATES,
  whose: ['mine', 'waiting'],
  difficulty: DIFFICULTIES,
  interaction: INTERACTIONS,
  findings: FINDINGS,
  contested: ['yes'],
};

const LONGEST = 200;

/** What the address of the list asks for; nonsense narrows nothing. */
export function bankQueryOf(search: URLSearchParams): BankQuery {
  const text = (name: string): string => (search.get(name) ?? '').trim().slice(0, LONGEST);
  const filters = Object.fromEntries(
    FILTERS.map((filter) => {
      const value = text(filter);
      const known = KNOWN[filter];
      return [filter, known && !known.includes(value) ? '' : value];
    }),
  ) as Record<FilterName, string>;
  const sort = SORTS.find((each) => each === search.get('sort')) ?? 'new';
  return { ...filters, q: text('q'), sort };
}

/** The query of an address that shows the list like this: "?state=draft&page=2"; empty for the list as it opens. */
export function bankAddress(query: BankQuery, change: Partial<BankQuery> & { readonly page?: number } = {}): string {
  const { page = 1, ...changed } = change;
  const asked: BankQuery = { ...query, ...changed };
  const search = new URLSearchParams();
  if (asked.q !== '') search.set('q', asked.q);
  for (const filter of FILTERS) if (asked[filter] !== '') search.set(filter, asked[filter]);
  if (asked.sort !== ('new' satisfies BankSort)) search.set('sort', asked.sort);
  if (page > 1) search.set('page', String(page));
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
}
