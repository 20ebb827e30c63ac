import { paths } from '#app/paths.ts';

/** What the address of a board of persons says; all of its state, so that any view of it can be sent to somebody. */
export interface BoardAddress {
  readonly slug: string;
  /** The key of a scope; undefined for the one that people look for now. */
  readonly round?: string | undefined;
  readonly block?: string | undefined;
  readonly unit?: string | undefined;
  /** What is searched for; '' for nothing. */
  readonly query?: string | undefined;
  readonly page?: number | undefined;
}

/** The address of a board. @param anchor the id of the element to jump to */
export function boardHref({ slug, round, block, unit, query, page }: BoardAddress, anchor?: string): string {
  const said = Object.entries({ round, block, unit, q: query, page: page === 1 ? undefined : page })
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`);
  const search = said.length > 0 ? `?${said.join('&')}` : '';
  return `${paths.leaderboard(slug)}${search}${anchor === undefined ? '' : `#${anchor}`}`;
}

/** Reads an address; parts that are empty or too long to mean anything are left out. */
export function readBoardAddress(slug: string, search: URLSearchParams): Required<Omit<BoardAddress, 'page'>> {
  const read = (name: string, longest: number): string | undefined => {
    const value = search.get(name)?.trim();
    return value === undefined || value === '' || value.length > longest ? undefined : value;
  };
  return {
    slug,
    round: read('round', 8),
    block: read('block', 200),
    unit: read('unit', 100),
    query: read('q', 100),
  };
}
