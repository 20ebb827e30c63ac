import { boardName } from '#app/domain/identity/board-name.ts';
import { isMinor } from '#app/domain/identity/minor.ts';
import { personSortKey } from '#app/domain/kernel/text.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { findNames, findPeopleOfUnit } from './account.repo.server.ts';

/** Names as public boards show them, by account id: masked unless a grown person agreed to the full name. */
export async function getBoardNames(accountIds: readonly string[], now: Instant): Promise<Map<string, string>> {
  const names = await findNames(accountIds);
  return new Map(
    names.map(({ id, fullName, showsFullName, birthYear }) => [
      id,
      boardName(fullName, { showsFullName, isMinor: isMinor(birthYear, now) }),
    ]),
  );
}

/** A person on the list of the own unit's manager. */
export interface PersonOfUnit {
  readonly accountId: string;
  readonly fullName: string;
  readonly birthYear: number;
}

/** Everybody who is registered at the unit itself, as clerks sort them. Only for who may see people of the unit. */
export async function listPeopleOfUnit(unitId: string): Promise<PersonOfUnit[]> {
  const people = await findPeopleOfUnit(unitId);
  return people
    .map(({ id, fullName, birthYear }) => ({ accountId: id, fullName, birthYear, key: personSortKey(fullName) }))
    .toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ key: _, ...person }) => person);
}
