import { signInNameOf } from '#app/domain/identity/sign-in-name.ts';
import { fold } from '#app/domain/kernel/text.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { isWithin } from '#app/domain/units/tree.ts';
import { getUnitIndex } from '../../units/index.server.ts';
import { findPeople } from '../account.repo.server.ts';
import { inReach, type PersonInReach } from './managed-person.server.ts';
import { findIdsNamed, findIdsWithRoles, findPersons } from './person.repo.server.ts';

const PAGE = 20;
/** Nobody reads on beyond this: the name is to be typed in full. */
const MOST = 200;
const SHORTEST = 2;

/** People that a search has found, a page of them. */
export interface AccountSearch {
  readonly found: readonly PersonInReach[];
  readonly count: number;
  /** There are more than are counted: the text is too common. */
  readonly isCut: boolean;
  readonly isTooShort: boolean;
  readonly page: number;
  readonly pages: number;
}

const NONE: AccountSearch = { found: [], count: 0, isCut: false, isTooShort: false, page: 1, pages: 1 };

/**
 * People of a branch by name, with or without marks, or by their exact name to sign in with. Never a list of everybody: without
 * a text nobody is found, or only people with roles.
 * @param isMine whom the actor may find
 */
export async function searchAccounts(query: {
  text: string;
  unitPath: string;
  page: number;
  /** With no text: those who have a role in the branch. */
  listsRoles?: boolean;
  isMine: (person: PersonInReach['person']) => boolean;
  now: Instant;
}): Promise<AccountSearch> {
  const { text, unitPath, listsRoles = false, isMine, now } = query;
  // why only these: what a database takes for a sign of its own is no part of a name.
  const folded = fold(text.slice(0, 100)).replace(/[^\p{L}\d '.-]/gu, '');
  if (folded === '' && !listsRoles) return NONE;
  if (folded !== '' && folded.length < SHORTEST) return { ...NONE, isTooShort: true };
  const index = await getUnitIndex(now);
  const signInName = signInNameOf(text);
  const [exact, named] = await Promise.all([
    signInName === undefined ? [] : findPeople({ signInName }),
    folded === '' ? findIdsWithRoles(unitPath, MOST + 1) : findIdsNamed(folded, unitPath, MOST + 1),
  ]);
  const here = exact.filter(({ unitId }) => isWithin(index.get(unitId)?.path ?? '', unitPath));
  const isHomeMine = (unitId: string): boolean => {
    const place = index.get(unitId);
    return place !== undefined && isMine({ accountId: '', home: { path: place.path, block: place.block }, grants: [] });
  };
  const ids = [
    ...new Set([...here, ...named.slice(0, MOST)].filter((row) => isHomeMine(row.unitId)).map(({ id }) => id)),
  ];
  const pages = Math.max(1, Math.ceil(ids.length / PAGE));
  const page = Math.min(query.page, pages);
  const shown = ids.slice((page - 1) * PAGE, page * PAGE);
  const rows = new Map((await findPersons(shown)).map((row) => [row.id, row]));
  const found = shown.flatMap((id) => {
    const row = rows.get(id);
    return row && !row.isGone ? [inReach(row, index)] : [];
  });
  return { found, count: ids.length, isCut: named.length > MOST, isTooShort: false, page, pages };
}
