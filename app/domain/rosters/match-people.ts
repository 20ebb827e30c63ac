import { foldedNameOf, nameKey } from './person-name.ts';

/** A row of a roster as matching looks at it. */
export interface RosterRow {
  readonly id: string;
  readonly fullName: string;
  readonly birthYear: number | undefined;
  /** The account that somebody in charge said it is. */
  readonly confirmed?: string | undefined;
  /** Accounts that somebody in charge said it is not. */
  readonly refused: readonly string[];
}

/** An account of the unit or of one below it. */
export interface KnownPerson {
  readonly accountId: string;
  readonly fullName: string;
  readonly birthYear: number;
}

/** What is known of a row: who it is, who it may be, or nobody. Decisions of people stand as they were made. */
export type Match =
  | { readonly state: 'sure' | 'confirmed'; readonly accountId: string }
  | { readonly state: 'unsure'; readonly candidates: readonly string[] }
  | { readonly state: 'none' | 'refused' };

/** By how many years a clerk's list and an account may differ, and still mean one person. */
const YEARS_APART = 2;
/** More than anybody compares; the nearest years come first. */
const MOST_CANDIDATES = 10;

/**
 * Says of each row of a roster which account it is. Sure is one account alone with the same name, marks and all, and the same year of
 * birth, where no other row could be it as well. What is near to that is unsure and left to somebody in charge. The order of rows and
 * people does not matter; no account is sure for two rows; what people decided is never changed.
 */
export function matchPeople(rows: readonly RosterRow[], people: readonly KnownPerson[]): Map<string, Match> {
  const taken = new Set(rows.flatMap(({ confirmed }) => (confirmed === undefined ? [] : [confirmed])));
  const free = people.filter(({ accountId }) => !taken.has(accountId)).map(keyed);
  const byName = groupBy(free, ({ fullName }) => foldedNameOf(fullName));
  const own = rows.map(keyed);
  const rowsByKey = groupBy(
    own.filter(({ confirmed }) => confirmed === undefined),
    ({ key }) => key,
  );
  return new Map(
    own.map((row): [string, Match] => {
      if (row.confirmed !== undefined) return [row.id, { state: 'confirmed', accountId: row.confirmed }];
      const namesakes = byName.get(foldedNameOf(row.fullName)) ?? [];
      const alike = rowsByKey.get(row.key) ?? [];
      return [row.id, matchOf(row, namesakes, alike)];
    }),
  );
}

/** A name that is compared often is brought into that form once. */
const keyed = <T extends { readonly fullName: string }>(member: T): Keyed<T> => ({
  ...member,
  key: nameKey(member.fullName),
});
type Keyed<T> = T & { readonly key: string };

function matchOf(row: Keyed<RosterRow>, namesakes: readonly Keyed<KnownPerson>[], alike: readonly RosterRow[]): Match {
  const asked = namesakes.filter(({ accountId }) => !row.refused.includes(accountId));
  const exact = asked.filter((person) => isSame(row, person));
  const [only] = exact;
  const isAlone = !alike.some((other) => other.id !== row.id && couldBe(other, row.birthYear));
  // why not after a "no": who said that the nearest is not the one looks at the next one too.
  if (only && exact.length === 1 && isAlone && row.refused.length === 0) {
    return { state: 'sure', accountId: only.accountId };
  }
  const candidates = asked
    .filter((person) => yearsApart(row, person) <= YEARS_APART)
    .toSorted((a, b) => nearness(row, a) - nearness(row, b) || (a.accountId < b.accountId ? -1 : 1))
    .slice(0, MOST_CANDIDATES)
    .map(({ accountId }) => accountId);
  if (candidates.length > 0) return { state: 'unsure', candidates };
  return { state: row.refused.length > 0 ? 'refused' : 'none' };
}

const isSame = (row: Keyed<RosterRow>, person: Keyed<KnownPerson>): boolean =>
  row.birthYear === person.birthYear && row.key === person.key;

/** A row without a year could be anybody of that name. */
const couldBe = (row: RosterRow, year: number | undefined): boolean =>
  row.birthYear === undefined || row.birthYear === year;

const yearsApart = (row: RosterRow, person: KnownPerson): number =>
  row.birthYear === undefined ? 0 : Math.abs(row.birthYear - person.birthYear);

/** Less is nearer: years first, then whether the marks agree. */
const nearness = (row: Keyed<RosterRow>, person: Keyed<KnownPerson>): number =>
  yearsApart(row, person) * 2 + (row.key === person.key ? 0 : 1);

function groupBy<T>(members: readonly T[], keyOf: (member: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const member of members) {
    const group = groups.get(keyOf(member));
    if (group) group.push(member);
    else groups.set(keyOf(member), [member]);
  }
  return groups;
}
