import type { Match } from '#app/domain/rosters/match-people.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { categoriesOf, categoriesText, type Category } from '#app/domain/units/category.ts';
import { database } from '#app/platform/db/client.server.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';

export type MatchState = Match['state'];

/** How a row of a roster is matched: with whom, with whom perhaps, and with whom not. */
export interface StoredMatch {
  readonly state: MatchState;
  readonly accountId: string | undefined;
  readonly candidates: readonly string[];
  readonly refused: readonly string[];
}

/** A person of a roster, as matching looks at them. */
export interface RosterPersonRow {
  readonly id: string;
  readonly number: number;
  readonly fullName: string;
  readonly birthYear: number | undefined;
  readonly position: string;
  readonly categories: readonly Category[];
  readonly match: StoredMatch;
}

const NOT = '!';
const idsOf = (text: string): string[] => text.split('|').filter(Boolean);

/** "|a|b|!c|": may be a or b, and is not c. */
const idsText = ({ candidates, refused }: StoredMatch): string => {
  const ids = [...candidates, ...refused.map((id) => NOT + id)];
  return ids.length === 0 ? '' : `|${ids.join('|')}|`;
};

interface Row {
  readonly id: string;
  readonly number: number;
  readonly fullName: string;
  readonly birthYear: number | null;
  readonly position: string;
  readonly categories: string;
  readonly accountId: string | null;
  readonly match: string;
  readonly candidateIds: string;
}

const personOf = (row: Row): RosterPersonRow => {
  const ids = idsOf(row.candidateIds);
  return {
    id: row.id,
    number: row.number,
    fullName: row.fullName,
    birthYear: row.birthYear ?? undefined,
    position: row.position,
    categories: categoriesOf(row.categories),
    match: {
      state: row.match as MatchState,
      accountId: row.accountId ?? undefined,
      candidates: ids.filter((id) => !id.startsWith(NOT)),
      refused: ids.filter((id) => id.startsWith(NOT)).map((id) => id.slice(NOT.length)),
    },
  };
};

const columns = {
  id: true,
  number: true,
  fullName: true,
  birthYear: true,
  position: true,
  categories: true,
  accountId: true,
  match: true,
  candidateIds: true,
} as const;

/** Everybody of a list, in its order. */
export async function findPeopleOf(tx: Tx | undefined, unitId: string, importId: string): Promise<RosterPersonRow[]> {
  const rows = await (tx ?? (await database())).rosterPerson.findMany({
    where: { unitId, importId },
    orderBy: { number: 'asc' },
    select: columns,
  });
  return rows.map(personOf);
}

/** One person of a list; undefined for somebody of another one. */
export async function findPersonOf(
  tx: Tx,
  key: { readonly id: string; readonly unitId: string; readonly importId: string },
): Promise<RosterPersonRow | undefined> {
  const row = await tx.rosterPerson.findFirst({ where: key, select: columns });
  return row ? personOf(row) : undefined;
}

/** Whether another person of the list is said to be this account. */
export const isTaken = async (
  tx: Tx,
  { id, unitId, importId }: { id: string; unitId: string; importId: string },
  accountId: string,
): Promise<boolean> =>
  (await tx.rosterPerson.count({
    where: { unitId, importId, accountId, match: 'confirmed', id: { not: id } },
    take: 1,
  })) > 0;

export type NewPerson = Omit<RosterPersonRow, 'id'> & { readonly foldedName: string };

/** One statement has a limit of values: rows of eleven columns below it. */
const BATCH = 1_000;

/** Stores the people of a new list. */
export async function storePeople(
  tx: Tx,
  list: { readonly unitId: string; readonly importId: string; readonly at: Instant },
  people: readonly NewPerson[],
): Promise<void> {
  const { unitId, importId, at } = list;
  for (let first = 0; first < people.length; first += BATCH) {
    await tx.rosterPerson.createMany({
      data: people.slice(first, first + BATCH).map(({ match, categories, birthYear, ...person }) => ({
        ...person,
        unitId,
        importId,
        birthYear: birthYear ?? null,
        categories: categoriesText(categories),
        ...matchColumns(match),
        createdAt: new Date(at),
      })),
    });
  }
}

const matchColumns = (match: StoredMatch) => ({
  match: match.state,
  accountId: match.accountId ?? null,
  candidateIds: idsText(match),
});

/** Stores how a person of a list is matched. */
export async function storeMatch(tx: Tx, id: string, match: StoredMatch): Promise<void> {
  await tx.rosterPerson.updateMany({ where: { id }, data: matchColumns(match) });
}

/** An account that somebody of a list may be. */
export interface AccountRow {
  readonly accountId: string;
  readonly fullName: string;
  readonly birthYear: number;
  readonly unitId: string;
}

const [NAMES, UNITS] = [300, 100] as const;

/** Accounts of some units that have one of these folded names. */
export async function findNamesakes(
  tx: Tx | undefined,
  unitIds: readonly string[],
  foldedNames: readonly string[],
): Promise<AccountRow[]> {
  const { account } = tx ?? (await database());
  const found: AccountRow[] = [];
  for (let unit = 0; unit < unitIds.length; unit += UNITS) {
    for (let name = 0; name < foldedNames.length; name += NAMES) {
      const rows = await account.findMany({
        where: {
          unitId: { in: unitIds.slice(unit, unit + UNITS) },
          foldedName: { in: foldedNames.slice(name, name + NAMES) },
        },
        select: { id: true, fullName: true, birthYear: true, unitId: true },
      });
      found.push(...rows.map(({ id, ...row }) => ({ accountId: id, ...row })));
    }
  }
  return found;
}

/** Accounts by id. */
export async function findAccounts(ids: readonly string[]): Promise<Map<string, AccountRow>> {
  const rows = await (
    await database()
  ).account.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, fullName: true, birthYear: true, unitId: true },
  });
  return new Map(rows.map(({ id, ...row }) => [id, { accountId: id, ...row }]));
}
